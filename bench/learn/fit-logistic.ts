import type { Traits, Weights } from "../../src/watch/weigh/weigh-traits.ts";

/** One thing to learn from: what speaks, what it is, and how much it counts. */
export interface Example<L extends string> {
  readonly traits: Traits;
  readonly label: L;
  readonly weight: number;
}
export interface FitOptions {
  /** Inverse of the strength of regularisation, as in liblinear. */
  readonly c: number;
  /** 0 counts examples alike, 1 lets every label count alike. */
  readonly balance: number;
  /** Traits in fewer examples are left out. */
  readonly leastExamples: number;
  /** Traits that weigh less for every label are left out; LEAST_WEIGHT where not given. */
  readonly leastWeight?: number;
}

const ITERATIONS = 120;
const MEMORY = 8;

/** Fits one L2-regularised logistic regression a label against the others (L-BFGS); deterministic. */
export function fitLogistic<L extends string>(
  examples: readonly Example<L>[],
  options: FitOptions,
): Weights<L> {
  const labels = [...new Set(examples.map((one) => one.label))].sort();
  return fitEach(
    examples.map((one) => ({ ...one, labels: new Set([one.label]) })),
    labels,
    options,
  );
}

/** The same where an example may have several labels, or none. */
export function fitEach<L extends string>(
  examples: readonly (Omit<Example<L>, "label"> & { readonly labels: ReadonlySet<L> })[],
  labels: readonly L[],
  options: FitOptions,
): Weights<L> {
  const count = new Map<string, number>();
  for (const { traits } of examples)
    for (const trait of traits.keys()) count.set(trait, (count.get(trait) ?? 0) + 1);
  const names = [...count]
    .filter(([, n]) => n >= options.leastExamples)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, at) => [name, at + 1]));
  const rows = examples.map(({ traits }) => rowOf(traits, index));
  const share = (label: L): number => examples.filter((one) => one.labels.has(label)).length;
  const shares = new Map(labels.map((label) => [label, share(label)]));
  const weightOf = (own: ReadonlySet<L>): number => {
    const [label] = own;
    const rarity = examples.length / labels.length / ((label && shares.get(label)) || 1);
    return label === undefined ? 1 : rarity ** options.balance;
  };
  const weights = examples.map((one) => options.c * one.weight * weightOf(one.labels));
  const fitted = labels.map((label) =>
    fitOne(
      rows,
      examples.map((one) => (one.labels.has(label) ? 1 : -1)),
      weights,
      names.length + 1,
    ),
  );
  const traits: Record<string, number[]> = {};
  names.forEach((name, at) => {
    const row = fitted.map((one) => round(one[at + 1] ?? 0));
    if (row.some((weight) => Math.abs(weight) >= (options.leastWeight ?? LEAST_WEIGHT))) traits[name] = row;
  });
  return { labels, bias: fitted.map((one) => round(one[0] ?? 0)), traits };
}

/** Smaller weights change no reading. */
const LEAST_WEIGHT = 0.04;

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}

interface Row {
  readonly at: Int32Array;
  readonly value: Float64Array;
}

/** Column 0 is the bias. */
function rowOf(traits: Traits, index: ReadonlyMap<string, number>): Row {
  const known = [...traits].flatMap(([name, value]) => {
    const at = index.get(name);
    return at === undefined ? [] : [[at, value] as const];
  });
  return {
    at: Int32Array.from([0, ...known.map(([at]) => at)]),
    value: Float64Array.from([1, ...known.map(([, value]) => value)]),
  };
}

function fitOne(
  rows: readonly Row[],
  signs: readonly number[],
  weights: readonly number[],
  size: number,
): Float64Array {
  const lossOf = (w: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    for (let i = 0; i < size; i += 1) {
      loss += 0.5 * w[i]! * w[i]!;
      gradient[i] = w[i]!;
    }
    rows.forEach(({ at, value }, row) => {
      let sum = 0;
      for (let k = 0; k < at.length; k += 1) sum += w[at[k]!]! * value[k]!;
      const sign = signs[row]!;
      const margin = sign * sum;
      loss +=
        weights[row]! * (margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin)));
      const slope = (-weights[row]! * sign) / (1 + Math.exp(margin));
      for (let k = 0; k < at.length; k += 1) gradient[at[k]!] = gradient[at[k]!]! + slope * value[k]!;
    });
    return loss;
  };
  return minimise(lossOf, size);
}

/** Limited-memory BFGS with backtracking. */
function minimise(lossOf: (w: Float64Array, gradient: Float64Array) => number, size: number): Float64Array {
  let w = new Float64Array(size);
  let gradient = new Float64Array(size);
  let loss = lossOf(w, gradient);
  const steps: { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[] = [];
  for (let round = 0; round < ITERATIONS; round += 1) {
    const direction = descend(gradient, steps);
    const slope = dot(direction, gradient);
    if (slope > -1e-9) break;
    let pace = steps.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    for (let tries = 0; tries < 30; tries += 1) {
      const next = w.map((x, i) => x + pace * direction[i]!);
      const nextGradient = new Float64Array(size);
      const nextLoss = lossOf(next, nextGradient);
      if (nextLoss <= loss + 1e-4 * pace * slope) {
        const s = next.map((x, i) => x - w[i]!);
        const y = nextGradient.map((x, i) => x - gradient[i]!);
        const curvature = dot(s, y);
        if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
        if (steps.length > MEMORY) steps.shift();
        const gained = loss - nextLoss;
        [w, gradient, loss] = [next, nextGradient, nextLoss];
        if (gained < 1e-7 * Math.abs(loss)) return w;
        break;
      }
      pace /= 2;
      if (tries === 29) return w;
    }
  }
  return w;
}

function descend(
  gradient: Float64Array,
  steps: readonly { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }[],
): Float64Array {
  const q = gradient.map((x) => -x);
  const alphas: number[] = [];
  for (const { s, y, rho } of [...steps].reverse()) {
    const alpha = rho * dot(s, q);
    alphas.push(alpha);
    for (let i = 0; i < q.length; i += 1) q[i] = q[i]! - alpha * y[i]!;
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < q.length; i += 1) q[i] = q[i]! * scale;
  }
  for (const { s, y, rho } of steps) {
    const beta = rho * dot(y, q);
    const alpha = alphas.pop() ?? 0;
    for (let i = 0; i < q.length; i += 1) q[i] = q[i]! + (alpha - beta) * s[i]!;
  }
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
