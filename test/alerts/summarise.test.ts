import { describe, expect, it } from "vitest";
import { SUMMARY_CHARS, summarise } from "../../src/alerts/summarise.ts";
import type { Article } from "../../src/domain.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { article, read } from "../stories/read.ts";

function summaryOf(one: Article): string[] {
  const { findings, account } = read(one);
  return summarise(one, findings, account).map((quote) => quote.text);
}

const THEFT = article(
  "A quiet week ends loudly for Telia",
  [
    "It was raining in Stockholm when the doors opened.",
    "Telia confirmed that data of 310,000 customers was stolen from a billing server. It said that passwords and card numbers were not taken.",
    "“Nobody likes Mondays,” a passer-by told us, and went on her way.",
    "Someone went to the window and looked at the street for a long time.",
    "The company's cafeteria reopens next week.",
  ],
  { summary: "The operator has asked the police for help. What happens next?" },
);

describe("summarise", () => {
  it("takes the sentences that tell what happened, not the first ones", () => {
    const [text] = [summaryOf(THEFT).join(" ")];
    expect(text).toContain(
      "Telia confirmed that data of 310,000 customers was stolen from a billing server.",
    );
    expect(text).toContain("It said that passwords and card numbers were not taken.");
    expect(text).not.toMatch(/raining|window|What happens next/);
  });

  it("lets a sentence that points back stand behind its neighbour in one passage, as printed", () => {
    expect(summaryOf(THEFT)).toContain(THEFT.paragraphs[1]);
  });

  it("gives at most three sentences beside the headline, within its length, in the order of the article", () => {
    const long = article(
      "Telia intrusion",
      Array.from(
        { length: 12 },
        (_, at) =>
          `Sentence ${at} says that hackers copied ${at + 3},000 records of Telia customers. City number ${at} is hit.`,
      ),
    );
    const { findings, account } = read(long);
    const summary = summarise(long, findings, account);
    const texts = summary.map((one) => one.text);
    expect(texts.length).toBeLessThanOrEqual(4);
    expect(texts.join(" ").length).toBeLessThanOrEqual(SUMMARY_CHARS);
    const sentences = texts.filter((text) => text !== long.title).flatMap((text) => splitSentences(text));
    expect(sentences.length).toBeLessThanOrEqual(3);
    for (const one of summary)
      expect([long.title, long.summary, ...long.paragraphs].some((text) => text.includes(one.text))).toBe(
        true,
      );
    const places = summary.map((one) => one.paragraph);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("counts the headline as a passage where it carries what the text does not say shorter", () => {
    const one = article("Ransomware at Telenor: 41,000 contracts stolen, two portals offline since Sunday", [
      "The operator said that work went on.",
      "Customers of Telenor were asked to wait for news of the two portals.",
    ]);
    expect(summaryOf(one)).toContain(one.title);
  });

  it("takes three sentences from three places beside a telling headline", () => {
    const told = [
      "Thieves copied 41,000 contracts of Telenor.",
      "Two portals are offline since 3 May.",
      "Police in Oslo arrested one suspect.",
    ];
    const aside = "It was what it was, and so it is still.";
    const one = article(
      "Ransomware gang demands 900,000 euros from Telenor",
      told.flatMap((text) => [text, aside]),
    );
    expect(summaryOf(one)).toEqual([one.title, ...told]);
  });

  it("says no sentence twice that teaser and text share", () => {
    const sentence = "Orange says that intruders copied 12,000 invoices.";
    const one = article("Orange investigates", [`${sentence} More is not known.`], { summary: sentence });
    expect(
      summaryOf(one)
        .join(" ")
        .match(/12,000 invoices/g),
    ).toHaveLength(1);
  });

  it("leaves out cut-off teasers and the lines that a feed's software adds", () => {
    const one = article("Vodafone outage", [], {
      summary:
        "Vodafone lost 40 masts in Porto on Sunday. The post Vodafone outage appeared first on Mast News. Its engineers were still looking for …",
    });
    expect(summaryOf(one).join(" ")).toBe("Vodafone outage Vodafone lost 40 masts in Porto on Sunday.");
  });

  it("prefers a sentence that stands alone to one that points back at what is not shown", () => {
    const facts = "copied 52,000 customer records of Proximus on 3 May.";
    const one = article("News from Brussels", [
      "Many words about something else were spoken on that day.",
      `They ${facts}`,
      "Others waited for the evening.",
      `Intruders ${facts}`,
    ]);
    expect(summaryOf(one)).toContain(`Intruders ${facts}`);
    expect(summaryOf(one)).not.toContain(`They ${facts}`);
  });

  it.each(["According to them intruders", "None of these", "The older one"])(
    "hears that a sentence which begins with “%s” points back",
    (start) => {
      const facts = "copied 52,000 customer records of Proximus on 3 May.";
      const one = article("News from Brussels", [
        "Many words about something else were spoken on that day.",
        `${start} ${facts}`,
        "Others waited for the evening.",
        `Intruders ${facts}`,
      ]);
      expect(summaryOf(one)).toContain(`Intruders ${facts}`);
      expect(summaryOf(one)).not.toContain(`${start} ${facts}`);
    },
  );

  it("stays quick on a very long article", () => {
    const long = article(
      "KPN",
      Array.from(
        { length: 400 },
        (_, at) => `KPN lost ${at} routers at ${at} sites, said Ann. ${"Word ".repeat(30)}end.`,
      ),
    );
    const { findings, account } = read(long);
    const start = performance.now();
    summarise(long, findings, account);
    // Half a second here when alone; the bound is for a search that has run away.
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
