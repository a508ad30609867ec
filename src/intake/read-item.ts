import type { PollReason } from "../domain-config.ts";
import type { PollHints } from "../domain-intake.ts";
import { decodeEntities } from "../text/decode-entities.ts";
import { htmlToText, tidy } from "../text/html-to-text.ts";

/** One item as a document gives it. */
export interface FeedItem {
  readonly title: string;
  /** Absolute where it could be made so. */
  readonly link: string | undefined;
  readonly guid: string | undefined;
  readonly date: number | undefined;
  readonly summary: string;
  readonly html: string | undefined;
}
/** A document as read: items, or a reason. */
export interface FeedDocument {
  readonly title: string | undefined;
  readonly site: string | undefined;
  readonly items: readonly FeedItem[];
  readonly hints: PollHints;
  readonly reason: PollReason | undefined;
  readonly detail: string | undefined;
}

export const NO_HINTS: PollHints = { waitMs: undefined, skipHours: [], skipDays: [] };
/** A summary is a teaser; the full text stands in html. */
const MAX_SUMMARY = 4_000;
const MAX_TITLE = 1_000;
const MAX_HTML = 500_000;

/** A document without entries, with the reason. */
export function noFeed(reason: PollReason, detail: string): FeedDocument {
  return { title: undefined, site: undefined, items: [], hints: NO_HINTS, reason, detail };
}

/** A title as plain text on one line: markup dropped, entities decoded once more than XML did. */
export function plainTitle(text: string, literal = false): string {
  if (literal) return tidy(text).slice(0, MAX_TITLE);
  return tidy(htmlToText(text.slice(0, MAX_HTML)).replaceAll("\n", " ")).slice(0, MAX_TITLE);
}

/** HTML as one line of plain text, cut to a teaser's length. */
export function plainSummary(html: string): string {
  const text = htmlToText(html.slice(0, 20 * MAX_SUMMARY)).replaceAll("\n", " ");
  return text.length > MAX_SUMMARY ? `${text.slice(0, MAX_SUMMARY).replace(/\s+\S*$/, "")} …` : text;
}

/** HTML within what one entry may weigh, or undefined where it is blank. */
export function boundedHtml(html: string | undefined): string | undefined {
  return html === undefined || html.trim() === "" ? undefined : html.slice(0, MAX_HTML);
}

/** A link made absolute, without white space in it; undefined where it leads to no web page. */
export function absoluteLink(link: string | undefined, base: string): string | undefined {
  const bare = decodeEntities(link ?? "")
    .replace(/[\t\r\n]/g, "")
    .trim();
  if (bare === "") return undefined;
  try {
    const url = base === "" ? new URL(bare) : new URL(bare, base);
    if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
    url.username = "";
    url.password = "";
    return url.href;
  } catch {
    return undefined;
  }
}
