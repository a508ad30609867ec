import type { Figure } from "../../domain.ts";
import { ABOUT_SHARE, MOST_TIMES_ABOVE, NEAR_SHARE, ROUNDED_FROM } from "../thresholds.ts";

const AT_LEAST = /\b(?:more than|over|at least|above|upwards of|no fewer than|exceed\p{L}*) (?:an? )?$/iu;
const ABOUT =
  /\b(?:about|around|nearly|almost|roughly|some|approximately|up to|close to|just under|just over) (?:an? )?$/iu;

/** Whether two numbers may be one as two papers print it: rounded, "about" or "more than" it. */
export function agree(one: Figure, two: Figure): boolean {
  const gap = Math.abs(one.value - two.value);
  if (gap <= Math.abs(two.value) * NEAR_SHARE || gap <= Math.max(halfStep(one), halfStep(two))) return true;
  return allows(one, two) || allows(two, one);
}

function allows(hedged: Figure, other: Figure): boolean {
  const before = hedged.sentence.slice(0, Math.max(0, hedged.sentence.indexOf(hedged.literal)));
  if (AT_LEAST.test(before))
    return other.value >= hedged.value && other.value < hedged.value * MOST_TIMES_ABOVE;
  return ABOUT.test(before) && Math.abs(hedged.value - other.value) <= hedged.value * ABOUT_SHARE;
}

/** Half of the last place that a number is printed to: 50,000 for "1.2 million", 500 for "478,000". */
function halfStep({ value, literal }: Figure): number {
  const decimals = /\d\.(\d+)/.exec(literal)?.[1]?.length;
  if (value < ROUNDED_FROM) return 0;
  const digits = String(Math.round(value));
  const zeros = digits.length - digits.replace(/0+$/, "").length;
  const scale = /\d[\s-]?(?:billion|bn)/i.test(literal)
    ? 1e9
    : /\d[\s-]?(?:million|m\b)/i.test(literal)
      ? 1e6
      : 0;
  return (
    (decimals !== undefined && scale > 0
      ? scale / 10 ** decimals
      : 10 ** Math.min(zeros, digits.length - 2)) / 2
  );
}
