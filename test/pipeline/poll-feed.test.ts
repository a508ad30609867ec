import { afterEach, describe, expect, it } from "vitest";
import { type FeedServer, type Route, rss, startFeedServer } from "../fakes/feed-server.ts";
import { type PollRig, startRig } from "../support/poll-rig.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
async function serve(routes: Readonly<Record<string, Route>>, host = "127.0.0.1"): Promise<FeedServer> {
  const server = await startFeedServer(routes, host);
  closers.push(server.close);
  return server;
}
function rig(feeds: Readonly<Record<string, string>>, extra = ""): PollRig {
  const made = startRig(feeds, extra);
  closers.push(made.close);
  return made;
}
/** An entry that names a victim; its page answers 404, so the feed's text is used. */
function entry(
  server: FeedServer,
  n: number | string,
  extra: { title?: string; guid?: string; query?: string } = {},
) {
  return {
    title: extra.title ?? `Hackers breach Verizon network in case ${n}`,
    link: `${server.url(`/news/${n}`)}${extra.query ?? ""}`,
    guid: extra.guid ?? `guid-${n}`,
    description: `Intruders broke into the Verizon network and stole call records in case ${n}.`,
  };
}
function feedPaths(server: FeedServer): string[] {
  return server.requests.map(({ path }) => path).filter((path) => path.startsWith("/feed"));
}

