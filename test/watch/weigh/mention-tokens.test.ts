import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../../src/watch/compile-watchlist.ts";
import { settleArticle } from "../../../src/watch/find-mentions.ts";
import { classesOf } from "../../../src/watch/weigh/cue-classes.ts";
import { maskNames } from "../../../src/watch/weigh/mention-tokens.ts";
import { articleOf } from "../articles.ts";

const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });

function masked(title: string, ownId: string | undefined): string[] {
  const { segments, counted } = settleArticle(articleOf({ title, topic: "telecom" }), everyone);
  const segment = segments[0];
  if (segment === undefined) throw new Error("expected a segment, got none");
  return maskNames(segment, { start: 0, end: title.length }, counted, ownId);
}

describe("maskNames", () => {
  it("leaves how news speaks and takes out of whom", () => {
    const title = "Verizon says Salt Typhoon left its network in 2024, three months after an AT&T outage";
    expect(masked(title, "verizon")).toEqual(
      "§own says §actor left its network in §year , three months after an §carrier outage".split(" "),
    );
  });

  it("reads numbers alike and knows years", () => {
    expect(masked("Verizon lost 6.4 million records and 12,000 more in 2023", undefined)).toEqual(
      "§carrier lost §number million records and §number more in §year".split(" "),
    );
  });
});

describe("classesOf", () => {
  it.each([
    ["reportedly", ["doubt"]],
    ["unlike", ["denial", "comparison"]],
    ["breached", ["deed", "harm"]],
    ["tomato", []],
  ] as const)("finds what “%s” does in news", (word, classes) => {
    expect(classesOf(word)).toEqual(classes);
  });
});
