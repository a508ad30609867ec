import { describe, expect, it } from "vitest";
import type { Reading, Statement } from "../../../src/domain.ts";
import { findNews } from "../../../src/stories/news/find-news.ts";
import { growStory } from "../../../src/stories/news/grow-story.ts";
import { article, HOUR, NOON, newsOf, read } from "../read.ts";

const FIRST = article("Telenor reports theft of customer records", [
  "Telenor said on Tuesday that intruders had copied records of 1.2 million customers from a billing server in Oslo.",
  "“We have no evidence that passwords were taken,” a Telenor spokesperson told Reuters.",
]);

describe("findNews", () => {
  it("gives numbers with what they count, asset words and statements that the story did not have", () => {
    const later = article(
      "Telenor intruders reached lawful intercept servers",
      [
        "The hackers at Telenor also reached wiretap systems, the Norwegian security authority said on Wednesday.",
        "They used 14 servers in three countries and had been inside since May 2030.",
      ],
      { outlet: "Second", publishedAt: NOON + HOUR },
    );
    const { added } = newsOf(FIRST, later);
    const all = added.map((line) => `${line.label}: ${line.text}`).join("\n");
    expect(all).toContain("Numbers: 14 servers");
    expect(all).toContain("wiretap systems");
    expect(all).toContain("since May 2030");
    expect(all).toMatch(/authority/);
  });

  it("shows a number that differs as differing and not as new", () => {
    const later = article("Telenor theft larger than thought", [
      "Records of 1.9 million customers were copied from a billing server of Telenor, the operator said.",
    ]);
    const { added, differs } = newsOf(FIRST, later);
    expect(differs.map((line) => line.text)).toEqual([
      "1.9 million customers here; 1.2 million customers before",
    ]);
    expect(added.filter((line) => line.label === "Numbers")).toEqual([]);
  });

  it.each([
    ["claims", "confirms", 0],
    ["confirms", "claims", 0],
    ["confirms", "denies", 1],
  ] as const)(
    "takes what one report lets somebody %s and the next %s for %i new statements",
    (was, is, news) => {
      const say = (stance: Statement["stance"], text: string): Reading => {
        const whole = read(
          article("Telenor looks into an intrusion", ["Telenor was entered by hackers.", text]),
        );
        const statements = [{ speaker: "Nkom", stance, text, paragraph: 2 }];
        return { ...whole, account: { ...whole.account, statements } };
      };
      const story = growStory(
        undefined,
        "S-1",
        say(was, "Nkom said that hackers had entered networks of several Norwegian operators."),
        { storyId: undefined, alone: false, why: "", nearest: [], related: [] },
        "notice",
      );
      const again = say(is, "Last week Nkom said that hackers had entered networks of several operators.");
      const told = findNews(story, again).added.filter((line) => line.label.startsWith("Nkom"));
      expect(told).toHaveLength(news);
    },
  );

  it("finds nothing new in a copy", () => {
    const copy = { ...FIRST, id: "copy", outlet: "Copy", title: "Norwegian telco loses records" };
    expect(newsOf(FIRST, copy)).toEqual({ added: [], differs: [], missing: [] });
  });

  it("says that the victim's word is missing from a later report", () => {
    const later = article("Records of Telenor customers for sale", [
      "Somebody offers records of Telenor customers for 3 bitcoin, researchers at Norlight said.",
    ]);
    expect(newsOf(FIRST, later).missing).toEqual(["Telenor’s statement"]);
  });

  it("has no news of an edit unless a name or the victim's word changed", () => {
    const edited = { ...FIRST, paragraphs: [...FIRST.paragraphs, "Some 77,000 routers were checked."] };
    expect(newsOf(FIRST, edited).added).toEqual([]);
    const denial = {
      ...FIRST,
      paragraphs: [...FIRST.paragraphs, "Telenor denied that the breach had touched its core network."],
    };
    expect(newsOf(FIRST, denial).added).toEqual([
      { label: "Telenor denies", text: "Telenor denied that the breach had touched its core network." },
    ]);
  });

  it("keeps two lengths of stay apart by what each is about", () => {
    const first = article("Telenor was spied on", [
      "The hackers had kept access to networks of several operators for months or longer, according to people familiar with the matter.",
    ]);
    const second = article("Spies at Telenor", [
      "The intruders stayed inside Telenor for two weeks without detection.",
    ]);
    expect(newsOf(first, second).differs.map((line) => line.text)).toEqual([
      "“for two weeks” (Telenor) here; “for months or longer” (no company named in the sentence) in Paper",
    ]);
  });

  it("gives names, roles and dates that the story did not have", () => {
    const later = article(
      "MuddyWater blamed for theft at Telenor",
      [
        "MuddyWater entered the billing server of Telenor on 14 January, the operator said.",
        "MuddyWater also breached a mail server of Telia, the Swedish operator confirmed.",
      ],
      { outlet: "Second", publishedAt: NOON + HOUR },
    );
    const lines = newsOf(FIRST, later).added.map((line) => `${line.label}: ${line.text}`);
    expect(lines).toEqual(
      expect.arrayContaining([
        "New: MuddyWater named for Telenor (says Second)",
        "New: Telia named as a victim",
        "Dates: 14 January",
      ]),
    );
    expect(lines.filter((line) => line.startsWith("Numbers"))).toEqual([]);
  });

  it.each([
    ["two million customers", ["two million customers here; 1.2 million customers before"]],
    ["300,000 subscribers", ["300,000 subscribers here; 1.2 million customers before"]],
    ["more than one million customers", []],
    ["about 1.3 million customers", []],
    ["1,200,000 customers", []],
    ["1.23 million customers", []],
    ["more than 1.5 million customers", ["1.5 million customers here; 1.2 million customers before"]],
  ])("compares %s with 1.2 million as a reader would", (count, expected) => {
    const later = article("Telenor theft counted", [
      `Records of ${count} were copied from a billing server of Telenor, the operator said.`,
    ]);
    const { added, differs } = newsOf(FIRST, later);
    expect(differs.map((line) => line.text)).toEqual(expected);
    expect(added.filter((line) => line.label === "Numbers")).toEqual([]);
  });

  it("gives the first length of stay as new", () => {
    const later = article("Thieves sat in Telenor's billing server", [
      "The thieves had remained inside Telenor for six weeks, the operator said.",
    ]);
    expect(newsOf(FIRST, later).added).toContainEqual({ label: "New", text: "for six weeks" });
  });
});
