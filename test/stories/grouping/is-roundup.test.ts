import { describe, expect, it } from "vitest";
import { isRoundup } from "../../../src/stories/grouping/is-roundup.ts";
import { article } from "../read.ts";

describe("isRoundup", () => {
  it.each([
    "Weekly Recap: router botnet, forged certificates and more",
    "In other news: a carrier's portal, a router botnet",
    "The week in telecom security",
    "Mast Bulletin: SIM farms, roaming fraud, fake towers",
    "Daily threat briefing, 4 March",
    "Top 10 breaches of the year",
  ])("knows the column %j", (title) => {
    expect(isRoundup(article(title, []))).toBe(true);
  });

  it.each([
    "Hackers read daily call records of an operator's customers",
    "Newsletter platform of a carrier breached",
    "Two men arrested over SIM swaps — Mast Daily",
    "Operator spent a week in the dark after an attack",
    "A top 5 carrier confirms a breach",
  ])("takes %j for the one event that it is", (title) => {
    expect(isRoundup(article(title, []))).toBe(false);
  });
});
