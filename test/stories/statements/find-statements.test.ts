import { describe, expect, it } from "vitest";
import { hearArticle } from "../../../src/stories/statements/find-statements.ts";
import { article, read } from "../read.ts";

function statements(...paragraphs: string[]): string[] {
  return read(article("Swisscom looks into an intrusion", paragraphs))
    .account.statements.filter((one) => one.paragraph > 1)
    .map((one) => `${one.speaker} ${one.stance}`);
}
const FACT = "Intruders were found in systems of Swisscom.";

describe("findStatements", () => {
  it.each([
    ["The energy regulator ELKO said that a case had been opened.", ["ELKO confirms"]],
    ["Sapo, the data protection authority, said that a case had been opened.", ["Sapo confirms"]],
    ["Bern's foreign ministry spokesman denied it.", ["Bern's foreign ministry denies"]],
    ["The chancellor's office said that a case had been opened.", ["chancellor's office confirms"]],
    ["The ministry of digital affairs had said so before.", ["ministry of digital affairs confirms"]],
  ])("knows an authority by how it is introduced: %j", (text, expected) => {
    expect(statements(FACT, text)).toEqual(expected);
  });

  it.each([
    ["Swisscom would not confirm which supplier was hit.", "no-comment"],
    ["Swisscom would not be drawn on the sum.", "no-comment"],
    ["Swisscom said nothing about a ransom.", "no-comment"],
    ["Swisscom says nothing of value was taken.", "limits"],
    ["Swisscom referred all questions to its lawyers.", "no-comment"],
    ["Swisscom said that no core router was breached.", "denies"],
    ["Swisscom insisted that nobody had read any mail.", "denies"],
    ["Swisscom said that it would not negotiate with extortionists.", "denies"],
    ["Swisscom said that no passwords were compromised.", "limits"],
    ["Swisscom said that only a handful of customers had been affected.", "limits"],
    ["Nor did Swisscom say who was behind it.", "no-comment"],
    ["Whether mail was read, Swisscom leaves open.", "no-comment"],
  ])("reads the stance of %j", (text, stance) => {
    expect(statements(FACT, text)).toEqual([`Swisscom ${stance}`]);
  });

  it.each([
    [
      "E-mails sent to Swisscom and to Norlight went unanswered.",
      ["Swisscom no-comment", "Norlight no-comment"],
    ],
    ["Norlight could not be reached.", ["Norlight no-comment"]],
    ["Engineers sent mails to Swisscom that went missing.", []],
  ])("reads silence without a verb of speech: %j", (text, expected) => {
    expect(statements(FACT, text)).toEqual(expected);
  });

  it("lets nobody speak who is only wanted to be told", () => {
    const said = statements(
      FACT,
      "Swisscom mends the lines. An expert who wanted it told spoke with a blogger first.",
    );
    expect(said.filter((one) => one.startsWith("Swisscom"))).toEqual([]);
  });

  it("gives a person's words to the organisation that the paragraph is about", () => {
    expect(
      statements(
        FACT,
        "Norlight, a Basel laboratory, looked at the tool. Its analyst Ida Moe believes that it is old.",
        "Kestrel will mend the lines. Jon Vik, its chief executive, said that it takes a week.",
      ),
    ).toEqual(["Norlight claims", "Kestrel confirms"]);
  });

  it("does not take a company of another trade for the one that was hit", () => {
    expect(statements(FACT, "The shipping company denies any wrongdoing.")).toEqual([
      "shipping company denies",
    ]);
  });

  it("takes the gang that a sentence names first for the gang", () => {
    expect(
      statements(
        FACT,
        "The sample stands on the leak site of Qilin, an heir of Hive. The gang says that it has mail.",
      ),
    ).toEqual(["Qilin claims"]);
  });

  it("gives a long quotation to the one who signs it, not to the last speaker", () => {
    expect(
      statements(
        FACT,
        "Norlight said that the tool is new. “We found it in May. It is gone now,” the Alpine operator said.",
      ),
    ).toEqual(["Norlight claims", "Swisscom confirms", "Swisscom confirms"]);
  });

  it.each([
    ["Orange and Telia said that they had seen no attack.", ["Orange denies", "Telia denies"]],
    ["Orange will buy lines of Telia, the two companies said.", ["Orange confirms", "Telia confirms"]],
    ["Orange and Telia offered to sell spare lines.", []],
  ])("hears each of two carriers: %j", (text, expected) => {
    expect(statements(FACT, text)).toEqual(expected);
  });

  it.each([
    ["The cause was a cable, some employees said.", ["unnamed employees claims"]],
    ["Several Nordic analysts have suggested that it was a test.", ["Nordic analysts claims"]],
    ["Port engineers were calm. It would take weeks, one of them said.", ["Port engineers claims"]],
    ["The flaw is old, researchers say.", []],
    ["Police in Lugano believe that it was a test.", ["police in Lugano claims"]],
    ["Ida Moe of the SBU said that it was a test.", ["SBU confirms"]],
    ["“It was a test,” network director Jon Vik said.", ["Swisscom confirms"]],
    ["“It was a test,” said network director Jon Vik.", ["Swisscom confirms"]],
    ["A Russia-nexus said that it was a test.", []],
  ])("names people as far as the text does: %j", (text, expected) => {
    expect(statements(FACT, text)).toEqual(expected);
  });

  it.each([
    ["Qilin listed the firm on Monday and threatened to publish mail.", ["Qilin claims"]],
    ["Swisscom owns a bank in Zug and holds shares in Telia.", []],
    [
      "Moe, Swisscom's security chief, thanked the army and added that every key was changed.",
      ["Swisscom confirms"],
    ],
    [
      "The date stands in a report from Norlight Labs. It says that the tool is old.",
      ["Norlight Labs claims"],
    ],
    ["Was it an attack? No, according to Swisscom.", ["Swisscom denies"]],
  ])("follows the subject through the sentence: %j", (text, expected) => {
    expect(statements(FACT, text)).toEqual(expected);
  });

  it("lets she be the one who signed the quotation just before", () => {
    expect(
      statements(
        FACT,
        "Qilin said that it has mail.",
        "“We were hit. We have not paid,” chief executive Petra Lang said. It is too early, she added, to say more.",
      ),
    ).toEqual(["Qilin claims", "Swisscom confirms", "Swisscom denies", "Swisscom limits"]);
  });

  it.each([
    ["“It is over,” said a spokeswoman, who asked for patience.", ["Swisscom confirms"]],
    ["It was too easy, says a lawyer in Lugano who represents users.", ["unnamed lawyer claims"]],
    ["“Nothing is lost,” according to a spokesman.", ["Swisscom limits"]],
    ["So says Norlight.", ["Norlight claims"]],
    ["The band, Norlight said, works for a state.", ["Norlight claims"]],
  ])("hears who stands behind the verb or between: %j", (text, expected) => {
    expect(statements(FACT, text).filter((one) => expected.includes(one))).toEqual(expected);
  });

  it.each([
    ["Norlight, which counts, sorts and sells logs, believes that the tool is old.", "Norlight"],
    ["Norlight has since mended the page, warns of copies, and calls the tool old.", "Norlight"],
    ["Norlight has meanwhile quietly claimed that the tool is old.", "Norlight"],
    ["Norlight put out a note, adding that the tool is old.", "Norlight"],
    ["Norlight ascertained that the tool is old.", "Norlight"],
    ["Researchers at the Basel laboratory Norlight believe that the tool is old.", "Norlight"],
    ["An engineer whose employer runs such boxes told us that the tool is old.", "unnamed engineer"],
    ["Two people who have read the memo say that the tool is old.", "unnamed sources"],
    ["The Federal Bureau of Investigation believes that the tool is old.", "FBI"],
    ["At the time the letter said that the tool was old.", "Swisscom"],
    ["In Geneva, the ministry of home affairs said that the tool is old.", "ministry of home affairs"],
  ])("finds the speaker of %j", (text, speaker) => {
    const found = read(article("Swisscom looks into an intrusion", [FACT, text])).account.statements;
    expect(new Set(found.filter((one) => one.paragraph === 2).map((one) => one.speaker))).toEqual(
      new Set([speaker]),
    );
  });

  it.each([
    ["Staff were shown the page on Geneva offers at noon."],
    ["Swisscom was among those said to be hit."],
    ["With it, thieves opened the files."],
    ["The page answers to anybody."],
  ])("hears nobody in %j", (text) => {
    expect(statements(FACT, text)).toEqual([]);
  });

  it("hears each of three carriers, and as bystanders who deny", () => {
    expect(statements(FACT, "Orange, Telia and Telenor said that their networks were fine.")).toEqual([
      "Orange denies",
      "Telia denies",
      "Telenor denies",
    ]);
  });

  it("gives the words of a seller to his nickname, and they and he after it", () => {
    expect(
      statements(
        FACT,
        "The data is offered by a seller named Rexo. The seller says that mail is in it.",
        "The sellers ask for gold. They say that it is a bargain.",
      ),
    ).toEqual(["Rexo claims", "Rexo claims", "Rexo claims"]);
  });

  it("takes the French group for a company although a gang was named", () => {
    const found = statements(
      FACT,
      "Qilin claimed an attack on Orange. The French group says that it is looking.",
    );
    expect(found).not.toContain("Qilin confirms");
    expect(found.filter((one) => one.startsWith("Qilin"))).toEqual(["Qilin claims"]);
  });

  it("goes on with a company that spoke in the sentence before", () => {
    expect(
      statements(
        FACT,
        "Swisscom confirmed that intruders had copied names. There is no sign that passwords were taken.",
      ),
    ).toEqual(["Swisscom confirms", "Swisscom limits"]);
  });

  it("lets a report of business stand for what the company announced", () => {
    const found = read(
      article("Telia buys a rival in merger", [
        "Telia will acquire the mobile business of a rival for 2 billion euros, a merger that adds revenue and subscribers.",
        "Shares rose by a percent.",
      ]),
    );
    expect(found.findings.event.type).toBe("business");
    expect(found.account.statements.map((one) => `${one.speaker} ${one.stance}`)).toEqual(["Telia confirms"]);
  });

  it.each([
    ["The cantonal court annulled the fine of three million francs on Thursday.", "cantonal court"],
    [
      "Norlight assigns the tool to a contractor in Chengdu and describes the evidence as strong.",
      "Norlight",
    ],
  ])("hears who does something, whatever the verb, and tells it as no statement: %j", (text, speaker) => {
    const {
      article: whole,
      findings,
      account,
    } = read(article("Swisscom looks into an intrusion", [FACT, text]));
    expect(hearArticle(whole, findings).heard).toContainEqual(
      expect.objectContaining({ speaker, how: "acts", text }),
    );
    expect(account.statements.filter((one) => one.paragraph > 1)).toEqual([]);
  });

  it("lets nobody deny without a word for it", () => {
    expect(statements(FACT, "Orange will buy lines of Telia, Orange said.")).toEqual(["Orange confirms"]);
  });
});
