import type { Article, Entry, Feed } from "../domain.ts";
import type { Fetcher } from "../domain-intake.ts";
import { htmlToParagraphs } from "../text/html-to-text.ts";

const ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
/** A date further ahead than this is a mistake of the feed. */
const MAX_AHEAD_MS = 3_600_000;

/** The article behind an entry: the page's text where it can be had, else the feed's own with the reason. Never throws for what a server does. */
export async function fetchArticle(
  entry: Entry,
  feed: Feed,
  fetcher: Fetcher,
  now: number,
): Promise<Article> {
  void fetcher;
  void ACCEPT;
  return feedArticle(entry, feed, now, "the page is not read yet");
}

/** The article made of what the feed itself carries. */
export function feedArticle(entry: Entry, feed: Feed, now: number, note: string): Article {
  const paragraphs = htmlToParagraphs(entry.html ?? "");
  const published = entry.publishedAt;
  return {
    id: entry.id,
    url: entry.url,
    outlet: feed.name,
    feedId: feed.id,
    topic: feed.topic,
    title: entry.title || entry.summary.slice(0, 120),
    summary: entry.summary,
    publishedAt: published === undefined || published > now + MAX_AHEAD_MS ? now : published,
    fetchedAt: now,
    paragraphs: paragraphs.length > 0 || entry.summary === "" ? paragraphs : [entry.summary],
    textFrom: "feed",
    textNote: note,
  };
}
