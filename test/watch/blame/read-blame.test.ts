import { describe, expect, it } from "vitest";
import { blameTraits } from "../../../src/watch/blame/blame-traits.ts";
import type { BlameCode } from "../../../src/watch/blame/codes.ts";
import { quoteBlame } from "../../../src/watch/blame/quote-blame.ts";
import { type Blame, readBlame, type SentenceBlame } from "../../../src/watch/blame/read-blame.ts";
import { loadCatalogue } from "../../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../../src/watch/compile-watchlist.ts";
import { settleArticle } from "../../../src/watch/find-mentions.ts";
import { articleOf } from "../articles.ts";

const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });

function blameOf(title: string, ...paragraphs: string[]): Blame {
  const { segments, counted } = settleArticle(articleOf({ title, paragraphs, topic: "security" }), everyone);
  return readBlame({
    segments,
    counted,
    publishedAt: Date.UTC(2025, 5, 15),
    event: { type: "intrusion", why: "" },
  });
}
function sentences(blame: Blame, id: string): readonly SentenceBlame[] {
  const found = blame.get(id);
  if (found === undefined) throw new Error(`expected a case of ${id}, got ${[...blame.keys()].join(", ")}`);
  return found.sentences;
}
function surest(one: SentenceBlame | undefined): BlameCode | undefined {
  const chances = Object.entries(one?.chances ?? {}) as [BlameCode, number][];
  return chances.sort((a, b) => b[1] - a[1])[0]?.[0];
}

describe("readBlame", () => {
  it.each([
    ["Police attribute the intrusion at the operator to Salt Typhoon.", "did"],
    ["Researchers suspect that Salt Typhoon may be behind the intrusion at the operator.", "maybe"],
    ["The gang LockBit has listed the operator on its leak site and claims to hold 4 gigabytes.", "claims"],
    ["In 2019 the same group, Salt Typhoon, had attacked hotels and stolen data of their guests.", "past"],
  ] as const)("reads %j as %s", (text, code) => {
    const id = text.includes("LockBit") ? "lockbit" : "salt-typhoon";
    const read = sentences(
      blameOf("Spies in a mobile network", "Call records were read.", "It lasted a year.", text),
      id,
    );
    expect(surest(read.find((one) => one.named))).toBe(code);
  });

  it("hears doubt in a sentence that does not name the actor", () => {
    const read = sentences(
      blameOf(
        "Gang claims data of an operator",
        "LockBit says that it took files of the operator Telenor. The claim could not be verified, and Telenor denies a breach.",
      ),
      "lockbit",
    );
    const [doubt] = read.filter((one) => one.follows);
    expect(doubt?.named).toBe(false);
    expect(surest(doubt)).toBe("doubts");
  });

  it("keeps the cases of two actors apart", () => {
    const blame = blameOf(
      "Two names, one intrusion",
      "Telenor blames Salt Typhoon for the intrusion. Nothing points to Volt Typhoon. It has other habits.",
    );
    expect(sentences(blame, "salt-typhoon").map((one) => one.follows)).toEqual([false, false, false, false]);
    expect(sentences(blame, "volt-typhoon").map((one) => one.follows)).toEqual([false, false, false, true]);
  });

  it("reads nothing where no actor is named, and no page furniture", () => {
    expect(blameOf("Telenor hacked", "Nobody knows by whom.").size).toBe(0);
    const read = sentences(
      blameOf("Salt Typhoon hacked Telenor", "Read more: LockBit hits a hospital"),
      "salt-typhoon",
    );
    expect(read).toHaveLength(1);
  });
});

describe("quoteBlame", () => {
  const blame = blameOf(
    "Gang claims data of an operator",
    `LockBit says that it took files of the operator Telenor. The claim could not be verified, and Telenor denies ${"once more ".repeat(12)}a breach.`,
  );

  it("gives the sentence that says most for the role, cut at a word", () => {
    const quoted = quoteBlame("lockbit", blame, "suspected");
    expect(quoted).toMatch(/^(?:in doubt|its claim): “(?:Gang|LockBit|The claim) .*”$/);
    expect(quoteBlame("lockbit", blame, "suspected")?.length).toBeLessThan(120);
  });

  it("gives none where no sentence speaks for the role, or nobody is named", () => {
    expect(quoteBlame("lockbit", blame, "background")).toBeUndefined();
    expect(quoteBlame("salt-typhoon", blame, "suspected")).toBeUndefined();
  });
});

describe("blameTraits", () => {
  it("sets an actor against the others of the article", () => {
    const blame = blameOf(
      "Salt Typhoon was behind the intrusion at Telenor, police say",
      "Volt Typhoon attacked ports in 2019.",
    );
    const more = "more than of others they say that it did it";
    expect(blameTraits("salt-typhoon", blame).get(more)).toBeGreaterThan(0);
    expect(blameTraits("volt-typhoon", blame).get(more)).toBeLessThan(0);
    expect(blameTraits("lockbit", blame).size).toBe(0);
  });
});
