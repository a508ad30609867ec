import { describe, expect, it } from "vitest";
import type { Article } from "../../src/domain.ts";
import type { Config } from "../../src/domain-config.ts";
import { MEASURING_CONFIG } from "../../src/measure/replay-labelled.ts";
import { mergeStories, splitStory } from "../../src/pipeline/correct-story.ts";
import { recordArticle } from "../../src/pipeline/record-article.ts";
import { sendDigests } from "../../src/pipeline/send-digests.ts";
import { listCorrections } from "../../src/store/corrections.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { listOutbox } from "../../src/store/outbox.ts";
import { loadStory } from "../../src/store/stories.ts";
import { article, DAY, HOUR, NOON, WATCHLIST } from "../stories/read.ts";

const BY = { by: "ana", now: NOON + DAY, us: undefined };

function record(db: Store, one: Article, config: Config = MEASURING_CONFIG) {
  return recordArticle(db, one, {
    config,
    watchlist: WATCHLIST,
    weights: undefined,
    mutes: [],
    now: one.fetchedAt,
  });
}

const FIRST = article("Telenor says hackers copied records of 1.2 million customers", [
  "Telenor said on Tuesday that hackers had copied records of 1.2 million customers from a billing server.",
]);
const SECOND = article(
  "Hackers at Telenor took records of 1.2 million customers",
  ["Hackers copied records of 1.2 million customers from a billing server of Telenor, the operator said."],
  { outlet: "Second", publishedAt: NOON + HOUR, fetchedAt: NOON + HOUR },
);
const OTHER = article(
  "Bell Canada router flaw let hackers read mail",
  ["Hackers used a flaw in routers of Bell Canada to read mail of 300 firms, the operator confirmed."],
  { outlet: "Third", publishedAt: NOON + HOUR, fetchedAt: NOON + HOUR },
);

describe("splitStory", () => {
  it("opens a story of its own for the article, and an edit of it stays there", () => {
    const db = openStore(":memory:");
    record(db, FIRST);
    record(db, SECOND);
    expect(splitStory(db, SECOND.url, BY)).toMatchObject({ kind: "done", to: { id: "S-0002" } });
    expect(loadStory(db, "S-0001")?.articles.map((one) => one.id)).toEqual([FIRST.id]);
    const edited = record(db, {
      ...SECOND,
      title: "Hackers at Telenor took records of 1.2 million customers (updated)",
    });
    expect(edited.story?.id).toBe("S-0002");
    expect(listCorrections(db)).toMatchObject([
      { kind: "split", articleId: SECOND.id, from: "S-0001", to: "S-0002", by: "ana" },
    ]);
  });

  it("rates both stories by the articles that they have now", () => {
    const db = openStore(":memory:");
    record(db, FIRST);
    record(db, SECOND);
    splitStory(db, SECOND.url, BY);
    expect(["S-0001", "S-0002"].map((id) => loadStory(db, id)?.severity)).toEqual(["urgent", "urgent"]);
  });

  it("refuses what it cannot do, and says why", () => {
    const db = openStore(":memory:");
    record(db, FIRST);
    expect(splitStory(db, FIRST.id, BY)).toEqual({ kind: "refused", why: "S-0001 has only this article" });
    expect(splitStory(db, "nothing", BY)).toEqual({
      kind: "refused",
      why: "no article nothing in the archive",
    });
  });
});

describe("mergeStories", () => {
  it("closes the one story, and later reports go to the other", () => {
    const db = openStore(":memory:");
    record(db, FIRST);
    record(db, OTHER);
    expect(mergeStories(db, { from: "S-0002", into: "S-0001" }, BY).kind).toBe("done");
    expect(loadStory(db, "S-0001")?.articles).toHaveLength(2);
    expect(loadStory(db, "S-0002")?.mergedInto).toBe("S-0001");
    const again = { ...OTHER, id: "again", url: "https://paper.example/again", outlet: "Fourth" };
    expect(record(db, again).story?.id).toBe("S-0001");
    expect(mergeStories(db, { from: "S-0002", into: "S-0001" }, BY)).toMatchObject({ kind: "refused" });
  });
});

describe("sendDigests", () => {
  const config: Config = {
    ...MEASURING_CONFIG,
    routes: [{ channel: "#digest", when: { carriers: "any" }, deliver: "digest", at: "08:30" }],
  };

  it("sends a channel's stories once, at its hour", () => {
    const db = openStore(":memory:");
    expect(record(db, FIRST, config).decision).toEqual({ kind: "digest", reason: "digest-route" });
    record(db, OTHER, config);
    record(db, SECOND, config);
    expect(sendDigests(db, NOON + 20 * HOUR)).toBe(0);
    expect(sendDigests(db, NOON + 21 * HOUR)).toBe(1);
    expect(sendDigests(db, NOON + 22 * HOUR)).toBe(0);
    const posted = listOutbox(db, ["pending"], 10);
    expect(posted.map((row) => `${row.op} ${row.message.kind} ${row.channel}`)).toEqual([
      "post digest #digest",
    ]);
    expect(posted[0]?.message.lines.map((one) => one.label).toSorted()).toEqual(["S-0001", "S-0002"]);
  });
});

describe("recordArticle", () => {
  it("alerts when a later report brings a watched name into a story that nobody watched was in", () => {
    const db = openStore(":memory:");
    const unnamed = article("Norwegian phone customers' records copied from billing server", [
      "Hackers copied records of 1.2 million customers from a billing server in Oslo, the Norlight newsletter wrote.",
    ]);
    const named = article(
      "Billing server with records of 1.2 million customers was Telenor's",
      [
        "The billing server in Oslo from which hackers copied records of 1.2 million customers belongs to Telenor, the operator admitted.",
      ],
      { outlet: "Second", publishedAt: NOON + HOUR, fetchedAt: NOON + HOUR },
    );
    expect(record(db, unnamed).decision.reason).toBe("no-watched-name");
    const second = record(db, named);
    expect(second.story?.articles).toHaveLength(2);
    expect(second.decision).toEqual({ kind: "alert", reason: "watched-name-joined" });
  });
});
