import type { RoleInput } from "../role-input.ts";
import { maskNames } from "../weigh/mention-tokens.ts";
import { sumTraits, type Traits, toWeights, type Weights } from "../weigh/weigh-traits.ts";
import { zoneOf } from "../weigh/zone-of.ts";
import weightsFile from "./blame-weights.json" with { type: "json" };
import { BLAME_CODES, type BlameCode } from "./codes.ts";
import { actorSentences, type PlacedSentence, placeSentences } from "./place-sentences.ts";
import { type BlameInput, namedTraits, placeTraits, settingTraits, wordTraits } from "./sentence-traits.ts";

/** What one sentence says on whether an actor did it. */
export interface SentenceBlame {
  readonly text: string;
  /** Whether the sentence names the actor. */
  readonly named: boolean;
  /** Whether it stands in headline or teaser. */
  readonly head: boolean;
  /** Whether it goes on from a sentence that named the actor, and no other since. */
  readonly follows: boolean;
  /** Of each code, how likely the sentence says it, 0 to 1. */
  readonly chances: Readonly<Record<BlameCode, number>>;
}
/** One actor's case: the article's sentences in order, and of each code the surest among those that name it. */
export interface Case {
  readonly sentences: readonly SentenceBlame[];
  readonly peak: Readonly<Record<BlameCode, number>>;
}
/** The case of each actor named, by id. */
export type Blame = ReadonlyMap<string, Case>;

export const BLAME_WEIGHTS = toWeights(BLAME_CODES, weightsFile);
/** A page that names more is a list. */
const MOST_ACTORS = 40;
/** Sentences behind a name that may still speak of it. */
const FOLLOWS = 2;

/** Reads for every actor what each sentence of the article says on whether it did what is reported. */
export function readBlame(
  input: BlameInput & Pick<RoleInput, "segments">,
  weights: Weights<BlameCode> = BLAME_WEIGHTS,
): Blame {
  const scored = traitsByCase(input, (traits) => sumTraits(traits, weights));
  return new Map(
    [...scored].map(([id, places]) => {
      const sentences = places.map(({ place, parts }): SentenceBlame => {
        const sums = weights.bias.map((bias, at) => parts.reduce((sum, part) => sum + (part[at] ?? 0), bias));
        const chance = (code: BlameCode): number =>
          1 / (1 + Math.exp(-(sums[weights.labels.indexOf(code)] ?? 0)));
        return {
          text: place.sentence.text,
          named: place.own.length > 0,
          head: /^(?:headline|teaser)$/.test(zoneOf(place.segment)),
          follows:
            place.since !== undefined && place.since > 0 && place.since <= FOLLOWS && !place.otherSince,
          chances: byCode(chance),
        };
      });
      const named = sentences.filter((one) => one.named);
      return [
        id,
        { sentences, peak: byCode((code) => Math.max(0, ...named.map((one) => one.chances[code]))) },
      ];
    }),
  );
}

function byCode(of: (code: BlameCode) => number): Record<BlameCode, number> {
  return Object.fromEntries(BLAME_CODES.map((code) => [code, of(code)])) as Record<BlameCode, number>;
}

/** For every actor each sentence with its traits in parts, each part put through `of` once where actors share it. */
export function traitsByCase<T>(
  input: BlameInput & Pick<RoleInput, "segments">,
  of: (traits: Traits) => T,
): Map<string, { readonly place: PlacedSentence; readonly parts: readonly T[] }[]> {
  const named = input.counted.flatMap(({ name }) => (name.kind === "actor" ? [name.id] : []));
  const ids = [...new Set(named)].slice(0, MOST_ACTORS);
  if (ids.length === 0) return new Map();
  const sentences = actorSentences(input.segments, input.counted);
  const setting = sentences.map((one) => of(settingTraits(one, input)));
  const words = sentences.map((one) =>
    of(wordTraits(maskNames(one.segment, one.sentence, input.counted, undefined))),
  );
  return new Map(
    ids.map((id) => [
      id,
      placeSentences(sentences, id).map((place, at) => {
        const common = [setting[at] as T, of(placeTraits(place, ids.length))];
        if (place.own.length === 0) return { place, parts: [...common, words[at] as T] };
        const tokens = maskNames(place.segment, place.sentence, input.counted, id);
        return { place, parts: [...common, of(wordTraits(tokens)), of(namedTraits(place, tokens, input))] };
      }),
    ]),
  );
}
