import type { DemoEntry } from "./demo-entry.ts";

/** What the feeds held before Telwatch first looked: remembered, never posted, though one of them would be an alert. */
export const OLD_ENTRIES: readonly DemoEntry[] = [
  {
    outlet: "carrier-daily",
    slug: "kyivstar-restores-service",
    title: "Kyivstar brings back voice calls after attack on its core network",
    teaser: "Ukraine's largest operator says most subscribers can call again.",
    minutesAgo: 4 * 1440,
    paragraphs: [
      "Kyivstar said most of its subscribers could make calls again, days after attackers wiped servers in its core network.",
      "Engineers rebuilt thousands of virtual machines from backups, and roaming agreements with rivals carried part of the load meanwhile.",
      "The operator promised a month without fees to everyone who lost service, and said the police had opened a case.",
    ],
  },
  {
    outlet: "carrier-daily",
    slug: "tower-sharing-talks",
    title: "Tower companies and operators reopen talks on shared masts",
    teaser: "Rents are the sticking point, again.",
    minutesAgo: 2 * 1440,
    paragraphs: [
      "Tower companies and the operators that rent from them are back at the table over shared masts in rural areas.",
      "Both sides agree that a second mast on the same hill helps nobody; they disagree on who pays for the power line.",
      "A first round of proposals is expected before the end of the quarter, according to two people who were in the room.",
    ],
  },
  {
    outlet: "breach-ledger",
    slug: "patching-calendar",
    title: "A patching calendar for people who also have other work",
    teaser: "Four habits that make the second week of the month bearable.",
    minutesAgo: 3 * 1440,
    paragraphs: [
      "Patching fails less often for want of patches than for want of a calendar that everybody believes in.",
      "The first habit is to name one person each month who may say no, and to write down why when they do.",
      "The second is to restart machines on a schedule, so that a restart is never the thing that nobody dares to do.",
    ],
  },
  {
    outlet: "evening-courier",
    slug: "harbour-market",
    title: "Harbour market moves indoors for the winter",
    teaser: "Fish stalls keep their corner.",
    minutesAgo: 1440,
    paragraphs: [
      "The harbour market moves into the old customs hall this weekend and stays there until March.",
      "Fish stalls keep their corner by the north door, where the drains are.",
      "Parking is free for the first hour, the town said.",
    ],
  },
];
