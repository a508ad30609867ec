const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Too few arrivals tell no rhythm; then only a month without an entry is silence. */
const ENOUGH_ARRIVALS = 8;
const UNKNOWN_MS = 30 * DAY;
/** A history that has not seen two weekends cannot know a lull from an end. */
const TWO_WEEKENDS_MS = 12 * DAY;
const YOUNG_MS = 7 * DAY;
const LEAST_MS = 36 * HOUR;
/** On 10 weeks of polls of seven outlets: no false alarm, and a busy outlet's silence is told within three days. */
const MARGIN = 1.6;

/** How long after its last arrival a feed counts as silent, milliseconds: learned from the longest gap of its own history. */
export function silenceAfter(arrivals: readonly number[]): number {
  const first = arrivals[0];
  const last = arrivals.at(-1);
  if (first === undefined || last === undefined || arrivals.length < ENOUGH_ARRIVALS) return UNKNOWN_MS;
  const longest = longestGap(arrivals) * MARGIN;
  const least = last - first < TWO_WEEKENDS_MS ? YOUNG_MS : LEAST_MS;
  return Math.max(least, longest);
}

function longestGap(arrivals: readonly number[]): number {
  let longest = 0;
  for (let i = 1; i < arrivals.length; i += 1)
    longest = Math.max(longest, (arrivals[i] ?? 0) - (arrivals[i - 1] ?? 0));
  return longest;
}
