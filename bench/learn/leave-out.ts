import { weighTraits } from "../../src/watch/weigh/weigh-traits.ts";
import { type FitOptions, fitLogistic } from "./fit-logistic.ts";
import type { SetExample } from "./reading-examples.ts";

/** One example of a set as weights read it that had not seen the set. */
export interface Unseen<L extends string> {
  readonly set: string;
  readonly of: string;
  readonly label: L;
  readonly read: L;
}

/** Reads the examples of each named set with weights learned from all the others. */
export function leaveOut<L extends string>(
  examples: readonly SetExample<L>[],
  options: FitOptions,
  names: readonly string[] = [...new Set(examples.map((one) => one.set))],
): Unseen<L>[] {
  return names.flatMap((name) => {
    const weights = fitLogistic(
      examples.filter((one) => one.set !== name),
      options,
    );
    return examples.flatMap(({ set, of, label, traits }) =>
      set !== name || of === undefined ? [] : [{ set, of, label, read: weighTraits(traits, weights).label }],
    );
  });
}
