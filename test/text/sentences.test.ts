import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/text/sentences.ts";

describe("splitSentences", () => {
  it.each([
    ["The U.S. Treasury named Northcell Inc. in its filing. Nobody answered.", 2],
    ["AT&T Inc. said 6.4 million lines were hit. The U.S. is looking.", 2],
    ["Shares of Northcell Inc. The firm fell.", 2],
    ["Dr. A. Weiss spoke at 8 a.m. on Monday. He left.", 2],
    ['"Too late." That was all she said.', 2],
    ["“We are sorry.” Then silence. “Really?” he asked.", 3],
    ["1. Check your statements every week. You have eight weeks.", 2],
    ["See fig. 3 and no. 7 for more.", 1],
    ["It ended… Then it began again! Did it? Yes.", 4],
    ["The attack hit the U.K. Officials said so.", 1],
    ["It was worth $2.5 million. The price fell by 0.70 percent.", 2],
  ])("cuts %j into %i", (text, count) => {
    expect(splitSentences(text).map((one) => one.text)).toHaveLength(count);
  });

  it("gives offsets that cut the sentence out of the text", () => {
    const text = "  First one.  “Second, at Mr. Bo’s.” Third\n\nFourth";
    const found = splitSentences(text);
    expect(found.map((one) => text.slice(one.start, one.end))).toEqual(found.map((one) => one.text));
    expect(found).toHaveLength(4);
  });

  it("cuts a long text in linear time", () => {
    const text = "A. ".repeat(50_000);
    const start = performance.now();
    splitSentences(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
