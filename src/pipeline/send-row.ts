import type { FoundMessage, OutboxRow, Poster, PostResult } from "../domain-delivery.ts";
import type { Store } from "../store/open-store.ts";
import {
  findParent,
  markDead,
  markRetry,
  markSending,
  markSent,
  markUnknown,
  type Parent,
} from "../store/outbox.ts";

/** First wait before looking for an unclear message again; it doubles with the time since the try. */
const FIRST_LOOK_MS = 500;
/** Where a channel cannot be read, each unclear try doubles the wait up to this. */
const LONGEST_BLIND_WAIT_MS = 15 * 60_000;

export interface SendOptions {
  readonly now: () => number;
  /** How long an accepted message may take to show in the channel's history. */
  readonly graceMs: number;
  /** Called before an unclear message is sent again. */
  readonly onResend?: () => void;
}
export type Outcome = PostResult | { readonly kind: "waiting"; readonly at: number };

/**
 * Takes one ready row one step further and records the step before and after the call. A row with an unknown
 * outcome is looked for first and sent again only when it is absent after the grace time.
 */
export async function sendRow(
  db: Store,
  poster: Poster,
  row: OutboxRow,
  options: SendOptions,
): Promise<Outcome> {
  const parent = findParent(db, row);
  if (row.op === "update" && parent.kind !== "posted") {
    const reason = "there is no message to update: the first one was not posted";
    markDead(db, row.key, reason);
    return { kind: "dead", reason };
  }
  const parentRef = parent.kind === "posted" ? parent.ref : undefined;
  // Writing the same text twice over a message changes nothing, so an unclear update needs no search.
  if (row.state === "unknown" && row.op === "post") {
    const resolved = await resolveUnknown(db, poster, row, parentRef, options);
    if (resolved !== undefined) return resolved;
  }
  if (row.state === "unknown") options.onResend?.();
  if (!markSending(db, row.key, options.now())) return { kind: "dead", reason: "dropped by hand" };
  const result = await postOnce(poster, withLostParent(row, parent), parentRef);
  return record(db, row, result, options);
}

/** Looks for the message; undefined means that it is safe to send it again. */
async function resolveUnknown(
  db: Store,
  poster: Poster,
  row: OutboxRow,
  parentRef: string | undefined,
  options: SendOptions,
): Promise<Outcome | undefined> {
  const askedAt = options.now();
  const triedUntil = row.lastTryAt ?? row.createdAt;
  const found = await findOnce(poster, row, parentRef, askedAt);
  if (found.kind === "found") {
    markSent(db, row.key, found.ref);
    return { kind: "sent", ref: found.ref };
  }
  const reason = row.reason ?? "unknown";
  if (found.kind === "later") {
    const at = Math.max(found.at, askedAt + FIRST_LOOK_MS);
    markUnknown(db, row.key, { lookAt: at, triedUntil }, reason);
    return { kind: "waiting", at };
  }
  // A message may take the whole grace to show: the look that decides comes a little after it.
  const graceMs = options.graceMs + FIRST_LOOK_MS;
  const wait = found.kind === "absent" ? graceMs : blindWait(row.tries, graceMs);
  if (askedAt >= triedUntil + wait) return undefined;
  const at = Math.min(nextLook(askedAt, triedUntil), triedUntil + wait);
  markUnknown(db, row.key, { lookAt: at, triedUntil }, reason);
  return { kind: "waiting", at };
}

function record(db: Store, row: OutboxRow, result: PostResult, options: SendOptions): Outcome {
  switch (result.kind) {
    case "sent":
      markSent(db, row.key, result.ref);
      return result;
    case "retry":
      markRetry(db, row.key, result.at, result.reason);
      return result;
    case "dead":
      markDead(db, row.key, result.reason);
      return result;
    case "unknown": {
      const now = options.now();
      const lookAt = row.op === "update" ? now + options.graceMs : now + FIRST_LOOK_MS;
      markUnknown(db, row.key, { lookAt, triedUntil: now }, result.reason);
      return result;
    }
  }
}

/** A poster that throws has a bug; whether its message went out is not known, so the row is kept and looked for. */
async function postOnce(poster: Poster, row: OutboxRow, parentRef: string | undefined): Promise<PostResult> {
  try {
    return await poster.post(row, parentRef);
  } catch (error) {
    return { kind: "unknown", reason: `the poster failed: ${String(error)}` };
  }
}

async function findOnce(
  poster: Poster,
  row: OutboxRow,
  parentRef: string | undefined,
  now: number,
): Promise<FoundMessage> {
  try {
    return await poster.find(row, parentRef);
  } catch (error) {
    return { kind: "later", at: now + 10_000, reason: `the search failed: ${String(error)}` };
  }
}

function nextLook(now: number, triedUntil: number): number {
  return now + Math.max(FIRST_LOOK_MS, now - triedUntil);
}

function blindWait(tries: number, graceMs: number): number {
  return Math.min(graceMs * 2 ** Math.max(0, tries - 1), Math.max(graceMs, LONGEST_BLIND_WAIT_MS));
}

function withLostParent(row: OutboxRow, parent: Parent): OutboxRow {
  if (parent.kind !== "lost") return row;
  const note = {
    label: "Note",
    text: `The first message of this story could not be posted (${parent.reason}); this follow-up stands alone.`,
  };
  return { ...row, message: { ...row.message, lines: [...row.message.lines, note] } };
}
