import type { DatabaseSync } from "node:sqlite";
import type { Entry } from "../domain.ts";

/** Keeps entries that are still to be dealt with, so that neither a kill nor a feed that drops them loses one; one that is there already stays. */
export function putInInbox(db: DatabaseSync, entries: readonly Entry[], now: number): void {
  const add = db.prepare(
    "INSERT INTO inbox (entry_id, feed_id, at, doc) VALUES (?, ?, ?, ?) ON CONFLICT (entry_id) DO NOTHING",
  );
  for (const entry of entries) add.run(entry.id, entry.feedId, now, JSON.stringify(entry));
}

/** The entries of a feed that are still to be dealt with, in the order in which they came. */
export function listInbox(db: DatabaseSync, feedId: string): Entry[] {
  const rows = db.prepare("SELECT doc FROM inbox WHERE feed_id = ? ORDER BY id").all(feedId);
  return rows.map((row) => JSON.parse(String(row.doc)) as Entry);
}

/** Forgets an entry that was dealt with. */
export function takeFromInbox(db: DatabaseSync, entryId: string): void {
  db.prepare("DELETE FROM inbox WHERE entry_id = ?").run(entryId);
}
