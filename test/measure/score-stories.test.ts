import { describe, expect, it } from "vitest";
import { sameVoice } from "../../src/measure/score-stories.ts";
import { article, read } from "../stories/read.ts";

const nobody = { read: read(article("Rain over the harbour", ["Nothing else happened."])) };

describe("a voice that was found", () => {
  it.each([
    ["Northcell", "Northcell Business"],
    ["the Harbour Police of Bern", "Harbour Police"],
    ["Northcell's press office", "Northcell"],
    ["Anna-Maria Berg", "Maria Berg"],
  ])("is the labelled one where one name holds the other: %s, %s", (found, gold) => {
    expect(sameVoice(found, gold, nobody)).toBe(true);
  });

  it.each([
    ["G", "Virgin Harbour"],
    ["Cell", "Northcell"],
    ["US", "Austria"],
    ["Nor", "Norlight"],
  ])("is another where a name only stands inside a longer word: %s, %s", (found, gold) => {
    expect(sameVoice(found, gold, nobody)).toBe(false);
    expect(sameVoice(gold, found, nobody)).toBe(false);
  });
});
