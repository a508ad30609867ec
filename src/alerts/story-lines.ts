import type { Reading, Story } from "../domain.ts";
import type { Message } from "../domain-delivery.ts";
import { claimants, isOwnClaim, standingOf } from "./company-word.ts";
import { explainRule } from "./explain-rule.ts";
import { showName, showNoted } from "./show-name.ts";
import { statusOf } from "./story-status.ts";
import type { AlertInput } from "./write-alert.ts";

const MOST_NAMES = 5;

type Actor = Story["actors"][number];
type Tie = Story["ties"][number];

/** The labelled lines of an alert: Victim, Actor, Matched, Status, Why us; only those that say something. */
export function storyLines(input: AlertInput): Message["lines"] {
  const { story, read, rating, us } = input;
  const actor = actorLine(story);
  const matched = actor === undefined ? undefined : matchedLine(read);
  const lines: readonly (readonly [label: string, text: string | undefined])[] = [
    ...carrierLines(story),
    ["Actor", actor],
    ["Matched", matched],
    ["Status", statusOf(story)],
    ["Why us", explainRule(story, read, rating, us)],
  ];
  return lines.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}

function carrierLines(story: Story): [string, string][] {
  const earlier = earlierVictims(story);
  const victims = victimList(story);
  if (victims !== "") return [["Victim", `${victims}${earlier === "" ? "" : ` · Earlier: ${earlier}`}`]];
  if (earlier !== "") return [["Earlier", earlier]];
  const named = story.carriers.filter((one) => one.role === "mentioned");
  if (named.length === 0) return [];
  return [["Named", named.slice(0, MOST_NAMES).map(showName).join(", ")]];
}

/** "AT&T, Verizon (reported), e& (Etisalat, denied by the company)": one standing is said once. */
function victimList(story: Story): string {
  const groups = new Map<string, Story["carriers"][number][]>();
  for (const one of story.carriers.filter((carrier) => carrier.role === "victim").slice(0, MOST_NAMES)) {
    const standing = standingOf(story, one.name);
    groups.set(standing, [...(groups.get(standing) ?? []), one]);
  }
  return [...groups]
    .map(([standing, carriers]) =>
      carriers
        .map((one, at) => (at === carriers.length - 1 ? showNoted(one, standing) : showName(one)))
        .join(", "),
    )
    .join(" · ");
}

/** Carriers hurt before, and those that the text ties an actor to without calling them victims now. */
function earlierVictims(story: Story): string {
  const tied = new Set(story.ties.map((tie) => tie.carrier));
  return story.carriers
    .filter((one) => one.role === "past-victim" || (one.role === "mentioned" && tied.has(one.id)))
    .slice(0, MOST_NAMES)
    .map(showName)
    .join(", ");
}

/** Ties an actor to a carrier only where a sentence of an article does, with its hedge and who says it. */
function actorLine(story: Story): string | undefined {
  const victims = story.carriers.filter((one) => one.role === "victim");
  const whom = victims.length === 1 ? (victims[0]?.name ?? "") : "any of them";
  const parts: string[] = [];
  const loose: Actor[] = [];
  for (const actor of story.actors) {
    const ties = story.ties.filter((tie) => tie.actor === actor.id);
    const now = ties.filter((tie) => victims.some((one) => one.id === tie.carrier));
    if (actor.role === "background" && ties.length === 0) continue;
    if (now[0] !== undefined && actor.role !== "background") {
      parts.push(`${showName(actor)} for ${nameCarriers(story, now)} (${hedgeOf(story, actor, now[0])})`);
    } else if (ties.length > 0 && now.length === 0) {
      const not = victims.length === 0 ? "" : `not named for ${whom}; `;
      parts.push(`${not}the article names ${showName(actor)} for ${nameCarriers(story, ties)}`);
    } else if (actor.role !== "background") loose.push(actor);
  }
  const gangs = claimants(story);
  const claiming = loose.filter((one) => gangs.includes(one.name));
  if (claiming.length > 0) parts.push(claiming.map((one) => showNoted(one, "claims it")).join(", "));
  const rest = loose.filter((one) => !claiming.includes(one)).slice(0, 4);
  if (rest.length > 0) {
    const names = rest.map((one) => (one.role === "suspected" ? showNoted(one, "suspected") : showName(one)));
    const link =
      victims.length === 0 ? "" : `; no sentence ties ${rest.length === 1 ? "it" : "them"} to ${whom}`;
    parts.push(`${names.join(", ")}${link}`);
  }
  return parts.length === 0 ? undefined : parts.slice(0, 3).join(" · ");
}

function nameCarriers(story: Story, ties: readonly Tie[]): string {
  const ids = [...new Set(ties.map((one) => one.carrier))];
  return ids
    .map((id) => story.carriers.find((one) => one.id === id))
    .map((one, at) => (one === undefined ? (ids[at] ?? "") : showName(one)))
    .slice(0, MOST_NAMES)
    .join(", ");
}

const BY_SOURCES = /\bpeople familiar\b|\bsources?\b|\bpeople (?:close|briefed)\b/i;

/** The doubt that the tying sentence voices, or who says it there; at least the outlet. */
function hedgeOf(story: Story, actor: Actor, tie: Tie): string {
  if (tie.hedge !== undefined) return `“${tie.hedge}”, ${tie.outlet}`;
  if (isOwnClaim(tie.sentence)) return `by its own claim, ${tie.outlet}`;
  if (BY_SOURCES.test(tie.sentence)) return `unnamed sources, ${tie.outlet}`;
  const said = story.statements.find(
    (one) => one.text === tie.sentence && one.speaker !== actor.name && tie.sentence.includes(one.speaker),
  );
  if (said !== undefined) return `says ${said.speaker}, ${tie.outlet}`;
  return actor.role === "suspected" ? `suspected, ${tie.outlet}` : `says ${tie.outlet}`;
}

/** Which literal names matched and where, so that nobody searches the page for them; nothing where the headline shows them. */
function matchedLine({ article, findings }: Reading): string | undefined {
  const shown = findings.actors.filter(
    (one) => one.role !== "background" || findings.ties.some((tie) => tie.actor === one.id),
  );
  if (shown.every((one) => one.matched.some((name) => article.title.includes(name)))) return undefined;
  const mentions = shown.flatMap((one) => one.mentions);
  if (mentions.length === 0) return undefined;
  const furniture = findings.furniture;
  const first = new Map<string, string>();
  for (const { literal, place } of mentions) {
    const paragraph = place.paragraph - furniture.filter((line) => line < place.paragraph).length;
    const where =
      place.field === "text"
        ? `paragraph ${paragraph}`
        : place.field === "title"
          ? "the headline"
          : "the teaser";
    if (!first.has(literal) && first.size < MOST_NAMES) first.set(literal, where);
  }
  const places = new Map<string, string[]>();
  for (const [literal, where] of first) places.set(where, [...(places.get(where) ?? []), `“${literal}”`]);
  const text = [...places].map(([where, names]) => `${names.join(", ")} in ${where}`).join("; ");
  const early = mentions.some((one) => one.place.field !== "text");
  return `${text}${early ? "" : "; not in the headline or teaser"}`;
}
