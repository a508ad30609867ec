import type { AnswerChart, Archive, EntityFacts } from "../domain-lookup.ts";
import { sayCount, sayDay } from "./say.ts";

const DAY_MS = 86_400_000;
const SPAN_MS = 30 * DAY_MS;
/** Spans behind the newest one that make up what is usual. */
const BASELINE_SPANS = 12;

/** Counts stories in equal spans ending now; the baseline is the mean of the spans before the newest. */
export function countSpans(
  archive: Archive,
  entity: Pick<EntityFacts, "kind" | "id"> | undefined,
  window: { readonly now: number; readonly spanMs: number; readonly spans: number },
): AnswerChart {
  const { now, spanMs, spans } = window;
  const start = now - spanMs * spans;
  const counts = new Array<number>(spans).fill(0);
  for (const at of archive.storyTimes(entity && { kind: entity.kind, id: entity.id }, start)) {
    const index = Math.min(spans - 1, Math.floor((at - start) / spanMs));
    if (index >= 0 && at <= now) counts[index] = (counts[index] ?? 0) + 1;
  }
  const before = counts.slice(0, -1);
  return {
    unit: spanMs === DAY_MS ? "stories a day" : `stories in ${Math.round(spanMs / DAY_MS)} days`,
    points: counts.map((value, index) => ({ label: sayDay(start + index * spanMs), value })),
    baseline: before.length === 0 ? 0 : before.reduce((sum, one) => sum + one, 0) / before.length,
  };
}

/** One line: the last thirty days against the mean of the year before. */
export function sayTrend(archive: Archive, entity: Pick<EntityFacts, "kind" | "id">, now: number): string {
  const chart = countSpans(archive, entity, { now, spanMs: SPAN_MS, spans: BASELINE_SPANS + 1 });
  const latest = chart.points.at(-1)?.value ?? 0;
  return `${sayCount(latest, "story", "stories")} in the last 30 days; usual for it: ${chart.baseline.toFixed(1)} (mean of the ${BASELINE_SPANS} spans before)`;
}
