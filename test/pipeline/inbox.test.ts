import { afterEach, describe, expect, it } from "vitest";
import { identifyEntries } from "../../src/intake/identify-entries.ts";
import { listInbox, putInInbox } from "../../src/store/inbox.ts";
import { type FeedServer, rss, startFeedServer } from "../fakes/feed-server.ts";
import { type PollRig, startRig } from "../support/poll-rig.ts";

const MINUTE = 60_000;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function item(server: FeedServer, n: number) {
  return {
    title: `Hackers breach Verizon network in case ${n}`,
    link: server.url(`/news/${n}`),
    guid: `guid-${n}`,
    description: `Intruders broke into the Verizon network and stole call records in case ${n}.`,
  };
}

async function setUp(): Promise<{ readonly server: FeedServer; readonly rig: PollRig }> {
  const server = await startFeedServer({}, "127.0.0.1");
  server.routes.set("/feed", rss([]));
  const rig = startRig({ a: server.url("/feed") });
  closers.push(server.close, rig.close);
  await rig.round();
  return { server, rig };
}

/** What a kill leaves behind after the entries were put down and before they were dealt with. */
function leaveBehind(server: FeedServer, rig: PollRig, numbers: readonly number[]): void {
  const feed = {
    id: "a",
    name: "a",
    url: server.url("/feed"),
    topic: "security",
    everyMs: 15 * MINUTE,
  } as const;
  const items = numbers.map((n) => {
    const { title, link, guid, description } = item(server, n);
    return { title, link, guid, summary: description, html: undefined, date: undefined };
  });
  const hints = { waitMs: undefined, skipHours: [], skipDays: [] };
  const document = { title: "A", site: undefined, items, hints, reason: undefined, detail: undefined };
  putInInbox(rig.db, identifyEntries(document, feed), rig.now());
}

describe("the inbox", () => {
  it("tells once of an entry that a killed poll left and that the feed has dropped since", async () => {
    const { server, rig } = await setUp();
    leaveBehind(server, rig, [7]);
    rig.restart();
    rig.pass(20 * MINUTE);
    await rig.round();
    rig.pass(20 * MINUTE);
    await rig.round();
    expect(rig.posts("#threats").map((row) => row.message.headline)).toEqual([
      "Hackers breach Verizon network in case 7",
    ]);
    expect(listInbox(rig.db, "a")).toEqual([]);
  });

  it("forgets an entry whose seen key was written before the kill, and tells nothing twice", async () => {
    const { server, rig } = await setUp();
    server.routes.set("/feed", rss([item(server, 1)]));
    rig.pass(20 * MINUTE);
    await rig.round();
    leaveBehind(server, rig, [1]);
    rig.restart();
    rig.pass(20 * MINUTE);
    await rig.round();
    expect(rig.posts("#threats")).toHaveLength(1);
    expect(listInbox(rig.db, "a")).toEqual([]);
  });

  it("tells nothing twice when the kill came between the record of a flood and its seen keys", async () => {
    const { server, rig } = await setUp();
    const numbers = Array.from({ length: 25 }, (_, n) => n + 1);
    server.routes.set("/feed", rss(numbers.map((n) => item(server, n))));
    rig.pass(20 * MINUTE);
    await rig.round();
    rig.db.exec("DELETE FROM kv");
    leaveBehind(server, rig, numbers.slice(10));
    rig.restart();
    rig.pass(20 * MINUTE);
    await rig.round();
    expect(rig.posts("#threats").map((row) => row.message.kind)).toEqual(["digest"]);
  });

  it("makes one message of a flood whose pages nobody can read, and empties", async () => {
    const { server, rig } = await setUp();
    const numbers = Array.from({ length: 30 }, (_, n) => n + 1);
    server.routes.set("/feed", rss(numbers.map((n) => item(server, n))));
    rig.pass(20 * MINUTE);
    await rig.round();
    const posts = rig.posts("#threats");
    expect(posts.map((row) => row.message.kind)).toEqual(["digest"]);
    expect(posts[0]?.message.lines).toHaveLength(30);
    expect(server.requests.filter(({ path }) => path.startsWith("/news"))).toEqual([]);
    expect(listInbox(rig.db, "a")).toEqual([]);
  });
});
