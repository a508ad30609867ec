import { describe, expect, it } from "vitest";
import type { Article } from "../../src/domain.ts";
import type { Config } from "../../src/domain-config.ts";
import { MEASURING_CONFIG } from "../../src/measure/replay-labelled.ts";
import { recordArticle, tryArticle } from "../../src/pipeline/record-article.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { listOutbox } from "../../src/store/outbox.ts";
import { listStoriesSince } from "../../src/store/stories.ts";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../src/watch/compile-watchlist.ts";

const WATCHLIST = compileWatchlist(loadCatalogue(), MEASURING_CONFIG.watch);
const NOON = Date.parse("2031-03-04T12:00:00Z");

const FIRST: Article = {
  id: "first",
  url: "https://first.example/telia",
  outlet: "First Post",
  feedId: "first",
  topic: "telecom",
  title: "Telia says intruders copied records of 1.4 million subscribers",
  summary: "The operator noticed the breach on Monday.",
  publishedAt: NOON,
  fetchedAt: NOON,
  paragraphs: [
    "Telia said on Tuesday that intruders had breached a billing server and copied the records of 1.4 million subscribers in Sweden.",
    "The operator noticed the breach on Monday and closed the billing server. Passwords were not taken, a spokesperson said.",
  ],
  textFrom: "page",
};
const SECOND: Article = {
  ...FIRST,
  id: "second",
  url: "https://second.example/telia-muddywater",
  outlet: "Second Look",
  title: "MuddyWater was behind the breach of Telia's billing server, investigators say",
  publishedAt: NOON + 3_600_000,
  fetchedAt: NOON + 3_600_000,
  paragraphs: [
    "The hackers of MuddyWater breached the billing server of Telia, investigators said, and copied the records of 1.4 million subscribers in Sweden.",
    "The group MuddyWater had been inside the operator's network since January.",
  ],
};

function record(db: Store, article: Article, config: Config = MEASURING_CONFIG) {
  return recordArticle(db, article, {
    config,
    watchlist: WATCHLIST,
    weights: undefined,
    mutes: [],
    now: article.fetchedAt,
  });
}

function queued(db: Store): string[] {
  return listOutbox(db, ["pending"], 20).map((row) =>
    row.op === "update" ? `update ${row.channel}` : `${row.message.kind} ${row.channel}`,
  );
}

describe("recordArticle", () => {
  it("alerts once for an event and replies to the alert with the second report", () => {
    const db = openStore(":memory:");
    const config = { ...MEASURING_CONFIG, routes: MEASURING_CONFIG.routes.slice(0, 1) };
    const first = record(db, FIRST, config);
    const second = record(db, SECOND, config);
    expect(second.story?.id).toBe(first.story?.id);
    expect(queued(db)).toEqual(["alert #any-carrier", "reply #any-carrier", "update #any-carrier"]);
  });

  it("gives the alert to a channel whose route only the later report fits", () => {
    const db = openStore(":memory:");
    record(db, FIRST);
    record(db, SECOND);
    expect(queued(db)).toEqual([
      "alert #any-carrier",
      "reply #any-carrier",
      "update #any-carrier",
      "alert #any-actor",
    ]);
  });

  it("says nothing again for the same article", () => {
    const db = openStore(":memory:");
    record(db, FIRST);
    const again = record(db, FIRST);
    expect(again.decision.kind).toBe("skip");
    expect(queued(db)).toHaveLength(1);
  });

  it("writes nothing at all when a part of it fails", () => {
    const db = openStore(":memory:");
    db.exec("DROP TABLE outbox");
    expect(() => record(db, FIRST)).toThrow();
    expect(listStoriesSince(db, 0)).toEqual([]);
  });
});

describe("tryArticle", () => {
  it("judges as recordArticle would and leaves the store as it was", () => {
    const db = openStore(":memory:");
    const judged = tryArticle(db, FIRST, {
      config: MEASURING_CONFIG,
      watchlist: WATCHLIST,
      weights: undefined,
      mutes: [],
      now: NOON,
    });
    expect(judged.decision).toEqual({ kind: "alert", reason: "new-story" });
    expect(listStoriesSince(db, 0)).toEqual([]);
    expect(queued(db)).toEqual([]);
  });
});
