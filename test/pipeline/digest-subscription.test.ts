import { describe, expect, it } from "vitest";
import { recordArticle } from "../../src/pipeline/record-article.ts";
import { sendDigests } from "../../src/pipeline/send-digests.ts";
import { listOutbox } from "../../src/store/outbox.ts";
import { compileWatchlist } from "../../src/watch/compile-watchlist.ts";
import { anArticle, asker, CATALOGUE, CONFIG, fillStore, NOW } from "../support/lookup-archive.ts";

const ARTICLE = anArticle({
  title: "Intruders copied subscriber records from Telia's billing server",
  publishedAt: NOW,
  paragraphs: [
    "Telia said on Monday that intruders had breached a billing server and copied subscriber records.",
  ],
});
const MORNING = Date.UTC(2024, 10, 21, 8, 30);

describe("a channel's daily digest", () => {
  async function open(after?: string) {
    const db = fillStore([]);
    const ask = asker(db);
    await ask("digest daily 8:30");
    const watchlist = compileWatchlist(CATALOGUE, CONFIG.watch);
    recordArticle(db, ARTICLE, { config: CONFIG, watchlist, weights: undefined, mutes: [], now: NOW });
    if (after !== undefined) await ask(after);
    return db;
  }

  it("goes to the channel that asked for it at its hour, once", async () => {
    const db = await open();
    expect(sendDigests(db, MORNING - 1)).toBe(0);
    expect(sendDigests(db, MORNING)).toBe(1);
    expect(sendDigests(db, MORNING + 60_000)).toBe(0);
    const digests = listOutbox(db, ["pending"], 20).filter(({ message }) => message.kind === "digest");
    expect(digests.map(({ channel }) => channel)).toEqual(["C1"]);
    expect(digests[0]?.message.lines[0]?.text).toMatch(/Telia/);
    db.close();
  });

  it("does not go out once the channel switched it off, also with stories waiting", async () => {
    const db = await open("digest off");
    expect(sendDigests(db, MORNING)).toBe(0);
    db.close();
  });
});
