import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/domain.ts";
import { combineWeights } from "../../../src/stories/grouping/combine-weights.ts";
import { readSigns, type Signs } from "../../../src/stories/grouping/read-signs.ts";
import { growStory } from "../../../src/stories/news/grow-story.ts";
import { article, DAY, group, HOUR, NOON, read, WATCHLIST } from "../read.ts";

const NOTHING = { storyId: undefined, alone: false, why: "", nearest: [], related: [] };

function signsOf(first: Article, second: Article): Signs {
  const story = growStory(undefined, "S-1", read(first), NOTHING, "notice");
  return readSigns(read(second), story, { weights: combineWeights(undefined), parents: WATCHLIST.parents });
}

function teaser(title: string, summary: string, more: Partial<Article> = {}): Article {
  return article(title, [], { summary, ...more });
}

describe("readSigns", () => {
  it("finds the headline of one report in the teaser of the other", () => {
    const found = signsOf(
      teaser("Grimwort loader hides in printer drivers", "Researchers found the loader in Ghent."),
      teaser("Printer drivers carried malware for months", "A loader called Grimwort sat in signed files."),
    );
    expect(found.headlineFound?.value).toBeGreaterThan(0.5);
    expect(found.ownHeadlines).toBeUndefined();
    expect(found.otherHeadlines).toBeUndefined();
  });

  it("takes a people for its country, so that hackers from Russia are Russian hackers", () => {
    const { headlineFound } = signsOf(
      teaser("Russian spies read ministry mail", "The break-in lasted a year."),
      teaser("Espionage: mail of ministry was read from Moscow", "It went on for twelve months."),
    );
    expect(headlineFound?.value).toBeGreaterThan(0.9);
  });

  it("counts the likeness of teasers of one pattern only so far where the headlines share no rare word", () => {
    const flaw = (name: string): Article =>
      teaser(`${name} fixes critical flaw`, `A critical flaw in ${name} lets attackers run code remotely.`);
    const { teaserWords, otherHeadlines, ownHeadlines } = signsOf(flaw("Ostrava"), flaw("Lindqvist"));
    expect(otherHeadlines?.value).toBe(1);
    expect(teaserWords?.value).toBe(0.4);
    expect(ownHeadlines?.value).toBeGreaterThan(2);
  });

  it("knows a company's group", () => {
    const { sameGroup, otherVictims, otherVictimInHeadline } = signsOf(
      article("Kyivstar network is down", ["Hackers broke into Kyivstar on Tuesday and wiped its servers."]),
      article("VEON cannot say what the attack costs", ["Hackers broke into VEON, the group said."]),
    );
    expect(sameGroup?.value).toBe(1);
    expect(otherVictims).toBeUndefined();
    expect(otherVictimInHeadline).toBeUndefined();
  });

  it("holds a victim of its own in each headline against one event, whoever the actor is", () => {
    const { otherVictimInHeadline, sameActor } = signsOf(
      article("Hackers of MuddyWater broke into Elisa", [
        "The Finnish operator Elisa was hacked by MuddyWater, which read its managers' mail.",
      ]),
      article("Hackers of MuddyWater broke into Zain", [
        "The Kuwaiti operator Zain was hacked by MuddyWater, which copied call records.",
      ]),
    );
    expect(sameActor?.value).toBe(1);
    expect(otherVictimInHeadline?.value).toBe(1);
  });

  it("lets days pass for nothing between reports about one carrier", () => {
    const breach = (title: string, at: number): Article =>
      article(title, ["The Finnish operator Elisa was hacked, and customer records were copied."], {
        publishedAt: at,
      });
    const later = breach("Police look into breach of Elisa", NOON + 6 * DAY);
    expect(signsOf(breach("Elisa says it was hacked", NOON), later).daysLater).toBeUndefined();
    const [one, two] = [
      teaser("Grimwort hides in drivers", ""),
      teaser("Grimwort again", "", { publishedAt: later.publishedAt }),
    ];
    expect(signsOf(one, two).daysLater?.value).toBeCloseTo(Math.log(5));
  });
});

describe("assignStory", () => {
  it("joins teasers of one event that share its rare names and little else", () => {
    const { ids } = group([
      teaser("Grimwort worm spreads through PabloPanel servers", "Hosting firms in Peru lost backups.", {
        outlet: "One",
      }),
      teaser("Hosters hit by PabloPanel worm", "Grimwort has wiped the backups of forty companies.", {
        outlet: "Two",
        publishedAt: NOON + HOUR,
      }),
    ]);
    expect(ids).toEqual(["S-1", "S-1"]);
  });

  it("keeps two companies' breaches of one day apart", () => {
    const { ids } = group([
      teaser(
        "Wolverley data breach impacts two million shoppers",
        "The garden chain says that hackers copied names and addresses from its online shop.",
        { outlet: "One" },
      ),
      teaser(
        "Data breach at Castellane affects thousands of patients",
        "The clinic is telling people that hackers copied names and diagnoses from a backup.",
        { outlet: "Two" },
      ),
    ]);
    expect(ids).toEqual(["S-1", "S-2"]);
  });

  it.each([
    ["The fault has nothing to do with last week's theft, Proximus said.", true],
    ["One had nothing to do with the other, Proximus said.", true],
    ["Proximus has nothing to do with its namesake in Texas.", false],
  ])("tells events that are kept apart from companies that are: %j", (text, apart) => {
    const breach = article("Proximus loses customer data", ["Hackers copied data of Proximus customers."]);
    const later = article("Proximus customers offline", ["Proximus customers lost service on Friday.", text]);
    expect(signsOf(breach, later).saysSeparate !== undefined).toBe(apart);
  });
});
