import { describe, expect, it } from "vitest";
import { isOfficial } from "../../src/lookup/official.ts";
import { speaksFor } from "../../src/lookup/speaks-for.ts";

describe("speaksFor", () => {
  it.each([
    "T-Mobile US",
    "T-Mobile",
    "t-mobile",
    "T-Mobile spokesperson",
    "T-Mobile’s chief executive",
    "T-Mobile, a spokeswoman",
  ])("takes %j for the company", (speaker) => {
    expect(speaksFor(speaker, ["T-Mobile US", "T-Mobile"])).toBe(true);
  });
  it.each(["T-Mobile Polska", "T-Mobile customers", "Orange", "", "FBI and CISA"])(
    "does not take %j for the company",
    (speaker) => {
      expect(speaksFor(speaker, ["T-Mobile US", "T-Mobile"])).toBe(false);
    },
  );
});

describe("isOfficial", () => {
  it.each([
    "FBI and CISA",
    "the Ministry of Digital Affairs",
    "US agencies",
    "Ofcom",
    "Prosecutors",
    "Two US senators",
  ])("knows %j as a public body", (speaker) => {
    expect(isOfficial(speaker)).toBe(true);
  });
  it.each([
    "Two officials",
    "sources close to the agency",
    "people familiar with the government's work",
    "Mandiant",
    "T-Mobile US",
  ])("does not know %j as one", (speaker) => {
    expect(isOfficial(speaker)).toBe(false);
  });
});
