import type { Fingerprint, Head } from "../../domain.ts";
import { type TermWeights, termWeight } from "../../text/similarity.ts";
import { COMMON_WEIGHT, RARE_HEADLINE_SHARE } from "../thresholds.ts";

export interface Headlines {
  /** Share of one headline's words, rare ones heavier, that stand in the other's headline or teaser: the better and the worse of both ways. */
  readonly either: number;
  readonly both: number;
  /** Whether no rare word of either headline stands anywhere in the other text. */
  readonly apart: boolean;
  /** How much rarer each headline's rarest word that the other text does not have is than the rarest that both heads have; the lesser of both ways, 0 to about 3. */
  readonly own: number;
}

/** How far an article's headline and a story's are about the same things, 0 to 1; for a story of many the mean of its headlines counts, so that no chain of neighbours grows. */
export function compareHeadlines(mine: Fingerprint, theirs: Fingerprint, weights: TermWeights): Headlines {
  const head = mine.heads?.[0] ?? { title: mine.titleTerms, terms: mine.titleTerms };
  const others = theirs.heads ?? [{ title: theirs.titleTerms, terms: theirs.titleTerms }];
  const found = mean(others, (other) => shareFound(head.title, other.terms, weights));
  const back = mean(others, (other) => shareFound(other.title, head.terms, weights));
  const shared = mean(others, (other) =>
    rarest(
      head.terms.filter((term) => other.terms.includes(term)),
      weights,
    ),
  );
  const own = Math.min(rarestMissing(mine, theirs, weights), rarestMissing(theirs, mine, weights));
  return {
    either: Math.max(found, back),
    both: Math.min(found, back),
    own: Math.max(0, own - shared),
    apart: areApart(mine, theirs, weights),
  };
}

/** Share of the shorter text's words that both have, rare words heavier, 0 to 1. */
export function shareOfWords(mine: Fingerprint, theirs: Fingerprint, weights: TermWeights): number {
  const known = wordsOf(theirs);
  let [here, both, there] = [0, 0, 0];
  for (const [term] of mine.terms) {
    const weight = termWeight(term, weights);
    here += weight;
    if (known.has(term)) both += weight;
  }
  if (both === 0) return 0;
  for (const [term] of theirs.terms) there += termWeight(term, weights);
  return both / Math.max(1, Math.min(here, there));
}

/** Kept beside a text, as it is held against hundreds of others: its words, and those that more than one of its articles has. */
const WORDS = new WeakMap<Fingerprint, ReadonlySet<string>>();
const COMMON = new WeakMap<Fingerprint, ReadonlySet<string>>();

function wordsOf(one: Fingerprint): ReadonlySet<string> {
  const known = WORDS.get(one);
  if (known !== undefined) return known;
  const words = new Set(one.terms.map(([term]) => term));
  WORDS.set(one, words);
  return words;
}

function mean(heads: readonly Head[], measure: (head: Head) => number): number {
  let sum = 0;
  for (const head of heads) sum += measure(head);
  return heads.length === 0 ? 0 : sum / heads.length;
}

function shareFound(title: readonly string[], terms: readonly string[], weights: TermWeights): number {
  let [all, found] = [0, 0];
  for (const term of title) {
    const weight = termWeight(term, weights) ** 2;
    all += weight;
    if (terms.includes(term)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

function rarest(terms: readonly string[], weights: TermWeights): number {
  let most = 0;
  for (const term of terms) most = Math.max(most, termWeight(term, weights) - COMMON_WEIGHT);
  return most;
}

function rarestMissing(from: Fingerprint, to: Fingerprint, weights: TermWeights): number {
  const known = wordsOf(to);
  const heads = from.heads ?? [{ title: from.titleTerms, terms: [] }];
  let least = Number.POSITIVE_INFINITY;
  for (const { title } of heads)
    least = Math.min(
      least,
      rarest(
        title.filter((term) => !known.has(term)),
        weights,
      ),
    );
  return least;
}

/** Words that more than one member of many has: a word of one alone is not what the story is about. */
function commonWordsOf(one: Fingerprint): ReadonlySet<string> {
  const members = one.heads?.length ?? 1;
  if (members === 1) return wordsOf(one);
  const known = COMMON.get(one);
  if (known !== undefined) return known;
  const words = new Set(one.terms.filter(([, count]) => count > members).map(([term]) => term));
  COMMON.set(one, words);
  return words;
}

/** Whether no rare headline word of the one stands in the other: neither the article's in the story at large, nor those of most of its headlines in the article. */
function areApart(mine: Fingerprint, theirs: Fingerprint, weights: TermWeights): boolean {
  const rare = weights.documents * RARE_HEADLINE_SHARE;
  const stands = (title: readonly string[], words: ReadonlySet<string>): boolean =>
    title.some((term) => words.has(term) && weights.frequency(term) <= rare);
  if (stands(mine.titleTerms, commonWordsOf(theirs))) return false;
  const titles = theirs.heads?.map((head) => head.title) ?? [theirs.titleTerms];
  const words = wordsOf(mine);
  return titles.filter((title) => stands(title, words)).length <= titles.length / 2;
}
