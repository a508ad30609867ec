import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { getDomain } from "tldts";
import type { ReadPage } from "../domain-intake.ts";
import { htmlToParagraphs, tidy } from "../text/html-to-text.ts";
import { decodeText } from "./decode-text.ts";
import { dropChrome } from "./drop-chrome.ts";
import { findWall } from "./find-wall.ts";
import type { PageElement } from "./measure-page.ts";
import { readDate } from "./read-date.ts";

/** No article has more markup; what is cut off is comments and scripts. */
const MAX_HTML = 3_000_000;
const MAX_PARAGRAPHS = 2_000;
/** linkedom and readability take a time that grows with the square of the depth: no real page nests deeper. */
const MAX_DEPTH = 150;
/** A shorter first heading may be the site's name. */
const MIN_HEADLINE = 15;
/** Less text than this from readability means that it took the wrong box. */
const POOR_TEXT = 200;

/** What this file uses of linkedom's document; its own types do not agree with the DOM library's. */
interface Page {
  readonly documentElement: PageElement | null;
  readonly title: string;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => ArrayLike<PageElement>;
}

/** Reads an article page: its text in paragraphs without the furniture, and what it says of itself. Slow on hostile markup: run it in the worker. */
export function extractPage(bytes: Uint8Array, contentType: string, url: string): ReadPage {
  const text = decodeText(bytes, contentType).slice(0, MAX_HTML);
  if (depthOf(text) > MAX_DEPTH)
    return { ...plainPage(""), paragraphs: htmlToParagraphs(text).slice(0, MAX_PARAGRAPHS) };
  if (!/<[a-z!]/i.test(text) || /^text\/plain/i.test(contentType)) return plainPage(text);
  const page = (parseHTML(text) as unknown as { document: Page }).document;
  if (!page.documentElement)
    return { ...plainPage(""), paragraphs: htmlToParagraphs(text).slice(0, MAX_PARAGRAPHS) };
  const about = readHead(page, url);
  const whole = pickBody(page);
  const body = page.querySelector("body");
  if (body) dropChrome(body);
  const fallback = pickBody(page);
  const html = readable(page);
  const main = htmlToParagraphs(html ?? "");
  const paragraphs = lengthOf(main) >= Math.min(POOR_TEXT, lengthOf(fallback)) ? main : fallback;
  const shown = (lengthOf(paragraphs) < POOR_TEXT ? whole : paragraphs).join("\n");
  return {
    title: about.title,
    paragraphs: paragraphs.slice(0, MAX_PARAGRAPHS),
    canonical: about.canonical,
    publishedAt: about.publishedAt,
    robots: about.robots,
    wall: findWall({ text: shown, title: about.title, url, free: about.free, tier: about.tier }),
  };
}

/** How deep the elements nest that people forget to close; an estimate, in one pass. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(
    /<\/?(?:div|span|section|ul|ol|table|blockquote|font|b|i|em|strong|a)\b/gi,
  )) {
    depth = tag[1] === "/" ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function plainPage(text: string): ReadPage {
  const paragraphs = text
    .split(/\r?\n\s*\r?\n/)
    .map(tidy)
    .filter((line) => line !== "");
  return {
    title: paragraphs[0]?.slice(0, 300) ?? "",
    paragraphs: paragraphs.slice(0, MAX_PARAGRAPHS),
    canonical: undefined,
    publishedAt: undefined,
    robots: [],
    wall: undefined,
  };
}

function readable(page: Page): string | undefined {
  try {
    const article = new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: POOR_TEXT,
    }).parse();
    return article?.content ?? undefined;
  } catch {
    return undefined;
  }
}

/** The page's own article element, else its paragraphs; read before readability takes the page apart. */
function pickBody(page: Page): string[] {
  for (const selector of ["article", "main", "[role=main]"]) {
    const found = page.querySelector(selector);
    if (found) return htmlToParagraphs(found.innerHTML);
  }
  const paragraphs = Array.from(page.querySelectorAll("p"), (one) => tidy(one.textContent ?? "")).filter(
    (line) => line !== "",
  );
  const body = page.querySelector("body");
  return paragraphs.length > 0 ? paragraphs : htmlToParagraphs(body?.innerHTML ?? "");
}

interface Head {
  readonly title: string;
  readonly canonical: string | undefined;
  readonly publishedAt: number | undefined;
  readonly robots: readonly string[];
  readonly free: boolean | undefined;
  readonly tier: string;
}

function readHead(page: Page, url: string): Head {
  const meta = (...names: readonly string[]): string => {
    for (const name of names) {
      const found = page
        .querySelector(`meta[name="${name}" i], meta[property="${name}" i]`)
        ?.getAttribute("content");
      if (found) return found;
    }
    return "";
  };
  const scripts = Array.from(
    page.querySelectorAll('script[type="application/ld+json"]'),
    (one) => one.textContent ?? "",
  );
  const structured = scripts.join("\n").slice(0, 500_000);
  const free = /"isAccessibleForFree"\s*:\s*"?(true|false)/i.exec(structured)?.[1]?.toLowerCase();
  const published = /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(structured)?.[1];
  const robots = ["robots", "telwatch"].flatMap((name) =>
    Array.from(page.querySelectorAll(`meta[name="${name}" i]`), (one) => one.getAttribute("content") ?? ""),
  );
  return {
    title: withoutSite(tidy(meta("og:title") || page.title || ""), headlineOf(page)),
    canonical: canonicalOf(page, url),
    publishedAt: readDate(meta("article:published_time", "datepublished", "date", "dc.date") || published),
    robots: robots
      .join(",")
      .toLowerCase()
      .split(/[,\s]+/)
      .filter((word) => word !== ""),
    free: free === undefined ? undefined : free === "true",
    tier: meta("article:content_tier", "content_tier").toLowerCase(),
  };
}

function headlineOf(page: Page): string {
  return tidy(page.querySelector("h1")?.textContent ?? "");
}

/** The page's title without the site's name behind it, where the headline on the page shows that it is none of the headline: "Two men arrested | Mast Daily". */
function withoutSite(title: string, headline: string): string {
  const rest = title.slice(headline.length);
  const named =
    headline.length >= MIN_HEADLINE && title.startsWith(headline) && /^\s*[|–—·:»-]\s*\S/.test(rest);
  return named ? headline : title;
}

/** A page may name another address of its own site only: a foreign one would put words into our message. */
function canonicalOf(page: Page, url: string): string | undefined {
  const href = page.querySelector('link[rel="canonical" i]')?.getAttribute("href");
  const named = href ? URL.parse(href, url) : null;
  const asked = URL.parse(url);
  if (!named || !asked || !/^https?:$/.test(named.protocol) || named.pathname === "/") return undefined;
  const same =
    named.host === asked.host ||
    (getDomain(named.hostname) !== null && getDomain(named.hostname) === getDomain(asked.hostname));
  return same ? named.href : undefined;
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, one) => sum + one.length, 0);
}
