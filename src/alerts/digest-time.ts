const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** The next time after `now` at which the clocks of a timezone show an hour such as "08:30". */
export function digestTime(at: string, timezone: string, now: number): number {
  const [hours = 8, minutes = 0] = at.split(":").map(Number);
  const wanted = hours * 60 + minutes;
  const shown = minutesShown(now, timezone);
  const ahead = (wanted - shown + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  const rough = Math.floor(now / MINUTE_MS) * MINUTE_MS + ahead * MINUTE_MS;
  // A change of the clocks in between moves the hour: put it right once.
  const off = wanted - minutesShown(rough, timezone);
  const right =
    rough +
    (off > DAY_MINUTES / 2 ? off - DAY_MINUTES : off < -DAY_MINUTES / 2 ? off + DAY_MINUTES : off) *
      MINUTE_MS;
  return right > now ? right : right + DAY_MINUTES * MINUTE_MS;
}

function minutesShown(at: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: timezone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(at));
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part("hour") * 60 + part("minute");
}
