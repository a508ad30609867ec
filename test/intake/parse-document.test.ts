import { describe, expect, it } from "vitest";
import { MAX_ITEMS } from "../../src/intake/clean-xml.ts";
import { parseDocument } from "../../src/intake/parse-document.ts";

const URL_OF_FEED = "https://news.example/feeds/all.xml";
async function read(text: string | Uint8Array, contentType = "") {
  return parseDocument(
    typeof text === "string" ? new TextEncoder().encode(text) : text,
    contentType,
    URL_OF_FEED,
  );
}
function rss(items: string, head = ""): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>C</title>${head}${items}</channel></rss>`;
}
const ITEM = "<item><title>One</title><link>https://news.example/1</link></item>";

describe("parseDocument", () => {
  it.each([
    ["RSS 2.0", rss(ITEM)],
    ["RSS without a version", `<rss><channel>${ITEM}</channel></rss>`],
    [
      "RSS 0.91 in capitals",
      `<RSS VERSION=0.91><CHANNEL>${ITEM.replace(/<\/?\w+/g, (t) => t.toUpperCase())}</CHANNEL></RSS>`,
    ],
    [
      "RDF",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>C</title></channel>${ITEM}</rdf:RDF>`,
    ],
    [
      "Atom",
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title><link href="https://news.example/1"/></entry></feed>`,
    ],
    [
      "Atom under a prefix",
      `<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:entry><atom:title>One</atom:title><atom:link href="/1"/></atom:entry></atom:feed>`,
    ],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        items: [{ id: "1", title: "One", url: "/1" }],
      }),
    ],
    ["junk before the prolog", `\n<br />\n<b>Warning</b>: no database in /srv/x.php\n${rss(ITEM)}`],
    ["text behind the root", `${rss(ITEM)}<!-- cached --> <p>`],
    [
      "a DTD with entities",
      `<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>${rss(ITEM)}`,
    ],
    ["a channel alone", `<channel>${ITEM}</channel>`],
  ])("reads %s", async (_name, text) => {
    const feed = await read(text);
    expect(feed.reason).toBeUndefined();
    expect(feed.items).toMatchObject([{ title: "One", link: "https://news.example/1" }]);
  });

  it.each([
    ["plain", "AT&amp;T and T-Mobile", "AT&T and T-Mobile"],
    ["a bare ampersand", "AT&T and R&D", "AT&T and R&D"],
    ["CDATA with entities", "<![CDATA[AT&#038;T&#8217;s network]]>", "AT&T’s network"],
    ["escaped markup", "A &lt;b&gt;bold&lt;/b&gt; claim", "A bold claim"],
    ["bare markup, in order", "One <i>two</i> three", "One two three"],
    ["markup that is told of", "How &amp;lt;script&amp;gt; works", "How <script> works"],
    ["comparison signs", "5 &lt; 6 and 7 &gt; 6", "5 < 6 and 7 > 6"],
    ["HTML entities", "Caf&eacute;&nbsp;&mdash; news", "Café — news"],
    ["invisible characters", "Salt&#x202E;Ty\u200bphoon&#0;", "SaltTyphoon"],
    ["an attribute", `<![CDATA[x]]>`, "x"],
  ])("gives titles as plain text: %s", async (_name, title, plain) => {
    const feed = await read(rss(`<item><title kind="a">${title}</title></item>`));
    expect(feed.items[0]?.title).toBe(plain);
  });

  it("takes Atom's type literally: text is text, html is HTML, xhtml keeps its words in order", async () => {
    const entry = (type: string, text: string): string =>
      `<entry><title type="${type}">${text}</title></entry>`;
    const feed = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom">${entry("text", "Use &lt;b&gt; &amp;amp; co")}${entry("html", "Use &lt;b&gt;b&lt;/b&gt; &amp;amp; co")}${entry("xhtml", "<div>Use <b>b</b> &amp; co</div>")}</feed>`,
    );
    expect(feed.items.map(({ title }) => title)).toEqual(["Use <b> &amp; co", "Use b & co", "Use b & co"]);
  });

  it.each([
    ["a guid that is a permalink", "<guid>https://news.example/g</guid>", "https://news.example/g"],
    ["no link where the guid is none", `<guid isPermaLink="false">https://news.example/g</guid>`, undefined],
    [
      "an enclosure",
      `<enclosure url="https://news.example/a.mp3" type="audio/mpeg"/>`,
      "https://news.example/a.mp3",
    ],
    [
      "an atom:link",
      `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="/b"/>`,
      "https://news.example/b",
    ],
    ["a relative link", "<link>../c</link>", "https://news.example/c"],
    [
      "a link in CDATA and lines",
      "<link><![CDATA[\n https://news.example/d\n]]></link>",
      "https://news.example/d",
    ],
    ["no script", "<link>javascript:alert(1)</link>", undefined],
    ["no password", "<link>https://me:pw@news.example/e</link>", "https://news.example/e"],
  ])("finds the link: %s", async (_name, inner, link) => {
    expect((await read(rss(`<item><title>T</title>${inner}</item>`))).items[0]?.link).toBe(link);
  });

  it("resolves links against xml:base", async () => {
    const feed = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/x/"><entry xml:base="y/"><title>T</title><link href="z"/></entry></feed>`,
    );
    expect(feed.items[0]?.link).toBe("https://b.example/x/y/z");
  });

  it.each([
    ["Mon, 23 Nov 2026 10:00:00 GMT", "2026-11-23T10:00:00.000Z"],
    ["Mon, 23 Nov 26 10:00:00 +0200", "2026-11-23T08:00:00.000Z"],
    ["Xxx, 23 Nov 2026 10:00:00 EST", "2026-11-23T15:00:00.000Z"],
    ["Mon, 23 Nov 2026 10:00:00 CEST", "2026-11-23T08:00:00.000Z"],
    ["2026-11-23T10:00:00", "2026-11-23T10:00:00.000Z"],
    ["2026-11-23", "2026-11-23T00:00:00.000Z"],
    ["2026-11-23T10:00+01", "2026-11-23T09:00:00.000Z"],
    ["20261123T100000Z", "2026-11-23T10:00:00.000Z"],
    ["20261123", "2026-11-23T00:00:00.000Z"],
    ["yesterday", undefined],
    ["0000-00-00 00:00:00", undefined],
  ])("reads the date %s", async (text, iso) => {
    const { date } =
      (await read(rss(`<item><title>T</title><pubDate>${text}</pubDate></item>`))).items[0] ?? {};
    expect(date === undefined ? undefined : new Date(date).toISOString()).toBe(iso);
  });

  it.each([
    [
      "UTF-16 with a mark",
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(rss("<item><title>Café</title></item>"), "utf16le"),
      ]),
      "",
    ],
    [
      "the HTTP charset",
      Buffer.from(rss("<item><title>Café</title></item>"), "latin1"),
      "text/xml; charset=ISO-8859-1",
    ],
    [
      "the prolog's charset",
      Buffer.from(
        rss("<item><title>Café</title></item>").replace(`"1.0"`, `"1.0" encoding="windows-1252"`),
        "latin1",
      ),
      "text/xml",
    ],
    [
      "a wrong HTTP charset over UTF-8",
      Buffer.from(rss("<item><title>Café</title></item>")),
      "text/xml; charset=ISO-8859-1",
    ],
    [
      "bytes that are not the UTF-8 they are declared to be",
      Buffer.from(
        rss("<item><title>Café</title></item>").replace(`"1.0"`, `"1.0" encoding="utf-8"`),
        "latin1",
      ),
      "text/xml",
    ],
    ["no declaration at all", Buffer.from(rss("<item><title>Café</title></item>"), "latin1"), ""],
  ])("decodes %s", async (_name, bytes, type) => {
    expect((await read(bytes, type)).items[0]?.title).toBe("Café");
  });

  it("keeps the items that came of a document that breaks off", async () => {
    const whole = await read(
      rss(`${ITEM}<item><title>Two</title><description><![CDATA[Half a sen`).replace(/<\/channel>.*$/, ""),
    );
    expect(whole.items.map(({ title }) => title)).toEqual(["One", "Two"]);
    const cut = await read(`<rss version="2.0"><channel>${ITEM}<item><title>Tw`);
    expect(cut.items.map(({ title }) => title)).toEqual(["One", ""]);
  });

  it.each([
    ["", "empty", /empty/],
    ["<rss version='2.0'><channel/></rss>", "empty", /no items/],
    ["<feed/>", "empty", /no items/],
    [
      `<!doctype html><html><head><link rel=alternate type="application/rss+xml" href="/f.xml"></head></html>`,
      "html-page",
      /links to a feed at https?:\/\/[^/ ]+\/f\.xml$/,
    ],
    ["<html><body><p>Hello</body></html>", "html-page", /HTML page/],
    ["<urlset/>", "not-a-feed", /sitemap/],
    ["<opml version='1.0'><head/><body/></opml>", "not-a-feed", /OPML/],
    ["just words", "not-a-feed", /plain text/],
    ["{", "not-a-feed", /JSON cannot be read/],
    [`{"a": 1}`, "not-a-feed", /no JSON Feed/],
  ])("gives a reason for %s", async (text, reason, detail) => {
    const feed = await read(text);
    expect(feed).toMatchObject({ items: [], reason });
    expect(feed.detail).toMatch(detail);
  });

  it("reads hostile descriptions in linear time", async () => {
    const started = performance.now();
    for (const text of [
      "<".repeat(200_000),
      "<a ".repeat(70_000),
      `<a "`.repeat(50_000),
      "&".repeat(200_000),
      "<div>".repeat(40_000),
    ])
      await read(rss(`<item><title>T</title><description><![CDATA[${text}]]></description></item>`));
    for (const junk of ["<!--", "<?", "<!-- <?"]) await read(junk.repeat(300_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("stops at the limit of items", async () => {
    const feed = await read(rss("<item><title>x</title></item>".repeat(MAX_ITEMS + 5)));
    expect(feed.items).toHaveLength(MAX_ITEMS);
  });

  it("hears ttl, skipHours and skipDays", async () => {
    const head =
      "<ttl>60</ttl><skipHours><hour>0</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>";
    expect((await read(rss(ITEM, head))).hints).toEqual({
      waitMs: 3_600_000,
      skipHours: [0, 0],
      skipDays: [0],
    });
  });
});
