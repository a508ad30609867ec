import { stem } from "../../text/similarity.ts";
import type { Settled } from "../candidates.ts";
import type { Segment } from "../cut-segments.ts";
import { maskNames } from "./mention-tokens.ts";
import type { Traits } from "./weigh-traits.ts";
import { type Zone, zoneOf } from "./zone-of.ts";

/** How much a word counts by where it stands. */
const WORD_WEIGHT: Readonly<Record<Zone, number>> = { headline: 2, teaser: 1.5, lead: 1, body: 0.35 };

/** The words of an article outside its furniture, each once, with a strength that grows with the places where it stands. */
export function articleWords(segments: readonly Segment[], counted: readonly Settled[]): Traits {
  const weights = new Map<string, number>();
  for (const segment of segments) {
    if (segment.furnitureFrom === 0) continue;
    const weight = WORD_WEIGHT[zoneOf(segment)];
    for (const word of wordsOf(segment, counted)) weights.set(word, (weights.get(word) ?? 0) + weight);
  }
  return new Map([...weights].map(([word, weight]) => [`“${word}”`, Math.log1p(weight)]));
}

/** The stems of a segment's words, names as tokens of their kind, each once. */
export function wordsOf(segment: Segment, counted: readonly Settled[]): ReadonlySet<string> {
  const tokens = maskNames(segment, { start: 0, end: segment.furnitureFrom }, counted, undefined);
  return new Set(
    tokens.filter((token) => /^\p{L}|^§(?:carrier|actor)$/u.test(token)).map((token) => stem(token)),
  );
}
