import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { type FakeSlack, type Fault, startFakeSlack, TOKENS } from "../test/fakes/slack-server.ts";
import { prepareDaemon } from "./crash/daemon.ts";
import { type GrowingFeed, startGrowingFeed } from "./crash/growing-feed.ts";

const GRACE_SECONDS = 4;
const POLL_INTERVAL_MS = 1_000;
/** How long the last messages may take once the killing is over. */
const SETTLE_MS = 90_000;
const MOMENTS = ["at random", "after fetch", "on receipt", "after commit", "after the answer"] as const;
type Moment = (typeof MOMENTS)[number];

interface Settings {
  readonly kills: number;
  readonly entries: number;
  readonly seed: number;
  readonly keep: boolean;
}
interface Result {
  readonly lost: string[];
  readonly repeated: string[];
  readonly latencies: number[];
  readonly kills: ReadonlyMap<Moment, number>;
  readonly faults: ReadonlyMap<string, number>;
  readonly term: { readonly ms: number; readonly code: number | null };
  readonly halfSent: number;
}

/** Kills the real daemon again and again while a feed grows and Slack misbehaves, and counts what was lost or repeated. */
async function crashTest(settings: Settings): Promise<Result> {
  const random = randomFrom(settings.seed);
  const folder = mkdtempSync(join(tmpdir(), "telwatch-crash-"));
  const faults = new Map<string, number>();
  const kills = new Map<Moment, number>();
  let trap: { readonly moment: Moment; readonly afterMs: number } | undefined;
  let misbehaving = true;

  const spring = (moment: Moment): void => {
    if (trap?.moment !== moment) return;
    const { afterMs } = trap;
    trap = undefined;
    setTimeout(() => void kill(moment), afterMs);
  };
  const feed = await startGrowingFeed(() => spring("after fetch"));
  const slack = await startFakeSlack({
    historyLagMs: 700,
    rate: { burst: 4, perSecond: 1.5 },
    chance(method) {
      const fault = misbehaving ? chooseFault(method, random) : undefined;
      if (fault !== undefined) count(faults, nameOf(fault));
      if (method === "chat.postMessage") spring("on receipt");
      return fault;
    },
    onApplied: () => spring("after commit"),
    onAnswered: (method) => method === "chat.postMessage" && spring("after the answer"),
  });
  const daemon = prepareDaemon({
    folder,
    feedUrl: feed.url,
    slackUrl: slack.url,
    tokens: TOKENS,
    graceSeconds: GRACE_SECONDS,
  });
  async function kill(moment: Moment): Promise<void> {
    if (!(await daemon.kill())) return;
    count(kills, moment);
    daemon.start();
  }

  daemon.start();
  await until(() => feed.polls() >= 2, 30_000, "the daemon polls");
  const total = () => [...kills.values()].reduce((sum, one) => sum + one, 0);
  let armed = 0;
  while (feed.published.size < settings.entries || armed < settings.kills) {
    if (feed.published.size < settings.entries) feed.publish();
    const share = feed.published.size / settings.entries;
    if (trap === undefined && armed < settings.kills && armed <= share * settings.kills) {
      const moment = MOMENTS[armed % MOMENTS.length] ?? "at random";
      armed += 1;
      if (moment === "at random") setTimeout(() => void kill(moment), random() * 900);
      else trap = { moment, afterMs: Math.floor(random() * 4) };
    }
    process.stderr.write(`\r${feed.published.size} entries, ${total()} kills `);
    await sleep(400 + random() * 1_400);
    if (trap !== undefined)
      await until(() => trap === undefined, 20_000, `moment ${trap.moment}`).catch(() => {});
  }
  await sleep(1_500);
  misbehaving = false;
  if (!daemon.alive()) daemon.start();
  await until(() => missing(feed, slack).length === 0, SETTLE_MS, "all messages").catch(() => {});
  // What would be repeated is repeated within the grace.
  await sleep((GRACE_SECONDS + 2) * 1_000);
  const term = await daemon.terminate();
  process.stderr.write("\n");
  const result = judge(feed, slack, { kills, faults, term, halfSent: readHalfSent(folder) });
  await slack.stop();
  await feed.stop();
  if (settings.keep) console.error(`kept: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
  return result;
}

function judge(
  feed: GrowingFeed,
  slack: FakeSlack,
  seen: Pick<Result, "kills" | "faults" | "term" | "halfSent">,
): Result {
  const latencies: number[] = [];
  const repeated: string[] = [];
  for (const [mark, at] of feed.published) {
    const found = messagesOf(slack, mark);
    if (found.length > 1) repeated.push(mark);
    if (found[0] !== undefined) latencies.push(found[0].postedAt - at);
  }
  return { ...seen, lost: missing(feed, slack), repeated, latencies: latencies.sort((a, b) => a - b) };
}

function messagesOf(slack: FakeSlack, mark: string): FakeSlack["workspace"]["messages"] {
  return slack.workspace.messages.filter((one) => one.text.includes(mark));
}

function missing(feed: GrowingFeed, slack: FakeSlack): string[] {
  const text = slack.workspace.messages.map((one) => one.text).join("\n");
  return [...feed.published.keys()].filter((mark) => !text.includes(mark));
}

function chooseFault(method: string, random: () => number): Fault | undefined {
  const roll = random();
  if (method === "conversations.history") return roll < 0.05 ? { kind: "rate-limit", seconds: 1 } : undefined;
  if (method !== "chat.postMessage") return undefined;
  if (roll < 0.04) return { kind: "rate-limit", seconds: 2 };
  if (roll < 0.06) return { kind: "status", status: 500, apply: false };
  if (roll < 0.08) return { kind: "status", status: 502, apply: true };
  if (roll < 0.11) return { kind: "drop", apply: false };
  if (roll < 0.14) return { kind: "drop", apply: true };
  if (roll < 0.17) return { kind: "late", ms: 500 + Math.floor(random() * 2_000) };
  if (roll < 0.25) return { kind: "slow", ms: Math.floor(random() * 400) };
  return undefined;
}

function nameOf(fault: Fault): string {
  return "apply" in fault ? `${fault.kind} ${fault.apply ? "after" : "before"} applying` : fault.kind;
}

/** Rows that an orderly end left in the middle of a call. */
function readHalfSent(folder: string): number {
  const db = new DatabaseSync(join(folder, "state", "telwatch.db"), { readOnly: true });
  const row = db.prepare("SELECT COUNT(*) AS n FROM outbox WHERE state = 'sending'").get();
  db.close();
  return Number(row?.n ?? 0);
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

async function until(what: () => boolean, ms: number, name: string): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain: ${name}`);
    await sleep(20);
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "30" },
    entries: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    keep: { type: "boolean", default: false },
  },
});
const settings = {
  kills: Number(values.kills),
  entries: Number(values.entries),
  seed: Number(values.seed),
  keep: values.keep,
};
const result = await crashTest(settings);
const p95 = percentile(result.latencies, 0.95);
const rows: readonly (readonly [string, string | number])[] = [
  ["entries", settings.entries],
  ["kills", [...result.kills].map(([moment, n]) => `${n} ${moment}`).join(", ")],
  ["Slack's faults", [...result.faults].map(([fault, n]) => `${n} ${fault}`).join(", ")],
  ["lost", `${result.lost.length} ${result.lost.join(" ")}`],
  ["repeated", `${result.repeated.length} ${result.repeated.join(" ")}`],
  ["publication to message", `median ${percentile(result.latencies, 0.5)} ms, p95 ${p95} ms`],
  ["SIGTERM", `exit ${result.term.code} after ${result.term.ms} ms, ${result.halfSent} half-sent`],
];
for (const [name, value] of rows) console.log(`${name.padEnd(24)}${value}`);
const good =
  result.lost.length === 0 &&
  result.repeated.length === 0 &&
  p95 <= POLL_INTERVAL_MS + 15_000 &&
  result.term.code === 0 &&
  result.term.ms < 5_000 &&
  result.halfSent === 0;
console.log(good ? "good" : "NOT GOOD");
process.exit(good ? 0 : 1);
