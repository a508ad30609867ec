import { describe, expect, it } from "vitest";
import { nearestWord } from "../../src/text/nearest-word.ts";

const COMMANDS = ["run", "poll", "demo", "explain", "replay", "read-feed", "feeds", "feedback"];

describe("nearestWord", () => {
  it.each([
    ["pol", "poll"],
    ["Explian", "explain"],
    ["reedfeed", "read-feed"],
    ["feed", "feeds"],
    ["rnu", "run"],
  ])("takes %s for %s", (word, meant) => {
    expect(nearestWord(word, COMMANDS)).toBe(meant);
  });

  it.each(["xyzzy", "", "install", "r"])("takes %s for nothing", (word) => {
    expect(nearestWord(word, COMMANDS)).toBeUndefined();
  });
});
