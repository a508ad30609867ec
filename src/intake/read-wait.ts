const HOUR = 3_600_000;
/** A feed that calls itself fresh for longer is asked all the same: a story must not wait a day for a header. */
export const MAX_FRESH_MS = 5 * HOUR;
/** The longest that a host may silence us. */
export const MAX_RETRY_AFTER_MS = 24 * HOUR;

type Headers = Readonly<Record<string, string>>;

/** How long an answer calls itself fresh by Cache-Control or Expires, milliseconds, at most five hours; undefined where it says nothing. */
export function readWait(headers: Headers, now: number): number | undefined {
  const control = headers["cache-control"] ?? "";
  if (/\bno-(?:cache|store)\b/i.test(control)) return undefined;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/i.exec(control)?.[1];
  if (maxAge !== undefined) {
    const age = /^\s*(\d{1,9})\s*$/.exec(headers.age ?? "")?.[1] ?? "0";
    return capped((Number(maxAge) - Number(age)) * 1_000, MAX_FRESH_MS);
  }
  const expires = Date.parse(headers.expires ?? "");
  if (Number.isNaN(expires)) return undefined;
  const date = Date.parse(headers.date ?? "");
  return capped(expires - (Number.isNaN(date) ? now : date), MAX_FRESH_MS);
}

/** The time before which a host does not want to be asked, by Retry-After in seconds or as a date, at most a day off; undefined where it makes no sense. */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = (headers["retry-after"] ?? "").trim();
  if (/^\d+(?:\.\d+)?$/.test(value)) {
    const wait = capped(Number(value) * 1_000, MAX_RETRY_AFTER_MS);
    return wait === undefined ? undefined : now + wait;
  }
  const at = /[A-Za-z]{3}/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  const wait = capped(at - now, MAX_RETRY_AFTER_MS);
  return wait === undefined ? undefined : now + wait;
}

function capped(ms: number, most: number): number | undefined {
  return ms > 0 ? Math.min(ms, most) : undefined;
}
