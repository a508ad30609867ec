import { describe, expect, it } from "vitest";
import { checkConfig } from "../../src/config/load-config.ts";
import { sayGaps } from "../../src/config/say-gaps.ts";

const FEED = 'feeds: [{ name: Daily Wire, url: "https://news.example/feed" }]';
const ROUTE = 'routes: [{ channel: "#telecom", when: { carriers: any } }]';

function gapsOf(...lines: readonly string[]): string[] {
  const { config } = checkConfig(lines.join("\n"));
  if (config === undefined) throw new Error("expected a configuration without mistakes");
  return sayGaps(config);
}

describe("sayGaps", () => {
  it("says nothing of a configuration with a feed and a route", () => {
    expect(gapsOf(FEED, ROUTE)).toEqual([]);
  });

  it("says that nothing is posted without a route, or polled without a feed", () => {
    expect(gapsOf(FEED)).toEqual([expect.stringContaining("no route, so nothing is posted")]);
    expect(gapsOf(ROUTE)).toEqual([expect.stringContaining("no feed, so nothing is polled")]);
  });
});
