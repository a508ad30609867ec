import type { Article, Entry, Feed } from "../domain.ts";
import type { Fetcher, PageCache } from "../domain-intake.ts";
import { feedArticle, fetchArticle } from "../intake/fetch-article.ts";
import type { PollMemory } from "./poll-memory.ts";

export interface ReadContext {
  readonly fetcher: Fetcher;
  readonly pages: PageCache;
  readonly memory: PollMemory;
  readonly now: () => number;
  readonly onPause: (host: string, until: number) => void;
  /** Whether the text at hand already leads to a message. */
  readonly matches: (article: Article) => boolean;
}

/** Pages of one feed under way at once; the host's own queue spaces them. */
const AT_ONCE = 4;
/** An entry whose page fails is put off so often while the feed's text alone matches nothing. */
const MAX_TRIES = 3;
/** Pages may take a quarter of the feed's interval, within these bounds: an alert must not wait for the last page. */
const LEAST_MS = 5_000;
const MOST_MS = 120_000;

/**
 * Reads the articles behind entries within the feed's time for pages and hands over each as soon as it is read.
 * What cannot be had in time goes by the feed's own text if that matches; else it is put off to the next poll,
 * a few times at most. Gives how many were put off.
 */
export async function readArticles(
  entries: readonly Entry[],
  feed: Feed,
  context: ReadContext,
  take: (entry: Entry, article: Article) => Promise<void>,
): Promise<number> {
  const { now, memory } = context;
  const end = now() + Math.min(MOST_MS, Math.max(LEAST_MS, feed.everyMs / 4));
  const queue = [...entries];
  let putOff = 0;

  async function read(entry: Entry): Promise<void> {
    let passing = false;
    const left = end - now();
    const article =
      left <= 0
        ? feedArticle(entry, feed, now(), "the page's turn did not come in time")
        : await fetchArticle(entry, feed, context.fetcher, now(), {
            pages: context.pages,
            maxWaitMs: left,
            maxMs: left,
            onPassing: () => {
              passing = true;
            },
            onPause: context.onPause,
          });
    const tries = (memory.missed.get(entry.id) ?? 0) + 1;
    if ((passing || left <= 0) && tries < MAX_TRIES && !context.matches(article)) {
      if (passing) memory.missed.set(entry.id, tries);
      putOff += 1;
      return;
    }
    memory.missed.delete(entry.id);
    await take(entry, article);
  }

  async function work(): Promise<void> {
    for (let entry = queue.shift(); entry; entry = queue.shift()) await read(entry);
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return putOff;
}
