/** Verbs done to somebody: without an object behind them, whoever stands before them suffers them. */
const DONE_TO =
  /^(?:accus|blam|nam|identif|link|tie|charg|critici[sz]|fault|fin|sue|inform|notif|suspect|thank|pin|cit|indict|sanction|condemn|prais|probe|investigat)(?:e|y|ed|ied|d|ned)?$/;
const NO_OBJECT = /^(?:|[.,;:!?”"–—-]|of|for|over|in|with|after|on|to|by|as|at|amid|about)$/;
/** Verbs that bid or tell somebody: "told to pay" is said to, "told customers" is said by. */
const BIDS = /^(?:tell|told|order|urge|ask|force|summon|instruct|require|invite|allow|bid|warn)(?:e?d)?$/;

/** Whether a past form without "was" is the short passive of headlines ("Telco accused of hiding breach", "Telco told to pay"), so that its subject says and does nothing. `verb` is the form or its ground form, `next` the word behind it. */
export function isSuffered(verb: string, next: string): boolean {
  const [form, word] = [verb.toLowerCase(), next.toLowerCase()];
  if (BIDS.test(form)) return word === "to" || (/^warn/.test(form) && word === "over");
  return DONE_TO.test(form) && NO_OBJECT.test(word);
}
