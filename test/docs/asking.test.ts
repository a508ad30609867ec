import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { VERBS } from "../../src/domain-lookup.ts";
import { parseQuery } from "../../src/lookup/parse-query.ts";
import { VERB_GUIDES } from "../../src/lookup/verbs.ts";

const text = readFileSync(join(resolve(import.meta.dirname, "../.."), "docs/asking.md"), "utf8");

describe("docs/asking.md", () => {
  it("has a row for every verb and none for another", () => {
    expect([...text.matchAll(/^\| `([a-z]+)` \|/gm)].map((row) => row[1])).toEqual([...VERBS]);
  });
});

describe("the help", () => {
  it.each(Object.entries(VERB_GUIDES))("gives examples of %s that are understood", (verb, guide) => {
    for (const example of guide.examples) {
      const query = parseQuery(example, Date.UTC(2026, 0, 1));
      expect(query.kind === "help" && verb !== "help", example).toBe(false);
    }
  });
});
