import { afterAll, expect, it } from "vitest";
import type { Feed } from "../../src/domain.ts";
import { createFeedParser, parseFeed } from "../../src/intake/parse-feed.ts";

const FEED: Feed = {
  id: "f",
  name: "F",
  url: "https://news.example/feed",
  topic: "security",
  everyMs: 900_000,
};
const parser = createFeedParser();
afterAll(() => parser.close());

async function parse(text: string | Uint8Array, contentType = "application/xml") {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return await parseFeed(bytes, contentType, FEED, FEED.url, parser);
}

it("parseFeed › reads an RSS item off the main thread", async () => {
  const feed = await parse(
    `<rss version="2.0"><channel><title>N</title><item><title>AT&amp;T says no</title><link>/a?utm_source=rss</link><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>`,
  );
  expect(feed.entries).toMatchObject([
    {
      id: "f https://news.example/a",
      title: "AT&T says no",
      url: "https://news.example/a",
      publishedAt: Date.UTC(2026, 10, 23, 10),
    },
  ]);
});

it("parseFeed › kills the worker that misses its deadline and reads the next document", async () => {
  const hasty = createFeedParser(1);
  const huge = `<rss version="2.0"><channel>${"<item><title>x</title></item>".repeat(15_000)}</channel></rss>`;
  const read = (text: string) => hasty.read(new TextEncoder().encode(text), "", FEED.url);
  expect((await read(huge)).reason).toBe("parse-timeout");
  await hasty.close();
  expect((await parse(huge)).reason).toBeUndefined();
});

it("parseFeed › lets an ordinary document pass the heavy ones that wait", async () => {
  const heavy = `<rss version="2.0"><channel><item><title>x</title></item><!--${" ".repeat(600_000)}--></channel></rss>`;
  const ended: string[] = [];
  const read = async (name: string, text: string) => {
    await parser.read(new TextEncoder().encode(text), "", FEED.url);
    ended.push(name);
  };
  await Promise.all([read("heavy 1", heavy), read("heavy 2", heavy), read("light", "<rss/>")]);
  expect(ended).toEqual(["heavy 1", "light", "heavy 2"]);
});
