import type { Article, Mute } from "../domain.ts";
import type { Config } from "../domain-config.ts";
import { loadArticle, saveArticle } from "../store/articles.ts";
import { inTransaction, type Store } from "../store/open-store.ts";
import { enqueue, listAlertsOf } from "../store/outbox.ts";
import { listStoriesSince, nextStoryId, saveStory } from "../store/stories.ts";
import type { TermWeights } from "../text/similarity.ts";
import type { Watchlist } from "../watch/compile-watchlist.ts";
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
    if (judgement.story) saveStory(db, judgement.story);
    saveArticle(db, { ...judgement.read, decision: judgement.decision, storyId: judgement.story?.id });
    enqueue(db, judgement.deliveries);
    return judgement;
  });
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
    stories: listStoriesSince(db, at - window),
    newStoryId: () => nextStoryId(db),
    alertsOf: (storyId) => listAlertsOf(db, storyId),
    readingOf: (articleId) => loadArticle(db, articleId),
  };
}
