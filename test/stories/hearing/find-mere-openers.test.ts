import { describe, expect, it } from "vitest";
import { findMereOpeners } from "../../../src/stories/hearing/find-mere-openers.ts";
import { articleOf } from "../../watch/articles.ts";

/** Which of the words are capital in the text only because a sentence begins with them. */
function openers(text: string, words: readonly string[]): string[] {
  return words.filter(findMereOpeners(articleOf({ title: "A report", paragraphs: text.split("\n") })));
}

describe("findMereOpeners", () => {
  it("knows a common noun and a function word that open a sentence", () => {
    const text = "Restoring the line took a day.\nNor did Swisscom explain. Nobody had noticed.";
    expect(openers(text, ["Restoring", "Nor", "Nobody"])).toEqual(["Restoring", "Nor", "Nobody"]);
  });

  it("takes a word that also stands capital inside a sentence for a name", () => {
    expect(openers("Signal declined to comment.\nUsers of Signal were warned.", ["Signal"])).toEqual([]);
  });

  it("takes a word that the article also writes small for no name", () => {
    expect(openers("Support answered after a day.\nCallers to support waited.", ["Support"])).toEqual([
      "Support",
    ]);
  });

  it("leaves names of several words and names that the tagger knows alone", () => {
    expect(openers("Norlight Labs said so.\nMicrosoft said so too.", ["Norlight Labs", "Microsoft"])).toEqual(
      [],
    );
  });

  it("takes a single letter for no name", () => {
    expect(openers("The 4G network stayed up.", ["G"])).toEqual(["G"]);
  });
});
