import { describe, expect, it } from "vitest";
import type { Story } from "../../src/domain.ts";
import { sendDigests } from "../../src/pipeline/send-digests.ts";
import { alertBlocks } from "../../src/slack/alert-blocks.ts";
import { validateBlocks } from "../../src/slack/validate-blocks.ts";
import { addToDigest } from "../../src/store/digests.ts";
import { openStore } from "../../src/store/open-store.ts";
import { listOutbox } from "../../src/store/outbox.ts";
import { saveStory } from "../../src/store/stories.ts";

const HOUR = Date.UTC(2026, 0, 5, 8, 30);

function story(n: number): Story {
  const title = `Operator ${n} tells of stolen call records, a long headline as outlets like them, number ${n}`;
  const url = `https://outlet.example/2026/01/operator-${n}-call-records`;
  return {
    id: `S-${String(n).padStart(4, "0")}`,
    title,
    openedAt: n,
    updatedAt: n,
    event: "intrusion",
    severity: "notice",
    articles: [{ id: `a${n}`, url, outlet: "Outlet", title, publishedAt: n, origins: [] }],
    actors: [],
    carriers: [],
    ties: [],
    origins: [],
    statements: [],
    figures: [],
    history: [],
    fingerprint: { terms: [], titleTerms: [], names: [], roundup: false, accident: false },
    related: [],
    alerted: false,
    mergedInto: undefined,
  };
}

describe("sendDigests", () => {
  it("puts every story of a long digest into messages that Slack takes, the later ones in the first one's thread", () => {
    const db = openStore(":memory:");
    for (let n = 1; n <= 51; n += 1) {
      saveStory(db, story(n));
      addToDigest(db, { channel: "#threats", dueAt: HOUR, storyId: story(n).id });
    }
    expect(sendDigests(db, HOUR - 1)).toBe(0);
    expect(sendDigests(db, HOUR)).toBe(1);
    expect(sendDigests(db, HOUR)).toBe(0);
    const rows = listOutbox(db, ["pending"], 100);
    expect(rows.map((row) => row.parentKey)).toEqual([undefined, rows[0]?.key, rows[0]?.key]);
    const drawn = rows.map((row) => alertBlocks(row.message, row.key));
    for (const one of drawn) expect(validateBlocks(one.blocks)).toEqual([]);
    const text = JSON.stringify(drawn);
    for (let n = 1; n <= 51; n += 1) expect(text).toContain(story(n).id);
    expect(rows[0]?.message.headline).toContain("part 1 of 3");
  });
});
