import { describe, expect, it } from "vitest";
import { rateSeverity } from "../../src/alerts/rate-severity.ts";
import { SUMMARY_CHARS, summarise } from "../../src/alerts/summarise.ts";
import { writeAlert } from "../../src/alerts/write-alert.ts";
import { writeReply } from "../../src/alerts/write-reply.ts";
import type { Article } from "../../src/domain.ts";
import type { Message } from "../../src/domain-delivery.ts";
import { assignStory } from "../../src/stories/assign-story.ts";
import { findNews } from "../../src/stories/find-news.ts";
import { growStory } from "../../src/stories/grow-story.ts";
import { article, DAY, HOUR, NOON, read } from "../stories/read.ts";

const OPTIONS = { group: true, windowMs: 7 * DAY } as const;
const FIRST = article(
  "Swisscom breached by state hackers, sources say",
  [
    "Swisscom was breached by hackers who read call records of several thousand customers, people familiar with the matter said.",
    "“We have no evidence that customer data was taken,” a Swisscom spokesperson told Reuters.",
    "Sunrise had been breached by the group MuddyWater in January.",
    "The national cyber security centre said that it was aware of the report.",
  ],
  { outlet: "First" },
);
const SECOND = article(
  "More on the Swisscom intrusion",
  [
    "The breach of Swisscom was reportedly the work of MuddyWater, who also reached wiretap systems of the Swiss operator.",
    "Call records of several thousand customers were read.",
  ],
  { outlet: "Second", publishedAt: NOON + HOUR },
);

function open(one: Article) {
  const reading = read(one);
  const story = growStory(undefined, "S-0007", reading, assignStory(reading, [], OPTIONS), "urgent");
  const message = writeAlert({
    story,
    read: reading,
    rating: rateSeverity(reading.findings, { us: undefined }),
    summary: summarise(one, reading.findings, reading.account),
    us: "sunrise",
  });
  return { reading, story, message };
}

function follow(first: Article, second: Article): Message {
  const { story } = open(first);
  const reading = read(second);
  const grown = growStory(story, story.id, reading, assignStory(reading, [story], OPTIONS), "urgent");
  return writeReply({ before: story, story: grown, read: reading, news: findNews(story, reading) });
}

function line(message: Message, label: string): string | undefined {
  return message.lines.find((one) => one.label.startsWith(label))?.text;
}

/** Every sentence in quotation marks or among the quotes must stand in an article. */
function quoted(message: Message): string[] {
  return [
    ...message.quotes.map((one) => one.text),
    ...message.lines.flatMap((one) =>
      /^[“"]/.test(one.text) && one.text.length > 60 ? [one.text.replace(/^“(?=[A-Z][^”]*”$)|”$/g, "")] : [],
    ),
  ];
}

describe("writeAlert", () => {
  const { message } = open(FIRST);

  it("says that a victim is only reported as long as the company owns up to nothing", () => {
    expect(line(message, "Victim")).toMatch(/^Swisscom \(reported\)/);
    expect(line(message, "Status")).toContain("Swisscom limits it");
  });

  it("ties no actor to a carrier that no sentence ties it to", () => {
    expect(line(message, "Actor") ?? "").not.toMatch(/MuddyWater for Swisscom/);
  });

  it("does not make a confirmation of an authority that is only aware of a report", () => {
    expect(line(message, "Status")).not.toMatch(/centre/i);
  });

  it("shows the victim's word in full, with the speaker", () => {
    expect(message.quotes).toContainEqual({
      text: "“We have no evidence that customer data was taken,” a Swisscom spokesperson told Reuters.",
      speaker: "Swisscom to Reuters",
      paragraph: 2,
    });
  });

  it("is short, names its rule, outlets, origins and story, and always has a text for the lock screen", () => {
    expect(message.lines.length + message.quotes.length).toBeLessThanOrEqual(12);
    expect(line(message, "Why us")).toMatch(/rule carriers\+/);
    expect(message.footer).toMatch(/^1 outlet · .*S-0007 · first seen 12:00Z$/);
    expect(message.text).toBe("[urgent] Swisscom breached by state hackers, sources say");
  });
});

describe("writeReply", () => {
  it("carries the new tie with its hedge and outlet, and keeps the victim's word", () => {
    const reply = follow(FIRST, SECOND);
    expect(reply.headline).toContain("+ Second · same event · now 2 outlets");
    expect(line(reply, "New")).toContain("MuddyWater named for Swisscom (“reportedly”, Second)");
    expect(line(reply, "New")).toContain("wiretap systems");
    expect(reply.lines.map((one) => one.text).join("\n")).toContain(
      "We have no evidence that customer data was taken",
    );
  });

  it("leads with the victim's word when it comes second", () => {
    const reply = follow(SECOND, { ...FIRST, publishedAt: NOON + 2 * HOUR });
    expect(reply.lines[0]?.label).toBe("Swisscom limits it");
  });

  it("shows only sentences that stand in an article", () => {
    const texts = [FIRST, SECOND].flatMap((one) => [one.title, one.summary, ...one.paragraphs]).join("\n");
    for (const message of [
      open(FIRST).message,
      open(SECOND).message,
      follow(FIRST, SECOND),
      follow(SECOND, FIRST),
    ])
      for (const sentence of quoted(message)) expect(texts).toContain(sentence);
  });
});

describe("summarise", () => {
  it("gives at most three sentences as printed, within its length, in the order of the article", () => {
    const long = article(
      "Telia intrusion",
      Array.from(
        { length: 12 },
        (_, at) =>
          `Sentence ${at} says that hackers copied ${at + 3},000 records of Telia customers in city number ${at}.`,
      ),
    );
    const { findings, account } = read(long);
    const summary = summarise(long, findings, account);
    expect(summary.length).toBeLessThanOrEqual(3);
    expect(summary.map((one) => one.text).join(" ").length).toBeLessThanOrEqual(SUMMARY_CHARS);
    for (const one of summary) expect(long.paragraphs[one.paragraph - 1]).toBe(one.text);
    expect(summary.map((one) => one.paragraph)).toEqual(
      summary.map((one) => one.paragraph).toSorted((a, b) => a - b),
    );
  });
});
