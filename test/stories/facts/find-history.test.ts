import { describe, expect, it } from "vitest";
import { article, read } from "../read.ts";

function rows(...paragraphs: string[]): string[] {
  const { history } = read(article("Telenor breached by hackers", paragraphs)).account;
  return history.map((row) => `${row.when}${row.resolved ? " resolved" : ""} ${row.entities.join("+")}`);
}

const NOW = "Telenor was breached on Monday by hackers who stole records of customers.";

describe("findHistory", () => {
  it.each([
    ["In 2022 hackers stole 40,000 records from Telenor.", ["2022 telenor"]],
    [
      "It is the third breach: one in May 2029 exposed 20,000 customers and another in late 2027 exposed 400.",
      ["2029 telenor", "2027 telenor"],
    ],
    ["Telenor lost customer records in an earlier breach two years ago.", ["2029 resolved telenor"]],
    ["Last year Telenor was fined for a leak.", ["2030 resolved telenor"]],
    ["Last month a separate incident at Telenor exposed mail.", ["2031-02 resolved telenor"]],
  ])("makes timeline rows of %j", (text, expected) => {
    expect(rows(NOW, text)).toEqual(expected);
  });

  it.each([
    ["Telenor said hackers had breached it last week."],
    ["The hackers first entered Telenor two years ago, investigators say."],
    ["Telenor has sold telephones since 1994 and expects growth by 2035."],
  ])("takes the event itself, or none, for no row: %j", (text) => {
    expect(rows(NOW, text)).toEqual([]);
  });
});
