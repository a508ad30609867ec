import { describe, expect, it } from "vitest";
import { article, read } from "../read.ts";

describe("isSuffered", () => {
  it.each([
    "Swisscom accused of hiding a breach",
    "Swisscom ordered to pay 40 million francs over breach",
    "Swisscom told to replace 90,000 cards",
    "Swisscom criticised for slow answer",
    "Mail of customers was read, Swisscom blamed",
    "Mail of customers was read, Salt Typhoon blamed",
  ])("lets nobody speak in a headline that tells what was done to them: %j", (title) => {
    const { statements } = read(article(title, ["Ministers met in Bern on Friday."])).account;
    expect(statements).toEqual([]);
  });

  it.each([
    ["Swisscom told customers to replace 90,000 cards", "Swisscom"],
    ["Swisscom warns of fraud after breach", "Swisscom"],
  ])("still hears who speaks: %j", (title, speaker) => {
    const { statements } = read(article(title, ["Ministers met in Bern on Friday."])).account;
    expect(statements.map((one) => one.speaker)).toContain(speaker);
  });
});
