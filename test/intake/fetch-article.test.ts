import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { Entry, Feed } from "../../src/domain.ts";
import { fetchArticle } from "../../src/intake/fetch-article.ts";
import { createFetcher } from "../../src/intake/fetch-feed.ts";
import { createPageReader } from "../../src/intake/parse-page.ts";
import { openStore } from "../../src/store/open-store.ts";
import { openPages } from "../../src/store/pages.ts";
import { type FeedServer, type Route, startFeedServer } from "../fakes/feed-server.ts";

const NOW = Date.UTC(2026, 10, 23);
const FEED: Feed = {
  id: "f",
  name: "The Feed",
  url: "http://127.0.0.1:1/feed",
  topic: "security",
  everyMs: 900_000,
};
const TEXT = [
  "The intruders entered the lawful intercept systems of the carrier in the spring and stayed for months.",
  "Investigators tie the intrusion to a group that they call Salt Typhoon, and that others name otherwise.",
  "A spokesperson for the carrier said that no customer content had been taken from its network this time.",
];
const reader = createPageReader();
const fetcher = createFetcher({ allowHosts: ["127.0.0.1"], now: () => NOW, spacingMs: 0 });
const servers: FeedServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(async () => {
  await reader.close();
  await fetcher.close();
});

function page(body: string, head = ""): Route {
  return {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html><head><title>A title</title>${head}</head><body>${body}</body></html>`,
  };
}
function article(extra = ""): string {
  return `<nav><a href="/">Home</a> <a href="/x">Sections</a></nav><article>${TEXT.map((p) => `<p>${p}</p>`).join("")}${extra}</article><footer>All rights</footer>`;
}
async function fetchPage(route: Route, entry: Partial<Entry> = {}, path = "/news/a?utm_source=rss") {
  const server = await startFeedServer({ [path]: route });
  servers.push(server);
  const whole: Entry = {
    id: "f x",
    feedId: "f",
    guid: undefined,
    url: server.url(path),
    title: "Carrier intruded",
    summary: "A teaser.",
    html: undefined,
    publishedAt: NOW - 1_000,
    ...entry,
  };
  const pages = openPages(openStore(":memory:"), () => NOW);
  const options = { read: reader.read, pages };
  const got = await fetchArticle(whole, FEED, fetcher, NOW, options);
  return { got, server, again: () => fetchArticle(whole, FEED, fetcher, NOW, options) };
}

describe("fetchArticle", () => {
  it("takes the page's text, one paragraph each, without the furniture", async () => {
    const { got } = await fetchPage(page(article()));
    expect(got.paragraphs).toEqual(TEXT);
    expect(got).toMatchObject({ textFrom: "page", title: "Carrier intruded", publishedAt: NOW - 1_000 });
    expect(got.textNote).toBeUndefined();
  });

  it("asks for a page once while it is cached, and again where the page forbids keeping it", async () => {
    const kept = await fetchPage(page(article()));
    await kept.again();
    expect(kept.server.requests).toHaveLength(1);
    const unkept = await fetchPage(page(article(), '<meta name="robots" content="noarchive">'));
    expect((await unkept.again()).textFrom).toBe("page");
    expect(unkept.server.requests).toHaveLength(2);
  });

  it("takes the canonical address of the same site and no other", async () => {
    const own = await fetchPage(page(article(), '<link rel="canonical" href="/news/a">'));
    expect(own.got.url).toBe(own.server.url("/news/a"));
    const foreign = await fetchPage(page(article(), '<link rel="canonical" href="https://evil.example/a">'));
    expect(foreign.got.url).toBe(foreign.server.url("/news/a?utm_source=rss"));
  });

  it.each([
    ["an error", { status: 404, body: "no" }, "the page answered HTTP 404"],
    [
      "a file",
      { headers: { "content-type": "application/pdf" }, body: "%PDF" },
      "the page is application/pdf",
    ],
    [
      "a page closed to robots",
      page(article(), '<meta name="ROBOTS" content="NoIndex, follow">'),
      "the page asks robots not to use its text (noindex)",
    ],
    [
      "a consent form",
      page(
        "<h1>Before you continue</h1><p>We value your privacy. We and our 812 partners store and/or access information on a device. Accept all or manage options.</p>",
      ),
      "the page shows a consent page instead of the article",
    ],
    [
      "a paywall",
      page(
        "<article><p>The carrier said on Monday that it</p><p>Subscribe to continue reading. Already a subscriber? Log in.</p></article>",
      ),
      "the page shows a paywall page instead of the article",
    ],
    [
      "a robot check",
      {
        headers: { "content-type": "text/html" },
        body: "<html><head><title>Just a moment...</title></head><body><p>Verifying you are human.</p></body></html>",
      },
      "the page shows a robot check page instead of the article",
    ],
  ])("falls back to the feed's text on %s and says so", async (_name, route, note) => {
    const { got } = await fetchPage(route);
    expect(got).toMatchObject({ textFrom: "feed", textNote: note, paragraphs: ["A teaser."] });
  });

  it("falls back when reading the page misses its deadline", async () => {
    const hasty = createPageReader(60);
    const wide = "<div><p>Some words of no great weight, as there are many.</p></div>".repeat(20_000);
    const server = await startFeedServer({ "/a": page(wide) });
    servers.push(server);
    const entry: Entry = {
      id: "f a",
      feedId: "f",
      guid: undefined,
      url: server.url("/a"),
      title: "T",
      summary: "A teaser.",
      html: undefined,
      publishedAt: undefined,
    };
    const got = await fetchArticle(entry, FEED, fetcher, NOW, { read: hasty.read });
    await hasty.close();
    expect(got).toMatchObject({ textFrom: "feed", textNote: "the page could not be read within 0.06 s" });
  });

  it("takes the page's date where the feed has none, and now where both are missing or ahead", async () => {
    const dated = page(article(), '<meta property="article:published_time" content="2026-11-20T10:00:00Z">');
    expect((await fetchPage(dated, { publishedAt: undefined })).got.publishedAt).toBe(
      Date.UTC(2026, 10, 20, 10),
    );
    expect((await fetchPage(page(article()), { publishedAt: NOW + 86_400_000 })).got.publishedAt).toBe(NOW);
  });

  it("asks for no page where the feed carries the whole article", async () => {
    const html = TEXT.map((p) => `<p>${p}</p>`)
      .join("")
      .repeat(12);
    const { got, server } = await fetchPage(page(article()), { html });
    expect(got.paragraphs).toHaveLength(36);
    expect(server.requests).toEqual([]);
  });
});
