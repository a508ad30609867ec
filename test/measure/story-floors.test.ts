import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLabelled } from "../../src/measure/read-labelled.ts";
import { replayLabelled } from "../../src/measure/replay-labelled.ts";
import { type StoryScore, scoreStories } from "../../src/measure/score-stories.ts";

const DATA = join(import.meta.dirname, "../../../shared/data");
const PRESENT = existsSync(join(DATA, "corpus/dev.jsonl"));

function score(file: string): StoryScore {
  return scoreStories(replayLabelled(readLabelled(join(DATA, file))));
}

if (!PRESENT) console.warn(`story floors: ${DATA} is absent, nothing is measured here`);
describe.runIf(PRESENT)("the labelled sets", () => {
  it("keep the floors of whole articles", () => {
    const corpus = score("corpus/dev.jsonl");
    expect(corpus.storyPairs.f1).toBeGreaterThanOrEqual(0.95);
    expect(corpus.oneAlert.share).toBeGreaterThanOrEqual(0.9);
    expect(corpus.alertDecision.f1).toBeGreaterThanOrEqual(0.95);
    expect(corpus.origins.share).toBeGreaterThanOrEqual(0.88);
    expect(corpus.statements.share).toBeGreaterThanOrEqual(0.87);
    expect(corpus.summaryFacts.share).toBeGreaterThan(corpus.firstTwoParagraphs.share);
    expect(corpus.alertSummaryFacts.share).toBeGreaterThan(corpus.alertFirstTwoParagraphs.share);
  });

  it("keep the floors of teasers, with the same thresholds", () => {
    const stream = score("stream/labelled.jsonl");
    expect(stream.storyPairs.f1).toBeGreaterThanOrEqual(0.88);
    expect(stream.oneAlert.share).toBeGreaterThanOrEqual(0.9);
    expect(stream.largestStory).toBeLessThanOrEqual(15);
  });
});
