import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../src/watch/compile-watchlist.ts";
import { findMentions } from "../../src/watch/find-mentions.ts";
import { articleOf } from "./articles.ts";

const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
const roles = (parts: Parameters<typeof articleOf>[0]): string[] => {
  const found = findMentions(articleOf(parts), everyone);
  return [...found.actors, ...found.carriers].map((one) => `${one.id} ${one.role}`);
};

describe("findRetrospect", () => {
  it("takes actor and carrier of an article that looks back for history", () => {
    const paragraphs = [
      "In 2019 the Lapsus$ gang broke into T-Mobile and stole customer data from its network.",
    ];
    expect(roles({ title: "Seven years on: the breach that Lapsus$ boasted of", paragraphs })).toEqual([
      "lapsus background",
      "t-mobile-us past-victim",
    ]);
  });

  it("takes a fresh event for news although the headline recalls an older one", () => {
    const paragraphs = [
      "In 2019 T-Mobile lost customer data to hackers.",
      "On Tuesday the Lapsus$ gang breached T-Mobile again, and the carrier has confirmed the theft of customer data.",
    ];
    expect(roles({ title: "Seven years later, T-Mobile is breached again by Lapsus$", paragraphs })).toEqual([
      expect.stringMatching(/^lapsus (?:attributed|suspected)$/),
      "t-mobile-us victim",
    ]);
  });
});
