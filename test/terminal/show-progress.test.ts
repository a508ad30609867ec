import { describe, expect, it } from "vitest";
import { showProgress } from "../../src/terminal/show-progress.ts";

function record(isTTY: boolean) {
  const written: string[] = [];
  return { written, stream: { isTTY, write: (text: string) => written.push(text) } };
}

describe("showProgress", () => {
  it("writes nothing where there is no terminal", () => {
    const { written, stream } = record(false);
    const progress = showProgress(stream, "replay", 2, () => 0);
    progress.step(1);
    progress.end();
    expect(written).toEqual([]);
  });

  it("draws at most every tenth of a second, and always the last step", () => {
    const { written, stream } = record(true);
    let at = 0;
    const progress = showProgress(stream, "replay", 1000, () => at++);
    for (let done = 1; done <= 1000; done++) progress.step(done);
    expect(written.length).toBe(11);
    expect(written.at(-1)).toContain("1000/1000");
  });
});
