import { digestTime } from "../alerts/digest-time.ts";
import { writeFlood } from "../alerts/write-flood.ts";
import type { Article, Feed, Mute, Story } from "../domain.ts";
import type { Config } from "../domain-config.ts";
import type { Delivery } from "../domain-delivery.ts";
import { loadArticle, saveArticle } from "../store/articles.ts";
import { listSubscriptions } from "../store/digest-subscriptions.ts";
import { addToDigest } from "../store/digests.ts";
import { inTransaction, type Store } from "../store/open-store.ts";
import { enqueue, listAlertsOf } from "../store/outbox.ts";
import { listStoriesSince, loadStory, nextStoryId, saveStory } from "../store/stories.ts";
import { countTerms, termWeights } from "../store/term-weights.ts";
import type { TermWeights } from "../text/similarity.ts";
import type { Watchlist } from "../watch/compile-watchlist.ts";
import { signedDeliveries } from "./acknowledge-story.ts";
import { type JudgeContext, type Judgement, judgeArticle } from "./judge-article.ts";

/** Explicit follow-ups may come later than the window; grouping itself decides. */
const LONGEST_WINDOW_MS = 14 * 86_400_000;

export interface RecordContext {
  readonly config: Config;
  readonly watchlist: Watchlist;
  readonly weights: TermWeights | undefined;
  readonly mutes: readonly Mute[];
  readonly now: number;
}

/** Judges an article and writes story, article and outbox rows in one transaction: all of it or nothing. */
export function recordArticle(db: Store, article: Article, context: RecordContext): Judgement {
  return inTransaction(db, () => {
    const judgement = judgeArticle(article, contextFrom(db, article, context));
    keep(db, judgement, context);
    enqueue(db, signedDeliveries(db, judgement.deliveries));
    return judgement;
  });
}

/** Story, article, its terms and its place in digests. */
function keep(db: Store, judgement: Judgement, context: RecordContext): void {
  const { story, read, decision } = judgement;
  if (loadArticle(db, read.article.id) === undefined)
    countTerms(
      db,
      read.account.fingerprint.terms.map(([term]) => term),
    );
  if (story) saveStory(db, story);
  saveArticle(db, { ...read, decision, storyId: story?.id });
  if (story) for (const digest of judgement.digests) addToDigest(db, { ...digest, storyId: story.id });
  if (story && decision.kind !== "skip")
    for (const { channel, hour } of listSubscriptions(db)) {
      const dueAt = digestTime(hour, context.config.timezone, context.now);
      addToDigest(db, { channel, dueAt, storyId: story.id });
    }
}

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
    const judged = articles.map((article) => {
      const judgement = judgeArticle(article, contextFrom(db, article, context));
      keep(db, judgement, context);
      return judgement;
    });
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

/** Judges an article against the store without writing anything. */
export function tryArticle(db: Store, article: Article, context: RecordContext): Judgement {
  return judgeArticle(article, { ...contextFrom(db, article, context), newStoryId: () => "(new)" });
}

function contextFrom(db: Store, article: Article, context: RecordContext): JudgeContext {
  // A date in the future must not close every story; one long past must still find its own.
  const at = Math.min(article.publishedAt, context.now);
  const window = Math.max(context.config.stories.windowMs, LONGEST_WINDOW_MS);
  return {
    ...context,
    weights: context.weights ?? termWeights(db),
    stories: listStoriesSince(db, at - window),
    newStoryId: () => nextStoryId(db),
    alertsOf: (storyId) => listAlertsOf(db, storyId),
    readingOf: (articleId) => loadArticle(db, articleId),
  };
}
