import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Article } from "../../src/domain.ts";
import type { Config } from "../../src/domain-config.ts";
import { type AnswerParts, type Asker, answerCommand } from "../../src/pipeline/answer-command.ts";
import { keepWatchlist } from "../../src/pipeline/keep-watchlist.ts";
import { replayArticles } from "../../src/pipeline/replay-articles.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../src/watch/compile-watchlist.ts";

const SEEDS = resolve(import.meta.dirname, "../../../shared/data/seeds");
export const SEEDS_ARE_HERE = existsSync(SEEDS);
export const NOW = Date.UTC(2024, 10, 20, 9);
export const CATALOGUE = loadCatalogue();

export const CONFIG: Config = {
  schedule: "*/10 * * * *",
  timezone: "Europe/London",
  us: undefined,
  feeds: [
    {
      id: "wire-ledger",
      name: "Wire Ledger",
      url: "https://wireledger.example/feed",
      topic: "telecom",
      everyMs: 900_000,
    },
  ],
  firstPollHours: 0,
  watch: { actors: "all", carriers: "all", aliases: [] },
  stories: { group: true, windowMs: 7 * 86_400_000 },
  network: { allowHosts: [], intervalMs: 900_000 },
  slack: { graceMs: 30_000, command: "/telwatch", opsChannel: undefined, writers: undefined },
  routes: [
    { channel: "#threats", when: { carriers: "any" }, deliver: "now", at: undefined },
    { channel: "#threats", when: { actors: "any" }, deliver: "now", at: undefined },
  ],
};

/** An article with defaults; publication on 18 November 2024 unless said. */
export function anArticle(fields: Partial<Article> & Pick<Article, "title" | "paragraphs">): Article {
  const outlet = fields.outlet ?? "Wire Ledger";
  const url = fields.url ?? `https://wireledger.example/${fields.title.replace(/\W+/g, "-").toLowerCase()}`;
  const publishedAt = fields.publishedAt ?? Date.UTC(2024, 10, 18, 7, 12);
  return {
    id: `${outlet}|${url}`,
    url,
    outlet,
    feedId: outlet,
    topic: "security",
    summary: "",
    publishedAt,
    fetchedAt: publishedAt,
    textFrom: "page",
    ...fields,
  };
}

/** The two seeds with the headlines and dates that their description asks for. */
export function seedArticles(): Article[] {
  const lines = (file: string) =>
    readFileSync(join(SEEDS, file), "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  return [
    anArticle({
      title: "T-Mobile among telcos breached by Chinese state-sponsored hackers",
      outlet: "Outlet A",
      url: "https://a.example/t-mobile",
      paragraphs: lines("000_84512bb661094673.txt"),
    }),
    anArticle({
      title: "T-Mobile targeted in cyber-espionage operation",
      outlet: "Outlet B",
      url: "https://b.example/t-mobile?utm_source=rss",
      publishedAt: Date.UTC(2024, 10, 18, 15, 30),
      paragraphs: lines("003_e0eb1f85268d6051.txt"),
    }),
  ];
}

/** A store into which articles went through the real pipeline. */
export function fillStore(articles: readonly Article[], config: Config = CONFIG): Store {
  const db = openStore(":memory:");
  const watchlist = compileWatchlist(CATALOGUE, config.watch);
  for (const _ of replayArticles(db, articles, { config, watchlist }));
  return db;
}

const WRITER: Asker = { name: "anna", mayWrite: true, channel: "C1" };

/** Asks a question of a store. */
export function asker(db: Store, more: Partial<AnswerParts> = {}) {
  const config = more.config ?? CONFIG;
  const kept = keepWatchlist(db, CATALOGUE);
  return (words: string) =>
    answerCommand(words, {
      db,
      config,
      catalogue: CATALOGUE,
      now: NOW,
      command: "/telwatch",
      asker: WRITER,
      fetcher: () => {
        throw new Error("this test fetches nothing");
      },
      ...more,
      kept: kept(config.watch, more.now ?? NOW),
    });
}

/** All words of an answer as one text. */
export function textOf(answer: Awaited<ReturnType<typeof answerCommand>>): string {
  return [
    answer.title,
    answer.bottomLine,
    ...answer.sections.flatMap(({ heading, rows }) => [
      `## ${heading}`,
      ...rows.map(({ label, text }) => `${label ?? ""}: ${text}`),
    ]),
    answer.footer,
  ].join("\n");
}

/** The rows of one section as texts. */
export function rowsOf(answer: Awaited<ReturnType<typeof answerCommand>>, heading: string): string[] {
  return (answer.sections.find((one) => one.heading === heading)?.rows ?? []).map(
    ({ label, text }) => `${label ?? ""}: ${text}`,
  );
}
