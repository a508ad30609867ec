import type { Reading, Story } from "../domain.ts";
import type { Message } from "../domain-delivery.ts";
import { standingOf, statusOf } from "./story-status.ts";
import type { AlertInput } from "./write-alert.ts";

const MOST_NAMES = 5;

/** The labelled lines of an alert: Victim, Actor, Status, Why us. */
export function storyLines(input: AlertInput): Message["lines"] {
  const { story, read, rating, us } = input;
  const lines: { label: string; text: string }[] = [];
  const victims = story.carriers.filter((one) => one.role === "victim");
  const earlier = earlierVictims(story);
  if (victims.length > 0) {
    const shown = victims.slice(0, MOST_NAMES).map((one) => `${one.name} (${standingOf(story, one.name)})`);
    lines.push({
      label: "Victim",
      text: [shown.join(", "), ...(earlier === "" ? [] : [`Earlier: ${earlier}`])].join(" · "),
    });
  }
  const actor = actorLine(story);
  if (actor !== undefined) {
    lines.push({ label: "Actor", text: actor });
    const matched = matchedLine(read);
    if (matched !== undefined) lines.push({ label: "Matched", text: matched });
  }
  lines.push({ label: "Status", text: statusOf(story) });
  lines.push({ label: "Why us", text: `${whyUs(story, us)} · rule ${rating.rule}` });
  return lines;
}

/** Carriers hurt before, and those that the text ties an actor to without calling them victims now. */
function earlierVictims(story: Story): string {
  const tied = new Set(story.ties.map((tie) => tie.carrier));
  return story.carriers
    .filter((one) => one.role === "past-victim" || (one.role === "mentioned" && tied.has(one.id)))
    .slice(0, MOST_NAMES)
    .map((one) => one.name)
    .join(", ");
}

/** Ties an actor to a carrier only where a sentence of an article does, with its hedge and outlet. */
function actorLine(story: Story): string | undefined {
  const victims = story.carriers.filter((one) => one.role === "victim");
  const parts: string[] = [];
  for (const actor of story.actors) {
    const ties = story.ties.filter((tie) => tie.actor === actor.id);
    const now = ties.filter((tie) => victims.some((one) => one.id === tie.carrier));
    if (actor.role === "background" && ties.length === 0) continue;
    const tie = now[0];
    if (tie !== undefined && actor.role !== "background") {
      const names = [
        ...new Set(now.map((one) => victims.find((victim) => victim.id === one.carrier)?.name)),
      ].join(", ");
      parts.push(`${actor.name} for ${names} (${tie.hedge ?? actor.role}, ${tie.outlet})`);
    } else if (ties.length > 0 && now.length === 0) {
      const others = nameCarriers(
        story,
        ties.map((one) => one.carrier),
      );
      const for_ = victims.length === 0 ? "" : `not named for ${victims.map((one) => one.name).join(", ")}; `;
      parts.push(`${for_}the article names ${actor.name} for ${others}`);
    } else if (actor.role !== "background") {
      const loose =
        victims.length === 0 ? "" : `; no sentence ties it to ${victims.map((one) => one.name).join(", ")}`;
      parts.push(`${actor.name} (${actor.role}${loose})`);
    }
  }
  return parts.length === 0 ? undefined : parts.slice(0, 3).join(" · ");
}

function nameCarriers(story: Story, ids: readonly string[]): string {
  const names = [...new Set(ids)].map((id) => story.carriers.find((one) => one.id === id)?.name ?? id);
  return names.slice(0, MOST_NAMES).join(", ");
}

/** Which literal names matched and where, so that nobody searches the page for them. */
function matchedLine({ findings }: Reading): string | undefined {
  const shown = findings.actors.filter(
    (one) => one.role !== "background" || findings.ties.some((tie) => tie.actor === one.id),
  );
  const mentions = shown.flatMap((one) => one.mentions);
  if (mentions.length === 0) return undefined;
  const names = [...new Set(mentions.map((one) => one.literal))]
    .slice(0, MOST_NAMES)
    .map((name) => `“${name}”`);
  const furniture = findings.furniture;
  const paragraphs = mentions
    .filter((one) => one.place.field === "text")
    .map((one) => one.place.paragraph - furniture.filter((line) => line < one.place.paragraph).length);
  const where =
    paragraphs.length > 0 ? `in paragraph ${Math.min(...paragraphs)}` : "in the headline or teaser";
  const early = mentions.some((one) => one.place.field !== "text");
  return `${names.join(", ")} ${where}${early || paragraphs.length === 0 ? "" : "; not in the headline or teaser"}`;
}

function whyUs(story: Story, us: string | undefined): string {
  const victims = story.carriers.filter((one) => one.role === "victim");
  if (us !== undefined && victims.some((one) => one.id === us)) return "we are the victim";
  if (us !== undefined && story.carriers.some((one) => one.id === us))
    return victims.length > 0 ? "peer carrier; we are named too" : "we are named";
  if (victims.length > 0) return us === undefined ? "watched carrier" : "peer carrier";
  return "watched actor; no watched carrier is named a victim";
}
