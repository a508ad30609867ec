import { nameOf, type SpeakerIndex } from "../names/index-speakers.ts";
import { NAME, trimName } from "../names/name-pattern.ts";
import { carriersIn, type Memory } from "./name-meant.ts";
import { END } from "./subject-patterns.ts";

const ALL =
  /\b(?:[Tt]he (?:two|three|four|five|pair|companies|operators|carriers|parties)(?: (?:companies|operators|carriers|groups|providers|networks))?|[Bb]oth(?: companies| operators| carriers)?|[Ee]ach|[Nn]either(?: of them)?|[Aa]ll (?:two|three|four|five|of them))(?: (?:have|had|also|jointly))?\s*$/u;
const COUNTS: Readonly<Record<string, number>> = { two: 2, pair: 2, both: 2, three: 3, four: 4, five: 5 };
const LIST = new RegExp(
  `(?<list>(?:${NAME}, (?:the )?){1,6}${NAME},? and (?:the )?${NAME})(?:, (?!and )[^,]{3,80},)?${END}`,
  "u",
);

/** Several who speak as one: "both said", "the four operators said", "Northcell, Kestrel and Norlight said". */
export function severalAtEnd(left: string, index: SpeakerIndex, memory: Memory): string[] {
  const list = LIST.exec(left.slice(-200))?.groups?.list;
  if (list !== undefined) {
    const names = list.split(/, and |, | and /).map((name) => nameOf(index, trimName(name)));
    if (names.filter((name) => index.carriers.has(name)).length >= 2)
      return names.filter((name) => name !== "");
  }
  const all = ALL.exec(left);
  if (all === null) return [];
  const here = carriersIn(left.slice(0, all.index), index);
  const named = here.length > 1 ? here : memory.pair;
  const count = /[a-z]+/gi.exec(all[0].replace(/^(?:the|all) /i, ""))?.[0].toLowerCase() ?? "";
  return named.length >= 2 && (COUNTS[count] ?? named.length) === named.length ? [...named] : [];
}

/** "Northcell and Kestrel" are two speakers where one of them is a carrier. */
export function eachOf(speaker: string, index: SpeakerIndex): string[] {
  if (index.carriers.has(speaker) || index.actors.has(speaker)) return [speaker];
  const parts = speaker
    .split(" and ")
    .map((part) => nameOf(index, part.replace(/^(?:the|Rivals|Competitors) /, "")));
  return parts.length === 2 && parts.some((part) => index.carriers.has(part)) ? parts : [speaker];
}
