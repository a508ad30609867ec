import { writeFlood } from "../alerts/write-flood.ts";
import type { Article, Feed, Story } from "../domain.ts";
import type { Delivery } from "../domain-delivery.ts";
import { inTransaction, type Store } from "../store/open-store.ts";
import { enqueue } from "../store/outbox.ts";
import { loadStory, saveStory } from "../store/stories.ts";
import { signedDeliveries } from "./acknowledge-story.ts";
import type { Judgement } from "./judge-article.ts";
import { judgeAndKeep, type RecordContext } from "./record-article.ts";

/** More alerts than this for one channel from one poll of a feed become one message. */
export const FLOOD = 20;
/** Lines of one flood message: more would not fit; the rest stands in its thread. */
const FLOOD_LINES = 30;

/**
 * Judges and writes articles that came in one poll, in one transaction. Where more than FLOOD of them would be
 * alerts for a channel, that channel gets one digest message instead, with what does not fit in its thread.
 */
export function recordFlood(
  db: Store,
  articles: readonly Article[],
  feed: Feed,
  context: RecordContext,
): Judgement[] {
  return inTransaction(db, () => {
    const judged = articles.map((article) => judgeAndKeep(db, article, context));
    const deliveries = signedDeliveries(
      db,
      judged.flatMap((judgement) => judgement.deliveries),
    );
    const flooded = floodedChannels(deliveries);
    enqueue(
      db,
      deliveries.filter((one) => !(isAlert(one) && flooded.has(one.channel))),
    );
    for (const channel of flooded) {
      const ids = new Set(
        deliveries.filter((one) => isAlert(one) && one.channel === channel).map((one) => one.storyId),
      );
      const stories = [...ids].flatMap((id) => (id === undefined ? [] : (loadStory(db, id) ?? [])));
      enqueue(db, floodMessages(stories, feed, channel, context.now));
    }
    quietStories(db, judged, flooded);
    return judged;
  });
}

function isAlert(delivery: Delivery): boolean {
  return delivery.op === "post" && delivery.parentKey === undefined && delivery.message.kind === "alert";
}

function floodedChannels(deliveries: readonly Delivery[]): Set<string> {
  const counts = new Map<string, number>();
  for (const one of deliveries) if (isAlert(one)) counts.set(one.channel, (counts.get(one.channel) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > FLOOD).map(([channel]) => channel));
}

function floodMessages(stories: readonly Story[], feed: Feed, channel: string, now: number): Delivery[] {
  const key = `flood:${feed.id}:${stories[0]?.id}:${channel}`;
  const parts = Math.ceil(stories.length / FLOOD_LINES);
  return Array.from({ length: parts }, (_, part) => ({
    key: part === 0 ? key : `${key}:${part}`,
    channel,
    op: "post",
    parentKey: part === 0 ? undefined : key,
    storyId: undefined,
    message: writeFlood(feed.name, stories, part * FLOOD_LINES, FLOOD_LINES),
    createdAt: now,
    dueAt: now,
  }));
}

/** A story that only stood in a flood message has no alert to reply to: its next report brings one. */
function quietStories(db: Store, judged: readonly Judgement[], flooded: ReadonlySet<string>): void {
  for (const { story, deliveries } of judged) {
    if (!story || deliveries.length === 0 || !deliveries.every((one) => flooded.has(one.channel))) continue;
    const saved = loadStory(db, story.id);
    if (saved) saveStory(db, { ...saved, alerted: false });
  }
}
