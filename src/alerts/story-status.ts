import type { Story } from "../domain.ts";
import { ownsUp } from "../text/owns-up.ts";
import { claimants, companyWord, standingOf, type Told } from "./company-word.ts";

const OFFICIAL =
  /\b(?:ministry|minister|regulator|watchdog|agency|agencies|police|prosecutors?|authorit(?:y|ies)|officials?|government|commission|investigat\w+|inquiry|department|court|service|justice|bureau|FBI|CISA|NSA|NCSC|SBU|CNIL|FCC|SEC|ICO|Europol|Interpol|BSI|ANSSI|KISA|CERT\p{L}*|CSA)\b/u;
const UNNAMED = /\bsources?\b|\bpeople familiar\b|\b(?:two|three|four|several|unnamed) officials\b/i;
const SECTOR =
  /\b(?:campaign|telecom\w*|telcos|carriers|operators|providers|phone companies|multiple|several)\b/i;
const MOST_PARTS = 5;

/** Where a claim stands: reported, confirmed, denied, and by whom; a denial is always among it. */
export function statusOf(story: Story): string {
  const parts = [...reportedBy(story), ...companyWords(story), ...officialWords(story), ...claimedBy(story)];
  return parts.length === 0 ? "reported; nobody is quoted" : parts.slice(0, MOST_PARTS).join(" · ");
}

/** Whether sources without a name are what the report about a victim, or about an actor where there is none, rests on. */
export function restsOnUnnamed(story: Story): boolean {
  const victims = story.carriers.filter((one) => one.role === "victim");
  const cast = victims.length > 0 ? victims : story.actors.filter((one) => one.role !== "background");
  const names = cast.flatMap((one) => [one.name, ...one.matched]);
  return story.statements.some(
    (one) => UNNAMED.test(one.speaker) && names.some((name) => one.text.includes(name)),
  );
}

function reportedBy(story: Story): string[] {
  const confirmed = victimsOf(story).some((name) => standingOf(story, name) === "confirmed by the company");
  if (confirmed) return [];
  if (restsOnUnnamed(story)) return ["reported by anonymous sources"];
  const scoop = story.origins.find((name) => !isSpeaker(name, story));
  if (scoop !== undefined) return [`reported by ${scoop}`];
  const outlets = [...new Set(story.articles.map((one) => one.outlet))];
  return [`reported by ${outlets.slice(0, 2).join(", ")}${outlets.length > 2 ? " and others" : ""}`];
}

/** Whether an origin is one of those quoted, a carrier or an actor, and so not a newsroom with a scoop. */
function isSpeaker(name: string, story: Story): boolean {
  const cast = [...story.carriers, ...story.actors].map((one) => one.name);
  return (
    cast.includes(name) ||
    OFFICIAL.test(name) ||
    !/^The \p{Lu}|Journal|Times|Post|News|Reuters|Bloomberg|WIRED/u.test(name)
  );
}

/** Each victim's word in one phrase, and the denial of whoever else denies. */
function companyWords(story: Story): string[] {
  const victims = victimsOf(story);
  const others = story.carriers.filter((one) => one.role !== "victim").map((one) => one.name);
  return [
    ...victims.flatMap((name) => phraseOf(story, name)),
    ...others
      .filter((name) => companyWord(story, name).denies !== undefined)
      .map((name) => `${name} denies it for itself`),
  ];
}

function phraseOf(story: Story, name: string): string[] {
  const { admits, denies, disputes, limits, silent } = companyWord(story, name);
  const denied = admits === undefined ? denies : undefined;
  const disputed = disputes ?? (admits === undefined ? undefined : denies);
  const verbs = [
    ...(admits === undefined ? [] : ["confirms"]),
    ...(denied === undefined ? [] : ["denies"]),
    ...(limits === undefined || denied !== undefined ? [] : ["limits"]),
  ];
  const parts = [
    ...(verbs.length === 0 ? [] : [`${verbs.join(" and ")} it`]),
    ...(disputed === undefined || denied !== undefined ? [] : ["disputes parts"]),
  ];
  if (parts.length > 0) return [`${name} ${parts.join(", ")}`];
  return silent === undefined ? [] : [`${name} does not comment`];
}

/** An authority confirms only what it says outright, by its own name; that it looks into something confirms nothing. */
function officialWords(story: Story): string[] {
  const words = new Map<string, string[]>();
  for (const [speaker, told] of bySpeaker(story)) {
    if (!OFFICIAL.test(speaker) || !/^\p{Lu}/u.test(speaker) || UNNAMED.test(speaker)) continue;
    const outright = told.filter((one) => one.stance === "confirms" && ownsUp(one.text) && one.paragraph > 0);
    if (outright.length === 0) continue;
    const named = outright.some((one) => namesCarrier(one, story));
    const what = named
      ? "it"
      : outright.some((one) => SECTOR.test(one.text))
        ? "a campaign but NAME no carrier"
        : "an incident but NAME no carrier";
    words.set(what, [...(words.get(what) ?? []), speaker]);
  }
  return [...words].slice(0, 2).map(([what, speakers]) => {
    // "US agencies" beside "FBI and CISA" tells nobody more.
    const told = speakers.filter(
      (one) => speakers.length === 1 || !/\b(?:agencies|officials|authorities)$/i.test(one),
    );
    const many =
      told.length > 1 ||
      / and |(?:agencies|officials|police|prosecutors|authorities|ministers)$/i.test(told[0] ?? "");
    return `${told.slice(0, 3).join(", ")} ${many ? "confirm" : "confirms"} ${what.replace("NAME", many ? "name" : "names")}`;
  });
}

function namesCarrier(one: Told, story: Story): boolean {
  return story.carriers.some((carrier) =>
    [carrier.name, ...carrier.matched].some((name) => one.text.includes(name)),
  );
}

function claimedBy(story: Story): string[] {
  const gangs = claimants(story);
  return gangs.length === 0 ? [] : [`${gangs.join(" and ")} ${gangs.length === 1 ? "claims" : "claim"} it`];
}

function bySpeaker(story: Story): Map<string, Told[]> {
  const out = new Map<string, Told[]>();
  for (const one of story.statements) out.set(one.speaker, [...(out.get(one.speaker) ?? []), one]);
  return out;
}

function victimsOf(story: Story): string[] {
  return story.carriers.filter((one) => one.role === "victim").map((one) => one.name);
}
