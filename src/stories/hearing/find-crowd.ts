import { END } from "./subject-patterns.ts";

const PEOPLE =
  "(?:employees?|workers?|insiders?|specialists?|analysts?|researchers?|experts?|dealers?|traders?|consultants?|diplomats?|lawyers?|engineers?|technicians?|executives?|officers?|members)";
const COUNT =
  "(?:some|several|many|most|two|three|four|five|a few|an?|one|other|local|former|current|senior|unnamed)";
const CROWD = `(?<count>${COUNT} ){0,2}(?<kind>[\\p{L}-]{3,20} )?(?<it>${PEOPLE})`;
const BEGINS = new RegExp(`^${CROWD}\\b(?! (?:at|from|with|of)\\b)`, "iu");
const ENDS = new RegExp(`(?:^|[,;“”"] ?)${CROWD}${END}`, "iu");
/** A definite crowd was named before, and a word of speech or a link makes no kind. */
const NO_KIND =
  /^(?:the|its|their|his|her|these|those|that|this|and|but|as|when|while|for|by|to|of|in|if|both|all|no|so|yet|also)$/i;

const DESCRIBED = new RegExp(
  `^(?:[“"][^“”"]{0,200}[”"],? )?(?:[^,“"]{3,40}, )?${COUNT} (?:[\\p{Ll}-]+ )?(?<it>people|persons|sources|participants|${PEOPLE}|officials?|managers?|sellers?|brokers?) (?:of|at|in|from|with|who|whose|close|familiar|briefed|inside|I|quoted)\\b`,
  "iu",
);

/** The unnamed people whom a clause begins with and describes up to its verb ("An engineer whose employer runs such routers"). */
export function findDescribed(left: string): string | undefined {
  const it = DESCRIBED.exec(left)?.groups?.it?.toLowerCase();
  if (it === undefined) return undefined;
  return `unnamed ${/^(?:people|persons|participants)$/.test(it) ? "sources" : it}`;
}

/** The unnamed people whom a passage ends with ("some employees", "Western analysts"), or begins with where asked; undefined for named or definite ones. */
export function findCrowd(text: string, where: "end" | "start"): string | undefined {
  const found = (where === "end" ? ENDS.exec(text.slice(-120)) : BEGINS.exec(text))?.groups;
  const kind = found?.kind?.trim();
  if (found?.it === undefined || (kind !== undefined && NO_KIND.test(kind))) return undefined;
  // Bare "researchers say" speaks of people whom the article names elsewhere.
  if (kind === undefined && found.count === undefined) return undefined;
  if (kind !== undefined && /\p{Lu}.*\p{Lu}/u.test(kind)) return kind;
  return `${kind ?? "unnamed"} ${found.it.toLowerCase()}`;
}
