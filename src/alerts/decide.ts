import type { Decision, Mute, News, Reading, Story } from "../domain.ts";
import type { Route } from "../domain-config.ts";
import { isAccident } from "../text/is-accident.ts";
import { hasTelecomCue } from "./has-telecom-cue.ts";

export const DECISION_REASONS = [
  "new-story",
  "watched-name-joined",
  "adds-news",
  "digest-route",
  "no-watched-name",
  "background-only",
  "no-security-event",
  "accident",
  "roundup",
  "no-route",
  "nothing-new",
  "muted-entity",
  "muted-story",
  "muted-source",
] as const;
export type DecisionReason = (typeof DECISION_REASONS)[number];

export interface DecideInput {
  readonly read: Reading;
  /** The story before this article, undefined for a new one. */
  readonly before: Story | undefined;
  readonly alone: boolean;
  readonly news: News | undefined;
  readonly routes: readonly Route[];
  readonly mutes: readonly Mute[];
  readonly now: number;
}

/** Alert, reply, digest or skip, always with one reason of the closed list. */
export function decide(input: DecideInput): Decision & { readonly reason: DecisionReason } {
  const { read, before, news, routes } = input;
  const muted = muteOf(input);
  if (muted !== undefined) return { kind: "skip", reason: muted };
  if (before?.alerted === true)
    return hasNews(news) ? { kind: "reply", reason: "adds-news" } : { kind: "skip", reason: "nothing-new" };
  const unwanted = unwantedBecause(read, input.alone);
  if (unwanted !== undefined) return { kind: "skip", reason: unwanted };
  if (routes.length === 0) return { kind: "skip", reason: "no-route" };
  if (routes.every((route) => route.deliver === "digest")) return { kind: "digest", reason: "digest-route" };
  return { kind: "alert", reason: before === undefined ? "new-story" : "watched-name-joined" };
}

function unwantedBecause(read: Reading, alone: boolean): DecisionReason | undefined {
  const { findings } = read;
  if (alone) return "roundup";
  if (findings.actors.length + findings.carriers.length === 0) return "no-watched-name";
  const actors = findings.actors.filter((one) => one.role !== "background");
  const aftermath = ["policy", "arrest"].includes(findings.event.type);
  const victims = findings.carriers.filter(
    (one) => one.role === "victim" || (aftermath && one.role === "past-victim" && one.mentions.length > 0),
  );
  const { type } = findings.event;
  if (actors.length === 0 && (type === "business" || (type === "other" && victims.length === 0)))
    return "no-security-event";
  if (actors.length === 0 && victims.length === 0 && !concernsNetworks(read)) return "background-only";
  if (actors.length === 0 && type === "outage" && isAccident(read.article)) return "accident";
  return undefined;
}

/** An attack on phone networks, or a weakness in them, is this team's business also where the report names nobody hit: an operator or a group that it names in passing shows whose. */
function concernsNetworks({ findings, article }: Reading): boolean {
  const carriers = findings.carriers.filter((one) => one.role !== "source");
  if (carriers.length > 1) return true;
  return carriers.length + findings.actors.length > 0 && hasTelecomCue(article);
}

function hasNews(news: News | undefined): boolean {
  return news !== undefined && news.added.length + news.differs.length > 0;
}

function muteOf(input: DecideInput): DecisionReason | undefined {
  const { read, before, now } = input;
  for (const mute of input.mutes) {
    if (mute.until <= now) continue;
    if (mute.kind === "story" && before?.id === mute.target) return "muted-story";
    if (
      mute.kind === "source" &&
      (read.article.feedId === mute.target || read.article.outlet === mute.target)
    )
      return "muted-source";
  }
  const muted = new Set(
    input.mutes.filter((mute) => mute.kind === "entity" && mute.until > now).map((mute) => mute.target),
  );
  const named = [
    ...read.findings.actors.filter((one) => one.role !== "background"),
    ...read.findings.carriers.filter((one) => one.role === "victim"),
  ];
  return named.length > 0 && named.every((one) => muted.has(one.id)) ? "muted-entity" : undefined;
}
