import type { Sentence } from "../../text/sentences.ts";
import type { Settled } from "../candidates.ts";
import { type Segment, sentenceAt } from "../cut-segments.ts";

/** A sentence of an article as one actor's case sees it. */
export interface PlacedSentence {
  readonly segment: Segment;
  readonly sentence: Sentence;
  /** The actor's mentions within. */
  readonly own: readonly Settled[];
  /** Whether another actor is named within. */
  readonly other: boolean;
  /** Sentences since the actor was last named: 0 where it is, undefined before the first time. */
  readonly since: number | undefined;
  /** Whether another actor was named since. */
  readonly otherSince: boolean;
  /** Whether the actor was last named in the same paragraph. */
  readonly sameParagraph: boolean;
}

/** A page with more sentences is no report; those that name somebody are read all the same. */
const MOST_SENTENCES = 200;

/** The sentences of an article outside its furniture, in order, with the actors named in each. */
export function actorSentences(
  segments: readonly Segment[],
  counted: readonly Settled[],
): readonly Pick<PlacedSentence, "segment" | "sentence" | "own">[] {
  const named = new Map<Sentence, Settled[]>();
  for (const one of counted) {
    if (one.name.kind !== "actor") continue;
    const sentence = sentenceAt(one.candidate.segment, one.candidate.start);
    named.set(sentence, [...(named.get(sentence) ?? []), one]);
  }
  return segments
    .filter((segment) => segment.furnitureFrom > 0)
    .flatMap((segment) =>
      segment.sentences.map((sentence) => ({ segment, sentence, own: named.get(sentence) ?? [] })),
    )
    .filter(({ own }, at) => at < MOST_SENTENCES || own.length > 0);
}

/** The same sentences as the case of one actor sees them. */
export function placeSentences(
  sentences: readonly Pick<PlacedSentence, "segment" | "sentence" | "own">[],
  id: string,
): PlacedSentence[] {
  let last: { readonly at: number; readonly segment: Segment } | undefined;
  let otherSince = false;
  return sentences.map(({ segment, sentence, own: all }, at) => {
    const own = all.filter((one) => one.name.id === id);
    const other = own.length < all.length;
    if (own.length > 0) {
      last = { at, segment };
      otherSince = false;
    } else if (other) otherSince = true;
    const since = last === undefined ? undefined : at - last.at;
    return { segment, sentence, own, other, since, otherSince, sameParagraph: last?.segment === segment };
  });
}
