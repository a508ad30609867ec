import { describe, expect, it } from "vitest";
import { createPace } from "../../src/pipeline/pace-channel.ts";

const OPTIONS = { everyMs: 1_000, burst: 5, lateEveryMs: 300 };

/** How many messages of a long queue go in each of the next seconds. */
function sentPerSecond(
  pace: ReturnType<typeof createPace>,
  from: number,
  seconds: number,
  late: boolean,
): number[] {
  return Array.from({ length: seconds }, (_, second) => {
    let sent = 0;
    for (let now = from + second * 1_000; now < from + (second + 1) * 1_000; now += 50) {
      while (pace.freeAt("#a", now) <= now) {
        pace.take("#a", now, late);
        sent += 1;
      }
    }
    return sent;
  });
}

describe("createPace", () => {
  it("lets a few go at once after a quiet time and then one a second", () => {
    expect(sentPerSecond(createPace(OPTIONS), 10_000, 4, false)).toEqual([5, 1, 1, 1]);
  });

  it("lets messages that have waited for long go faster, until Slack objects", () => {
    const pace = createPace(OPTIONS);
    sentPerSecond(pace, 10_000, 3, false);
    const hurried = sentPerSecond(pace, 13_000, 3, true);
    expect(Math.min(...hurried)).toBeGreaterThanOrEqual(3);
    pace.block("#a", 17_000);
    expect(sentPerSecond(pace, 16_000, 5, true)).toEqual([0, 1, 1, 1, 1]);
    expect(Math.min(...sentPerSecond(pace, 78_000, 3, true))).toBeGreaterThanOrEqual(3);
  });

  it("holds one channel back and not another", () => {
    const pace = createPace(OPTIONS);
    pace.block("#a", 20_000);
    expect(pace.freeAt("#a", 10_000)).toBe(20_000);
    expect(pace.freeAt("#b", 10_000)).toBeLessThanOrEqual(10_000);
  });
});
