/** What may speak for a reading: the name of each trait and its strength, mostly 0 to 2. */
export type Traits = ReadonlyMap<string, number>;

/** A linear model as the training script writes it: for each trait one weight a label, in the order of `labels`. */
export interface Weights<L extends string> {
  readonly labels: readonly L[];
  readonly bias: readonly number[];
  readonly traits: Readonly<Record<string, readonly number[]>>;
}

export interface Verdict<L extends string> {
  readonly label: L;
  /** The label's share among all, 0 to 1. */
  readonly share: number;
  /** The traits that spoke most for it, strongest first. */
  readonly because: readonly string[];
}

/** More than are shown: some say nothing to a reader. */
const MOST_REASONS = 12;

/** The label for which the traits speak most, with its share and the strongest reasons: one logistic score a label. */
export function weighTraits<L extends string>(traits: Traits, weights: Weights<L>): Verdict<L> {
  const sums = sumTraits(traits, weights).map((sum, at) => sum + (weights.bias[at] ?? 0));
  const scores = sums.map((sum) => 1 / (1 + Math.exp(-sum)));
  const total = scores.reduce((sum, score) => sum + score, 0);
  const best = scores.indexOf(Math.max(...scores));
  const label = weights.labels[best];
  if (label === undefined) throw new Error("expected weights with at least one label, got none");
  return {
    label,
    share: (scores[best] ?? 0) / total,
    because: [...traits]
      .map(([trait, strength]) => ({ trait, points: (weights.traits[trait]?.[best] ?? 0) * strength }))
      .filter(({ points }) => points > 0)
      .sort((left, right) => right.points - left.points)
      .slice(0, MOST_REASONS)
      .map(({ trait }) => trait),
  };
}

/** What the traits add to the score of each label, in the order of the labels, without its bias. */
export function sumTraits<L extends string>(traits: Traits, weights: Weights<L>): number[] {
  const sums = weights.labels.map(() => 0);
  for (const [trait, strength] of traits)
    weights.traits[trait]?.forEach((weight, at) => {
      sums[at] = (sums[at] ?? 0) + weight * strength;
    });
  return sums;
}

/** The shape of a weights file: labels in its own order. */
interface WeightsFile {
  readonly labels: readonly string[];
  readonly bias: readonly number[];
  readonly traits: Readonly<Record<string, readonly number[]>>;
}

/** A weights file with its labels checked against those that the code knows. */
export function toWeights<L extends string>(known: readonly L[], file: WeightsFile): Weights<L> {
  const labels = file.labels.map((label) => {
    const found = known.find((one) => one === label);
    if (found === undefined) throw new Error(`expected a label of ${known.join(", ")}, got ${label}`);
    return found;
  });
  return { labels, bias: file.bias, traits: file.traits };
}
