import { afterEach, expect, it } from "vitest";
import type { Feed } from "../../src/domain.ts";
import { createFetcher, fetchFeed } from "../../src/intake/fetch-feed.ts";
import { newFeedState } from "../../src/intake/next-state.ts";
import { type FeedServer, rss, startFeedServer } from "../fakes/feed-server.ts";
import type { FetchedAnswer } from "./words.ts";

const NOW = Date.UTC(2026, 10, 23);
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
async function server(routes: Parameters<typeof startFeedServer>[0]): Promise<FeedServer> {
  const started = await startFeedServer(routes);
  closers.push(started.close);
  return started;
}
function fetcher(allowHosts: readonly string[] = ["127.0.0.1"]) {
  const made = createFetcher({ allowHosts, now: () => NOW, spacingMs: 0, requestMs: 300 });
  closers.push(made.close);
  return made;
}
function feedAt(url: string): Feed {
  return { id: "f", name: "F", url, topic: "security", everyMs: 900_000 };
}

it("fetchFeed › sends validators back byte for byte", async () => {
  const { url, requests } = await server({ "/f": { status: 304 } });
  const feed = feedAt(url("/f"));
  const state = {
    ...newFeedState(feed),
    etag: 'W/"ü odd',
    lastModified: "yesterday, about noon",
    validatorsAt: NOW,
  };
  const answer = await fetchFeed(feed, state, fetcher(), NOW);
  expect(answer.kind).toBe("not-modified");
  expect(requests[0]?.headers["if-none-match"]).toBe('W/"ü odd');
  expect(requests[0]?.headers["if-modified-since"]).toBe("yesterday, about noon");
});

it("fetchFeed › drops validators after eight days", async () => {
  const { url, requests } = await server({ "/f": rss([]) });
  const feed = feedAt(url("/f"));
  const state = { ...newFeedState(feed), etag: '"a"', validatorsAt: NOW - 9 * 86_400_000 };
  await fetchFeed(feed, state, fetcher(), NOW);
  expect(requests[0]?.headers["if-none-match"]).toBeUndefined();
});

it("fetchFeed › refuses a loopback host that is not opened", async () => {
  const { url, requests } = await server({ "/f": rss([]) });
  const answer = await fetchFeed(feedAt(url("/f")), newFeedState(feedAt("")), fetcher([]), NOW);
  expect(answer).toMatchObject({ kind: "failed", reason: "refused-address" });
  expect(requests).toEqual([]);
});

it("fetchFeed › gives the body, its hash and the new validators", async () => {
  const { url } = await server({ "/f": { body: "<rss/>", headers: { etag: "x", "last-modified": "y" } } });
  const feed = feedAt(url("/f"));
  const answer = (await fetchFeed(feed, newFeedState(feed), fetcher(), NOW)) as FetchedAnswer;
  expect(answer).toMatchObject({ kind: "fetched", etag: "x", lastModified: "y", complete: true });
  expect(new TextDecoder().decode(answer.bytes)).toBe("<rss/>");
});

it("fetchFeed › gives up on a server that never ends its answer", async () => {
  const { url } = await server({
    "/f": (_request, response) => {
      response.write("<rss>");
      return undefined;
    },
  });
  const answer = await fetchFeed(feedAt(url("/f")), newFeedState(feedAt("")), fetcher(), NOW);
  expect(answer).toMatchObject({ kind: "failed", reason: "timeout" });
});
