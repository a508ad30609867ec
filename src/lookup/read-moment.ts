const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const UNITS: Readonly<Record<string, number>> = {
  min: 60_000,
  h: HOUR_MS,
  d: DAY_MS,
  w: 7 * DAY_MS,
  mo: 30 * DAY_MS,
  y: 365 * DAY_MS,
};
const UNIT_WORDS: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/^(?:min|mins|minutes?)$/, "min"],
  [/^(?:h|hrs?|hours?)$/, "h"],
  [/^(?:d|days?)$/, "d"],
  [/^(?:w|wks?|weeks?)$/, "w"],
  [/^(?:mo|mos|months?)$/, "mo"],
  [/^(?:y|yrs?|years?)$/, "y"],
];
/** A longer span is a slip of the finger, not a wish. */
const LONGEST_MS = 20 * 365 * DAY_MS;

/** Reads a span such as "90d", "2 weeks", "6mo" in milliseconds; undefined where it is none, or is zero or over twenty years. */
export function readSpan(words: string): number | undefined {
  const match = /^(\d{1,6})\s*([a-z]+)$/.exec(words.trim().toLowerCase());
  if (match === null) return undefined;
  const unit = UNIT_WORDS.find(([pattern]) => pattern.test(match[2] ?? ""))?.[1];
  if (unit === undefined) return undefined;
  const span = Number(match[1]) * (UNITS[unit] ?? 0);
  return span > 0 && span <= LONGEST_MS ? span : undefined;
}

/** Reads a past moment: a span back from now, "today", "yesterday", 2024, 2024-11, 2024-11-18, or a month with its year. UTC. */
export function readPast(words: string, now: number): number | undefined {
  const text = words.trim().toLowerCase();
  const span = readSpan(text);
  if (span !== undefined) return now - span;
  const midnight = now - (now % DAY_MS);
  if (text === "today") return midnight;
  if (text === "yesterday") return midnight - DAY_MS;
  return readDate(text)?.start;
}

/** Reads the end of a past period: as readPast, but a year, month or day counts to its end. */
export function readPastEnd(words: string, now: number): number | undefined {
  return readDate(words.trim().toLowerCase())?.end ?? readPast(words, now);
}

/** Reads a moment to come: a span on from now, or the end of a date after now. */
export function readFuture(words: string, now: number): number | undefined {
  const span = readSpan(words);
  if (span !== undefined) return now + span;
  const end = readDate(words.trim().toLowerCase())?.end;
  return end !== undefined && end > now && end <= now + LONGEST_MS ? end : undefined;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function readDate(text: string): { start: number; end: number } | undefined {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso) return period(Number(iso[1]), asNumber(iso[2]), asNumber(iso[3]));
  const worded = /^(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/.exec(text);
  if (!worded) return undefined;
  const month = MONTHS.indexOf(worded[2] ?? "") + 1;
  return month === 0 ? undefined : period(Number(worded[3]), month, asNumber(worded[1]));
}

function asNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function period(
  year: number,
  month: number | undefined,
  day: number | undefined,
): { start: number; end: number } | undefined {
  if (year < 1980 || year > 2100) return undefined;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  const start = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (day !== undefined && new Date(start).getUTCDate() !== day) return undefined;
  if (day !== undefined) return { start, end: start + DAY_MS - 1 };
  return { start, end: (month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1)) - 1 };
}
