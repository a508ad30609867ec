import type { Config, WatchConfig } from "../domain-config.ts";
import type { Judgement } from "../pipeline/judge-article.ts";
import { replayArticles } from "../pipeline/replay-articles.ts";
import { openStore } from "../store/open-store.ts";
import { loadCatalogue } from "../watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../watch/compile-watchlist.ts";
import type { LabelledArticle } from "./labelled-article.ts";

export interface Judged {
  readonly labelled: LabelledArticle;
  readonly judgement: Judgement;
}

const DAY_MS = 86_400_000;
const ALL: WatchConfig = { actors: "all", carriers: "all", aliases: [] };
/** Everything watched, everything routed: what is measured is reading and deciding, not somebody's wishes. */
export const MEASURING_CONFIG: Config = {
  schedule: "*/10 * * * *",
  timezone: "UTC",
  us: undefined,
  feeds: [],
  firstPollHours: 0,
  watch: ALL,
  stories: { group: true, windowMs: 7 * DAY_MS },
  network: { allowHosts: [], intervalMs: 15 * 60_000 },
  slack: { graceMs: 30_000, command: "/telwatch", opsChannel: undefined, writers: undefined },
  routes: [
    { channel: "#any-carrier", when: { carriers: "any" }, deliver: "now", at: undefined },
    { channel: "#any-actor", when: { actors: "any" }, deliver: "now", at: undefined },
  ],
};

/** Runs a labelled set through the pipeline in time order, on an empty store; every item beside what was made of it. */
export function replayLabelled(
  rows: readonly LabelledArticle[],
  step: (done: number) => void = () => {},
): Judged[] {
  const inOrder = [...rows].sort((a, b) => a.article.fetchedAt - b.article.fetchedAt);
  const settings = { config: MEASURING_CONFIG, watchlist: compileWatchlist(loadCatalogue(), ALL) };
  const db = openStore(":memory:");
  const judged: Judged[] = [];
  for (const judgement of replayArticles(
    db,
    inOrder.map((row) => row.article),
    settings,
  )) {
    const row = inOrder[judged.length];
    if (row) judged.push({ labelled: row, judgement });
    step(judged.length);
  }
  db.close();
  return judged;
}
