import { expect, it } from "vitest";
import { sayTrait } from "../../../src/watch/weigh/say-trait.ts";

it.each([
  ["ransomware sign 13 in headline", "ransomware words in the headline"],
  ["doubt in the next sentence", "words of doubt in the next sentence"],
  ["“breach” in headline or teaser", "“breach” in headline or teaser"],
  ["read as victim: an earlier case", "an earlier case"],
  ["“on” in its sentence", undefined],
  ["“§carrier” right before", undefined],
  ["“,” right after", undefined],
  ["sentences that do not name it cast doubt", undefined],
  ["more than of others they say that it did it", undefined],
])("sayTrait › puts “%s” for a reader", (trait, said) => {
  expect(sayTrait(trait)).toBe(said);
});
