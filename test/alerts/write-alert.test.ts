import { describe, expect, it } from "vitest";
import type { Message } from "../../src/domain-delivery.ts";
import { article, HOUR, NOON } from "../stories/read.ts";
import { alertOf, lineOf, replyOf } from "./render.ts";

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
  const { message } = alertOf(FIRST, "sunrise");

  it("says that a victim is only reported as long as the company owns up to nothing", () => {
    expect(lineOf(message, "Victim")).toMatch(/^Swisscom \(reported\)/);
    expect(lineOf(message, "Status")).toContain("Swisscom limits it");
  });

  it("ties no actor to a carrier that no sentence ties it to", () => {
    expect(lineOf(message, "Actor") ?? "").not.toMatch(/MuddyWater for Swisscom/);
  });

  it("does not make a confirmation of an authority that is only aware of a report", () => {
    expect(lineOf(message, "Status")).not.toMatch(/centre/i);
  });

  it("shows the victim's word in full; a speaker whom the sentence names is not said twice", () => {
    expect(message.quotes).toContainEqual({
      text: "“We have no evidence that customer data was taken,” a Swisscom spokesperson told Reuters.",
      speaker: undefined,
      paragraph: 2,
    });
  });

  it("repeats no headline among the sentences, and shows neighbouring ones one by one", () => {
    const { message: alert } = alertOf(
      article("Intruders copied 41,000 Sunrise contracts with dates of birth", [
        "Sunrise said that intruders copied 41,000 contracts in May. They held names, addresses and dates of birth.",
        "The weather in Zurich stayed fine throughout the week.",
      ]),
    );
    expect(alert.quotes.map((one) => one.text).slice(0, 2)).toEqual([
      "Sunrise said that intruders copied 41,000 contracts in May.",
      "They held names, addresses and dates of birth.",
    ]);
    expect(alert.quotes.map((one) => one.text)).not.toContain(alert.headline);
  });

  it("shows no sentence that the victim's word beside it says again", () => {
    const { message } = alertOf(
      article(
        "KPN breached by spies who read call records, officials say",
        [
          "Spies were inside KPN for five weeks and read call records of 4,000 customers, two officials said on Monday.",
          "They came in through a router that had not been mended since May.",
          "\u201cWe have no evidence that data of customers was taken from our systems,\u201d KPN said in a statement on Monday.",
        ],
        { summary: "The operator sees no evidence that data of customers was taken." },
      ),
    );
    const shown = quoted(message).filter((text) => text.includes("no evidence"));
    expect(shown).toEqual([
      "\u201cWe have no evidence that data of customers was taken from our systems,\u201d KPN said in a statement on Monday.",
    ]);
  });

  it("is short, names its rule, outlets, origins and story, and always has a text for the lock screen", () => {
    expect(message.lines.length + message.quotes.length).toBeLessThanOrEqual(12);
    expect(lineOf(message, "Why us")).toMatch(/rule carriers\+/);
    expect(message.footer).toMatch(/^1 outlet · .*S-0007 · first seen 12:00Z$/);
    expect(message.text).toBe(
      "[urgent] Swisscom breached by state hackers, sources say · reported; Swisscom limits it",
    );
  });
});

describe("writeReply", () => {
  it("carries the new tie with its hedge and outlet, and keeps the victim's word", () => {
    const reply = replyOf(FIRST, SECOND);
    expect(reply.headline).toMatch(/^\+ Second: MuddyWater named for Swisscom, “reportedly” · now 2 outlets/);
    expect(reply.text).toMatch(/^\+ Second: MuddyWater named for Swisscom, “reportedly”/);
    expect(lineOf(reply, "New")).toContain("MuddyWater named for Swisscom (“reportedly”, Second)");
    expect(lineOf(reply, "New")).toContain("wiretap systems");
    expect(reply.lines.map((one) => one.text).join("\n")).toContain(
      "We have no evidence that customer data was taken",
    );
  });

  it("leads with the victim's word when it comes second", () => {
    const reply = replyOf(SECOND, { ...FIRST, publishedAt: NOON + 2 * HOUR });
    expect(reply.lines[0]?.label).toBe("Swisscom limits it");
  });

  it("shows only sentences that stand in an article", () => {
    const texts = [FIRST, SECOND].flatMap((one) => [one.title, one.summary, ...one.paragraphs]).join("\n");
    for (const message of [
      alertOf(FIRST, "sunrise").message,
      alertOf(SECOND, "sunrise").message,
      replyOf(FIRST, SECOND),
      replyOf(SECOND, FIRST),
    ])
      for (const sentence of quoted(message)) expect(texts).toContain(sentence);
  });
});
