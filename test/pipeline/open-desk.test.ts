import { describe, expect, it } from "vitest";
import { acknowledgeStory } from "../../src/pipeline/acknowledge-story.ts";
import { keepWatchlist } from "../../src/pipeline/keep-watchlist.ts";
import { openDesk } from "../../src/pipeline/open-desk.ts";
import { rateFeedback } from "../../src/pipeline/rate-feedback.ts";
import { recordArticle } from "../../src/pipeline/record-article.ts";
import { activeMutes } from "../../src/store/mutes.ts";
import type { Store } from "../../src/store/open-store.ts";
import { listOutbox } from "../../src/store/outbox.ts";
import { anArticle, asker, CATALOGUE, CONFIG, fillStore, NOW } from "../support/lookup-archive.ts";

const ANNA = { id: "U1", name: "anna" };
const TELIA = anArticle({
  title: "Intruders copied subscriber records from Telia's billing server",
  paragraphs: [
    "Telia said on Monday that intruders had breached a billing server and copied subscriber records.",
  ],
});
const LATER = anArticle({
  title: "Telia breach reached the records of 1.4 million subscribers",
  outlet: "Second Look",
  url: "https://second.example/telia",
  publishedAt: Date.UTC(2024, 10, 18, 12),
  paragraphs: [
    "The intruders who breached Telia's billing server copied the records of 1.4 million subscribers, Telia said.",
  ],
});
const TELSTRA = anArticle({
  title: "Telstra hit by ransomware, stores closed across Queensland",
  publishedAt: Date.UTC(2024, 10, 19, 12),
  paragraphs: [
    "Telstra was hit by ransomware on Tuesday, and the gang encrypted servers behind its stores in Queensland.",
  ],
});

function record(db: Store, article: typeof TELIA, config = CONFIG, now = NOW) {
  const { watchlist } = keepWatchlist(db, CATALOGUE)(config.watch, now);
  return recordArticle(db, article, {
    config,
    watchlist,
    weights: undefined,
    mutes: activeMutes(db, now),
    now,
  });
}
function desk(db: Store) {
  return openDesk({
    db,
    config: () => CONFIG,
    catalogue: CATALOGUE,
    kept: () => keepWatchlist(db, CATALOGUE)(CONFIG.watch, NOW),
    now: () => NOW,
    fetcher: () => {
      throw new Error("this test fetches nothing");
    },
  });
}

describe("what people say", () => {
  it("mutes: an article on a muted carrier is kept and not alerted, and alerts again after the end", async () => {
    const db = fillStore([]);
    await asker(db)("mute telia 7d because known");
    expect(record(db, TELIA).decision).toMatchObject({ kind: "skip", reason: "muted-entity" });
    expect(record(db, TELSTRA).decision.kind).toBe("alert");
    const after = NOW + 8 * 86_400_000;
    const fresh = {
      ...TELIA,
      id: "x|fresh",
      url: "https://x.example/fresh",
      publishedAt: after,
      fetchedAt: after,
    };
    expect(record(db, fresh, CONFIG, after).decision.kind).toBe("alert");
    db.close();
  });

  it("watches: the next poll alerts on a name that only a person asked for, until the watch ends", async () => {
    const config = { ...CONFIG, watch: { actors: [], carriers: [], aliases: [] } };
    const db = fillStore([], config);
    expect(record(db, TELIA, config).decision.reason).toBe("no-watched-name");
    await asker(db, { config })("watch add telia until 30d");
    const next = { ...TELIA, id: "x|next", url: "https://x.example/next" };
    expect(record(db, next, config).decision.kind).toBe("alert");
    const late = { ...TELIA, id: "x|late", url: "https://x.example/late" };
    expect(record(db, late, config, NOW + 31 * 86_400_000).decision.kind).not.toBe("alert");
    db.close();
  });

  it("takes on: the name stays on the alert when a later report edits it", () => {
    const db = fillStore([TELIA]);
    acknowledgeStory(db, "S-0001", ANNA, NOW);
    record(db, LATER);
    const edits = listOutbox(db, ["pending"], 30).filter(({ op }) => op === "update");
    expect(edits.length).toBeGreaterThan(1);
    for (const { message } of edits) expect(message.lines.at(-1)).toMatchObject({ label: "Ack" });
    expect(edits.at(-1)?.message.outlets).toHaveLength(2);
    db.close();
  });

  it("refuses: keeps the verdict and rates the rule by what people judged", () => {
    const db = fillStore([TELIA, TELSTRA]);
    const { acknowledge, judge } = desk(db);
    acknowledge("S-0001", ANNA);
    expect(judge("S-0002", "old-news", " seen in 2019 ", ANNA).ok).toBe(true);
    judge("S-0002", "noise", "", ANNA);
    expect(judge("S-0099", "noise", "", ANNA).ok).toBe(false);
    expect(rateFeedback(db, CONFIG)).toEqual([
      { rule: "carriers+ransomware", alerts: 1, acknowledged: 0, notRelevant: 1, precision: 0 },
      { rule: "carriers+data-breach", alerts: 1, acknowledged: 1, notRelevant: 0, precision: 1 },
    ]);
    db.close();
  });
});
