import type { EventType, Reading, Story } from "../domain.ts";
import type { Rating } from "./rate-severity.ts";

const WHAT: Readonly<Record<EventType, string>> = {
  intrusion: "the victim of an intrusion",
  "data-breach": "the victim of a data breach",
  ransomware: "the victim of ransomware",
  outage: "hit by an outage",
  vulnerability: "exposed by a weakness",
  arrest: "the victim in a case with arrests",
  policy: "the victim in a case that authorities take up",
  business: "concerned",
  other: "concerned",
};

/** Why the message came, in words and with the rule's name: "a watched carrier is the victim of an intrusion (rule carriers+intrusion)". */
export function explainRule(story: Story, read: Reading, rating: Rating, us: string | undefined): string {
  return `${wordsFor(story, read, us)} (rule ${rating.rule})`;
}

function wordsFor(story: Story, { findings }: Reading, us: string | undefined): string {
  const victims = story.carriers.filter((one) => one.role === "victim");
  const what = WHAT[findings.event.type];
  const ours = story.carriers.find((one) => one.id === us);
  if (us !== undefined && ours?.role === "victim")
    return `we are ${what}${victims.length > 1 ? `, with ${victims.length - 1} more` : ""}`;
  const named = ours === undefined ? "" : "; we are named too";
  if (victims.length > 0) {
    const whose = us === undefined ? "watched carrier" : "peer carrier";
    const many = victims.length > 1;
    return `${many ? `${victims.length} ${whose}s are` : `a ${whose} is`} ${many ? what.replace("the victim", "victims") : what}${named}`;
  }
  const actor = story.actors.some((one) => one.role !== "background");
  if (ours !== undefined) return `we are named${actor ? ", with a watched actor" : ""}; no victim is`;
  if (!actor) return "watched carriers are named; none is a victim now";
  return "a watched actor is named; no watched carrier is a victim";
}
