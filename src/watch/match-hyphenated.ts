import type { Match } from "./matcher/walk-names.ts";

const CUT = /(?<![\p{L}\p{N}-])(\p{Lu}\p{L}{1,14})[-‐‑](\p{L}{2,14})(?![\p{L}\p{N}-])/gu;
/** Shorter names would be hit by chance. */
const SHORTEST = 7;

/** One-word names by their letters in lower case; what a hyphenated word is looked up in. */
export function indexWholeWords(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const out = new Map<string, number[]>();
  names.forEach((name, index) => {
    if (name.length < SHORTEST || !/^\p{L}+$/u.test(name)) return;
    const key = name.toLowerCase();
    out.set(key, [...(out.get(key) ?? []), index]);
  });
  return out;
}

/** Names of one word that the text cuts by a hyphen: "Sand-Worm". Offsets are those of the text given. */
export function matchHyphenated(text: string, words: ReadonlyMap<string, readonly number[]>): Match[] {
  return [...text.matchAll(CUT)].flatMap((match) => {
    const names = words.get(`${match[1]}${match[2]}`.toLowerCase());
    return names === undefined
      ? []
      : [{ start: match.index, end: match.index + match[0].length, names: [...names] }];
  });
}
