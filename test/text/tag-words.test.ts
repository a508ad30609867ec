import { describe, expect, it } from "vitest";
import { tagWords } from "../../src/text/tag-words.ts";

describe("tagWords", () => {
  it.each([
    "The firm’s routers weren’t hit, Northcell said.",
    `It said "${" ".repeat(200)}" and  left;\nnothing more\u00a0came … — 1.2m rows, €5, x@y.example #tag 😀`,
    "",
  ])("gives every word its place in %j", (text) => {
    for (const word of tagWords(text))
      expect(text.slice(word.start, word.end).replace(/’/g, "'")).toBe(word.text);
  });

  it("knows verbs, names and ground forms", () => {
    const words = tagWords("Northcell has repaired its routers.");
    expect(words.map((word) => word.pos)).toEqual(["PROPN", "AUX", "VERB", "PRON", "NOUN", "PUNCT"]);
    expect(words.map((word) => word.lemma)).toEqual(["northcell", "have", "repair", "its", "router", "."]);
  });
});
