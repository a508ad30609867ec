import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Feed } from "../../src/domain.ts";
import { judgeHealth } from "../../src/intake/judge-health.ts";
import { newFeedState, nextState } from "../../src/intake/next-state.ts";
import { silenceAfter } from "../../src/intake/silence-after.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STREAM = join(import.meta.dirname, "../../../shared/data/stream");

interface Poll {
  readonly at: number;
  readonly fresh: boolean;
}

/** For each outlet of the recorded polls, when we looked and whether something new was there. */
function recordedPolls(): Map<string, Poll[]> {
  const lines = readFileSync(join(STREAM, "items.jsonl"), "utf8").trim().split("\n");
  const sources = new Map(
    lines.map((line) => [JSON.parse(line).k as string, JSON.parse(line).source as string]),
  );
  const polls = JSON.parse(readFileSync(join(STREAM, "polls.json"), "utf8")) as {
    t: string;
    items: string[];
  }[];
  const outlets = new Map([...new Set(sources.values())].map((name) => [name, [] as Poll[]]));
  const seen = new Set<string>();
  for (const { t, items } of polls.sort((a, b) => Date.parse(a.t) - Date.parse(b.t))) {
    const fresh = new Set(items.filter((key) => !seen.has(key)).map((key) => sources.get(key)));
    for (const key of items) seen.add(key);
    for (const [name, list] of outlets) list.push({ at: Date.parse(t), fresh: fresh.has(name) });
  }
  return outlets;
}

/** Plays polls through the state of a feed; gives when its silence would have been told, and how long it took. */
function play(polls: readonly Poll[]): { readonly alarms: number[]; readonly lastNew: number } {
  const feed: Feed = { id: "f", name: "F", url: "https://a.example/", topic: "security", everyMs: HOUR / 4 };
  const answer = {
    kind: "not-modified",
    etag: undefined,
    lastModified: undefined,
    waitMs: undefined,
    movedTo: undefined,
  } as const;
  let state = newFeedState(feed);
  const alarms: number[] = [];
  for (const { at, fresh } of polls) {
    const outcome = { answer, askedAt: at, parsed: undefined, newEntries: fresh ? 1 : 0 };
    state = nextState(state, feed, outcome, at, () => 0.5);
    const silent = judgeHealth(feed, state, at)?.kind === "silent";
    if (silent && state.told === undefined) {
      alarms.push(at);
      state = { ...state, told: { kind: "silent", at } };
    } else if (!silent) state = { ...state, told: undefined };
  }
  return { alarms, lastNew: state.lastNewAt ?? 0 };
}

describe("silenceAfter", () => {
  it("learns from the feed's own longest gap", () => {
    const daily = Array.from({ length: 40 }, (_, day) => day * DAY);
    const weekly = Array.from({ length: 40 }, (_, week) => week * 7 * DAY);
    expect(silenceAfter(daily)).toBeLessThan(3 * DAY);
    expect(silenceAfter(weekly)).toBeGreaterThan(10 * DAY);
  });

  it("is patient while it has seen too little", () => {
    expect(silenceAfter([])).toBe(30 * DAY);
    expect(silenceAfter([0, 1, 2, 3, 4, 5, 6, 7].map((hour) => hour * HOUR))).toBe(7 * DAY);
  });

  it.skipIf(!existsSync(STREAM))(
    "raises no false alarm on ten weeks of six living outlets, Christmas and weekends among them, and tells the dead seventh once",
    () => {
      const outlets = recordedPolls();
      expect(outlets.size).toBe(7);
      for (const [name, polls] of outlets)
        expect({ name, alarms: play(polls).alarms.length }).toEqual({
          name,
          alarms: name === "Threatpost" ? 1 : 0,
        });
    },
  );

  it.skipIf(!existsSync(STREAM))(
    "tells a busy outlet's end within eight days and a weekly one's within a month",
    () => {
      for (const [name, polls] of recordedPolls()) {
        if (polls.filter(({ fresh }) => fresh).length < 13) continue;
        const end = polls.at(-1)?.at ?? 0;
        const quiet = Array.from({ length: 24 * 40 }, (_, hour) => ({ at: end + hour * HOUR, fresh: false }));
        const { alarms, lastNew } = play([...polls, ...quiet]);
        const days = ((alarms[0] ?? Number.POSITIVE_INFINITY) - lastNew) / DAY;
        const slow = name.includes("Krebs") || name.includes("CISA");
        expect({ name, alarms: alarms.length, inTime: days < (slow ? 30 : 8) }).toEqual({
          name,
          alarms: 1,
          inTime: true,
        });
      }
    },
  );
});
