import { describe, expect, it } from "vitest";
import { readAccount } from "../../src/stories/read-account.ts";
import { article, read } from "./read.ts";

function statements(...paragraphs: string[]): string[] {
  return read(article("Swisscom looks into an intrusion", paragraphs))
    .account.statements.filter((one) => one.paragraph > 0)
    .map((one) => `${one.speaker} ${one.stance}`);
}

describe("readAccount", () => {
  it.each([
    ["“No customer data was touched,” a Swisscom spokesperson told Reuters.", ["Swisscom limits"]],
    ["Swisscom denied that its core network had been breached.", ["Swisscom denies"]],
    ["Swisscom declined to comment on the size of the ransom.", ["Swisscom no-comment"]],
    ["Swisscom confirmed that attackers had copied invoices.", ["Swisscom confirms"]],
    [
      "Urs Hofer, chief analyst at Norlight, said that the group works for a foreign state.",
      ["Norlight claims"],
    ],
    ["“We saw it coming,” said Anna Berg, an engineer who left in May.", ["Anna Berg claims"]],
    ["The federal police said that a case had been opened.", ["federal police confirms"]],
  ])("reads who says what in %j", (text, expected) => {
    expect(statements("Intruders were found in systems of Swisscom.", text)).toEqual(expected);
  });

  it("gives a bare quotation to whoever spoke last", () => {
    expect(
      statements(
        "“We are looking at it,” a Swisscom spokesperson told Reuters.",
        "“At this time there is no evidence of impacts to customers.”",
      ),
    ).toEqual(["Swisscom confirms", "Swisscom limits"]);
  });

  it("resolves it, the company and a chief executive to the company", () => {
    expect(
      statements(
        "Intruders were found in systems of Swisscom. It said that mail was read.",
        "Chief executive Petra Lang said that no passwords were lost.",
        "The company has not said how they came in.",
      ),
    ).toEqual(["Swisscom confirms", "Swisscom limits", "Swisscom no-comment"]);
  });

  it.each([
    "It is not confirmed that messages were read.",
    "It has not been officially confirmed that messages were read.",
    "The theft was widely reported at the time.",
  ])("credits nobody with a passive: %j", (text) => {
    expect(statements(`Intruders were found in systems of Swisscom. ${text}`)).toEqual([]);
  });

  it("does not take a place for a speaker", () => {
    expect(statements("Shops in Bern reported that card terminals were dead.")).not.toContain("Bern claims");
  });

  it.each([
    [["As first reported by The Brussels Times, Swisscom was hit."], ["The Brussels Times"]],
    [["According to a report by the Financial Times, spies read Swisscom mail."], ["Financial Times"]],
    [["Swisscom said on Friday that mail was read."], ["Swisscom"]],
    [["Norlight's researchers said that the tool is new. It was found at Swisscom."], ["Norlight"]],
    [["BERN (Alpine Wire) - Swisscom said on Friday that mail was read."], ["Alpine Wire", "Swisscom"]],
    [
      ["Swisscom said that mail was read. Two engineers told this newspaper more."],
      ["Swisscom", "unnamed engineers"],
    ],
    [
      ["Swisscom said that mail was read. It told this newspaper that it would not comment further."],
      ["Swisscom"],
    ],
    [["Mail of Swisscom was read, a report by Norlight shows."], ["Norlight"]],
  ])("traces on whom %j rests", (paragraphs, expected) => {
    expect(read(article("Hackers read mail at Swisscom", paragraphs)).account.origins).toEqual(expected);
  });

  it("reads numbers with their unit and what they count, and no dates", () => {
    const { figures } = read(
      article("Swisscom", [
        "On 4 May 2031 thieves took $2.5 million and 6.4 million customer accounts, 30 percent of all, in 2030.",
      ]),
    ).account;
    expect(figures.map((one) => `${one.unit}${one.value} ${one.counts}`.trim())).toEqual([
      "$2500000",
      "6400000 customer accounts",
      "%30",
    ]);
  });

  it("makes a timeline row of each past year and keeps its numbers out of the event's", () => {
    const { history, figures } = read(
      article("Intruders at Swisscom", [
        "Swisscom has had trouble before, including a 2019 breach that exposed 800,000 customers, a 2024 incident at a dealer, and several attacks in 2026 and 2027 on its mail.",
      ]),
    ).account;
    expect(history.map((row) => row.when)).toEqual(["2019", "2024", "2026–2027"]);
    expect(history.every((row) => row.entities.includes("swisscom"))).toBe(true);
    expect(figures).toEqual([]);
  });

  it.each([
    ["capitals", "Aa ".repeat(20_000)],
    ["one endless word", "Aa-".repeat(20_000)],
    ["quotes", "“".repeat(20_000)],
    ["small words", "the of ".repeat(20_000)],
    ["lists", "Foo, bar, ".repeat(10_000)],
    ["saying", "he said ".repeat(8_000)],
    ["numbers", "1,000 ".repeat(20_000)],
    ["years", "in 2019, ".repeat(6_000)],
    ["offices", "Chief executive ".repeat(6_000)],
  ])("reads hostile text in bounded time: %s", (_, text) => {
    const { findings } = read(article("Swisscom was hacked", ["Swisscom said so."]));
    const start = performance.now();
    readAccount(article("Swisscom was hacked", [text, text, `${text}.`]), findings);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
