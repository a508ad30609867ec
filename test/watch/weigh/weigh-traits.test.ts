import { describe, expect, it } from "vitest";
import { toWeights, weighTraits } from "../../../src/watch/weigh/weigh-traits.ts";

const weights = toWeights(["victim", "mentioned"] as const, {
  labels: ["mentioned", "victim"],
  bias: [0.5, -0.5],
  traits: { "“rival” right before": [2, -2], "harm after": [-1, 2], "in the headline": [-0.5, 1] },
});

describe("weighTraits", () => {
  it("takes the bias where nothing speaks", () => {
    expect(weighTraits(new Map(), weights)).toMatchObject({ label: "mentioned", because: [] });
  });

  it("takes the label for which the traits speak most, and names the strongest", () => {
    const traits = new Map([
      ["in the headline", 1],
      ["harm after", 1],
      ["a trait that no weight knows", 9],
    ]);
    const verdict = weighTraits(traits, weights);
    expect(verdict.label).toBe("victim");
    expect(verdict.because).toEqual(["harm after", "in the headline"]);
    expect(verdict.share).toBeGreaterThan(0.7);
  });

  it("lets a trait speak by its strength", () => {
    const both = (strength: number) =>
      weighTraits(
        new Map([
          ["harm after", 1],
          ["“rival” right before", strength],
        ]),
        weights,
      ).label;
    expect([both(0.1), both(1)]).toEqual(["victim", "mentioned"]);
  });
});

describe("toWeights", () => {
  it("refuses a label that the code does not know", () => {
    expect(() => toWeights(["victim"], { labels: ["culprit"], bias: [0], traits: {} })).toThrow(
      "got culprit",
    );
  });
});
