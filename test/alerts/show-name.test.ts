import { describe, expect, it } from "vitest";
import { showName } from "../../src/alerts/show-name.ts";

describe("showName", () => {
  it.each([
    ["Salt Typhoon", ["Salt-Typhoon", "SALT TYPHOON"], "Salt Typhoon"],
    ["Lapsus$", ["LAPSUS$"], "LAPSUS$"],
    ["Salt Typhoon", ["UNC2286"], "UNC2286 (Salt Typhoon)"],
    ["Free (Iliad)", ["Free"], "Free (Iliad)"],
  ])("shows %j, written %j, as %j", (name, matched, shown) => {
    expect(showName({ name, matched })).toBe(shown);
  });
});
