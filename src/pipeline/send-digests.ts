import { writeDigest } from "../alerts/write-digest.ts";
import type { Story } from "../domain.ts";
import type { Delivery } from "../domain-delivery.ts";
import { listDueDigests, removeDigest } from "../store/digests.ts";
import { inTransaction, type Store } from "../store/open-store.ts";
import { enqueue } from "../store/outbox.ts";
import { loadStory } from "../store/stories.ts";

/** More lines would not fit one message of Slack's. */
const STORIES_IN_MESSAGE = 20;

/** Puts every digest whose hour has come into the outbox, each once; gives how many. */
export function sendDigests(db: Store, now: number): number {
  const due = listDueDigests(db, now);
  for (const digest of due) {
    inTransaction(db, () => {
      const stories = digest.storyIds.flatMap((id) => loadStory(db, id) ?? []);
      const open = stories.filter((story) => story.mergedInto === undefined);
      enqueue(db, digestParts(digest, open, now));
      removeDigest(db, digest);
    });
  }
  return due.length;
}

/** As many messages as the stories need, the later ones in the thread of the first. */
function digestParts(
  digest: { readonly channel: string; readonly dueAt: number },
  stories: readonly Story[],
  now: number,
): Delivery[] {
  const { channel, dueAt } = digest;
  const newestFirst = [...stories].sort((a, b) => b.updatedAt - a.updatedAt);
  const count = Math.ceil(newestFirst.length / STORIES_IN_MESSAGE);
  const key = `digest:${channel}:${dueAt}`;
  const day = new Date(dueAt).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, part) => {
    const mine = newestFirst.slice(part * STORIES_IN_MESSAGE, (part + 1) * STORIES_IN_MESSAGE);
    return {
      key: part === 0 ? key : `${key}:${part + 1}`,
      channel,
      op: "post",
      parentKey: part === 0 ? undefined : key,
      storyId: undefined,
      message: writeDigest(mine, count === 1 ? day : `${day}, part ${part + 1} of ${count}`),
      createdAt: now,
      dueAt: now,
    };
  });
}
