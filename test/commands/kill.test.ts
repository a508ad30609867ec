import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { type FeedServer, startFeedServer } from "../fakes/feed-server.ts";

const CLI = resolve(import.meta.dirname, "../../src/cli.ts");
/** When each run is killed, milliseconds after its database is open: while it starts, polls, reads pages, posts. */
const KILLS_MS = (process.env.TELWATCH_TEST_KILLS ?? "0,150,400").split(",").map(Number);
const CARRIERS = [
  "Optus",
  "Verizon",
  "Rogers",
  "Swisscom",
  "Telstra",
  "Telenor",
  "Kyivstar",
  "SK Telecom",
  "KDDI",
  "Safaricom",
];
const WAIT_MS = 15_000;

const folder = mkdtempSync(join(tmpdir(), "telwatch-kill-"));
const state = join(folder, "state");
const screen = join(folder, "screen.txt");
let server: FeedServer | undefined;
let running: ChildProcess | undefined;
afterAll(async () => {
  running?.kill("SIGKILL");
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(config: string): ChildProcess {
  const out = openSync(screen, "a");
  const args = [CLI, "run", "--config", config, "--state", state];
  running = spawn(process.execPath, args, {
    stdio: ["ignore", out, "ignore"],
    env: { PATH: process.env.PATH },
  });
  closeSync(out);
  return running;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill(signal);
  await ended;
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (!holds() && Date.now() < deadline) await pause(20);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

function posted(): string[] {
  const file = join(state, "console-posts.jsonl");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines
    .filter((line) => line.includes('"posted"'))
    .map((line) => (JSON.parse(line) as { key: string }).key);
}

function settled(): boolean {
  const db = new DatabaseSync(join(state, "telwatch.db"), { readOnly: true });
  const row = db.prepare("SELECT COUNT(*) AS open FROM outbox WHERE state <> 'sent'").get();
  db.close();
  return row?.open === 0;
}

describe("kill -9 of the daemon without Slack", () => {
  it("loses no alert and posts none twice", async () => {
    const pages = CARRIERS.map((name, index) => [`/${index}`, page(name)] as const);
    server = await startFeedServer(Object.fromEntries(pages));
    server.routes.set("/feed", feed(server));
    const config = join(folder, "feeds.yaml");
    const feeds = [{ name: "Wire", url: server.url("/feed"), topic: "telecom", every: "1s" }];
    const routes = [{ channel: "#a", when: { carriers: "any" } }];
    const network = { allowHosts: ["127.0.0.1"] };
    const stories = { group: false };
    writeFileSync(
      config,
      JSON.stringify({ schedule: "* * * * * *", firstPollHours: 24, stories, feeds, routes, network }),
    );

    for (const killAfterMs of KILLS_MS) {
      const child = start(config);
      await until(
        () =>
          existsSync(join(state, "owner.pid")) &&
          readFileSync(join(state, "owner.pid"), "utf8").includes(`${child.pid}`),
      );
      await pause(killAfterMs);
      await end(child, "SIGKILL");
    }
    const last = start(config);
    await until(() => posted().length >= CARRIERS.length && settled());
    await end(last, "SIGTERM");

    expect(last.exitCode).toBe(0);
    const keys = posted();
    expect(new Set(keys).size).toBe(keys.length);
    const shown = readFileSync(screen, "utf8");
    for (const name of CARRIERS) {
      const times = shown.split(`${name} says customer data was stolen`).length - 1;
      const again = shown.split("perhaps shown before").length - 1;
      expect(times, name).toBeGreaterThanOrEqual(1);
      expect(times, name).toBeLessThanOrEqual(1 + again);
    }
    expect(keys).toHaveLength(CARRIERS.length);
  }, 60_000);
});

function feed(of: FeedServer): string {
  const items = CARRIERS.map(
    (name, index) =>
      `<item><title>${name} says customer data was stolen by hackers</title><link>${of.url(`/${index}`)}</link><pubDate>${new Date(Date.now() - 3_600_000).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>${items.join("")}</channel></rss>`;
}

function page(name: string): string {
  const text = `Hackers broke into the network of ${name} and stole customer data, the carrier ${name} said today. `;
  return `<html><body><article><h1>${name}</h1><p>${text.repeat(3)}</p><p>The police are looking into the breach at ${name}.</p></article></body></html>`;
}
