import { nameOf, type SpeakerIndex } from "./index-speakers.ts";
import { carriersIn, type Memory } from "./name-meant.ts";

/** "Both said", "the two companies said": the two carriers named just before. */
export function severalAtEnd(left: string, index: SpeakerIndex, memory: Memory): string[] {
  const both =
    /\b(?:[Tt]he (?:two|pair|companies|parties|two (?:companies|operators|carriers|groups))|[Bb]oth(?: companies| operators| carriers)?)(?: (?:have|had|also|jointly))?\s*$/u.exec(
      left,
    );
  if (both === null) return [];
  const here = carriersIn(left.slice(0, both.index), index);
  const named = here.length > 0 ? here : memory.pair;
  return named.length === 2 ? [...named] : [];
}

/** "Northcell and Kestrel" are two speakers where one of them is a carrier. */
export function eachOf(speaker: string, index: SpeakerIndex): string[] {
  if (index.carriers.has(speaker) || index.actors.has(speaker)) return [speaker];
  const parts = speaker
    .split(" and ")
    .map((part) => nameOf(index, part.replace(/^(?:the|Rivals|Competitors) /, "")));
  return parts.length === 2 && parts.some((part) => index.carriers.has(part)) ? parts : [speaker];
}
