import type { OutboxRow, Poster } from "../domain-delivery.ts";
import type { Store } from "../store/open-store.ts";
import { listReady } from "../store/outbox.ts";
import type { Pace } from "./pace-channel.ts";
import { type Outcome, type SendOptions, sendRow } from "./send-row.ts";

/** How many calls may be open for one channel: one that hangs must not hold up the other stories. */
const CALLS_PER_CHANNEL = 3;
/** A message that has waited for longer may overtake the steady pace: alerts are for people who wait for them. */
const LATE_MS = 3_000;
/** How many ready rows of a channel are looked at in one go. */
const LOOK_AHEAD = 20;

export interface DrainOptions extends SendOptions {
  /** Left out where the poster needs no pacing (the terminal). */
  readonly pace?: Pace;
  /** Told of every step, for logs and counters. */
  readonly onOutcome?: (row: OutboxRow, outcome: Outcome) => void;
}
export interface DrainCounts {
  readonly sent: number;
  readonly retried: number;
  readonly unclear: number;
  readonly dead: number;
}
/** Sends rows of the outbox side by side; one for each process and outbox. */
export interface Sender {
  /** Starts every row that may go now; returns how many, and when to look again at the latest. */
  readonly start: () => { readonly started: number; readonly lookAgainAt: number | undefined };
  /** Resolves when one of the calls under way has ended; at once when none is. */
  readonly oneEnded: () => Promise<void>;
  readonly underWay: () => number;
  /** Why nothing is sent at all (a token that is refused), or undefined. */
  readonly stopped: () => { readonly reason: string; readonly until: number } | undefined;
}

/** Works through everything that is due now and resolves when nothing more can be done without waiting. */
export async function drainOutbox(db: Store, poster: Poster, options: DrainOptions): Promise<DrainCounts> {
  const counts = { sent: 0, retried: 0, unclear: 0, dead: 0 };
  const sender = createSender(db, poster, {
    ...options,
    onOutcome(row, outcome) {
      if (outcome.kind === "sent") counts.sent += 1;
      else if (outcome.kind === "dead") counts.dead += 1;
      else if (outcome.kind === "retry") counts.retried += 1;
      else counts.unclear += 1;
      options.onOutcome?.(row, outcome);
    },
  });
  while (sender.start().started > 0 || sender.underWay() > 0) await sender.oneEnded();
  return counts;
}

/** Makes the sender that `drainOutbox` and the daemon share. */
export function createSender(db: Store, poster: Poster, options: DrainOptions): Sender {
  const calls = new Map<string, { readonly lane: string; readonly done: Promise<void> }>();
  let stop: { readonly reason: string; readonly until: number; readonly afterCall: number } | undefined;
  let callsMade = 0;
  let failure: { readonly error: unknown } | undefined;

  function start(): { started: number; lookAgainAt: number | undefined } {
    const now = options.now();
    if (stop !== undefined && now < stop.until) return { started: 0, lookAgainAt: stop.until };
    let started = 0;
    let lookAgainAt: number | undefined;
    for (const row of listReady(db, now, LOOK_AHEAD)) {
      if (calls.has(row.key) || callsIn(laneOf(row)) >= CALLS_PER_CHANNEL) continue;
      // Looking for an unclear message costs no turn of the channel; sending it again takes one.
      const freeAt = row.state === "pending" ? (options.pace?.freeAt(laneOf(row), now) ?? now) : now;
      if (freeAt > now) {
        lookAgainAt = Math.min(lookAgainAt ?? freeAt, freeAt);
        continue;
      }
      if (row.state === "pending") options.pace?.take(laneOf(row), now, isLate(row, now));
      calls.set(row.key, { lane: laneOf(row), done: work(row) });
      started += 1;
      // After a refused token one row is enough to find out whether it is accepted again.
      if (stop !== undefined) break;
    }
    return { started, lookAgainAt };
  }

  async function work(row: OutboxRow): Promise<void> {
    callsMade += 1;
    const call = callsMade;
    try {
      const outcome = await sendRow(db, poster, row, {
        ...options,
        onResend: () => options.pace?.take(laneOf(row), options.now(), false),
      });
      if (outcome.kind === "retry" && outcome.scope === "channel")
        options.pace?.block(laneOf(row), outcome.at);
      if (outcome.kind === "retry" && outcome.scope === "all")
        stop = { reason: outcome.reason, until: outcome.at, afterCall: callsMade };
      // A call that was under way when the token was refused proves nothing.
      else if (outcome.kind === "sent" && stop !== undefined && call > stop.afterCall) stop = undefined;
      options.onOutcome?.(row, outcome);
    } catch (error) {
      // Only the database can fail here; whoever waits for the call is told.
      failure = { error };
    } finally {
      calls.delete(row.key);
    }
  }

  function callsIn(lane: string): number {
    return [...calls.values()].filter((call) => call.lane === lane).length;
  }

  return {
    start,
    async oneEnded() {
      if (calls.size > 0) await Promise.race([...calls.values()].map((call) => call.done));
      if (failure === undefined) return;
      const { error } = failure;
      failure = undefined;
      throw error;
    },
    underWay: () => calls.size,
    stopped: () => stop && { reason: stop.reason, until: stop.until },
  };
}

function isLate(row: OutboxRow, now: number): boolean {
  return now - Math.max(row.createdAt, row.dueAt) > LATE_MS;
}

/** Slack counts updates apart from new messages, so they do not use up a channel's turn. */
function laneOf(row: OutboxRow): string {
  return row.op === "update" ? `${row.channel} update` : row.channel;
}
