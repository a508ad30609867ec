import type { Article, Entry, Feed } from "../domain.ts";
import type { Answered, Fetcher, PageCache, ReadPage } from "../domain-intake.ts";
import { canonicalUrl } from "../text/canonical-url.ts";
import { htmlToParagraphs } from "../text/html-to-text.ts";
import { parsePage } from "./parse-page.ts";
import { readRetryAfter } from "./read-wait.ts";

const ACCEPT = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5, */*;q=0.1";
/** A date further ahead than this is a mistake of the feed. */
const MAX_AHEAD_MS = 3_600_000;
/** A feed with this much text in an entry carries the whole article. */
const WHOLE_ARTICLE = 3_000;
const TEASER_END =
  /(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read (?:more|on|the full)|continue reading|weiterlesen|lire la suite)\W*$/i;
const PASSING: ReadonlySet<string> = new Set(["timeout", "connect", "network", "rate-limited"]);
const HOST_PAUSE_MS = 5 * 60_000;
/** How long an entry waits for its host's turn before the feed's text must do. */
const MAX_WAIT_MS = 60_000;

export interface ArticleOptions {
  readonly pages?: PageCache;
  readonly maxWaitMs?: number;
  /** Reads a page's bytes; the shared worker when left out. */
  readonly read?: (bytes: Uint8Array, contentType: string, url: string) => Promise<ReadPage | string>;
  /** Longest that the request itself may take, milliseconds. */
  readonly maxMs?: number;
  /** Called when the page could not be had for a reason that may pass. */
  readonly onPassing?: () => void;
  /** Hears of a host that asked for silence. */
  readonly onPause?: (host: string, until: number) => void;
}

/** The article behind an entry: the page's text where it can be had, else the feed's own with the reason in textNote. Never throws for what a server does. */
export async function fetchArticle(
  entry: Entry,
  feed: Feed,
  fetcher: Fetcher,
  now: number,
  options: ArticleOptions = {},
): Promise<Article> {
  const fromFeed = feedArticle(entry, feed, now, undefined);
  if (canonicalUrl(entry.url) === canonicalUrl(feed.url))
    return { ...fromFeed, textNote: "the entry has no page" };
  const last = fromFeed.paragraphs.at(-1) ?? "";
  if (lengthOf(fromFeed.paragraphs) >= WHOLE_ARTICLE && !TEASER_END.test(last)) return fromFeed;
  const page = await pageOf(entry, fetcher, now, options);
  if (typeof page === "string") return { ...fromFeed, textNote: page };
  return combine(fromFeed, page, entry, now);
}

/** The article made of what the feed itself carries. */
export function feedArticle(entry: Entry, feed: Feed, now: number, note: string | undefined): Article {
  const paragraphs = htmlToParagraphs(entry.html ?? "");
  return {
    id: entry.id,
    url: entry.url,
    outlet: feed.name,
    feedId: feed.id,
    topic: feed.topic,
    title: entry.title || entry.summary.slice(0, 120),
    summary: entry.summary,
    publishedAt: plausible(entry.publishedAt, now) ?? now,
    fetchedAt: now,
    paragraphs: paragraphs.length > 0 || entry.summary === "" ? paragraphs : [entry.summary],
    textFrom: "feed",
    ...(note !== undefined && { textNote: note }),
  };
}

async function pageOf(
  entry: Entry,
  fetcher: Fetcher,
  now: number,
  options: ArticleOptions,
): Promise<ReadPage | string> {
  const key = canonicalUrl(entry.url);
  const kept = await options.pages?.get(key);
  if (kept) return kept;
  const answer = await fetcher.get(entry.url, {
    kind: "page",
    headers: { accept: ACCEPT },
    maxWaitMs: options.maxWaitMs ?? MAX_WAIT_MS,
    ...(options.maxMs !== undefined && { maxMs: options.maxMs }),
  });
  if (answer.kind === "failed" ? PASSING.has(answer.reason) : answer.status === 429 || answer.status >= 500)
    options.onPassing?.();
  if (answer.kind === "failed") return `the page could not be had: ${answer.detail}`;
  if (answer.status === 429) {
    const { host } = new URL(answer.url);
    const until = readRetryAfter(answer.headers, now) ?? now + HOST_PAUSE_MS;
    fetcher.pause(new URL(answer.url).hostname, until);
    options.onPause?.(new URL(answer.url).hostname, until);
    return `${host} asked us to wait`;
  }
  const refused = refusal(answer, entry.url);
  if (refused !== undefined) return refused;
  const read = await (options.read ?? parsePage)(
    answer.body,
    answer.headers["content-type"] ?? "",
    answer.url,
  );
  if (typeof read === "string") return read;
  const page = { ...read, robots: [...read.robots, ...robotsHeader(answer)] };
  if (!page.robots.some((wish) => wish === "noarchive" || wish === "none"))
    await options.pages?.set(key, page);
  return page;
}

function refusal(answer: Answered, asked: string): string | undefined {
  if (answer.status < 200 || answer.status >= 300) return `the page answered HTTP ${answer.status}`;
  const type = answer.headers["content-type"] ?? "";
  if (type !== "" && !/html|xml|text\/plain/i.test(type)) return `the page is ${type.split(";")[0]}`;
  const front = new URL(answer.url).pathname === "/" && new URL(asked).pathname !== "/";
  return front ? "the page leads to the front page" : undefined;
}

function robotsHeader(answer: Answered): string[] {
  // A wish may be addressed to one robot: "otherbot: noindex".
  return (answer.headers["x-robots-tag"] ?? "")
    .toLowerCase()
    .split(",")
    .map((wish) => wish.trim())
    .filter((wish) => !/^[\w-]+\s*:/.test(wish) || /^(?:telwatch|max-snippet)\s*:/.test(wish))
    .map((wish) => wish.replace(/^telwatch\s*:\s*/, ""));
}

function combine(fromFeed: Article, page: ReadPage, entry: Entry, now: number): Article {
  const dated = {
    ...fromFeed,
    title: entry.title || page.title || fromFeed.title,
    publishedAt: plausible(entry.publishedAt, now) ?? plausible(page.publishedAt, now) ?? now,
  };
  const closed = page.robots.find((wish) => /^(?:noindex|nosnippet|none|max-snippet:\s*0)$/.test(wish));
  if (closed !== undefined)
    return { ...dated, textNote: `the page asks robots not to use its text (${closed})` };
  if (page.wall !== undefined)
    return { ...dated, textNote: `the page shows a ${page.wall} page instead of the article` };
  if (lengthOf(page.paragraphs) < lengthOf(fromFeed.paragraphs))
    return { ...dated, textNote: "the page has less text than the feed" };
  const { textNote: _note, ...rest } = dated;
  return { ...rest, url: page.canonical ?? dated.url, paragraphs: page.paragraphs, textFrom: "page" };
}

function plausible(at: number | undefined, now: number): number | undefined {
  return at === undefined || at > now + MAX_AHEAD_MS ? undefined : at;
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, one) => sum + one.length, 0);
}
