import { MAX_ITEMS } from "./clean-xml.ts";
import { readDate } from "./read-date.ts";
import {
  absoluteLink,
  boundedHtml,
  type FeedDocument,
  type FeedItem,
  NO_HINTS,
  noFeed,
  plainSummary,
  plainTitle,
} from "./read-item.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Reads a JSON Feed (1 and 1.1); what is no such feed gives the reason. */
export function readJsonFeed(text: string, url: string): FeedDocument {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^[\uFEFF\s\0]+/, ""));
  } catch (error) {
    return noFeed(
      "not-a-feed",
      `the JSON cannot be read: ${error instanceof Error ? error.message.slice(0, 120) : ""}`,
    );
  }
  const feed = fields(root);
  if (!feed || !Array.isArray(feed.items))
    return noFeed("not-a-feed", "this is JSON without a list of items, no JSON Feed");
  const site = absoluteLink(string(feed.home_page_url), url);
  const items = feed.items.slice(0, MAX_ITEMS).flatMap((item: unknown) => {
    const found = fields(item);
    return found ? [readItem(found, url)] : [];
  });
  const empty = items.length === 0;
  return {
    title: plainTitle(string(feed.title) ?? "", true) || undefined,
    site,
    items,
    hints: NO_HINTS,
    reason: empty ? "empty" : undefined,
    detail: empty ? "the feed has no items" : undefined,
  };
}

function readItem(item: Fields, url: string): FeedItem {
  const html = string(item.content_html);
  const text = string(item.content_text);
  const guid = string(item.id);
  const attachments = Array.isArray(item.attachments) ? item.attachments : [];
  const body = html ?? (text === undefined ? undefined : escapeHtml(text));
  const summary = string(item.summary);
  const permalink = guid !== undefined && /^https?:\/\//i.test(guid) ? guid : undefined;
  const link =
    string(item.url) ?? string(item.external_url) ?? permalink ?? string(fields(attachments[0])?.url);
  return {
    title: plainTitle(string(item.title) ?? "", !/[<&]/.test(string(item.title) ?? "")),
    link: absoluteLink(link, url),
    guid,
    date: readDate(string(item.date_published) ?? string(item.date_modified)),
    summary: summary === undefined ? plainSummary(body ?? "") : plainSummary(escapeHtml(summary)),
    html: boundedHtml(body),
  };
}

function fields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function string(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
