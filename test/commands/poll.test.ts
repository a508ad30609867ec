import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NEW_ENTRIES } from "../../src/commands/demo/new-entries.ts";
import { type OutletServer, serveOutlets } from "../../src/commands/demo/serve-outlets.ts";

const CLI = resolve(import.meta.dirname, "../../src/cli.ts");
/** Three processes, one after the other, on a machine that may be busy with others. */
const MAX_MS = 60_000;
const folder = mkdtempSync(join(tmpdir(), "telwatch-poll-"));
const config = join(folder, "feeds.yaml");
const state = join(folder, "state");
let outlets: OutletServer;

beforeAll(async () => {
  outlets = await serveOutlets(Date.now() - 3_600_000);
  outlets.publish(NEW_ENTRIES.slice(0, 1));
  const feeds = [
    { name: "Carrier Daily", url: outlets.urlOf("carrier-daily"), topic: "telecom" },
    { name: "Closed", url: "http://127.0.0.1:1/feed" },
  ];
  const routes = [{ channel: "#a", when: { carriers: "any", roles: ["victim"] } }];
  const network = { allowHosts: ["127.0.0.1"], interval: "1s" };
  writeFileSync(config, JSON.stringify({ feeds, routes, network, firstPollHours: 24 }));
});
afterAll(async () => {
  await outlets.close();
  rmSync(folder, { recursive: true, force: true });
});

function poll(...flags: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const args = [CLI, "poll", "--config", config, "--state", state, ...flags];
  const env = { PATH: process.env.PATH };
  return new Promise((done) => {
    execFile(process.execPath, args, { env }, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

describe("telwatch poll", () => {
  it(
    "rehearses with --dry-run, posts once for real, and has nothing to say after that",
    async () => {
      const rehearsal = await poll("--dry-run");
      expect(rehearsal.stdout).toContain("URGENT");
      expect(rehearsal.stdout).toMatch(/2 feeds, 0 unchanged, 1 failed, 1 new article, 1 alert/);
      expect(existsSync(join(state, "telwatch.db"))).toBe(false);

      const real = await poll("--json");
      expect(real.code).toBe(0);
      expect(JSON.parse(real.stdout).feeds[0].articles).toHaveLength(1);
      expect(real.stderr).toContain("URGENT");
      expect(real.stderr).toMatch(/feed failed.*|"reason":"connect"/);

      const again = await poll("--dry-run");
      expect(again.stdout).not.toContain("URGENT");
      const record = readFileSync(join(state, "console-posts.jsonl"), "utf8");
      expect(record.match(/"posted"/g)).toHaveLength(1);
    },
    MAX_MS,
  );
});
