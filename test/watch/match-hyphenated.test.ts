import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../src/watch/compile-watchlist.ts";
import { findMentions } from "../../src/watch/find-mentions.ts";
import { indexWholeWords, matchHyphenated } from "../../src/watch/match-hyphenated.ts";
import { articleOf } from "./articles.ts";

const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });

describe("matchHyphenated", () => {
  const words = indexWholeWords(["Sandworm", "APT28", "Play", "Salt Typhoon"]);

  it("finds a name of one word that the text cuts", () => {
    expect(matchHyphenated("blamed on Sand-Worm again", words)).toEqual([{ start: 10, end: 19, names: [0] }]);
  });

  it.each(["a sand-worm in a bucket", "the Sand-Worm-like tool", "Pl-ay", "APT-28"])(
    "leaves “%s” alone",
    (text) => {
      expect(matchHyphenated(text, words)).toEqual([]);
    },
  );
});

describe("findMentions", () => {
  it("counts a name that a headline cuts by a hyphen, as it is written there", () => {
    const found = findMentions(
      articleOf({
        title: "Officials blame Sand-Worm for wiper attack",
        summary: "The hackers erased servers of a utility.",
      }),
      everyone,
    );
    expect(found.actors.map((one) => [one.id, ...one.matched])).toEqual([["sandworm", "Sand-Worm"]]);
  });

  it("hears an operator whose verb stands behind a clause about it", () => {
    const found = findMentions(
      articleOf({
        topic: "telecom",
        title: "Supplier of call centres for mobile operators loses data",
        paragraphs: [
          "Telus said that subscribers' names were in the stolen file.",
          "Bell, which uses the same supplier, says that none of its agents had access.",
        ],
      }),
      everyone,
    );
    expect(found.carriers.map((one) => one.id)).toContain("bell");
  });
});
