import { statusOf } from "../alerts/story-status.ts";
import type { Config } from "../domain-config.ts";
import type { Archive, EntityFacts } from "../domain-lookup.ts";
import {
  listArticlesOf,
  listArticlesOfStory,
  loadArticleByAddress,
  loadArticleByUrl,
} from "../store/articles.ts";
import { loadFeedStates } from "../store/feed-state.ts";
import { findArticles } from "../store/find-articles.ts";
import { activeMutes } from "../store/mutes.ts";
import type { Store } from "../store/open-store.ts";
import { findDelivery, listAlertsOf, readBacklog } from "../store/outbox.ts";
import { listNewestStories, listStoriesOf, listStoryTimes, loadStory } from "../store/stories.ts";
import { loadWatches } from "../store/watches.ts";
import { canonicalUrl } from "../text/canonical-url.ts";

export interface ArchiveParts {
  readonly db: Store;
  readonly config: Config;
  readonly entities: readonly EntityFacts[];
  readonly now: number;
  /** The web address of a message by its channel and reference, where the channel has such. */
  readonly permalink: ((ref: string) => string | undefined) | undefined;
}

/** Everything that answers read, from the store as it is at the call. */
export function openArchive(parts: ArchiveParts): Archive {
  const { db, now } = parts;
  return {
    entities: parts.entities,
    storiesOf: (kind, id, span) => listStoriesOf(db, kind, id, span),
    articlesOf: (kind, id, span) => listArticlesOf(db, kind, id, span),
    openStories: ({ since, limit }) => listNewestStories(db, since, limit),
    story: (id) => loadStory(db, id),
    articlesOfStory: (id) => listArticlesOfStory(db, id),
    articleByUrl: (url) => loadArticleByUrl(db, url) ?? loadArticleByAddress(db, canonicalUrl(url)),
    search: (request) => findArticles(db, request),
    storyTimes: (entity, since) => listStoryTimes(db, entity, since),
    statusOf,
    watches: () => loadWatches(db, now),
    mutes: () => activeMutes(db, now),
    threadOf: (storyId) =>
      listAlertsOf(db, storyId).map(({ key, channel }) => {
        const ref = findDelivery(db, key)?.ref;
        return { channel, url: ref === undefined ? undefined : parts.permalink?.(ref) };
      }),
    feeds: () => {
      const states = loadFeedStates(db);
      return parts.config.feeds.map((feed) => ({ feed, state: states.get(feed.id) }));
    },
    state: () => {
      const { pending, unknown, dead, ageMs } = readBacklog(db, now);
      const counts = db
        .prepare(
          "SELECT (SELECT COUNT(*) FROM article) AS articles, (SELECT COUNT(*) FROM story) AS stories, (SELECT MAX(published_at) FROM article) AS last",
        )
        .get();
      return {
        articles: Number(counts?.articles),
        stories: Number(counts?.stories),
        pending,
        unknown,
        dead,
        oldestPendingAt: ageMs > 0 ? now - ageMs : undefined,
        lastArticleAt: typeof counts?.last === "number" ? counts.last : undefined,
      };
    },
  };
}
