import learned from "./origin-weights.json" with { type: "json" };

/** How much each trait speaks for a voice as origin. */
export interface OriginWeights {
  readonly bias: number;
  readonly traits: Readonly<Record<string, number>>;
}

/** How likely a report rests on a voice with these traits, between 0 and 1. */
export function weighOrigin(traits: ReadonlyMap<string, number>, weights: OriginWeights = learned): number {
  let sum = weights.bias;
  for (const [trait, strength] of traits) sum += strength * (weights.traits[trait] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
