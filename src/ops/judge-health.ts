import type { FeedState } from "../domain-config.ts";

/** What the daemon knows of itself at one moment. Times are epoch milliseconds. */
export interface Health {
  readonly now: number;
  readonly startedAt: number;
  readonly lastTickAt: number | undefined;
  /** When the next tick should come. */
  readonly nextTickAt: number | undefined;
  readonly feeds: readonly FeedHealth[];
  readonly outbox: {
    readonly pending: number;
    readonly unknown: number;
    readonly dead: number;
    /** How long the oldest due delivery has waited, milliseconds. */
    readonly ageMs: number;
  };
  readonly deadLetters: readonly {
    readonly key: string;
    readonly channel: string;
    readonly reason: string;
  }[];
  /** How alerts leave: "terminal", or Slack's mode and trouble. */
  readonly posting: {
    readonly to: "terminal" | "slack";
    readonly detail: string;
    readonly problem: string | undefined;
  };
  /** Mistakes of the last reload that was refused; empty when the file in use is the file on disk. */
  readonly configProblems: readonly string[];
}
export interface FeedHealth {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly state: FeedState | undefined;
}
export interface Judgement {
  /** False when a restart may help: the process is stuck. */
  readonly alive: boolean;
  readonly troubles: readonly string[];
}

/** A tick this late means a stuck process; the watchdog of the schedule steps in after one minute. */
const STUCK_MS = 5 * 60_000;
const BACKLOG_MS = 15 * 60_000;

/** Says whether the process is alive, and everything that a person should look at. */
export function judgeHealth(health: Health): Judgement {
  const { now, nextTickAt, feeds, outbox, posting, configProblems } = health;
  const lateMs = nextTickAt === undefined ? 0 : now - nextTickAt;
  const failing = feeds.filter((feed) => (feed.state?.failures ?? 0) > 0);
  const troubles = [
    lateMs > STUCK_MS
      ? `no poll was started for ${Math.round(lateMs / 60_000)} minutes after it was due`
      : "",
    posting.problem === undefined ? "" : `posting: ${posting.problem}`,
    outbox.ageMs > BACKLOG_MS ? `a message has waited for ${Math.round(outbox.ageMs / 60_000)} minutes` : "",
    outbox.dead > 0 ? `${outbox.dead} messages could not be delivered (telwatch outbox)` : "",
    feeds.length > 0 && failing.length === feeds.length ? "every feed fails" : "",
    configProblems.length > 0 ? "the changed configuration has mistakes; the old one is in use" : "",
  ];
  return { alive: lateMs <= STUCK_MS, troubles: troubles.filter((trouble) => trouble !== "") };
}
