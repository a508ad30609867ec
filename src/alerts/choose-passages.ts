import type { Passage } from "./find-passages.ts";

/** The headline counts as no passage and no sentence, every message has it above them; its characters count. */
export interface Bounds {
  /** Most characters over all passages, a space between them counted. */
  readonly chars: number;
  readonly passages: number;
  /** Most sentences over all passages. */
  readonly sentences: number;
}

/** Only the best by worth for their length are combined, so that a long article costs no more than a short one. */
const MOST_CANDIDATES = 36;
/** In telling words, which weigh 0 to 1 each: lost by a passage whose first word points back at something that is not shown, and by one that tells of an older event; won by the victim's own word. Left out one by one they change 3 of 1,924 facts. */
const DANGLING = 0.4;
const PAST = 0.6;
const OWN_WORD = 0.3;

interface Weighed extends Passage {
  readonly words: readonly (readonly [index: number, weight: number])[];
  /** Worth of its words, were it alone. */
  readonly worth: number;
  readonly loss: number;
}

/** The passages that together say most: each telling word counts once, however often it is said. */
export function choosePassages(
  passages: readonly Passage[],
  weights: ReadonlyMap<string, number>,
  bounds: Bounds,
): readonly Passage[] {
  const index = new Map([...weights.keys()].map((term, at) => [term, at]));
  const weighed = passages.map((one) => weigh(one, weights, index));
  const pool = weighed
    .filter((one) => one.sentences > 0)
    .sort((a, b) => density(b) - density(a) || a.from - b.from)
    .slice(0, MOST_CANDIDATES);
  const said = new Uint8Array(index.size);
  let best: readonly Weighed[] = [];
  let most = Number.NEGATIVE_INFINITY;
  const extend = (set: readonly Weighed[], value: number, room: Bounds, next: number) => {
    for (let at = next; at < pool.length; at += 1) {
      const one = pool[at] as Weighed;
      if (one.text.length > room.chars || one.sentences > room.sentences) continue;
      if (set.some((other) => overlap(one, other))) continue;
      const last = room.passages === 1;
      if (last && value + one.worth - one.loss < most) continue;
      take([...set, one], value, room, at + 1, last);
    }
  };
  /** Counts the passage that was added last, and goes on from there. */
  const take = (set: readonly Weighed[], before: number, room: Bounds, next: number, last: boolean) => {
    const one = set.at(-1) as Weighed;
    const value = before + fresh(one, said) - one.loss;
    if (value > most || (value === most && set.length > best.length)) {
      most = value;
      best = set;
    }
    if (last) return;
    const added = one.words.filter(([word]) => said[word] === 0);
    for (const [word] of added) said[word] = 1;
    extend(set, value, roomBeside(one, room), next);
    for (const [word] of added) said[word] = 0;
  };
  for (const headline of weighed.filter((one) => one.sentences === 0)) take([headline], 0, bounds, 0, false);
  extend([], 0, bounds, 0);
  return [...best].sort((a, b) => a.from - b.from);
}

function roomBeside({ text, sentences }: Passage, room: Bounds): Bounds {
  return {
    chars: room.chars - text.length - 1,
    passages: room.passages - (sentences > 0 ? 1 : 0),
    sentences: room.sentences - sentences,
  };
}

function weigh(
  passage: Passage,
  weights: ReadonlyMap<string, number>,
  index: ReadonlyMap<string, number>,
): Weighed {
  const words = [...passage.terms].map((term): readonly [number, number] => [
    index.get(term) ?? 0,
    weights.get(term) ?? 0,
  ]);
  const worth = words.reduce((sum, [, weight]) => sum + weight, 0);
  return { ...passage, words, worth, loss: lossOf(passage) };
}

function lossOf({ pointsBack, past, ownWord }: Passage): number {
  return (pointsBack ? DANGLING : 0) + (past ? PAST : 0) - (ownWord ? OWN_WORD : 0);
}

function density(one: Weighed): number {
  return (one.worth - one.loss) / Math.sqrt(one.text.length + 20);
}

function fresh(one: Weighed, said: Uint8Array): number {
  let sum = 0;
  for (const [word, weight] of one.words) if (said[word] === 0) sum += weight;
  return sum;
}

function overlap(a: Passage, b: Passage): boolean {
  return a.from <= b.to && b.from <= a.to;
}
