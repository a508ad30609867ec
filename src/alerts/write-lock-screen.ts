import type { Story } from "../domain.ts";
import { companyWord, standingOf } from "./company-word.ts";
import { showName } from "./show-name.ts";
import { restsOnUnnamed } from "./story-status.ts";

/** What a lock screen shows before it cuts. */
export const LOCK_SCREEN_CHARS = 150;

/** What a phone shows of an alert: severity, headline, and the one thing that keeps it from being misread. */
export function writeLockScreen(severity: string, headline: string, story: Story): string {
  const hedge = hedgeOf(story, headline);
  const lead = `[${severity}] `;
  const room = LOCK_SCREEN_CHARS - lead.length - (hedge === "" ? 0 : hedge.length + 3);
  return `${lead}${clip(headline, Math.max(40, room))}${hedge === "" ? "" : ` · ${hedge}`}`.slice(
    0,
    LOCK_SCREEN_CHARS,
  );
}

/** Cuts at a word, with an ellipsis in place of the rest. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[\s,;:–—-]+$/, "")}…`;
}

/** The victim's own denial first, then its other words, who else stands for it, and the actor where no victim is. */
function hedgeOf(story: Story, headline: string): string {
  const victims = story.carriers.filter((one) => one.role === "victim");
  const [first] = victims;
  if (first === undefined) return actorHedge(story, headline);
  const denier = victims.find((one) => standingOf(story, one.name) === "denied by the company");
  if (denier !== undefined) return `${denier.name} denies it`;
  const { name } = first;
  const standing = standingOf(story, name);
  const limited = companyWord(story, name).limits !== undefined;
  if (standing === "confirmed by the company") {
    const told = OWN_WORD.test(headline) && first.matched.some((one) => headline.includes(one));
    if (told) return limited ? `${name} limits it` : "";
    return limited ? `${name} confirms and limits it` : `${name} confirms it`;
  }
  const claimed = standing === "reported" ? "reported" : `only ${standing}`;
  if (limited) return `${claimed}; ${name} limits it`;
  if (standing !== "reported") return claimed;
  const shown = victims.length === 1 ? name : `${name} and ${victims.length - 1} more`;
  if (restsOnUnnamed(story)) return `${shown}: anonymous sources`;
  const quoted = story.statements.some(
    (one) => one.speaker === name || first.matched.some((literal) => one.text.includes(literal)),
  );
  return quoted || story.origins.includes(name) || victims.length > 1
    ? `${shown}: reported`
    : `reported; ${name} not quoted`;
}

const OWN_WORD = /\b(?:says?|tells?|confirms?|admits?|discloses?|reports?|announces?|reveals?|warns?)\b/i;

function actorHedge(story: Story, headline: string): string {
  const actors = story.actors.filter((one) => one.role !== "background");
  const [actor] = actors;
  if (actor === undefined) return "";
  const lower = headline.toLowerCase();
  const shown = [showName(actor), actor.name].some((one) => lower.includes(one.toLowerCase()));
  if (actor.role !== "suspected" && shown) return "";
  const more = actors.length === 1 ? "" : ` and ${actors.length - 1} more`;
  return `${showName(actor)}${more}${actor.role === "suspected" && more === "" ? " suspected" : ""}`;
}
