import { describe, expect, it } from "vitest";
import { replyNews } from "../../src/alerts/reply-news.ts";
import { LOCK_SCREEN_CHARS } from "../../src/alerts/write-lock-screen.ts";
import { article, HOUR, NOON, read } from "../stories/read.ts";
import { alertOf, lineOf, replyOf } from "./render.ts";

const BREACH = "Swisscom was breached by hackers who copied the records of 40,000 customers in May.";

describe("the victim's standing", () => {
  it.each([
    ["confirmed by the company", "Swisscom confirmed that intruders had broken into its billing system."],
    ["confirmed by the company", "The operator said on Monday that thieves had downloaded customer records."],
    [
      "confirmed by the company",
      "The operator confirmed on Friday that it had detected an intrusion and had contained it within an hour.",
    ],
    ["denied by the company", "Swisscom denied that its systems had been hacked."],
    ["reported", "Swisscom said that it was investigating a possible breach of its systems."],
    ["denied by the company", "“No Swisscom network or system was breached,” a Swisscom spokesperson wrote."],
    ["reported", "Swisscom said that it was aware of reports alleging that its data had been stolen."],
  ])("is “%s” after: %s", (standing, sentence) => {
    const { message } = alertOf(article("Swisscom breached by hackers", [BREACH, sentence]));
    expect(lineOf(message, "Victim")).toContain(`Swisscom (${standing})`);
  });

  it("keeps a denial of a part beside a confirmation, and makes none of a refusal to pay", () => {
    const status = (sentence: string) =>
      lineOf(
        alertOf(
          article("Swisscom breached by hackers", [
            BREACH,
            "Swisscom confirmed that intruders had broken into its billing system.",
            sentence,
          ]),
        ).message,
        "Status",
      );
    expect(status("Swisscom denied that passwords had leaked, and called such talk false.")).toMatch(
      /^Swisscom confirms (?:and limits )?it, disputes parts/,
    );
    expect(status("Swisscom said that it had not paid and would not negotiate.")).not.toContain("disputes");
  });

  it("is not settled by the line that says why the message came", () => {
    const words = (sentence: string) =>
      lineOf(alertOf(article("Swisscom breached by hackers", [BREACH, sentence])).message, "Why us");
    expect(words("Swisscom denied that its systems had been hacked.")).toMatch(/ is named as the victim /);
    expect(words("Swisscom confirmed that intruders had broken into its billing system.")).toMatch(
      / is the victim /,
    );
  });

  it("rests on who runs the company, and not on its suppliers", () => {
    const victim = (sentence: string) =>
      lineOf(alertOf(article("Swisscom breached by hackers", [BREACH, sentence])).message, "Victim");
    expect(
      victim("Anna Keller, who runs Swisscom, wrote that the loss of service was the result of an attack."),
    ).toContain("confirmed");
    expect(victim("The supplier, a security company in Bern, said that the attack was real.")).toContain(
      "(reported)",
    );
  });

  it("does not take an older disclosure for a confirmation of this event", () => {
    const { message } = alertOf(
      article("Swisscom customer files copied by hackers", [
        BREACH,
        "It happened, Swisscom said, on a server of a supplier, three weeks after the group disclosed an intrusion.",
      ]),
    );
    expect(lineOf(message, "Victim")).toContain("(reported)");
  });

  it("is a claim where only a gang says so, by the gang's name", () => {
    const { message } = alertOf(
      article("Ransomware gang lists Swisscom on its leak site", [
        "Swisscom has appeared on the leak site of RansomHub, a ransomware gang, as the victim of an attack.",
        "RansomHub says that it holds 600 gigabytes of customer data.",
      ]),
    );
    expect(lineOf(message, "Victim")).toBe("Swisscom (claimed by RansomHub)");
    expect(lineOf(message, "Status")).toContain("RansomHub claims it");
    expect(message.text).toContain("only claimed by RansomHub");
  });

  it("makes no claim of a gang out of a report about it", () => {
    const { message } = alertOf(
      article("MuddyWater hackers breached Swisscom, researchers say", [
        "MuddyWater, a group of hackers, breached Swisscom in May, according to a report by Kudelski.",
      ]),
    );
    expect(lineOf(message, "Status")).not.toContain("claims it");
  });
});

describe("names", () => {
  it("shows the name that the text has, with the catalogue's beside it", () => {
    const { message } = alertOf(
      article("Swisscom breached by hackers", [`${BREACH.slice(0, -1)}, the work of UNC2286.`]),
    );
    expect(lineOf(message, "Actor")).toMatch(/^UNC2286 \(Salt Typhoon\)/);
    expect(lineOf(message, "Matched")).toBe("“UNC2286” in paragraph 1; not in the headline or teaser");
  });

  it("spells a name as the article does", () => {
    const { message } = alertOf(article("Mustang Panda hackers breached Swisscom", [BREACH]));
    expect(lineOf(message, "Actor")).toMatch(/^Mustang Panda\b/);
  });

  it("says nothing of a match that the headline shows", () => {
    const { message } = alertOf(article("Swisscom breached by UNC2286 hackers", [BREACH]));
    expect(lineOf(message, "Actor")).toContain("UNC2286 (Salt Typhoon)");
    expect(lineOf(message, "Matched")).toBeUndefined();
  });
});

