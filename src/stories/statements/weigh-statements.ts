import { STANCES, type Stance } from "../../domain.ts";
import type { Heard } from "../hearing/heard.ts";
import { type Hearing, speakerTraits, tracePassages } from "./statement-traits.ts";
import learned from "./statement-weights.json" with { type: "json" };

/** For each trait one weight a stance, in the order of `STANCES`. */
export interface StatementWeights {
  readonly bias: readonly number[];
  readonly traits: Readonly<Record<string, readonly number[]>>;
}
/** A speaker's passages with how likely the article gives the speaker each stance, 0 to 1. */
export interface Weighed {
  readonly passages: readonly WeighedPassage[];
  readonly odds: Readonly<Record<Stance, number>>;
}
export interface WeighedPassage {
  readonly heard: Heard;
  /** How much the passage speaks for each stance; comparable among the passages of one article. */
  readonly scores: Readonly<Record<Stance, number>>;
}

/** Weighs each speaker's passages together, in the order in which the speakers are first heard. */
export function weighStatements(hearing: Hearing, weights: StatementWeights = learned): Weighed[] {
  return tracePassages(hearing).map((traced) => ({
    odds: byStance(sum(speakerTraits(traced, hearing), weights).map((score) => 1 / (1 + Math.exp(-score)))),
    passages: traced.map(({ heard, traits }) => ({
      heard,
      scores: byStance(sum(new Map(traits.map((trait) => [trait, 1])), weights)),
    })),
  }));
}

function sum(traits: ReadonlyMap<string, number>, weights: StatementWeights): number[] {
  const sums = [...weights.bias];
  for (const [trait, strength] of traits) {
    const row = weights.traits[trait];
    if (row === undefined) continue;
    for (const [at, weight] of row.entries()) sums[at] = (sums[at] ?? 0) + weight * strength;
  }
  return sums;
}

function byStance(values: readonly number[]): Record<Stance, number> {
  return Object.fromEntries(STANCES.map((stance, at) => [stance, values[at] ?? 0])) as Record<Stance, number>;
}
