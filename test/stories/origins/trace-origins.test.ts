import { describe, expect, it } from "vitest";
import { article, read } from "../read.ts";

function origins(title: string, ...paragraphs: string[]): readonly string[] {
  return read(article(title, paragraphs)).account.origins;
}

const HURT = "Mail of customers of Swisscom was read by intruders, the operator said on Friday.";

describe("traceOrigins", () => {
  it.each([
    [
      "research that is only told of",
      "Spies in the mail of operators",
      [
        "A paper by the Alpine security firm Norlight describes how mail servers of operators were entered.",
        "It lists nine of them.",
      ],
      ["Norlight"],
    ],
    [
      "a firm by its researchers",
      "Spies in the mail of operators",
      ["Researchers at Norlight watched the group for a year. It reads mail at telephone companies."],
      ["Norlight"],
    ],
    [
      "the company that owns up",
      "Swisscom: mail was read",
      [HURT, "Swisscom confirmed that 400 mailboxes had been opened."],
      ["Swisscom"],
    ],
    [
      "the company and the authority",
      "Swisscom reports intrusion",
      [HURT, "The federal police said that they had opened a case and seized two servers."],
      ["Swisscom", "federal police"],
    ],
    [
      "people without a name beside the company",
      "Swisscom reports intrusion",
      [HURT, "Two employees who asked not to be named said that the intruders had been inside for a year."],
      ["Swisscom", "unnamed employees"],
    ],
    [
      "officials once, named more fully",
      "Swisscom reports intrusion",
      [
        HURT,
        "Two officials who asked not to be named said that mail was read, but the officials would not say whose.",
      ],
      ["Swisscom", "unnamed officials"],
    ],
    [
      "a filing",
      "Swisscom reports intrusion",
      [HURT, "In a filing with the Zurich Stock Exchange it put the cost at 30 million francs."],
      ["Swisscom", "Zurich Stock Exchange filing"],
    ],
    [
      "a magazine that no list knows",
      "Swisscom spied on",
      [
        "Alpenblick magazine broke the news on Friday that mail at Swisscom had been read.",
        "Swisscom declined to comment.",
      ],
      ["Alpenblick"],
    ],
  ])("finds %s", (_, title, paragraphs, expected) => {
    const found = origins(title, ...paragraphs);
    expect(expected.filter((one) => !found.some((name) => name === one))).toEqual([]);
  });

  it("names only the newsroom where the others merely answer its scoop", () => {
    expect(
      origins(
        "Swisscom spied on, report says",
        "Spies have read mail at Swisscom, the Financial Times first reported, citing people familiar with the matter.",
        "A Swisscom spokesperson told Reuters that the company takes security seriously.",
        "The federal police said that it knew of the report.",
      ),
    ).toEqual(["Financial Times"]);
  });

  it("adds the company that owns up after a scoop", () => {
    expect(
      origins(
        "Swisscom admits that spies read mail",
        "Spies have read mail at Swisscom, the Financial Times first reported.",
        "Swisscom confirmed that intruders had been in its mail servers.",
      ),
    ).toEqual(expect.arrayContaining(["Financial Times", "Swisscom"]));
  });

  it("rests on the one who gave an interview, not only on the paper that printed it", () => {
    expect(
      origins(
        "Spies were in mail servers for months, agency says",
        "The federal police said in an interview with Reuters published on Friday that spies had read mail at Swisscom for months.",
        "The federal police said that they had seized two servers.",
      ),
    ).toContain("federal police");
  });

  it("finds a company whose short name begins like a small word", () => {
    expect(
      origins(
        "AT&T: hackers copied call logs",
        "AT&T confirmed on Friday that hackers had copied call logs.",
      ),
    ).toEqual(["AT&T"]);
  });

  it("takes no place, product, passer-by or silent rival for an origin", () => {
    const found = origins(
      "Swisscom reports intrusion",
      HURT,
      "Shops in Bern were closed. Windows was up to date on every server.",
      "Rival Sunrise declined to comment.",
      "“I will write letters,” said a customer at the counter.",
    );
    expect(found).toEqual(["Swisscom"]);
  });

  it("rests on the paper itself where nobody else is heard", () => {
    expect(origins("A walk along the river", "The river is high this year and the bank is soft.")).toEqual([
      "Paper",
    ]);
  });

  it("names at most five", () => {
    const many = ["Alder", "Birch", "Cedar", "Dogwood", "Elder", "Firwood", "Gorse"].map(
      (name) => `A report by the security firm ${name} says that mail servers of Swisscom were entered.`,
    );
    expect(origins("Swisscom reports intrusion", HURT, ...many).length).toBeLessThanOrEqual(5);
  });

  it("takes no place or product that is merely named for an origin", () => {
    const found = origins(
      "Elisa: PUK codes could be read",
      "Elisa said on Monday that PUK codes of customers in Tampere could be read.",
      "The codes unlock a SIM. The hole is closed, Elisa added.",
    );
    expect(found[0]).toBe("Elisa");
    expect(found).not.toContain("PUK");
    expect(found).not.toContain("Tampere");
  });

  it("takes no place of a dateline for a voice, with or without an agency behind it", () => {
    for (const dateline of ["LAUSANNE — ", "LAUSANNE, March 4 (NBP) - ", "Lausanne (NBP) – "])
      expect(
        origins(
          "Mail of customers read",
          `${dateline}Mail of customers was read by intruders. Swisscom said so on Friday.`,
        ),
      ).not.toContainEqual(expect.stringMatching(/lausanne/i));
  });

  it("names people who speak unnamed once", () => {
    const told = origins(
      "Swisscom: mail was read",
      HURT,
      "Two people familiar with the case told this paper that the intruders had been inside since May.",
    );
    expect(told.filter((name) => name.startsWith("unnamed"))).toEqual(["unnamed sources"]);
  });
});
