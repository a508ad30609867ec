const OWNS_UP =
  /\b(?:attacks?|attackers?|attacked|breach(?:es|ed)?|intrusions?|intruders?|hack\w*|malware|stolen|stole|theft|compromis\w*|intercepted|copied|obtained|accessed|incidents?|leaked|exposed|ransomware|unauthori[sz]ed access)\b/i;
const ONLY_LOOKING =
  /\b(?:monitor\w*|investigat\w*|aware of|look(?:s|ed|ing) into|examin\w*|alleged\w*|possible|claims? (?:of|that)|reports? of)\b/i;

/** Whether a sentence of somebody admits or confirms an attack outright; that they watch or look into one admits nothing. */
export function ownsUp(sentence: string): boolean {
  return OWNS_UP.test(sentence) && !ONLY_LOOKING.test(sentence);
}
