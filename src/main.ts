import { join } from "node:path";
import type { Feed } from "./domain.ts";
import type { Config } from "./domain-config.ts";
import { CALL_LIMIT_MS, type Poster } from "./domain-delivery.ts";
import type { Fetcher } from "./domain-intake.ts";
import type { Log } from "./ops/open-log.ts";
import { type Schedule, scheduleTicks } from "./ops/schedule-ticks.ts";
import { keepSending } from "./pipeline/keep-sending.ts";
import type { Pace } from "./pipeline/pace-channel.ts";
import type { PollContext } from "./pipeline/poll-context.ts";
import { dueNow, type PollReport, pollFeed } from "./pipeline/poll-feed.ts";
import { createPollMemory, type PollMemory } from "./pipeline/poll-memory.ts";
import { runTicks } from "./pipeline/run-ticks.ts";
import { sendDigests } from "./pipeline/send-digests.ts";
import { summariseRound } from "./pipeline/summarise-round.ts";
import { lockState } from "./store/lock-state.ts";
import { activeMutes } from "./store/mutes.ts";
import { openStore, type Store } from "./store/open-store.ts";
import { type Backlog, readBacklog } from "./store/outbox.ts";
import { openPages } from "./store/pages.ts";
import { openSeen } from "./store/seen.ts";
import type { Watchlist } from "./watch/compile-watchlist.ts";

/** SIGTERM must end the process within five seconds: what polls and calls under way may still take. */
const STOP_LIMIT_MS = 3_500;

export interface DaemonParts {
  readonly db: Store;
  readonly fetcher: Fetcher;
  readonly poster: Poster;
  /** How fast the poster's channels take messages; left out for the terminal. */
  readonly pace?: Pace;
  readonly log: Log;
  readonly now: () => number;
  readonly random: () => number;
  /** Read at every tick, so that a reload takes effect. */
  readonly settings: () => { readonly config: Config; readonly watchlist: Watchlist };
  readonly observer?: Observer;
}
/** What the daemon did, for metrics. */
export interface Observer {
  /** So many feeds are about to be polled. */
  readonly due: (feeds: number) => void;
  readonly polled: (report: PollReport) => void;
  readonly delivered: (outcome: string) => void;
}
export interface Daemon {
  /** When polls were last started, and when they are next, epoch milliseconds. */
  readonly ticks: () => { readonly lastAt: number | undefined; readonly nextAt: number | undefined };
  /** Takes over a changed schedule. */
  readonly reschedule: () => Promise<void>;
  /** What waits to be delivered, and why nothing is sent at all where that is so. */
  readonly delivery: () => DeliveryStatus;
  /** Stops polling, lets calls under way end, and resolves within the limit. */
  readonly stop: () => Promise<void>;
}

export interface DeliveryStatus {
  readonly backlog: Backlog;
  readonly stopped: { readonly reason: string; readonly until: number } | undefined;
}

/** Opens the store in a state folder for this process alone; throws naming the owner when there is one. */
export function openState(dir: string): { readonly db: Store; readonly close: () => void } {
  const lock = lockState(dir);
  if ("owner" in lock) {
    throw new Error(
      `${dir} is in use by process ${lock.owner}; two on one state would alert twice. Stop that one, or point --state elsewhere.`,
    );
  }
  const db = openStore(join(dir, "telwatch.db"));
  return {
    db,
    close: () => {
      db.close();
      lock.release();
    },
  };
}

