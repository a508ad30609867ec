import { writeDigest } from "../alerts/write-digest.ts";
import { listDueDigests, removeDigest } from "../store/digests.ts";
import { inTransaction, type Store } from "../store/open-store.ts";
import { enqueue } from "../store/outbox.ts";
import { loadStory } from "../store/stories.ts";

/** Puts every digest whose hour has come into the outbox, each once; gives how many. */
export function sendDigests(db: Store, now: number): number {
  const due = listDueDigests(db, now);
  for (const digest of due) {
    inTransaction(db, () => {
      const stories = digest.storyIds.flatMap((id) => loadStory(db, id) ?? []);
      const open = stories.filter((story) => story.mergedInto === undefined);
      if (open.length > 0)
        enqueue(db, [
          {
            key: `digest:${digest.channel}:${digest.dueAt}`,
            channel: digest.channel,
            op: "post",
            parentKey: undefined,
            storyId: undefined,
            message: writeDigest(open, new Date(digest.dueAt).toISOString().slice(0, 10)),
            createdAt: now,
            dueAt: now,
          },
        ]);
      removeDigest(db, digest);
    });
  }
  return due.length;
}
