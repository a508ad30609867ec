import type { Sentence } from "../../text/sentences.ts";
import type { Settled } from "../candidates.ts";
import { type Segment, sentenceAt } from "../cut-segments.ts";

/** A sentence of an article with the mentions of actors in it. */
export interface ActorSentence {
  readonly segment: Segment;
  readonly sentence: Sentence;
  readonly named: readonly Settled[];
}
/** The same as one actor's case sees it. */
export interface PlacedSentence extends Omit<ActorSentence, "named"> {
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
): readonly ActorSentence[] {
  const named = new Map<Sentence, Settled[]>();
  for (const one of counted) {
    if (one.name.kind !== "actor") continue;
    const sentence = sentenceAt(one.candidate.segment, one.candidate.start);
    named.set(sentence, [...(named.get(sentence) ?? []), one]);
  }
  return segments
    .filter((segment) => segment.furnitureFrom > 0)
    .flatMap((segment) =>
      segment.sentences.map((sentence) => ({ segment, sentence, named: named.get(sentence) ?? [] })),
    )
    .filter((one, at) => at < MOST_SENTENCES || one.named.length > 0);
}

/** The sentences as the case of one actor sees them. */
export function placeSentences(sentences: readonly ActorSentence[], id: string): PlacedSentence[] {
  let last: { readonly at: number; readonly segment: Segment } | undefined;
  let otherSince = false;
  return sentences.map(({ segment, sentence, named }, at) => {
    const own = named.filter((one) => one.name.id === id);
    const other = own.length < named.length;
    if (own.length > 0) {
      last = { at, segment };
      otherSince = false;
    } else if (other) otherSince = true;
    const since = last === undefined ? undefined : at - last.at;
    return { segment, sentence, own, other, since, otherSince, sameParagraph: last?.segment === segment };
  });
}
