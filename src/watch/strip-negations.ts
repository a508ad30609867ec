/** What is said not to be so: "no indication of a cyberattack", "nothing to do with the data theft". */
const NEGATED =
  /\b(?:no (?:\w+ )?(?:ransom\w*|signs?|evidence|indications?|traces?|suggestions?|proof|reason to think|records|information|passwords|ransomware|data|customer data|personal data)|nothing to do with|DDoS (?:mitigation|protection|defen[cs]e|scrubbing|service)|(?:protect\w*|defen[cs]es?|mitigat\w+|shields?|scrubbing|warns?|firewalls?) (?:\w+ ){0,3}(?:against|from|of) (?:DDoS |scam |spam |cyber|attacks|threats|hackers|fraud)|nothing (?:of \w+ )?(?:was|had been) (?:taken|stolen)|(?:does|did|do|could|would|can)(?: not|n['’]t) (?:rule out|exclude)|not (?:the (?:result|work) of|a|an|caused by|due to|linked to|related to)|rul(?:es|ed|ing) out|unrelated to|rather than|neither)\b[^.;]{0,70}/gi;

/** The text without what it denies, so that a denied attack is not read as one. */
export function stripNegations(text: string): string {
  return text.replace(NEGATED, " ");
}
