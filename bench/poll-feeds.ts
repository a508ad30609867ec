import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import RssParser from "rss-parser";
import { openWatchlist } from "../src/commands/open-watchlist.ts";
import { checkConfig } from "../src/config/load-config.ts";
import { createFetcher } from "../src/intake/fetch-feed.ts";
import { boundMemory } from "../src/ops/bound-memory.ts";
import type { PollContext } from "../src/pipeline/poll-context.ts";
import { dueNow, pollFeed } from "../src/pipeline/poll-feed.ts";
import { createPollMemory } from "../src/pipeline/poll-memory.ts";
import { openStore } from "../src/store/open-store.ts";
import { openPages } from "../src/store/pages.ts";
import { openSeen } from "../src/store/seen.ts";
import { feedBytes } from "./feed-bytes.ts";

// Polls 1,000 loopback feeds twice, 90 % of them unchanged the second time, and prints what it cost;
// beside it rss-parser alone on the same bytes.
const COUNT = 1_000;
boundMemory();

function hostOf(feed: number): string {
  return `127.1.${Math.floor(feed / 250)}.${(feed % 250) + 1}`;
}

const server = fork(new URL("./serve-feeds.ts", import.meta.url), { execArgv: [] });
const port = await new Promise<number>((done) => server.once("message", (message) => done(Number(message))));
const numbers = Array.from({ length: COUNT }, (_, index) => index);
const yaml = [
  "feeds:",
  ...numbers.map((n) => `  - { name: feed ${n}, url: "http://${hostOf(n)}:${port}/${n}", every: 15m }`),
  `network: { allowHosts: [${numbers.map(hostOf).join(", ")}] }`,
].join("\n");
const { config } = checkConfig(yaml);
if (config === undefined) throw new Error("the bench's configuration is wrong");
const folder = mkdtempSync(join(tmpdir(), "telwatch-bench-"));
const db = openStore(join(folder, "telwatch.db"));
let now = Date.now();
const clock = (): number => now;
const context: PollContext = {
  db,
  config,
  watchlist: openWatchlist(config),
  fetcher: createFetcher({ allowHosts: config.network.allowHosts, now: clock }),
  memory: createPollMemory(),
  seen: openSeen(db, clock),
  pages: openPages(db, clock),
  weights: () => undefined,
  mutes: () => [],
  now: clock,
  random: Math.random,
  recorded: () => {},
};

async function round(name: string): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let peak = 0;
  const memory = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  delay.enable();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const reports = await Promise.all(dueNow(context).map((feed) => pollFeed(feed, context)));
  const seconds = (performance.now() - began) / 1_000;
  const used = process.cpuUsage(cpu);
  delay.disable();
  clearInterval(memory);
  const count = (outcome: string): number => reports.filter((report) => report.outcome === outcome).length;
  console.log(
    `${name}: ${COUNT} feeds in ${seconds.toFixed(1)} s (${Math.round(COUNT / seconds)} feeds/s), ` +
      `${((used.user + used.system) / 1e6).toFixed(1)} CPU s, peak ${Math.round(peak / 1e6)} MB, ` +
      `event loop p50 ${(delay.percentile(50) / 1e6).toFixed(0)} ms, p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, longest ${(delay.max / 1e6).toFixed(0)} ms; ` +
      `${count("unchanged")} unchanged, ${count("failed")} failed, ${reports.reduce((sum, one) => sum + one.judgements.length, 0)} new articles`,
  );
}

await round("first round   ");
await fetch(`http://127.0.0.1:${port}/round2`);
now += 20 * 60_000;
await round("10 % changed  ");
now += 20 * 60_000;
await round("all unchanged ");

const cpu = process.cpuUsage();
const began = performance.now();
for (const n of numbers) await new RssParser().parseString(feedBytes(n, 1).toString());
const seconds = (performance.now() - began) / 1_000;
const used = process.cpuUsage(cpu);
console.log(
  `rss-parser alone, same bytes: ${COUNT} documents in ${seconds.toFixed(1)} s (${Math.round(COUNT / seconds)} feeds/s), ${((used.user + used.system) / 1e6).toFixed(1)} CPU s, all on the main thread`,
);
await context.fetcher.close();
server.disconnect();
rmSync(folder, { recursive: true });
process.exit(0);
