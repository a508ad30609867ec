import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../../src/watch/compile-watchlist.ts";
import { settleArticle } from "../../../src/watch/find-mentions.ts";
import { claimTraits } from "../../../src/watch/weigh/claim-traits.ts";
import { articleOf } from "../articles.ts";

const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });

function traitsOf(...paragraphs: readonly string[]): string[] {
  const article = articleOf({ title: "Telenor hacked", paragraphs, topic: "security" });
  const { counted } = settleArticle(article, everyone);
  return claimTraits(counted.filter((one) => one.name.kind === "actor")).map(([trait]) => trait);
}

describe("claimTraits", () => {
  it("hears how sure those are who name a group", () => {
    expect(traitsOf("Analysts have no doubt that Salt Typhoon did it.")).toEqual(["said surely"]);
    expect(traitsOf("With moderate confidence, analysts name Salt Typhoon.")).toEqual(["said unsurely"]);
  });

  it("hears in the next sentences what victim and reporter say of a claim", () => {
    const claim = "LockBit put the operator on its page.";
    expect(traitsOf(`${claim} The files are forged, Telenor says.`)).toEqual(["doubted beside it"]);
    expect(traitsOf(`${claim} Three customers checked the sample.`)).toEqual(["checked beside it"]);
    expect(traitsOf(`Telenor admitted the theft. ${claim}`)).toEqual(["confirmed beside it"]);
  });

  it("hears nothing from other paragraphs, and nothing where no group is named", () => {
    expect(traitsOf("LockBit named the operator.", "The files are forged.")).toEqual([]);
    expect(traitsOf("The files of Telenor are forged.")).toEqual([]);
  });
});
