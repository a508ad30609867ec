import type { PollReport } from "./poll-feed.ts";

/** One line for a round: "42 feeds, 30 unchanged, 1 failed, 5 new articles, 1 alert, 1 reply". */
export function summariseRound(reports: readonly PollReport[]): string {
  const judgements = reports.flatMap((report) => report.judgements);
  const decided = (kind: string): number => judgements.filter((one) => one.decision.kind === kind).length;
  const ended = (outcome: PollReport["outcome"]): number =>
    reports.filter((report) => report.outcome === outcome).length;
  const remembered = reports.reduce((sum, report) => sum + report.remembered, 0);
  const parts = [
    count(reports.length, "feed"),
    `${ended("unchanged")} unchanged`,
    `${ended("failed")} failed`,
    count(judgements.length, "new article"),
    count(decided("alert"), "alert"),
    count(decided("reply"), "reply", "replies"),
  ];
  if (decided("digest") > 0) parts.push(`${decided("digest")} for the digest`);
  if (remembered > 0)
    parts.push(`${count(remembered, "old entry", "old entries")} remembered without a message`);
  return parts.join(", ");
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
