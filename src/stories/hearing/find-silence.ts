import { isTimeOrPlace, NAME, trimName } from "../names/name-pattern.ts";

const ASKED =
  "(?:[Ee]-?mails?|[Mm]ails?|[Cc]alls?|[Mm]essages?|[Qq]uestions?|[Rr]equests?|[Ii]nquiries|[Ee]nquiries|[Qq]ueries|[Ll]etters?)(?: for (?:an? )?(?:comment|interview|response))?(?: (?:sent|put|addressed|made|placed|left|e-?mailed))?";
const UNANSWERED =
  "(?:went unanswered|(?:had|have|has) (?:gone|not been|not elicited|not drawn|drawn no|received no|brought no)|were not (?:immediately )?(?:returned|answered)|was not (?:immediately )?(?:returned|answered)|remained? unanswered|drew no|did not (?:elicit|draw|receive)|received no|brought no|elicited no)";
const TO_NAMES = new RegExp(
  `\\b${ASKED} (?:to|with|by) (?:the )?(?<one>${NAME})(?: and (?:to |with )?(?:the )?(?<two>${NAME}))?[^.,]{0,40}? ${UNANSWERED}\\b`,
  "u",
);
const NOT_REACHED = new RegExp(
  `(?:(?:spokes(?:person|man|woman)|[Rr]epresentatives?|[Oo]fficials?) (?:for|of|at) (?:the )?)?(?<one>${NAME}) (?:could not (?:immediately )?be reached|(?:was|were) not (?:immediately )?available (?:for|to) comment|(?:was|were) unavailable for comment)`,
  "u",
);

const NEITHER = new RegExp(
  `\\b(?:did|would|does) not (?:immediately )?(?:reply|respond|comment|answer)\\b[^.;]{0,60}[,;] (?:and )?(?:neither|nor) did (?:the )?(?<one>${NAME})`,
  "u",
);

/** Those of whom a sentence says that they were asked and gave no answer, without a verb of theirs ("mails to X went unanswered"). */
export function findSilence(sentence: string): string[] {
  const found = TO_NAMES.exec(sentence) ?? NOT_REACHED.exec(sentence) ?? NEITHER.exec(sentence);
  const names = [found?.groups?.one, found?.groups?.two].map((name) => trimName(name ?? ""));
  return names.filter((name) => name !== "" && !isTimeOrPlace(name));
}
