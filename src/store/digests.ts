import type { Store } from "./open-store.ts";

/** A digest whose hour has come: its channel, that hour, and the stories in it. */
export interface DueDigest {
  readonly channel: string;
  readonly dueAt: number;
  readonly storyIds: readonly string[];
}

/** Puts a story into a channel's next digest, inside the caller's transaction; once for each digest. */
export function addToDigest(
  db: Store,
  item: { readonly channel: string; readonly dueAt: number; readonly storyId: string },
): void {
  db.prepare("INSERT OR IGNORE INTO digest_item (channel, due_at, story_id) VALUES (?, ?, ?)").run(
    item.channel,
    item.dueAt,
    item.storyId,
  );
}

/** The digests whose hour has come, oldest first. */
export function listDueDigests(db: Store, now: number): DueDigest[] {
  const rows = db
    .prepare(
      "SELECT channel, due_at, story_id FROM digest_item WHERE due_at <= ? ORDER BY due_at, channel, rowid",
    )
    .all(now);
  const out = new Map<string, { channel: string; dueAt: number; storyIds: string[] }>();
  for (const row of rows) {
    const key = `${row.channel} ${row.due_at}`;
    const digest = out.get(key) ?? { channel: String(row.channel), dueAt: Number(row.due_at), storyIds: [] };
    digest.storyIds.push(String(row.story_id));
    out.set(key, digest);
  }
  return [...out.values()];
}

/** Forgets a digest that has been put into the outbox, inside the same transaction. */
export function removeDigest(db: Store, digest: Pick<DueDigest, "channel" | "dueAt">): void {
  db.prepare("DELETE FROM digest_item WHERE channel = ? AND due_at = ?").run(digest.channel, digest.dueAt);
}