/** Starts polling on the schedule and sending from the outbox; what happens from here on is in the log. */
export function startDaemon(parts: DaemonParts): Daemon {
  const { db, log, now } = parts;
  const sender = keepSending(db, parts.poster, {
    now,
    graceMs: parts.settings().config.slack.graceMs,
    callLimitMs: CALL_LIMIT_MS,
    ...(parts.pace !== undefined && { pace: parts.pace }),
    onFailure: (error) => log.error("the outbox cannot be read", { error: String(error) }),
    onOutcome: (row, outcome) => {
      parts.observer?.delivered(outcome.kind);
      const fields = { key: row.key, channel: row.channel, ...outcome };
      if (outcome.kind === "dead") log.error("a message was given up; see telwatch outbox", fields);
      else if (outcome.kind !== "sent" && outcome.kind !== "waiting")
        log.warn("message not delivered yet", fields);
    },
  });
  const memory = createPollMemory();
  const ticks = runTicks<PollReport>({
    due: () => dueFeedsOf(parts),
    poll: (feed) =>
      pollWatched(feed, { ...pollContext(parts, memory), recorded: () => sender.wake() }, parts),
    roundEnded: (reports) => reportRound(reports, log),
  });
  let lastAt: number | undefined;
  const startSchedule = (expression: string): Schedule =>
    scheduleTicks(expression, {
      now,
      tick: () => {
        lastAt = now();
        if (sendDigests(db, lastAt) > 0) sender.wake();
        ticks.tick().catch((error: unknown) => log.error("tick failed", { error: String(error) }));
      },
      late: (lateMs) => log.warn("a tick was late; ticking now", { lateMs }),
    });
  let expression = parts.settings().config.schedule;
  let schedule = startSchedule(expression);
  return {
    ticks: () => ({ lastAt, nextAt: schedule.nextAt() }),
    reschedule: async () => {
      if (parts.settings().config.schedule === expression) return;
      await schedule.stop();
      expression = parts.settings().config.schedule;
      schedule = startSchedule(expression);
    },
    delivery: () => ({ backlog: readBacklog(db, now()), stopped: sender.stopped() }),
    stop: async () => {
      await schedule.stop();
      await parts.fetcher.close();
      await Promise.race([ticks.idle(), after(STOP_LIMIT_MS / 2)]);
      await sender.stop(STOP_LIMIT_MS / 2);
    },
  };
}

/** One round over all due feeds, for `poll` and the demo. */
export async function pollOnce(
  parts: Omit<DaemonParts, "poster">,
  recorded: PollContext["recorded"] = () => {},
): Promise<PollReport[]> {
  const { db, now } = parts;
  const context: PollContext = { ...pollContext(parts, createPollMemory()), recorded };
  const feeds = dueFeedsOf(parts);
  sendDigests(db, now());
  return Promise.all(feeds.map((feed) => pollWatched(feed, context, parts)));
}

function dueFeedsOf(parts: Omit<DaemonParts, "poster">): Feed[] {
  const { db, now, fetcher, observer } = parts;
  const feeds = dueNow({ db, now, fetcher, config: parts.settings().config });
  observer?.due(feeds.length);
  return feeds;
}

function pollContext(parts: Omit<DaemonParts, "poster">, memory: PollMemory): Omit<PollContext, "recorded"> {
  const { db, fetcher, now, random } = parts;
  return {
    ...parts.settings(),
    db,
    fetcher,
    now,
    random,
    memory,
    seen: openSeen(db, now),
    pages: openPages(db, now),
    weights: () => undefined,
    mutes: () => activeMutes(db, now()),
  };
}

async function pollWatched(
  feed: Feed,
  context: PollContext,
  parts: Pick<DaemonParts, "log" | "observer">,
): Promise<PollReport> {
  const report = await pollSafely(feed, context, parts.log);
  parts.observer?.polled(report);
  return report;
}

/** A bug in one feed's path must not stop the others. */
async function pollSafely(feed: Feed, context: PollContext, log: Log): Promise<PollReport> {
  try {
    return await pollFeed(feed, context);
  } catch (error) {
    log.error("poll of a feed broke off", { feed: feed.id, error: String((error as Error)?.stack ?? error) });
    return {
      feed,
      outcome: "failed",
      reason: "network",
      detail: String(error),
      remembered: 0,
      judgements: [],
    };
  }
}

function reportRound(reports: readonly PollReport[], log: Log): void {
  for (const { feed, outcome, reason, detail, remembered, health } of reports) {
    if (outcome === "failed") log.warn("feed failed", { feed: feed.name, reason, detail });
    if (health !== undefined) log.warn("a feed's health changed", { feed: feed.name, health });
    if (outcome === "first-poll")
      log.info("first poll of a feed: its entries are remembered, nothing is posted", {
        feed: feed.name,
        remembered,
      });
  }
  if (reports.some((report) => report.outcome !== "unchanged")) log.info(summariseRound(reports));
}

function after(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms).unref();
  });
}
