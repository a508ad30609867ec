import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../src/watch/compile-watchlist.ts";
import { findMentions } from "../../src/watch/find-mentions.ts";
import { articleOf } from "./articles.ts";

const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });

describe("findMentions", () => {
  it("finds the actor named only in the ninth paragraph, with a place that can be quoted", () => {
    const ninth = "Three carriers fell to the group UNC2286, better known as Salt Typhoon.";
    const article = articleOf({
      title: "T-Mobile among operators hacked, sources say",
      paragraphs: [...Array.from({ length: 8 }, () => "Nothing is named here."), ninth],
    });
    const [actor] = findMentions(article, everyone).actors;
    expect(actor?.id).toBe("salt-typhoon");
    expect(actor?.matched).toEqual(["UNC2286", "Salt Typhoon"]);
    const place = actor?.mentions[0]?.place;
    expect(place?.paragraph).toBe(9);
    expect(ninth.slice(place?.start, place?.end)).toBe("UNC2286");
  });

  it("counts nothing that stands in page furniture, and says so", () => {
    const found = findMentions(
      articleOf({
        title: "Network fault",
        paragraphs: ["Read more: Optus chief steps down over Scattered Spider"],
      }),
      everyone,
    );
    expect(found.carriers).toEqual([]);
    expect(found.furniture).toEqual([1]);
    expect(found.dropped.map((one) => `${one.literal}: ${one.reason}`)).toContain("Optus: page furniture");
  });

  it("keeps unwatched names out, yet lets them block a shorter watched one", () => {
    const salt = compileWatchlist(loadCatalogue(), { actors: [], carriers: ["salt"], aliases: [] });
    const found = findMentions(
      articleOf({ title: "Salt Typhoon breached the mobile operator Verizon", topic: "telecom" }),
      salt,
    );
    expect([...found.actors, ...found.carriers]).toEqual([]);
  });

  it("takes a vendor's tracking code for a group that no catalogue knows, in its exact case", () => {
    const found = findMentions(
      articleOf({ title: "UNC98765 targets operators, unc98766 does not" }),
      everyone,
    );
    expect(found.actors.map((actor) => actor.id)).toEqual(["unc98765"]);
  });
});

describe("findMentions on hostile text", () => {
  it.each([
    ["one endless word", "a".repeat(300_000)],
    ["letters and hyphens", "T-".repeat(60_000)],
    ["one name without end", "Orange, ".repeat(8_000)],
    ["brackets", "Aa Bb (".repeat(20_000)],
  ])("is done soon with %s", (_, text) => {
    const started = performance.now();
    findMentions(articleOf({ title: "Operator hacked", paragraphs: [text, "End."] }), everyone);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
