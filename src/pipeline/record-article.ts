import { digestTime } from "../alerts/digest-time.ts";
import type { Article, Mute } from "../domain.ts";
import type { Config } from "../domain-config.ts";
import { loadArticle, saveArticle } from "../store/articles.ts";
import { listSubscriptions } from "../store/digest-subscriptions.ts";
import { addToDigest } from "../store/digests.ts";
import { inTransaction, type Store } from "../store/open-store.ts";
import { enqueue, listAlertsOf } from "../store/outbox.ts";
import { listStoriesSince, nextStoryId, saveStory } from "../store/stories.ts";
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
    const judgement = judgeAndKeep(db, article, context);
    enqueue(db, signedDeliveries(db, judgement.deliveries));
    return judgement;
  });
}

/** Judges an article and writes all but its messages; belongs in a transaction that writes these too. */
export function judgeAndKeep(db: Store, article: Article, context: RecordContext): Judgement {
  const judgement = judgeArticle(article, contextFrom(db, article, context));
  keep(db, judgement, context);
  return judgement;
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
