import { describe, expect, it } from "vitest";
import { assignStory } from "../../../src/stories/grouping/assign-story.ts";
import { article, DAY, group, HOUR, NOON, read } from "../read.ts";

const BREACH = [
  "Proximus said on Tuesday that hackers had copied personal data of 830,000 customers from a sales portal.",
  "The Belgian operator found the intrusion on Sunday and switched the portal off. Passwords were not taken, a spokesperson said.",
  "The privacy regulator in Brussels was told on Monday.",
];
const BREACH_AGAIN = [
  "Names and phone numbers of some 830,000 Proximus subscribers are in the hands of hackers, the operator has admitted.",
  "The Belgian company says the intruders came through a sales portal used by dealers, which is now offline.",
];
const CABLE = [
  "About 40,000 Proximus customers around Namur lost internet service on Wednesday after an excavator cut a fibre cable.",
  "Crews spliced the cable by the evening. The operator said the damage was accidental and had nothing to do with the data theft.",
];

describe("assignStory", () => {
  const first = article("Proximus admits theft of data on 830,000 customers", BREACH, { outlet: "One" });
  const second = article("Dealers' portal let intruders at Proximus customer records", BREACH_AGAIN, {
    outlet: "Two",
    publishedAt: NOON + 5 * HOUR,
  });

  it("puts two reports of one event together in either order", () => {
    expect(group([first, second]).ids).toEqual(["S-1", "S-1"]);
    expect(group([second, first]).ids).toEqual(["S-1", "S-1"]);
  });

  it("puts reports together seconds and five days apart, and a follow-up after nine", () => {
    expect(group([first, { ...second, publishedAt: NOON + 1000 }]).ids).toEqual(["S-1", "S-1"]);
    expect(group([first, { ...second, publishedAt: NOON + 5 * DAY }]).ids).toEqual(["S-1", "S-1"]);
    expect(group([first, { ...second, publishedAt: NOON + 9 * DAY }]).ids).toEqual(["S-1", "S-1"]);
    expect(group([first, { ...second, publishedAt: NOON + 40 * DAY }]).ids).toEqual(["S-1", "S-2"]);
  });

  it("keeps a cable cut apart from a theft at the same company in the same week, in either order", () => {
    const cable = article("Excavator leaves Proximus customers offline near Namur", CABLE, {
      publishedAt: NOON + DAY,
    });
    expect(group([first, second, cable]).ids).toEqual(["S-1", "S-1", "S-2"]);
    expect(group([cable, first, second]).ids).toEqual(["S-1", "S-2", "S-2"]);
  });

  it("keeps one actor's two victims of one week apart and calls the stories related", () => {
    const elisa = article("MuddyWater hackers breached Elisa, Finnish officials say", [
      "Hackers of the group MuddyWater breached mail servers of Elisa in Helsinki, Finnish officials said on Monday.",
      "The intruders used a stolen password of a contractor and read the mail of twelve managers.",
    ]);
    const zain = article(
      "Zain billing systems hit by MuddyWater",
      [
        "The group MuddyWater broke into billing systems of Zain in Kuwait and planted a backdoor, researchers at Norlight said.",
        "Call records of roaming customers were copied over several nights in February.",
      ],
      { publishedAt: NOON + 2 * DAY },
    );
    const { ids, stories } = group([elisa, zain]);
    expect(ids).toEqual(["S-1", "S-2"]);
    expect(stories.find((story) => story.id === "S-2")?.related).toEqual(["S-1"]);
  });

  it("is not drawn together by an official statement that both articles quote", () => {
    const quote =
      "“We have identified that hostile actors have compromised networks at multiple telecommunications companies to enable the theft of call records, the compromise of private communications of a limited number of individuals, and the copying of information subject to court orders,” the FBI and CISA said.";
    const telus = article("Telus was entered through a forgotten router", [
      "Telus found intruders on an edge router in Calgary that nobody had maintained since a merger.",
      quote,
      "The Canadian operator replaced the device and says that four engineers' accounts were misused.",
    ]);
    const mtn = article(
      "MTN finds spyware on mediation servers in Lagos",
      [
        "MTN took three mediation servers in Lagos off the network after spyware was found on them.",
        quote,
        "The Nigerian regulator has asked the group for a report by Friday.",
      ],
      { publishedAt: NOON + HOUR },
    );
    expect(group([telus, mtn]).ids).toEqual(["S-1", "S-2"]);
  });

  it("keeps two operators' thefts apart, though short reports tell both in the same words", () => {
    const denied = article("Swisscom denies that hackers stole data of 3 million customers", [
      "Swisscom on Monday denied a claim by a hacker that data of three million of its customers had been stolen.",
    ]);
    const other = article("Telenor says hackers stole data", [
      "Telenor said hackers stole data of 10,000 customers.",
    ]);
    expect(group([denied, other]).ids).toEqual(["S-1", "S-2"]);
  });

  it("leaves a roundup of several events alone", () => {
    const roundup = article(
      "In other news: Proximus theft, Zain backdoor, router botnet, and 4 more stories",
      ["Proximus lost data of 830,000 customers through a sales portal.", "MuddyWater broke into Zain."],
    );
    expect(group([first, roundup]).ids).toEqual(["S-1", "alone"]);
  });

  it("never joins the parts of a series by their equal titles", () => {
    const series = (cve: string, product: string, at: number) =>
      article("Agency Adds One Known Exploited Vulnerability to Catalog", [], {
        outlet: "Agency",
        publishedAt: at,
        summary: `The agency has added one new vulnerability to its catalog, based on evidence of active exploitation. ${cve} ${product} Vulnerability. These types of vulnerabilities are frequent attack vectors for malicious cyber actors.`,
      });
    const { ids } = group([
      series("CVE-2031-1001", "Harrow Gateway Command Injection", NOON),
      series("CVE-2031-2002", "Brightmail Path Traversal", NOON + 2 * DAY),
    ]);
    expect(ids).toEqual(["S-1", "S-2"]);
    const tuesdays = ["March", "April"].map((month, at) =>
      article(
        `Patch Tuesday, ${month} 2031 Edition`,
        [`Fixes for ${at + 60} holes were published in ${month}.`],
        {
          outlet: "Patcher",
          publishedAt: NOON + at * 6 * DAY,
        },
      ),
    );
    expect(group(tuesdays).ids).toEqual(["S-1", "S-2"]);
  });

  it("puts a syndicated copy under another headline into the story", () => {
    const copy = {
      ...first,
      id: "copy",
      url: "https://copy.example/x",
      outlet: "Copy",
      title: "Belgian telco loses client list",
    };
    expect(group([first, copy]).ids).toEqual(["S-1", "S-1"]);
  });

  it("knows its own article again after an edit", () => {
    const edited = { ...first, title: "Proximus: theft hit 830,000 customers (updated)" };
    const { ids, whys } = group([first, edited]);
    expect(ids).toEqual(["S-1", "S-1"]);
    expect(whys[1]).toBe("already in this story");
  });

  it("does not let a chain of neighbours grow into one story", () => {
    const products = [
      "Harrow",
      "Lindqvist",
      "Ostrava",
      "Penfold",
      "Quillon",
      "Ravenna",
      "Sorrel",
      "Tamsin",
      "Umbria",
      "Vexley",
    ];
    const chain = products.map((product, at) =>
      article(`${product} patches critical flaw exploited in attacks`, [], {
        outlet: `Outlet ${at}`,
        publishedAt: NOON + at * 6 * HOUR,
        summary: `A critical vulnerability in ${product} allows attackers to run code without logging in. Customers of ${product} and ${products[at + 1] ?? "others"} should update.`,
      }),
    );
    const { stories } = group(chain);
    expect(Math.max(...stories.map((story) => story.articles.length))).toBeLessThanOrEqual(4);
  });

  it("gives one alert per article when grouping is off", () => {
    const opened = group([first]).stories;
    const apart = assignStory(read(second), opened, { group: false, windowMs: 7 * DAY });
    expect(apart).toMatchObject({ storyId: undefined, alone: false });
  });

  it("says for the nearest stories why the article joined or did not", () => {
    const { stories } = group([first]);
    const { nearest, why } = assignStory(read(second), stories, { group: true, windowMs: 7 * DAY });
    expect(nearest).toHaveLength(1);
    expect(why).toMatch(/same victim proximus .*text likeness|text likeness .*same victim proximus/);
  });
});
