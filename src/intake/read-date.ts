/** Zone names that JavaScript does not know, in minutes east of UTC. BST and IST as newsrooms use them. */
const ZONES: Readonly<Record<string, number>> = {
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MET: 60,
  CEST: 120,
  MEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  GST: 240,
  PKT: 300,
  IST: 330,
  ICT: 420,
  HKT: 480,
  SGT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  AEST: 600,
  ACDT: 630,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  HST: -600,
  AKST: -540,
  AKDT: -480,
  BRT: -180,
  ART: -180,
  ADT: -180,
  AST: -240,
};
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** A feed's date, RFC 822, ISO 8601 or near to them, as epoch milliseconds; UTC where no zone stands. Undefined where it cannot be read. */
export function readDate(text: string | undefined): number | undefined {
  const bare = (text ?? "").trim().replace(/\s+/g, " ").slice(0, 80);
  if (!/\d/.test(bare)) return undefined;
  for (const form of forms(bare)) {
    const at = Date.parse(form);
    if (!Number.isNaN(at) && at >= EARLIEST && at < LATEST) return at;
  }
  return undefined;
}

function* forms(text: string): Generator<string> {
  const zoned = withKnownZone(text);
  if (hasZone(zoned)) yield zoned;
  const dashed = zoned.replace(
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2}))?(?=\D|$)/,
    (_all, year: string, month: string, day: string, hour = "00", minute = "00", second = "00") =>
      `${year}-${month}-${day}T${hour}:${minute}:${second}`,
  );
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?))?/.exec(dashed);
  if (iso) {
    const [whole, year = "", month = "", day = "", time = "00:00:00"] = iso;
    const zone = /^\s*(Z|[+-]\d{2}(?::?\d{2})?)/i.exec(dashed.slice(whole.length))?.[1] ?? "Z";
    const minutes = zone.slice(3).replace(":", "") || "00";
    const offset = zone.length > 1 ? `${zone.slice(0, 3)}:${minutes}` : "Z";
    yield `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}T${time.padStart(5, "0")}${offset}`;
  }
  if (!hasZone(zoned)) yield `${zoned} UTC`;
  const noDay = zoned.replace(/^[A-Za-z]{2,9},? +/, "");
  if (noDay !== zoned) yield hasZone(noDay) ? noDay : `${noDay} UTC`;
  yield `${noDay.replace(/ [A-Z]{2,5}$/, "")} UTC`;
}

function hasZone(text: string): boolean {
  return (
    /(?:Z|[+-]\d{2}:?\d{2}|\b(?:GMT|UTC?|[ECMP][SD]T))\s*(?:\([^)]*\))?$/i.test(text) &&
    !/^\d{4}-\d{2}-\d{2}$/.test(text)
  );
}

function withKnownZone(text: string): string {
  return text.replace(/ ([A-Z]{3,4})$/, (whole, zone: string) => {
    const minutes = ZONES[zone];
    if (minutes === undefined) return whole;
    const size = Math.abs(minutes);
    const two = (n: number): string => String(n).padStart(2, "0");
    return ` ${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
  });
}
