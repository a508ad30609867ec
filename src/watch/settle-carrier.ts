import type { Candidate } from "./candidates.ts";
import { isOrdinaryLower, spelling } from "./compare-spelling.ts";
import type { WatchedName } from "./compile-watchlist.ts";
import { joinsList } from "./find-list-neighbour.ts";
import { type Context, surroundings } from "./read-context.ts";
import { drop, keep, type Verdict } from "./verdict.ts";
import { COUNTRY_WORD, OPERATOR_NOUN, OPERATOR_THING, TELECOM } from "./words.ts";

const BEFORE = new RegExp(`\\b${OPERATOR_NOUN}\\s*[,:("“'‘]{0,2}\\s*$`, "i");
const AFTER = new RegExp(
  `^(?:["'”’]?(?:['’]s?)?\\s(?:\\p{Ll}+\\s)?${OPERATOR_THING}\\b|[,\\s(–—-]{1,3}(?:which|who|as|a|an|the|one of|is|was|[\\p{L}-]+['’]s)\\b[^.;]{0,60}?\\b${OPERATOR_NOUN}\\b)`,
  "iu",
);
const COMPANY =
  /^\s(?:Group|S\.?A\.?|Ltd|Limited|plc|PLC|Inc|Corp|AG|Business|Mobile|Telecom|Wireless|Communications|Broadband|Fibre|Fiber|Internet|Money)\b/;
const NEXT_CAPITAL = /^\s(\p{Lu}[\p{L}\p{N}'’-]*)/u;
const PREVIOUS_CAPITAL = /(?:^|\s)(\p{Lu}[\p{L}\p{N}-]*)\s$/u;
const NOT_A_NAME =
  /^(?:The|A|An|And|But|Or|At|In|On|For|From|By|Of|To|With|As|If|When|While|After|Before|Since|Both|Its|Now|Then|Last|This|That|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|US|UK|EU|CEO|Mr|Ms|[A-Z]\p{Ll}+(?:ese|ish|ian|ean|ch|tch|man|ek|ss|eli))$/u;
const COMPOUND = /^[‐-](?!owned|branded|backed|run|led|affiliated|operated)[\p{Ll}]/u;

/** Judges one reading of a candidate as a telecom operator. `sure` holds the ids that the article names without doubt. */
export function settleCarrier(
  candidate: Candidate,
  name: WatchedName,
  context: Context,
  sure: ReadonlySet<string>,
  others: readonly Candidate[],
): Verdict {
  const { before, after, sentence, opens } = surroundings(candidate);
  const abroad = otherCountry(name, after);
  if (abroad !== undefined) return drop(`another country's operator of that brand: ${abroad}`);
  const spelled = spelling(candidate.literal, name.alias);
  const level = name.ambiguity?.level;
  if (level === undefined) return keep(3, "unambiguous");
  const why = name.ambiguity?.why || "a common word";
  if (spelled === "other" || (isOrdinaryLower(candidate.literal) && level === "high"))
    return drop(`lower case: ${why}`);
  if (level === "low") return keep(3, spelled === "exact" ? "exact case" : "name in capitals");
  if (context.defined.has(candidate.literal)) return drop("the article defines these letters otherwise");
  if (COMPOUND.test(after)) return drop(`part of a compound word; ${why}`);
  const called = BEFORE.test(before) || AFTER.test(after) || COMPANY.test(after);
  const run = candidate.segment.titleCase ? false : inNameRun(before, after, candidate, others);
  if (run && !called) return drop("part of a longer proper name");
  if (called && (TELECOM.test(sentence) || context.telecom))
    return keep(2.5, "called an operator in the sentence");
  if (joinsList(candidate, others, "carrier")) return keep(2.5, "listed beside another carrier");
  if (sure.has(`carrier:${name.id}`))
    return keep(2, "the same carrier stands in the article under another name");
  const acronym = /^[\p{Lu}\d&]+$/u.test(name.alias);
  if (acronym && spelled !== "exact") return drop(`not in its exact case; ${why}`);
  const telecomHere = TELECOM.test(sentence);
  if (level === "medium")
    return telecomHere || context.telecom
      ? keep(1.5, telecomHere ? "telecom words in the sentence" : "the article is about telecoms")
      : drop(`${why}; no telecom words near it`);
  if (acronym)
    return telecomHere
      ? keep(1.5, "exact case and telecom words in the sentence")
      : drop(`${why}; no telecom words near it`);
  if (!opens && !candidate.segment.titleCase && context.telecom)
    return keep(1, "capitalised within a sentence of a telecom article");
  return drop(`${why}; nothing calls it an operator`);
}

/** The country after a national operator's brand, where it is not its own: "T-Mobile Polska" is not T-Mobile US. */
function otherCountry(name: WatchedName, after: string): string | undefined {
  if (
    !COUNTRY_WORD.test(
      name.name
        .split(/[\s(]+/)
        .at(-1)
        ?.replace(")", "") ?? "",
    )
  )
    return undefined;
  const next = /^\s([\p{L}.]+)/u.exec(after)?.[1];
  if (next === undefined || !COUNTRY_WORD.test(next) || /^U\.?S/.test(next)) return undefined;
  return name.name.includes(next) ? undefined : next;
}

function inNameRun(
  before: string,
  after: string,
  candidate: Candidate,
  others: readonly Candidate[],
): boolean {
  const next = NEXT_CAPITAL.exec(after)?.[1];
  const nextIsHit = others.some(
    (other) =>
      other.segment === candidate.segment && other.start > candidate.end && other.start <= candidate.end + 2,
  );
  if (next !== undefined && !nextIsHit && !NOT_A_NAME.test(next) && !COUNTRY_WORD.test(next)) return true;
  const previous = PREVIOUS_CAPITAL.exec(before);
  if (previous === null) return false;
  const first = !/[\p{L}]/u.test(before.slice(0, previous.index));
  return (
    !NOT_A_NAME.test(previous[1] ?? "") &&
    !(first && !/^(?:Google|Apple|Agent|Apache|Amazon|Microsoft)$/.test(previous[1] ?? ""))
  );
}
