import type { Answer, Archive, Query } from "../domain-lookup.ts";
import { countSpans } from "./count-spans.ts";
import { type Directory, findEntity } from "./find-entity.ts";
import { sayCount } from "./say.ts";
import { unknownName } from "./unknown-name.ts";

const SPANS = 13;

/** Counts of stories in the last span and the twelve before it, for one name or all. */
export function answerTrend(
  query: Extract<Query, { kind: "trend" }>,
  archive: Archive,
  directory: Directory,
  now: number,
): Answer {
  const found =
    query.name === undefined ? undefined : findEntity(query.name, ["actor", "carrier"], directory);
  if (found !== undefined && found.kind !== "one")
    return unknownName("trend", query.name ?? "", found, (name) => `trend ${name}`);
  const chart = countSpans(archive, found?.entity, { now, spanMs: query.windowMs, spans: SPANS });
  const latest = chart.points.at(-1)?.value ?? 0;
  const days = Math.round(query.windowMs / 86_400_000);
  return {
    kind: "trend",
    ok: true,
    title: `Trend of ${found?.entity.name ?? "all stories"}`,
    bottomLine: `${sayCount(latest, "story", "stories")} in the last ${days === 1 ? "day" : `${days} days`}; usual: ${chart.baseline.toFixed(1)}${compare(latest, chart.baseline)}.`,
    sections: [{ heading: `Stories by ${days === 1 ? "day" : `${days} days`}`, rows: [], chart }],
    buttons: [],
    footer: `usual = mean of the ${SPANS - 1} spans before`,
  };
}

/** Says more or less only beyond what chance makes of a Poisson count: two standard deviations. */
function compare(latest: number, baseline: number): string {
  const spread = 2 * Math.sqrt(Math.max(baseline, 0.5));
  if (latest > baseline + spread) return ", more than usual";
  if (latest < baseline - spread) return ", less than usual";
  return ", within what is usual";
}
