import { NAME } from "../names/name-pattern.ts";
import { isSuffered } from "./is-suffered.ts";

/** Blanks what stands in quotation marks and drops what stands in brackets. */
export function blankQuotes(sentence: string): string {
  return sentence
    .replace(/\bwon[’']t\b/g, "will not")
    .replace(/\bcan[’']t\b|\bcannot\b/g, "can not")
    .replace(/n[’']t\b/g, " not")
    .replace(/ \([^()]{1,60}\)/g, "")
    .replace(
      /“[^”]{0,600}(?:”|$)|"[^"]{0,600}(?:"|$)/g,
      (quote) => `"${" ".repeat(Math.max(0, quote.length - 2))}"`,
    );
}

const NEEDS_OBJECT =
  /^(?:calls|called|found|published|opened|offers?|offered|advertise[sd]|reports|counted|identified|ordered|charged|ties|tracks|holds|find|note|state|states|claim)$/;

/** Whether a verb reports speech only with an object of its own ("found a flaw", "opened a case"). */
export function needsObject(verb: string): boolean {
  return NEEDS_OBJECT.test(verb) || OWN_ACT.test(verb);
}
const OWN_ACT =
  /^(?:asked|notified|notifies|thanked|thanks|pinned|pins|measured|recorded|ordered|orders|published|identified|posted|demanded|judged|judges|accepted|accepts|agreed|agrees|regards)$/;

/** "It is not confirmed that …", "it has been reported": nobody in particular speaks. */
const NOBODY_SPEAKS =
  /\b(?:is|was|are|were|has been|had been|have been|be)(?: (?:not|never|yet|also|still|now|then|widely|generally|so far|independently|officially|publicly))+\s*$/i;

/** Plain forms need a subject in the plural ("researchers say"), else they are nouns ("a note"). */
const PLAIN =
  /^(?:say|tell|state|claim|find|note|describe|warn|believe|confirm|deny|advise|recommend|acknowledge|disclose|insist|maintain|admit|reject|dispute|decline|argue|consider|suggest)$/;
const PLURAL =
  /(?:s|police|people|they|both|others|staff|we|you|men|women|\band \S+)(?:\s+(?:also|now|still))?\s*$/i;
/** "People who read it say": the plural stands further off. */
const PLURAL_BEFORE =
  /\b(?:people|persons|police|\p{Ll}{3,}s) (?:who|at|from|with|of|in|close|familiar|briefed|whose)\b/iu;
/** "Police in Bern say": the place does not speak. */
const IN_PLACE = new RegExp(` (?:in|at|of|from|near|across) (?:the )?${NAME}\\s*$`, "u");
/** Forms that are nouns when another verb follows ("late reports would be fined"). */
const NOUN_LIKE =
  /^(?:reports|claims|notes|calls|offers|states|holds|ties|tracks|asks|demands|estimates|charged|opened)$/;

/** A participle, a noun or a passive is no saying verb ("the group tracked as", "phone calls", "was found by"). */
export function isNoise(verb: string, left: string, right: string): boolean {
  if (/\b(?:was|were|been|be|being|to|a|an|the|its|their|of|by|is|are)\s*$/.test(left)) return true;
  if (/^\p{Ll}+ed$|^told$/u.test(verb) && isSuffered(verb, /^\s*([\p{L}’']+|\S?)/u.exec(right)?.[1] ?? ""))
    return true;
  if (
    verb === "asked" &&
    (/,\s*$/.test(left) || /^\s+(?:if|whether|about|by|at|on|why|how|what|to|not)\b/.test(right))
  )
    return true;
  if (/^(?:said|found|reported|believed|thought)$/.test(verb) && /^\s+to (?:be|have)\b/.test(right))
    return true;
  if (NOBODY_SPEAKS.test(left) || (/^offer/.test(verb) && /^\s+to\b/.test(right))) return true;
  if (/^\s+(?:by|as|to be)\b/.test(right) && !/^(?:said|wrote|describes?|described)$/.test(verb)) return true;
  if (/^(?:calls|called|tracks|ties)$/.test(verb) && /^\s+(?:\p{Lu}|it\b)/u.test(right)) return true;
  if (
    PLAIN.test(verb) &&
    !/\b(?:[Nn]or|[Nn]either) (?:did|does|has|had|would|will|could)\b/.test(left) &&
    !PLURAL_BEFORE.test(left) &&
    !PLURAL.test(left.replace(IN_PLACE, ""))
  )
    return true;
  if (NOUN_LIKE.test(verb) && /^\s+(?:would|will|were|was|is|are|has|have|had|can|could)\b/.test(right))
    return true;
  if (!NEEDS_OBJECT.test(verb)) return false;
  return (
    /\b(?:phone|text|roaming|those|than|that|which)\s*$/.test(left) ||
    /^(?:\s+and texts|\s*[,.;]|\s+(?:in|on|at|from|with)\b)/.test(right)
  );
}
