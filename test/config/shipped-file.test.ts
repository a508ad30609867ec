import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { knownIds } from "../../src/commands/open-watchlist.ts";
import { listKeys } from "../../src/config/keys-at.ts";
import { loadConfig } from "../../src/config/load-config.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const FILE = join(ROOT, "feeds.yaml");
const CANDIDATES = resolve(ROOT, "../shared/data/catalog/feeds.candidates.json");

describe("the shipped feeds.yaml", () => {
  it("has no mistake, about 40 feeds of every topic, all actors and about 50 carriers", () => {
    const { config, problems } = loadConfig(FILE, undefined, knownIds("/nowhere"));
    expect(problems).toEqual([]);
    expect(config?.feeds.length).toBeGreaterThanOrEqual(38);
    expect(new Set(config?.feeds.map((feed) => feed.topic))).toEqual(
      new Set(["telecom", "security", "general"]),
    );
    expect(config?.watch.actors).toBe("all");
    expect(config?.watch.carriers.length).toBeGreaterThanOrEqual(40);
    expect(config?.routes.length).toBeGreaterThan(0);
  });

  it("explains every key", () => {
    const text = readFileSync(FILE, "utf8");
    const missing = listKeys().filter(({ key }) => !new RegExp(`\\b${key.split(".").at(-1)}:`).test(text));
    const explained = ["names", "actors", "carriers", "roles", "events", "severity", "deliver"];
    expect(
      missing.map(({ key }) => key.split(".").at(-1)).filter((key) => !explained.includes(key ?? "")),
    ).toEqual([]);
  });

  it.skipIf(!existsSync(CANDIDATES))("asks only feeds that were alive (skipped without ../shared)", () => {
    const { feeds } = JSON.parse(readFileSync(CANDIDATES, "utf8")) as {
      feeds: { url: string; status: string }[];
    };
    const alive = new Set(feeds.filter((feed) => feed.status.startsWith("alive")).map((feed) => feed.url));
    expect(loadConfig(FILE).config?.feeds.filter((feed) => !alive.has(feed.url))).toEqual([]);
  });
});
