const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Reads "30s", "15m", "1h30m", "7d" or "2w" as milliseconds; undefined when it is no such duration. */
export function readDuration(text: unknown): number | undefined {
  if (typeof text !== "string" || !/^(?:\d+(?:\.\d+)?[smhdw])+$/.test(text)) return undefined;
  let total = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)([smhdw])/g))
    total += Number(number) * (UNIT_MS[unit ?? ""] ?? 0);
  return total > 0 && Number.isSafeInteger(Math.round(total)) ? Math.round(total) : undefined;
}
