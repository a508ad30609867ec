import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { listKeys } from "../../src/config/keys-at.ts";
import { checkConfig } from "../../src/config/load-config.ts";
import { ENVIRONMENT_KEYS } from "../../src/config/read-environment.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const text = readFileSync(join(ROOT, "docs/configuration.md"), "utf8");
const rows = new Map([...text.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map((row) => [row[1] ?? "", row[2]]));

describe("docs/configuration.md", () => {
  it("has a row for every key of feeds.yaml and every variable, in the schema's own words", () => {
    const told = [
      ...listKeys().map(({ key, description }) => [key, description] as const),
      ...Object.entries(ENVIRONMENT_KEYS),
    ];
    expect(told.filter(([key, description]) => rows.get(key) !== description)).toEqual([]);
  });

  it("has no row for a key that does not exist", () => {
    const known = new Set([...listKeys().map(({ key }) => key), ...Object.keys(ENVIRONMENT_KEYS)]);
    expect([...rows.keys()].filter((key) => !known.has(key))).toEqual([]);
  });

  it("says a line of documentation for every key in the schema", () => {
    expect(listKeys().filter(({ description }) => description === undefined || description === "")).toEqual(
      [],
    );
  });

  it("shows examples that are right", () => {
    const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) expect(checkConfig(example).problems).toEqual([]);
  });
});

describe("the environment", () => {
  it("is read only through the documented variables", () => {
    const source = readFileSync(join(ROOT, "src/config/read-environment.ts"), "utf8");
    const read = [...source.matchAll(/(?:text|port|token)\("([A-Z_]+)"/g)].map((match) => match[1] ?? "");
    expect(new Set(read)).toEqual(new Set(Object.keys(ENVIRONMENT_KEYS)));
  });
});