describe("why us", () => {
  const one = article("Swisscom breached by hackers", [BREACH, "Sunrise said that it was not affected."]);

  it("says that we were hurt before", () => {
    const past = article("Swisscom breached by hackers", [
      BREACH,
      "Sunrise was breached by hackers in 2019.",
    ]);
    expect(lineOf(alertOf(past, "sunrise").message, "Why us")).toContain("we are named as an earlier victim");
  });

  it.each([
    ["Norlight, a supplier of billing software to Telia, was entered too.", /a supplier of ours is named/],
    ["Telia's hosting contractor Norlight was entered too.", /a supplier of ours is named/],
    ["Norlight was entered too; its customers include Telia.", /a supplier of ours is named/],
    ["Telia said that it was not affected.", /we are named too/],
  ])("tells that a supplier is hit only where the text calls it ours: %j", (text, words) => {
    const told = article("Swisscom breached by hackers", [BREACH, text]);
    expect(lineOf(alertOf(told, "telia").message, "Why us")).toMatch(words);
  });

  it.each([
    [undefined, /^a watched carrier is named as the victim of .+ \(rule carriers\+/],
    ["swisscom", /^we are named as the victim of .+ \(rule us\+/],
    ["telia", /^a peer carrier is named as the victim of .+ \(rule carriers\+/],
  ])("is a sentence for us = %s", (us, words) => {
    expect(lineOf(alertOf(one, us).message, "Why us")).toMatch(words);
  });
});

describe("quotes", () => {
  it("leave out a sentence that only repeats the headline", () => {
    const repeats = "Swisscom was breached by state hackers in a long espionage campaign.";
    const { message } = alertOf(
      article("Swisscom breached by state hackers in espionage campaign", [
        repeats,
        "The intruders read the call records of 40,000 customers from March to May.",
        "“We have no evidence that customer data was sold,” the company said.",
      ]),
    );
    const texts = message.quotes.map((quote) => quote.text);
    expect(texts).not.toContain(repeats);
    expect(texts.join()).toContain("40,000 customers");
  });

  it("leave out what a feed's software adds under a teaser", () => {
    const { message } = alertOf(
      article("Swisscom breached by hackers", [
        BREACH,
        "The post Swisscom breached by hackers appeared first on Paper.",
      ]),
    );
    expect(message.quotes.map((quote) => quote.text)).toEqual([BREACH]);
  });

  it("are at most three, the victim's word among them with its speaker", () => {
    const { message } = alertOf(
      article("Swisscom breached by hackers", [
        BREACH,
        "The hackers stole 12 gigabytes of call records between 3 and 9 May.",
        "Some 900 bank account numbers of customers were taken on 11 May.",
        "It said that payment data of its customers had not been touched.",
      ]),
    );
    expect(message.quotes.length).toBeLessThanOrEqual(3);
    expect(message.quotes.map((quote) => quote.speaker)).not.toContain("unnamed sources");
  });
});

describe("the lock screen", () => {
  it("holds severity, headline and the hedge within its limit, however long the headline", () => {
    const { message } = alertOf(
      article(
        `Swisscom breached by hackers who ${"copied the records of many customers and ".repeat(6)}left`,
        [BREACH, "Swisscom denied that its systems had been hacked."],
      ),
    );
    expect(message.text.length).toBeLessThanOrEqual(LOCK_SCREEN_CHARS);
    expect(message.text).toMatch(/^\[urgent\] Swisscom breached by .+… · Swisscom denies it$/);
  });

  it("does not tell twice what the headline says", () => {
    const { message } = alertOf(
      article("Swisscom confirms breach by hackers", [
        BREACH,
        "Swisscom confirmed that intruders had broken into its billing system.",
      ]),
    );
    expect(message.text).toBe("[urgent] Swisscom confirms breach by hackers");
  });
});

describe("replies", () => {
  const first = article(
    "Swisscom breached by hackers",
    [BREACH, "“We have no evidence that customer data was sold,” a Swisscom spokesperson told Reuters."],
    { outlet: "First" },
  );
  const followUp = (title: string, paragraphs: readonly string[]) =>
    replyOf(first, article(title, paragraphs, { outlet: "Second", publishedAt: NOON + HOUR }));

  it("lead with a victim's change of word", () => {
    const reply = followUp("More on the Swisscom breach", [
      "Swisscom confirmed on Tuesday that intruders had broken into its billing system.",
    ]);
    expect(reply.headline).toMatch(/^\+ Second: Swisscom confirms it · now 2 outlets/);
    expect(lineOf(reply, "Swisscom confirms it")).toContain("had broken into its billing system");
  });

  it("lead with the report's own headline where no name or standing changed", () => {
    const reply = followUp("Lawmakers want answers about the Swisscom breach", [
      "The breach of Swisscom touched 55,000 customers, a committee of parliament was told.",
    ]);
    expect(reply.headline).toMatch(/^\+ Second: Lawmakers want answers about the Swisscom breach · now/);
  });

  it("do not call it news that a company that confirmed plays it down", () => {
    const confirmed = article(
      "Swisscom breached by hackers",
      [BREACH, "Swisscom confirmed that intruders had broken into its billing system."],
      { outlet: "First" },
    );
    const reply = replyOf(
      confirmed,
      article(
        "What Swisscom customers should know about the breach",
        ["The breach of Swisscom did not reach payment data, Swisscom said; no passwords were taken."],
        { outlet: "Second", publishedAt: NOON + HOUR },
      ),
    );
    expect(reply.headline).toMatch(/^\+ Second: What Swisscom customers should know/);
  });

  it("name an actor once for all its victims, and a gang by its own claim", () => {
    const one = article("State hackers breached Swiss carriers", [
      "Hackers breached Swiss carriers in May and copied call records, the authorities said of Swisscom and others.",
    ]);
    const many = replyOf(
      one,
      article(
        "MuddyWater breached Swisscom and Sunrise",
        ["MuddyWater, a group of hackers, breached Swisscom and Sunrise in May and copied call records."],
        { outlet: "Second", publishedAt: NOON + HOUR },
      ),
    );
    expect(lineOf(many, "New")).toMatch(/^MuddyWater named for (?:Swisscom, Sunrise|Sunrise, Swisscom) \(/);
    expect(lineOf(many, "New")).not.toContain("named as");
    const claim = followUp("RansomHub claims Swisscom breach", [
      "RansomHub has claimed responsibility for the breach of Swisscom by hackers in May.",
    ]);
    expect(claim.headline).toContain("RansomHub named for Swisscom, by its own claim");
  });

  it("do not count an outlet twice", () => {
    const again = article(
      "Swisscom breach: customers told",
      ["The breach of Swisscom touched 55,000 customers."],
      {
        outlet: "First",
        publishedAt: NOON + HOUR,
      },
    );
    expect(replyOf(first, again).headline).toMatch(/ · still 1 outlet, /);
  });

  it("say once that the victim's word is missing, with the word itself", () => {
    const reply = followUp("The Swisscom breach in numbers", [
      "The breach of Swisscom by hackers touched 55,000 customers in May.",
    ]);
    const carrying = reply.lines.filter((one) => /Swisscom’s|no evidence that customer data/.test(one.text));
    expect(carrying).toHaveLength(1);
    expect(carrying[0]?.text).toContain("“We have no evidence that customer data was sold,”");
    expect(carrying[0]?.text).toMatch(/\(First\)$/);
  });

  it("give no line to numbers and plain words that tell nothing", () => {
    const reply = followUp("The Swisscom breach a week on", [
      "Swisscom, hacked in May, has 21 days to reset passwords; in 2020 another case took 45 days.",
      "The breach touched no call records, and the hackers did not reach wiretap systems.",
    ]);
    for (const { text } of reply.lines) {
      expect(text).not.toMatch(/^(?:21 days|45 days|2020)/);
      expect(text).not.toMatch(/mentions .*(?:call records|wiretap systems|passwords)/);
    }
  });

  it("do not bring an old word of the victim beside a new one", () => {
    const reply = followUp("Swisscom again plays the breach down", [
      "The breach of Swisscom by hackers is contained, and “no passwords of customers were affected,” Swisscom said.",
    ]);
    const own = reply.lines.filter((one) => /^(?:Swisscom|Not here)/.test(one.label));
    expect(own).toHaveLength(1);
    expect(own[0]?.text).toContain("no passwords of customers were affected");
  });

  it("keep numbers that count something", () => {
    const numbers = [
      "21 days",
      "40- hour",
      "2020 personal",
      "85 percent",
      "45 each day",
      "18,000 workstations over the weekend",
      "$370,000",
    ];
    const news = { added: [{ label: "Numbers", text: numbers.join(" · ") }], differs: [], missing: [] };
    expect(replyNews(news, read(first)).numbers).toBe("18,000 workstations · $370,000");
  });

  it("give many speakers a plural verb, and only a victim “limits it”", () => {
    const reply = followUp("Regulators on the Swisscom breach", [
      "The breach of Swisscom by hackers is serious, Ofcom and BAKOM said.",
      "Kudelski researchers said that there was no sign that the Swisscom hackers reached passwords.",
    ]);
    for (const { label } of reply.lines) {
      expect(label).not.toMatch(/ and .* (?:says|denies|claims|limits it)$/);
      if (/limits it$/.test(label)) expect(label).toMatch(/^Swisscom/);
    }
  });
});
