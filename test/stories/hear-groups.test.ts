import { describe, expect, it } from "vitest";
import { article, read } from "./read.ts";

function claims(...paragraphs: string[]): string[] {
  const { account } = read(article("Ransomware gang lists Finnish operator Elisa", paragraphs));
  return account.statements.filter((one) => one.stance === "claims").map((one) => one.speaker);
}

describe("hearGroups", () => {
  it("takes a line on a leak site for the group's claim", () => {
    expect(claims("On Monday RansomHub listed the Finnish operator Elisa on its site.")).toEqual([
      "RansomHub",
    ]);
  });

  it("takes an entry by a group for its claim", () => {
    expect(
      claims("The entry, by the ransomware crew RansomHub, speaks of 300 gigabytes from Elisa."),
    ).toEqual(["RansomHub"]);
  });

  it("lets a group that a firm lists claim nothing", () => {
    expect(
      claims(
        "RansomHub broke into Elisa last week. A security firm lists RansomHub, which others track as GOLD, and its tools.",
      ),
    ).toEqual([]);
  });
});