describe("pollFeed", () => {
  it("remembers the first document silently and tells each new entry once", async () => {
    const server = await serve({});
    server.routes.set("/feed", rss([entry(server, 1)]));
    const { round, pass, posts } = rig({ a: server.url("/feed") });
    expect(await round()).toMatchObject([{ outcome: "first-poll", remembered: 1 }]);
    expect(posts()).toEqual([]);
    server.routes.set("/feed", rss([entry(server, 2), entry(server, 1)]));
    pass(20 * MINUTE);
    await round();
    pass(20 * MINUTE);
    expect(await round()).toMatchObject([{ outcome: "unchanged" }]);
    expect(posts("#threats").map((row) => row.message.headline)).toHaveLength(1);
  });

  it.each([
    ["new guids", { guid: "another" }],
    ["tracking parameters", { query: "?utm_source=rss&fbclid=1" }],
    ["edited titles", { title: "Verizon network breached, says Verizon in its own words" }],
  ])("tells nothing twice when the feed comes again with %s", async (_name, extra) => {
    const server = await serve({});
    server.routes.set("/feed", rss([]));
    const { round, pass, posts } = rig({ a: server.url("/feed") });
    await round();
    for (const items of [
      [entry(server, 1), entry(server, 2)],
      [entry(server, 2), entry(server, 1)],
      [],
      [entry(server, 1, extra), entry(server, 2)],
    ]) {
      server.routes.set("/feed", rss(items));
      pass(20 * MINUTE);
      await round();
    }
    expect(posts("#threats")).toHaveLength(2);
  });

  it("tells nothing twice when an entry's address changes and its guid and words stay", async () => {
    const server = await serve({});
    server.routes.set("/feed", rss([]));
    const { round, pass, posts } = rig({ a: server.url("/feed") });
    await round();
    server.routes.set("/feed", rss([entry(server, 1)]));
    pass(20 * MINUTE);
    await round();
    server.routes.set("/feed", rss([{ ...entry(server, 1), link: server.url("/news/one-with-a-new-slug") }]));
    pass(20 * MINUTE);
    await round();
    expect(posts("#threats")).toHaveLength(1);
  });

  it("tells each entry of a feed that gives all of them one guid, also when they come one by one", async () => {
    const server = await serve({});
    server.routes.set("/feed", rss([]));
    const { round, pass, posts } = rig({ a: server.url("/feed") });
    await round();
    for (const items of [[1], [2], [3, 4]]) {
      server.routes.set("/feed", rss(items.map((n) => entry(server, n, { guid: "the only one" }))));
      pass(20 * MINUTE);
      await round();
    }
    expect(posts("#threats")).toHaveLength(4);
  });

  it("tells each of several entries that share one address", async () => {
    const server = await serve({});
    server.routes.set("/feed", rss([]));
    const { round, pass, posts } = rig({ a: server.url("/feed") });
    await round();
    const shared = { link: server.url("/live") };
    server.routes.set(
      "/feed",
      rss([
        { ...entry(server, 1), ...shared },
        { ...entry(server, 2), ...shared },
      ]),
    );
    pass(20 * MINUTE);
    await round();
    expect(posts("#threats")).toHaveLength(2);
  });

  it("looks again at an edited entry that gains a watched name, and at no other edit", async () => {
    const server = await serve({});
    server.routes.set("/feed", rss([]));
    const { round, pass, posts } = rig({ a: server.url("/feed") });
    await round();
    const vague = {
      ...entry(server, 1),
      title: "Hackers breach a network",
      description: "Intruders stole call records.",
    };
    for (const item of [
      vague,
      { ...vague, title: "Hackers breach the network of a firm" },
      { ...entry(server, 1) },
    ]) {
      server.routes.set("/feed", rss([item]));
      pass(20 * MINUTE);
      await round();
    }
    expect(posts("#threats")).toHaveLength(1);
  });

  it("gathers a flood into one message with its rest in the thread", async () => {
    const server = await serve({});
    server.routes.set("/feed", rss([]));
    const { round, pass, posts } = rig({ a: server.url("/feed") });
    await round();
    server.routes.set("/feed", rss(Array.from({ length: 45 }, (_, n) => entry(server, n))));
    pass(20 * MINUTE);
    await round();
    const rows = posts("#threats");
    expect(rows.map((row) => [row.message.kind, row.parentKey !== undefined])).toEqual([
      ["digest", false],
      ["reply", true],
    ]);
    const shown = rows.flatMap((row) =>
      row.message.lines.flatMap((line) => (line.links ?? []).map(({ url }) => url)),
    );
    expect(new Set(shown).size).toBe(45);
    pass(20 * MINUTE);
    await round();
    expect(posts("#threats")).toHaveLength(2);
  });

  it("asks once for a URL that stands twice, and once unconditionally in its life", async () => {
    const server = await serve({});
    server.routes.set("/feed", { body: rss([entry(server, 1)]), headers: { etag: 'W/"1' } });
    const { round, pass, restart } = rig({ a: server.url("/feed"), b: server.url("/feed") });
    for (let i = 0; i < 3; i += 1) {
      await round();
      pass(20 * MINUTE);
      restart();
    }
    const asked = server.requests.filter(({ path }) => path === "/feed");
    expect(asked.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, 'W/"1', 'W/"1']);
    expect(asked[0]?.headers).not.toHaveProperty("cookie");
    expect(asked[0]?.headers["user-agent"]).toMatch(/^Telwatch\/\S+ \(\+https:/);
  });

  it("keeps a whole host silent after a 429, for as long as it asked, over a restart", async () => {
    const server = await serve({
      "/feed1": { status: 429, headers: { "retry-after": "7200" } },
      "/feed2": rss([]),
    });
    const { round, pass, restart } = rig({ a: server.url("/feed1") }, "");
    await round();
    const both = startRig({ a: server.url("/feed1"), b: server.url("/feed2") });
    closers.push(both.close);
    await both.round();
    const before = server.requests.length;
    for (const rigged of [{ round, pass, restart }, both]) {
      rigged.restart();
      rigged.pass(HOUR);
      await rigged.round();
    }
    expect(server.requests).toHaveLength(before);
    both.pass(HOUR + MINUTE);
    await both.round();
    expect(server.requests.length).toBeGreaterThan(before);
  });

  it("tells once what two feeds bring in the same round, also in the next one", async () => {
    const server = await serve({ "/feed1": rss([]), "/feed2": rss([]) });
    const { round, pass, posts } = rig({ a: server.url("/feed1"), b: server.url("/feed2") });
    await round();
    server.routes.set("/feed1", rss([entry(server, 1)]));
    server.routes.set("/feed2", rss([entry(server, 1, { query: "?utm_source=b" })]));
    for (let i = 0; i < 3; i += 1) {
      pass(20 * MINUTE);
      await round();
    }
    expect(posts("#threats")).toHaveLength(1);
  });

  it("keeps the host silent that answered 429, not the one that led there", async () => {
    const server = await serve(
      { "/feed1": { status: 429, headers: { "retry-after": "7200" } } },
      "127.0.0.2",
    );
    const front = await serve({
      "/feed2": { status: 302, headers: { location: server.url("/feed1") } },
      "/feed3": rss([]),
    });
    const { round, pass } = rig({ a: front.url("/feed2"), b: front.url("/feed3"), c: server.url("/feed1") });
    for (let i = 0; i < 3; i += 1) {
      await round();
      pass(20 * MINUTE);
    }
    expect(feedPaths(front).filter((path) => path === "/feed3")).toHaveLength(3);
    expect(feedPaths(server).length).toBeLessThanOrEqual(2);
  });

  it("lets the other feeds of a host be read though one of them always brings a 429", async () => {
    const server = await serve({
      "/feed1": { status: 429, headers: { "retry-after": "3600" } },
      "/feed2": rss([]),
    });
    const { round, pass, state } = rig({ a: server.url("/feed1"), b: server.url("/feed2") });
    for (let i = 0; i < 4; i += 1) {
      await round();
      pass(HOUR + MINUTE);
    }
    expect(state("b")).toMatchObject({ failures: 0 });
    expect(state("b")?.lastOkAt).toBeDefined();
    expect(state("a")?.failures).toBeGreaterThan(1);
  });

  it("asks the new address directly once a permanent redirect was seen three times, never for a passing one", async () => {
    const server = await serve({
      "/feed-new": rss([]),
      "/feed-tmp": { status: 302, headers: { location: "/feed-new" } },
    });
    server.routes.set("/feed-old", { status: 301, headers: { location: "/feed-new" } });
    const { round, pass, state } = rig({ a: server.url("/feed-old"), b: server.url("/feed-tmp") });
    for (let i = 0; i < 5; i += 1) {
      await round();
      pass(20 * MINUTE);
    }
    expect(feedPaths(server).filter((path) => path === "/feed-old")).toHaveLength(3);
    expect(feedPaths(server).filter((path) => path === "/feed-tmp")).toHaveLength(5);
    expect(state("a")?.movedTo).toBe(server.url("/feed-new"));
  });

  it("keeps a feed's password out of the store and of what it shows", async () => {
    const server = await serve({ "/feed": rss([{ title: "No link", link: "" }]) });
    const { round, state } = rig({ a: server.url("/feed").replace("http://", "http://me:hunter2@") });
    const reports = await round();
    expect(server.requests[0]?.headers.authorization).toBe(`Basic ${btoa("me:hunter2")}`);
    expect(JSON.stringify([state("a"), reports.map(({ detail }) => detail)])).not.toContain("hunter2");
    expect(state("a")?.lastOkAt).toBeDefined();
  });

  it("tells once that a feed has become a web page, and once that it is back", async () => {
    const server = await serve({});
    server.routes.set("/feed", rss([entry(server, 1)]));
    const { round, pass, posts } = rig({ a: server.url("/feed") });
    await round();
    server.routes.set("/feed", {
      headers: { "content-type": "text/html" },
      body: "<html><body>Hello</body></html>",
    });
    for (let i = 0; i < 6; i += 1) {
      pass(20 * HOUR);
      await round();
    }
    server.routes.set("/feed", rss([entry(server, 1)]));
    for (let i = 0; i < 3; i += 1) {
      pass(25 * HOUR);
      await round();
    }
    expect(posts("#ops").map((row) => row.message.text)).toEqual([
      expect.stringMatching(/^a gives a web page instead of a feed/),
      expect.stringMatching(/^a is back \(was: html-page/),
    ]);
  });

  it("asks everybody again soon when our own network is back after an outage", async () => {
    const hosts = ["127.0.0.2", "127.0.0.3", "127.0.0.4"];
    const servers = await Promise.all(hosts.map((host) => serve({ "/feed": rss([]) }, host)));
    const urls = Object.fromEntries(servers.map((server, index) => [`f${index}`, server.url("/feed")]));
    const { round, pass, state, now } = rig(urls);
    await round();
    for (const server of servers) server.routes.set("/feed", (_request, response) => void response.destroy());
    for (let hour = 0; hour < 60; hour += 1) {
      pass(HOUR);
      await round();
    }
    const waits = Object.keys(urls).map((id) => (state(id)?.nextDueAt ?? 0) - now());
    expect(Math.max(...waits)).toBeLessThanOrEqual(HOUR);
    for (const server of servers) server.routes.set("/feed", rss([]));
    pass(HOUR);
    await round();
    await round();
    expect(Object.keys(urls).map((id) => state(id)?.failures)).toEqual([0, 0, 0]);
  });

  it("alerts by the feed's own text when the page hangs, and puts off what that text does not settle", async () => {
    const server = await serve({ "/news/1": () => undefined, "/news/2": () => undefined });
    server.routes.set("/feed", rss([]));
    const { round, pass, posts } = rig({ a: server.url("/feed") });
    await round();
    const vague = { ...entry(server, 2), title: "A breach", description: "Intruders stole call records." };
    server.routes.set("/feed", rss([entry(server, 1), vague]));
    pass(20 * MINUTE);
    await round();
    expect(posts("#threats")).toHaveLength(1);
    server.routes.set("/news/2", {
      headers: { "content-type": "text/html" },
      body: `<html><body><article><p>Intruders broke into the Verizon network and stole call records, the carrier said.</p></article></body></html>`,
    });
    pass(20 * MINUTE);
    await round();
    expect(posts("#threats")).toHaveLength(2);
    expect(server.requests.filter(({ path }) => path === "/news/1")).toHaveLength(1);
  });
});
