import { describe, expect, it } from "vitest";
import type { Feed } from "../../src/domain.ts";
import type { FeedState } from "../../src/domain-config.ts";
import type { FeedAnswer, ParsedFeed, PollOutcome } from "../../src/domain-intake.ts";
import { dueFeeds } from "../../src/intake/due-feeds.ts";
import { backOffMs, newFeedState, nextState, stateFor } from "../../src/intake/next-state.ts";
import { readRetryAfter, readWait } from "../../src/intake/read-wait.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 23, 12);
const FEED: Feed = {
  id: "f",
  name: "F",
  url: "https://a.example/feed",
  topic: "security",
  everyMs: 15 * MINUTE,
};

function fetched(extra: Partial<Extract<FeedAnswer, { kind: "fetched" }>> = {}): FeedAnswer {
  return {
    kind: "fetched",
    bytes: new Uint8Array(),
    contentType: "",
    url: FEED.url,
    etag: '"1"',
    lastModified: undefined,
    bodyHash: "h1",
    complete: true,
    waitMs: undefined,
    movedTo: undefined,
    ...extra,
  };
}
function failed(reason: "dns" | "gone" | "rate-limited" | "http-status", retryAt?: number): FeedAnswer {
  return { kind: "failed", reason, detail: "d", retryAt };
}
function polled(
  state: FeedState,
  answer: FeedAnswer,
  extra: Partial<PollOutcome> = {},
  now = NOW,
): FeedState {
  const outcome = { answer, askedAt: now, parsed: undefined, newEntries: 0, ...extra };
  return nextState(state, FEED, outcome, now, () => 0.5);
}
function due(state: FeedState, now: number): boolean {
  return dueFeeds([FEED], new Map([[FEED.id, state]]), now).length > 0;
}

describe("nextState", () => {
  it("keeps the validators of a whole answer, and only of such", () => {
    expect(polled(newFeedState(FEED), fetched())).toMatchObject({
      etag: '"1"',
      bodyHash: "h1",
      validatorsAt: NOW,
    });
    const broken = polled(newFeedState(FEED), fetched({ complete: false }));
    expect([broken.etag, broken.firstPolledAt]).toEqual([undefined, undefined]);
  });

  it("takes a new validator from a 304 and keeps the others, with the age of the last whole answer", () => {
    const known = polled(newFeedState(FEED), fetched({ lastModified: "then" }));
    const answer = {
      kind: "not-modified",
      etag: '"2"',
      lastModified: undefined,
      waitMs: undefined,
      movedTo: undefined,
    } as const;
    const next = polled(known, answer, {}, NOW + HOUR);
    expect(next).toMatchObject({ etag: '"2"', lastModified: "then", validatorsAt: NOW, failures: 0 });
  });

  it("doubles the wait with each failure up to a day and never gives up", () => {
    let state = newFeedState(FEED);
    const waits: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      state = polled(state, failed("dns"));
      waits.push(state.nextDueAt - NOW);
    }
    expect(waits.slice(0, 3)).toEqual([30 * MINUTE, HOUR, 2 * HOUR]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(24 * HOUR);
    expect(due(state, NOW + 24 * HOUR)).toBe(true);
    expect(backOffMs(FEED.everyMs, 3, () => 0)).not.toBe(backOffMs(FEED.everyMs, 3, () => 0.9));
  });

  it("asks a feed no more after two answers of 410, and again under another address", () => {
    const once = polled(newFeedState(FEED), failed("gone"));
    expect(due(once, NOW + 48 * HOUR)).toBe(true);
    const twice = polled(once, failed("gone"));
    expect(due(twice, NOW + 400 * HOUR)).toBe(false);
    expect(stateFor({ ...FEED, url: "https://b.example/" }, twice).goneCount).toBe(0);
  });

  it("waits as long as the host asks, the feed's ttl says, and no less than the interval", () => {
    expect(polled(newFeedState(FEED), failed("rate-limited", NOW + 3 * HOUR)).nextDueAt).toBe(NOW + 3 * HOUR);
    expect(polled(newFeedState(FEED), fetched({ waitMs: 2 * HOUR })).nextDueAt).toBe(NOW + 2 * HOUR);
    const parsed: ParsedFeed = {
      title: undefined,
      entries: [],
      reason: undefined,
      detail: undefined,
      hints: { waitMs: undefined, skipHours: [12, 13], skipDays: [] },
    };
    expect(polled(newFeedState(FEED), fetched(), { parsed }).nextDueAt).toBe(Date.UTC(2026, 10, 23, 14));
    const always = { ...parsed, hints: { ...parsed.hints, skipDays: [0, 1, 2, 3, 4, 5, 6] } };
    expect(polled(newFeedState(FEED), fetched(), { parsed: always }).nextDueAt - NOW).toBeLessThan(HOUR);
  });

  it("counts the sightings of one permanent redirect and starts again at another", () => {
    const a = polled(newFeedState(FEED), fetched({ movedTo: "https://b.example/" }));
    const b = polled(a, fetched({ movedTo: "https://b.example/" }));
    expect([a.movedCount, b.movedCount]).toEqual([1, 2]);
    expect(polled(b, fetched({ movedTo: "https://c.example/" })).movedCount).toBe(1);
    expect(polled(b, fetched()).movedCount).toBe(0);
  });
});

describe("dueFeeds", () => {
  it("asks a URL that stands twice once, also where it is spelled otherwise", () => {
    const feeds = [FEED, { ...FEED, id: "g" }, { ...FEED, id: "h", url: "http://www.a.example/feed/" }];
    expect(dueFeeds(feeds, new Map(), NOW).map(({ id }) => id)).toEqual(["f"]);
  });

  it("does not ask early after a restart, and asks at once when the clock was wrong", () => {
    const state = { ...newFeedState(FEED), lastPolledAt: NOW, nextDueAt: NOW + 10 * MINUTE };
    expect(due(state, NOW + 9 * MINUTE)).toBe(false);
    expect(due(state, NOW - 2 * HOUR)).toBe(true);
    expect(due({ ...state, nextDueAt: NOW + 300 * HOUR }, NOW)).toBe(true);
  });
});

describe("readWait", () => {
  it.each([
    [{ "cache-control": "public, max-age=600" }, 600_000],
    [{ "cache-control": "max-age=600", age: "100" }, 500_000],
    [{ "cache-control": "max-age=99999999" }, 5 * HOUR],
    [{ "cache-control": "no-cache, max-age=600" }, undefined],
    [{ expires: new Date(NOW + HOUR).toUTCString() }, HOUR],
    [{ expires: "0" }, undefined],
    [{}, undefined],
  ])("reads %j", (headers, wait) => {
    expect(readWait(headers as Record<string, string>, NOW)).toBe(wait);
  });
});

describe("readRetryAfter", () => {
  it.each([
    ["120", 120_000],
    ["99999999999", 24 * HOUR],
    [new Date(NOW + HOUR).toUTCString(), HOUR],
    ["Fri, 31 Dec 9999 23:59:59 GMT", 24 * HOUR],
    ["-5", undefined],
    ["0", undefined],
    ["soon", undefined],
  ])("reads %s", (value, wait) => {
    expect(readRetryAfter({ "retry-after": value }, NOW)).toBe(wait === undefined ? undefined : NOW + wait);
  });
});
