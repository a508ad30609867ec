import type { DatabaseSync } from "node:sqlite";
import type { Delivery, Message, OutboxRow, OutboxState } from "../domain-delivery.ts";

interface StoredRow {
  readonly key: string;
  readonly channel: string;
  readonly op: string;
  readonly parent_key: string | null;
  readonly story_id: string | null;
  readonly message: string;
  readonly created_at: number;
  readonly due_at: number;
  readonly state: string;
  readonly tries: number;
  readonly first_try_at: number | null;
  readonly last_try_at: number | null;
  readonly ref: string | null;
  readonly reason: string | null;
}

/** What waits to be delivered, for health and `telwatch outbox`. */
export interface Backlog {
  readonly pending: number;
  readonly unknown: number;
  readonly dead: number;
  /** How long the oldest delivery that is already due has been waiting, milliseconds; 0 when none waits. */
  readonly ageMs: number;
}

/** Where a delivery stands towards the message it answers or updates. */
export type Parent =
  | { readonly kind: "none" }
  | { readonly kind: "posted"; readonly ref: string }
  | { readonly kind: "lost"; readonly reason: string };

/** The reason of a delivery that a person gave up; it is neither counted nor retried with the others. */
const DROPPED = "dropped by hand";
const OPEN = "('pending', 'sending', 'unknown')";

