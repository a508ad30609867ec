import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { DECISION_REASONS } from "../../src/alerts/decide.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const text = readFileSync(join(ROOT, "docs/glossary.md"), "utf8");
const rows = [...text.matchAll(/^\| `([^`]+)` \| .+ \|$/gm)].map((row) => row[1] ?? "");
const types = readdirSync(join(ROOT, "src"))
  .filter((file) => /^domain.*\.ts$/.test(file))
  .flatMap((file) => [
    ...readFileSync(join(ROOT, "src", file), "utf8").matchAll(/^export (?:type|interface) (\w+)/gm),
  ])
  .map((match) => match[1] ?? "");

describe("docs/glossary.md", () => {
  it("defines every exported type of src/domain*.ts: add a row for a new one", () => {
    expect(types.length).toBeGreaterThan(50);
    expect(types.filter((type) => !rows.includes(type))).toEqual([]);
  });

  it("explains every reason of a decision", () => {
    expect(DECISION_REASONS.filter((reason) => !rows.includes(reason))).toEqual([]);
  });

  it("defines nothing twice and nothing that does not exist", () => {
    expect([...rows].sort()).toEqual([...new Set([...types, ...DECISION_REASONS])].sort());
  });
});
