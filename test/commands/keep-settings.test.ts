import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type KeptSettings, keepSettings } from "../../src/commands/keep-settings.ts";
import { loadConfig } from "../../src/config/load-config.ts";

let folder = "";
let path = "";
let logged: string[] = [];
let changes = 0;
let kept: KeptSettings | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "telwatch-reload-"));
  path = join(folder, "feeds.yaml");
  logged = [];
  changes = 0;
});
afterEach(() => {
  kept?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const known = { actors: ["salt-typhoon"], carriers: ["att"] };
const log = {
  debug: () => {},
  info: (message: string) => void logged.push(message),
  warn: (message: string) => void logged.push(message),
  error: (message: string) => void logged.push(message),
};

function start(text: string, lookEveryMs = 60_000): KeptSettings {
  writeFileSync(path, text);
  const { config } = loadConfig(path);
  if (config === undefined) throw new Error("the test's file is wrong");
  kept = keepSettings({ config, path, log, known, changed: () => void changes++, lookEveryMs });
  return kept;
}

describe("keepSettings", () => {
  it("takes over a changed file", () => {
    const settings = start("watch: { actors: [salt-typhoon], carriers: [] }");
    const before = settings.current();
    writeFileSync(path, "watch: { actors: all, carriers: [] }");
    settings.reload();
    expect(settings.current().watch.actors).toBe("all");
    expect(before.watch.actors).toEqual(["salt-typhoon"]);
    expect([changes, logged]).toEqual([1, ["configuration reloaded"]]);
  });

  it.each([
    ["has mistakes", "schedule: nonsense"],
    ["names nobody known", "watch: { actors: [salt-tyfoon] }"],
    ["is half written", "feeds: [{ name: A, ur"],
  ])("keeps the old one and says so when the file %s", (_, text) => {
    const settings = start("schedule: '*/5 * * * *'");
    const before = settings.current();
    writeFileSync(path, text);
    settings.reload();
    expect(settings.current()).toBe(before);
    expect(settings.problems()[0]).toContain(`${path}:1:`);
    expect([changes, logged]).toEqual([
      0,
      ["the changed configuration has mistakes; the old one stays in use"],
    ]);
  });

  it("forgets the mistakes once the file is mended", () => {
    const settings = start("schedule: '*/5 * * * *'");
    writeFileSync(path, "schedule: nonsense");
    settings.reload();
    writeFileSync(path, "schedule: '*/5 * * * *'");
    settings.reload();
    expect(settings.problems()).toEqual([]);
  });

  it("says that changes under slack need a restart", () => {
    const settings = start("slack: { grace: 30s }");
    writeFileSync(path, "slack: { grace: 60s }");
    settings.reload();
    expect(logged).toContain("changes under slack take effect after a restart");
  });

  it("sees a change of the file by itself", async () => {
    const settings = start("schedule: '*/5 * * * *'", 10);
    const deadline = Date.now() + 5_000;
    await new Promise((done) => setTimeout(done, 30));
    writeFileSync(path, "schedule: '*/20 * * * *'");
    while (changes === 0 && Date.now() < deadline) await new Promise((done) => setTimeout(done, 10));
    expect(settings.current().schedule).toBe("*/20 * * * *");
  });
});
