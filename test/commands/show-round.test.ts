import { describe, expect, it } from "vitest";
import { showRound } from "../../src/commands/show-round.ts";
import type { PollReport } from "../../src/pipeline/poll-feed.ts";

const report = { feed: { name: "Wire" } } as PollReport;

describe("showRound", () => {
  it("shows a round over many feeds until the last one, and clears the line", () => {
    let text = "";
    const stream = { isTTY: true, write: (part: string) => (text += part) };
    const round = showRound(stream, () => 0);
    round.due(5);
    for (let feed = 0; feed < 5; feed++) round.polled(report);
    expect(text).toContain("5/5 Wire");
    expect(text.endsWith("\r\u001B[K")).toBe(true);
  });

  it("says nothing of a few feeds", () => {
    let text = "";
    const stream = { isTTY: true, write: (part: string) => (text += part) };
    const round = showRound(stream, () => 0);
    round.due(4);
    round.polled(report);
    expect(text).toBe("");
  });
});