/** Records deliveries inside the caller's transaction; a key that is already there is left as it is. Returns how many were new. */
export function enqueue(db: DatabaseSync, deliveries: readonly Delivery[]): number {
  const insert = db.prepare(
    `INSERT INTO outbox (key, channel, op, parent_key, story_id, message, created_at, due_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
  );
  let added = 0;
  for (const one of deliveries) {
    const { changes } = insert.run(
      one.key,
      one.channel,
      one.op,
      one.parentKey ?? null,
      one.storyId ?? null,
      JSON.stringify(one.message),
      one.createdAt,
      one.dueAt,
    );
    added += Number(changes);
  }
  return added;
}

/**
 * Deliveries that may be worked on now, oldest first and at most `each` for a channel, so that a channel held back
 * hides no other: due, nothing earlier open for the same story and channel, and the message they answer either
 * posted or given up.
 */
export function listReady(db: DatabaseSync, now: number, each: number): OutboxRow[] {
  const rows = db
    .prepare(
      `SELECT * FROM (
         SELECT mine.*, ROW_NUMBER() OVER (PARTITION BY mine.channel, mine.op ORDER BY mine.id) AS place
         FROM outbox AS mine
         WHERE mine.state IN ('pending', 'unknown') AND mine.due_at <= ?
           AND (mine.story_id IS NULL OR NOT EXISTS (
             SELECT 1 FROM outbox AS earlier
             WHERE earlier.story_id = mine.story_id AND earlier.channel = mine.channel
               AND earlier.id < mine.id AND earlier.state IN ${OPEN}))
           AND (mine.parent_key IS NULL OR NOT EXISTS (
             SELECT 1 FROM outbox AS parent WHERE parent.key = mine.parent_key AND parent.state IN ${OPEN})))
       WHERE place <= ? ORDER BY id`,
    )
    .all(now, each) as unknown as StoredRow[];
  return rows.map(readRow);
}

/** When the next open delivery falls due, or undefined when nothing is open. */
export function nextDueAt(db: DatabaseSync): number | undefined {
  const row = db.prepare(`SELECT MIN(due_at) AS at FROM outbox WHERE state IN ${OPEN}`).get();
  return typeof row?.at === "number" ? row.at : undefined;
}

/**
 * Finds the message a delivery answers. When that one was given up, the earliest sibling that was posted in its
 * place stands in for it, so that the later replies of a story still share a thread.
 */
export function findParent(db: DatabaseSync, row: Delivery): Parent {
  if (row.parentKey === undefined) return { kind: "none" };
  const parent = findDelivery(db, row.parentKey);
  if (parent?.ref !== undefined) return { kind: "posted", ref: parent.ref };
  if (row.op === "post") {
    const sibling = db
      .prepare(
        "SELECT ref FROM outbox WHERE parent_key = ? AND op = 'post' AND state = 'sent' AND key <> ? ORDER BY id LIMIT 1",
      )
      .get(row.parentKey, row.key);
    if (typeof sibling?.ref === "string") return { kind: "posted", ref: sibling.ref };
  }
  return { kind: "lost", reason: parent?.reason ?? "it is not in the outbox" };
}

/** Records the intent before the call: from here on the message may exist. False when a person gave it up meanwhile. */
export function markSending(db: DatabaseSync, key: string, now: number): boolean {
  const { changes } = db
    .prepare(
      `UPDATE outbox SET state = 'sending', tries = tries + 1, first_try_at = COALESCE(first_try_at, ?1), last_try_at = ?1
       WHERE key = ?2 AND state IN ('pending', 'unknown')`,
    )
    .run(now, key);
  return Number(changes) === 1;
}

/** The message stands in the channel under this reference. */
export function markSent(db: DatabaseSync, key: string, ref: string): void {
  db.prepare("UPDATE outbox SET state = 'sent', ref = ?, reason = NULL WHERE key = ?").run(ref, key);
}

/** The message was certainly not posted; it may be tried again from `at` on. */
export function markRetry(db: DatabaseSync, key: string, at: number, reason: string): void {
  db.prepare("UPDATE outbox SET state = 'pending', due_at = ?, reason = ? WHERE key = ?").run(
    at,
    reason,
    key,
  );
}

/** Nobody knows whether the message was posted: look for it from `lookAt` on. `triedUntil` is when the last try ended at the latest. */
export function markUnknown(
  db: DatabaseSync,
  key: string,
  when: { readonly lookAt: number; readonly triedUntil: number },
  reason: string,
): void {
  db.prepare(
    "UPDATE outbox SET state = 'unknown', due_at = ?, last_try_at = ?, reason = ? WHERE key = ? AND state <> 'dead'",
  ).run(when.lookAt, when.triedUntil, reason, key);
}

/** Gives a delivery up for good, with the reason a person reads in `telwatch outbox`. */
export function markDead(db: DatabaseSync, key: string, reason: string): void {
  db.prepare("UPDATE outbox SET state = 'dead', reason = ? WHERE key = ?").run(reason, key);
}

/**
 * Turns deliveries that a killed process left in the middle of a call into unknown ones. The call cannot have
 * outlived `callLimitMs`, so that is the latest its message could have been accepted. Returns how many there were.
 */
export function recoverSending(db: DatabaseSync, now: number, callLimitMs: number): number {
  const { changes } = db
    .prepare(
      `UPDATE outbox SET state = 'unknown', due_at = ?1, last_try_at = MIN(?1, last_try_at + ?2),
         reason = 'the process ended during the call' WHERE state = 'sending'`,
    )
    .run(now, callLimitMs);
  return Number(changes);
}

/** One delivery, or undefined. */
export function findDelivery(db: DatabaseSync, key: string): OutboxRow | undefined {
  const row = db.prepare("SELECT * FROM outbox WHERE key = ?").get(key) as StoredRow | undefined;
  return row && readRow(row);
}

/** Deliveries in the given states, oldest first, at most `limit`. */
export function listOutbox(db: DatabaseSync, states: readonly OutboxState[], limit: number): OutboxRow[] {
  const marks = states.map(() => "?").join(", ");
  const rows = db
    .prepare(`SELECT * FROM outbox WHERE state IN (${marks}) ORDER BY id LIMIT ?`)
    .all(...states, limit) as unknown as StoredRow[];
  return rows.map(readRow);
}

/**
 * Puts dead deliveries back in the queue: one by its key, or all but those that a person dropped. One that was
 * dropped with an unclear outcome is looked for first. Returns how many.
 */
export function retryDead(db: DatabaseSync, key: string | "all", now: number): number {
  const { changes } = db
    .prepare(
      `UPDATE outbox SET state = CASE WHEN reason = ?3 AND tries > 0 THEN 'unknown' ELSE 'pending' END, due_at = ?1,
         reason = 'retried by hand' WHERE state = 'dead' AND (key = ?2 OR (?2 = 'all' AND reason IS NOT ?3))`,
    )
    .run(now, key, DROPPED);
  return Number(changes);
}

/** Gives up an open delivery, or marks a dead one as dealt with; false when there is none or it was sent. */
export function dropDelivery(db: DatabaseSync, key: string): boolean {
  const { changes } = db
    .prepare(
      "UPDATE outbox SET state = 'dead', reason = ? WHERE key = ? AND state IN ('pending', 'unknown', 'dead')",
    )
    .run(DROPPED, key);
  return Number(changes) === 1;
}

/** How much waits and for how long. Dropped deliveries are not counted. */
export function readBacklog(db: DatabaseSync, now: number): Backlog {
  const open = db
    .prepare(
      `SELECT COUNT(*) FILTER (WHERE state <> 'unknown') AS pending, COUNT(*) FILTER (WHERE state = 'unknown') AS unknown,
         MIN(created_at) FILTER (WHERE due_at <= ? OR tries > 0) AS oldest
       FROM outbox WHERE state IN ${OPEN}`,
    )
    .get(now);
  const dead = db
    .prepare("SELECT COUNT(*) AS n FROM outbox WHERE state = 'dead' AND reason IS NOT ?")
    .get(DROPPED);
  return {
    pending: Number(open?.pending ?? 0),
    unknown: Number(open?.unknown ?? 0),
    dead: Number(dead?.n ?? 0),
    ageMs: typeof open?.oldest === "number" ? Math.max(0, now - open.oldest) : 0,
  };
}

/** The newest message of its own (no reply) that was sent to a channel by the time `until`: its reference and when; undefined before the first. */
export function lastSent(
  db: DatabaseSync,
  channel: string,
  until: number,
): { readonly ref: string; readonly at: number } | undefined {
  const row = db
    .prepare(
      `SELECT ref, last_try_at AS at FROM outbox
       WHERE channel = ? AND state = 'sent' AND op = 'post' AND parent_key IS NULL AND last_try_at <= ?
       ORDER BY id DESC LIMIT 1`,
    )
    .get(channel, until);
  return typeof row?.ref === "string" ? { ref: row.ref, at: Number(row.at ?? 0) } : undefined;
}

function readRow(row: StoredRow): OutboxRow {
  return {
    key: row.key,
    channel: row.channel,
    op: row.op as Delivery["op"],
    parentKey: row.parent_key ?? undefined,
    storyId: row.story_id ?? undefined,
    message: JSON.parse(row.message) as Message,
    createdAt: row.created_at,
    dueAt: row.due_at,
    state: row.state as OutboxState,
    tries: row.tries,
    firstTryAt: row.first_try_at ?? undefined,
    lastTryAt: row.last_try_at ?? undefined,
    ref: row.ref ?? undefined,
    reason: row.reason ?? undefined,
  };
}

/** The alerts recorded for a story, one for each channel: what replies answer. */
export function listAlertsOf(
  db: DatabaseSync,
  storyId: string,
): { readonly key: string; readonly channel: string }[] {
  const rows = db
    .prepare(
      "SELECT key, channel FROM outbox WHERE story_id = ? AND op = 'post' AND parent_key IS NULL ORDER BY id",
    )
    .all(storyId);
  return rows.map((row) => ({ key: String(row.key), channel: String(row.channel) }));
}

/** What a posted message says, or will say once the latest edit waiting for it is sent. */
export function newestMessage(db: DatabaseSync, key: string): Message | undefined {
  const row = db
    .prepare(
      "SELECT message FROM outbox WHERE key = ? OR (parent_key = ? AND op = 'update' AND state <> 'dead') ORDER BY id DESC LIMIT 1",
    )
    .get(key, key);
  return row === undefined ? undefined : (JSON.parse(String(row.message)) as Message);
}

/** The latest digest that was written, for any channel. */
export function newestDigest(db: DatabaseSync): OutboxRow | undefined {
  const row = db
    .prepare("SELECT * FROM outbox WHERE key >= 'digest:' AND key < 'digest;' ORDER BY id DESC LIMIT 1")
    .get() as unknown as StoredRow | undefined;
  return row && readRow(row);
}
