import { describe, expect, it } from "vitest";
import type { Article } from "../../src/domain.ts";
import { MEASURING_CONFIG } from "../../src/measure/replay-labelled.ts";
import { recordArticle } from "../../src/pipeline/record-article.ts";
import { listArticlesOf } from "../../src/store/articles.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { listOutbox } from "../../src/store/outbox.ts";
import { loadStory } from "../../src/store/stories.ts";
import { article, HOUR, NOON, WATCHLIST } from "../stories/read.ts";

const CONFIG = { ...MEASURING_CONFIG, routes: MEASURING_CONFIG.routes.slice(0, 1) };

function record(db: Store, one: Article) {
  return recordArticle(db, one, {
    config: CONFIG,
    watchlist: WATCHLIST,
    weights: undefined,
    mutes: [],
    now: one.fetchedAt,
  });
}
function by(outlet: string, hours: number) {
  return { outlet, publishedAt: NOON + hours * HOUR, fetchedAt: NOON + hours * HOUR };
}
function posted(db: Store): string[] {
  return listOutbox(db, ["pending"], 20).map((row) => (row.op === "update" ? "update" : row.message.kind));
}

const TEXT = [
  "Optus said on Monday that intruders had copied names and addresses of 900,000 customers from a test server in Sydney.",
  "The Australian operator apologised and said that payment data was stored elsewhere.",
  "The privacy commissioner has opened an inquiry.",
];
const THEFT = article("Optus breach exposes 900,000 customers", TEXT, by("One", 0));

describe("hard cases", () => {
  it("a syndicated copy under another headline joins silently and only the counts are updated", () => {
    const db = openStore(":memory:");
    record(db, THEFT);
    const copy = record(db, article("Customers' names copied from Optus test server", TEXT, by("Two", 2)));
    expect(copy.decision).toEqual({ kind: "skip", reason: "nothing-new" });
    expect(posted(db)).toEqual(["alert", "update"]);
    expect(listOutbox(db, ["pending"], 20).at(-1)?.message.footer).toMatch(/^2 outlets/);
  });

  it("a fibre cut in the week of a breach at the same operator is a story of its own", () => {
    const db = openStore(":memory:");
    const theft = record(db, THEFT);
    const cut = record(
      db,
      article(
        "Optus outage in Darwin after excavator cuts fibre",
        [
          "An excavator cut a fibre cable of Optus in Darwin on Wednesday; 40,000 customers had no service for six hours.",
          "Optus said that crews had spliced the cable by evening.",
        ],
        by("Two", 48),
      ),
    );
    expect(cut.story?.id).not.toBe(theft.story?.id);
    expect(posted(db)).toEqual(["alert"]);
  });

  it("one actor at two operators in one week makes two alerts", () => {
    const db = openStore(":memory:");
    record(
      db,
      article(
        "Salt Typhoon hackers breached Telus routers",
        ["Salt Typhoon breached three routers of Telus in Calgary, the operator confirmed."],
        by("One", 0),
      ),
    );
    record(
      db,
      article(
        "Salt Typhoon spied on Telenor, Norway says",
        ["Salt Typhoon spied on mail servers of Telenor in Oslo, Norway's security police said on Thursday."],
        by("Two", 48),
      ),
    );
    expect(posted(db)).toEqual(["alert", "alert"]);
  });

  it("a roundup belongs to no story, says nothing, and is found under each operator that it names", () => {
    const db = openStore(":memory:");
    record(db, THEFT);
    const roundup = record(
      db,
      article(
        "Week in review: Optus breach, Telus routers, Play ransomware and more",
        [
          "Optus lost data of 900,000 customers from a test server.",
          "Hackers breached three routers of Telus.",
          "Play hit a county in Ohio. A router botnet was taken down. Police arrested a seller in Lyon.",
        ],
        by("Weekly", 30),
      ),
    );
    expect(roundup.decision).toEqual({ kind: "skip", reason: "roundup" });
    expect(posted(db)).toEqual(["alert"]);
    expect(loadStory(db, "S-0001")?.articles).toHaveLength(1);
    for (const carrier of ["optus", "telus"])
      expect(
        listArticlesOf(db, "carrier", carrier, { since: 0, limit: 10 }).map((one) => one.article.outlet),
      ).toContain("Weekly");
  });

  it("entries of a series with equal titles are stories of their own, and the same entry again is not", () => {
    const db = openStore(":memory:");
    const entry = (cve: string, product: string, hours: number): Article =>
      article(
        "Agency Adds One Known Exploited Vulnerability to Catalog",
        [
          `One new vulnerability was added, based on evidence of exploitation: ${cve} ${product}. Salt Typhoon has used such flaws.`,
        ],
        by("Agency", hours),
      );
    const ids = [
      entry("CVE-2031-1001", "Harrow Gateway Command Injection", 0),
      entry("CVE-2031-1002", "Brightmail Path Traversal", 30),
      entry("CVE-2031-1002", "Brightmail Path Traversal", 31),
    ].map((one) => record(db, one).story?.id);
    expect(ids).toEqual(["S-0001", "S-0002", "S-0002"]);
  });

  it("an edit is silent until the victim changes its word", () => {
    const db = openStore(":memory:");
    record(db, THEFT);
    const edited = { ...THEFT, title: `${THEFT.title} (updated)`, fetchedAt: NOON + 4 * HOUR };
    expect(record(db, edited).decision.reason).toBe("nothing-new");
    const denial = { ...THEFT, paragraphs: [...TEXT, "Optus denied that passwords had been taken."] };
    expect(record(db, { ...denial, fetchedAt: NOON + 6 * HOUR }).decision.kind).toBe("reply");
    expect(loadStory(db, "S-0001")?.articles).toHaveLength(1);
  });
});
