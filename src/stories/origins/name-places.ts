import { foldText, stem } from "../../text/similarity.ts";
import { isCommonNoun, isTimeOrPlace } from "../names/name-pattern.ts";
import { isNewsroom } from "../names/newsrooms.ts";

/** A word of a sentence: folded, as a name is looked up by, and as it is seen beside a name. */
interface Word {
  readonly plain: string;
  /** Stemmed; of a name, which teaches nothing about other texts, only the sort. */
  readonly seen: string;
}
/** Where a name stands: the words of its sentence, and which of them are the name's. */
export interface Place {
  readonly words: readonly Word[];
  readonly from: number;
  readonly to: number;
}
/** Where the words of a text stand. */
export interface WordIndex {
  readonly byWord: ReadonlyMap<string, readonly { readonly words: readonly Word[]; readonly at: number }[]>;
}

const TOKEN = /\p{L}[\p{L}\p{N}&$’'-]{0,40}|\p{N}[\p{N}.,]{0,20}|[“”"?:;,()–—]/gu;
/** What is longer is no sentence. */
const MOST_WORDS = 90;
const MOST_PLACES = 40;

function wordsOf(sentence: string): Word[] {
  const out: Word[] = [];
  for (const match of sentence.matchAll(TOKEN)) {
    if (out.length >= MOST_WORDS) break;
    const bare = match[0].replace(/[’']s?$/, "");
    const plain = foldText(bare);
    out.push({ plain, seen: seenAs(bare, plain, match.index < 2) });
    if (bare !== match[0]) out.push({ plain: "'s", seen: "'s" });
  }
  return out;
}

function seenAs(raw: string, plain: string, first: boolean): string {
  if (/^\p{N}/u.test(raw)) return "§number";
  if (!/^\p{Lu}/u.test(raw) || (first && !/^\p{Lu}{2}/u.test(raw))) return stem(plain);
  if (isTimeOrPlace(raw)) return "§day";
  if (isNewsroom(raw)) return "§press";
  return isCommonNoun(raw) ? stem(plain) : "§name";
}

/** Where each word of some sentences stands. */
export function indexWords(sentences: readonly string[]): WordIndex {
  const byWord = new Map<string, { readonly words: readonly Word[]; readonly at: number }[]>();
  for (const sentence of sentences) {
    const words = wordsOf(sentence);
    for (const [at, { plain }] of words.entries()) {
      const known = byWord.get(plain);
      if (known === undefined) byWord.set(plain, [{ words, at }]);
      else known.push({ words, at });
    }
  }
  return { byWord };
}

/** Where a name in any of its spellings stands, spelling by spelling. */
export function placesOf(spellings: readonly string[], { byWord }: WordIndex): Place[] {
  const out: Place[] = [];
  for (const spelling of spellings) {
    const own = wordsOf(spelling).map(({ plain }) => plain);
    for (const { words, at } of byWord.get(own[0] ?? "") ?? []) {
      if (out.length >= MOST_PLACES) return out;
      if (own.some((word, i) => words[at + i]?.plain !== word)) continue;
      const to = at + own.length;
      if (!out.some((one) => one.words === words && one.from < to && at < one.to))
        out.push({ words, from: at, to });
    }
  }
  return out;
}
