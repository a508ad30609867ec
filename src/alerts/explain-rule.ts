import type { CarrierRole, EventType, Reading, Story } from "../domain.ts";
import { standingOf } from "./company-word.ts";
import type { Rating } from "./rate-severity.ts";

const WHAT: Readonly<Record<EventType, string>> = {
  intrusion: "of an intrusion",
  "data-breach": "of a data breach",
  ransomware: "of ransomware",
  outage: "of an outage",
  vulnerability: "of a weakness",
  arrest: "in a case with arrests",
  policy: "in a case that authorities take up",
  business: "of an event",
  other: "of an event",
};

const OURS: Readonly<Record<CarrierRole, string>> = {
  victim: "we are a victim too",
  "past-victim": "we are named as an earlier victim",
  source: "we are quoted on it",
  mentioned: "we are named too",
};

const BY_SUPPLIER = "a supplier of ours is named";
const SUPPLIER =
  "(?:suppliers?|vendors?|contractors?|subcontractors?|service providers?|equipment makers?|resellers?)";
const SUPPLIES =
  "(?:suppl(?:y|ies)|serves?|hosts?|maintains?|used by|customers include|clients include|whose customers|whose clients)";

/** Whether the text calls somebody in it a supplier of ours. */
function tellsOfSupplier(names: readonly string[], { article }: Reading): boolean {
  const text = [article.title, ...article.paragraphs].join("\n");
  return names.some((name) => {
    const us = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(
      `\\b${SUPPLIER} (?:of|to|for|used by|that serves) [^.\\n]{0,60}?${us}(?!\\p{L})|(?<!\\p{L})${us}[’']s? (?:[\\p{L}-]+ ){0,3}?${SUPPLIER}\\b|\\b${SUPPLIES} [^.\\n]{0,60}?${us}(?!\\p{L})`,
      "u",
    ).test(text);
  });
}

/** Why the message came, in words and with the rule's name: "a watched carrier is named as the victim of an intrusion (rule carriers+intrusion)". */
export function explainRule(story: Story, read: Reading, rating: Rating, us: string | undefined): string {
  return `${wordsFor(story, read, us)} (rule ${rating.rule})`;
}

function wordsFor(story: Story, read: Reading, us: string | undefined): string {
  const { findings } = read;
  const victims = story.carriers.filter((one) => one.role === "victim");
  const ours = story.carriers.find((one) => one.id === us);
  const isOurs = ours?.role === "victim";
  const supplied = ours !== undefined && tellsOfSupplier([ours.name, ...ours.matched], read);
  // Who confirmed nothing is only named: the line must not settle what the report leaves open.
  const judged = isOurs ? [ours] : victims;
  const sure = judged.every((one) => standingOf(story, one.name) === "confirmed by the company");
  const as = sure ? "" : "named as ";
  const what = WHAT[findings.event.type];
  if (isOurs) {
    const beside = victims.length > 1 ? `, with ${victims.length - 1} more` : "";
    return `we are ${as}the victim ${what}${beside}`;
  }
  if (victims.length > 0) {
    const whose = us === undefined ? "watched carrier" : "peer carrier";
    const named = ours === undefined ? "" : `; ${supplied ? BY_SUPPLIER : OURS[ours.role]}`;
    return victims.length > 1
      ? `${victims.length} ${whose}s are ${as}victims ${what}${named}`
      : `a ${whose} is ${as}the victim ${what}${named}`;
  }
  const actor = story.actors.some((one) => one.role !== "background");
  if (supplied) return `${BY_SUPPLIER}; no watched carrier is a victim`;
  if (ours !== undefined) return `we are named${actor ? ", with a watched actor" : ""}; no victim is`;
  return actor
    ? "a watched actor is named; no watched carrier is a victim"
    : "watched carriers are named; none is a victim now";
}
