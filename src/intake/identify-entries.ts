import type { Entry, Feed } from "../domain.ts";
import { canonicalUrl, withoutTracking } from "../text/canonical-url.ts";
import { tidy } from "../text/html-to-text.ts";
import type { FeedDocument, FeedItem } from "./read-item.ts";

/**
 * Gives the items of a document our ids: feed id and canonical URL. Where several items share one address, or it is
 * only the outlet's front page, the address names none of them and the fragment, the guid or the title joins the id.
 * Twins within the document are given once.
 */
export function identifyEntries(document: FeedDocument, feed: Feed): Entry[] {
  const shared = sharedAddresses(document);
  const entries = new Map<string, Entry>();
  for (const item of document.items) {
    const entry = identify(item, feed, shared);
    if (!entries.has(entry.id)) entries.set(entry.id, entry);
  }
  return [...entries.values()];
}

function identify(item: FeedItem, feed: Feed, shared: ReadonlySet<string>): Entry {
  const key = item.link === undefined ? undefined : canonicalUrl(item.link);
  const weak = key === undefined || shared.has(key);
  const mark = weak
    ? (fragmentOf(item.link) ?? item.guid ?? tidy(item.title || item.summary).slice(0, 300))
    : undefined;
  return {
    id: [feed.id, key ?? "", ...(mark === undefined ? [] : [mark])].join(" "),
    feedId: feed.id,
    guid: item.guid,
    url: item.link === undefined ? withoutTracking(feed.url) : withoutTracking(item.link),
    title: item.title,
    summary: item.summary,
    html: item.html,
    publishedAt: item.date,
  };
}

function sharedAddresses(found: FeedDocument): Set<string> {
  const titles = new Map<string, Set<string>>();
  for (const { link, title, guid } of found.items) {
    if (link === undefined) continue;
    const key = canonicalUrl(link);
    titles.set(key, (titles.get(key) ?? new Set()).add(title || (guid ?? "")));
  }
  const shared = new Set([...titles].filter(([, names]) => names.size > 1).map(([key]) => key));
  if (found.site !== undefined) shared.add(canonicalUrl(found.site));
  for (const key of titles.keys()) if (/^https:\/\/[^/?]*$/.test(key)) shared.add(key);
  return shared;
}

function fragmentOf(link: string | undefined): string | undefined {
  const fragment = /#([^#]+)$/.exec(link ?? "")?.[1];
  return fragment === undefined || fragment.includes("=") ? undefined : `#${fragment}`;
}

/** The address that names this entry alone, in its canonical spelling; undefined where its address is shared. */
export function ownAddress(entry: Entry): string | undefined {
  const key = canonicalUrl(entry.url);
  return entry.id === `${entry.feedId} ${key}` ? key : undefined;
}
