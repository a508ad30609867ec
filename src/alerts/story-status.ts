import type { Stance, Statement, Story } from "../domain.ts";
import { ownsUp } from "../text/owns-up.ts";

const OFFICIAL =
  /\b(?:ministry|minister|regulator|watchdog|agency|agencies|police|prosecutors?|authorit(?:y|ies)|officials?|government|commission|investigat\w+|inquiry|department|court|service|justice|bureau|FBI|CISA|NSA|NCSC|SBU|CNIL|FCC|SEC|ICO|Europol|Interpol|BSI|ANSSI|KISA|CERT\p{L}*|CSA)\b/u;
const UNNAMED = /\bsources?\b|\bpeople familiar\b|\b(?:two|three|four|several|unnamed) officials\b/i;
const MOST_PARTS = 5;

type Told = Story["statements"][number];

/** Where a claim stands: reported, confirmed, denied, and by whom; a denial is always among it. */
export function statusOf(story: Story): string {
  const parts = [...reportedBy(story), ...companyWords(story), ...officialWords(story), ...claimedBy(story)];
  return parts.length === 0 ? "reported; nobody is quoted" : parts.slice(0, MOST_PARTS).join(" · ");
}

/** "confirmed by the company" or "reported". */
export function standingOf(story: Story, carrier: string): string {
  const words = story.statements.filter((one) => one.speaker === carrier);
  if (words.some((one) => one.stance === "denies" && deniesItself(one)))
    return "reported; the company denies";
  return words.some((one) => one.stance === "confirms" && ownsUp(one.text))
    ? "confirmed by the company"
    : "reported";
}

function deniesItself(one: Statement): boolean {
  return /\b(?:breach\w*|compromis\w*|hack\w*|attack\w*|intrusion)\b/i.test(one.text);
}

function reportedBy(story: Story): string[] {
  const unnamed = story.statements.some((one) => UNNAMED.test(one.speaker));
  const confirmed = victimsOf(story).some((name) => standingOf(story, name) === "confirmed by the company");
  if (confirmed) return [];
  if (unnamed) return ["reported by anonymous sources"];
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

function companyWords(story: Story): string[] {
  const speakers = [
    ...victimsOf(story),
    ...story.carriers.filter((one) => one.role !== "victim").map((one) => one.name),
  ];
  const out: string[] = [];
  for (const name of speakers) {
    const words = story.statements.filter((one) => one.speaker === name);
    const victim = victimsOf(story).includes(name);
    const stances = new Set(
      words.filter((one) => one.stance !== "confirms" || ownsUp(one.text)).map((one) => one.stance),
    );
    if (!victim && !stances.has("denies")) continue;
    const said = (["denies", "limits", "confirms", "no-comment"] as const).filter((stance) =>
      stances.has(stance),
    );
    if (said.length > 0)
      out.push(
        `${name} ${said
          .slice(0, 2)
          .map((stance) => COMPANY_VERB[stance])
          .join(" and ")}`,
      );
  }
  return out;
}

const COMPANY_VERB: Readonly<Record<Stance, string>> = {
  denies: "denies",
  limits: "limits it",
  confirms: "confirms",
  "no-comment": "does not comment",
  claims: "claims",
};

/** An authority confirms only what it says outright, by its own name; that it looks into something confirms nothing. */
function officialWords(story: Story): string[] {
  const out: string[] = [];
  for (const [speaker, words] of bySpeaker(story)) {
    if (!OFFICIAL.test(speaker) || !/^\p{Lu}/u.test(speaker) || UNNAMED.test(speaker)) continue;
    const outright = words.filter(
      (one) => one.stance === "confirms" && ownsUp(one.text) && one.paragraph > 0,
    );
    if (outright.length === 0) continue;
    const plural = / and |(?:agencies|officials|police|prosecutors|authorities|ministers)$/i.test(speaker);
    const verb = plural ? "confirm" : "confirms";
    const named = outright.some((one) => namesCarrier(one, story));
    out.push(`${speaker} ${verb} ${named ? "it" : `a campaign and ${plural ? "name" : "names"} no carrier`}`);
  }
  return out.slice(0, 2);
}

function namesCarrier(one: Statement, story: Story): boolean {
  return story.carriers.some((carrier) =>
    [carrier.name, ...carrier.matched].some((name) => one.text.includes(name)),
  );
}

function claimedBy(story: Story): string[] {
  return story.actors
    .filter((actor) => story.statements.some((one) => one.speaker === actor.name && one.stance === "claims"))
    .map((actor) => `${actor.name} claims it`);
}

function bySpeaker(story: Story): Map<string, Told[]> {
  const out = new Map<string, Told[]>();
  for (const one of story.statements) out.set(one.speaker, [...(out.get(one.speaker) ?? []), one]);
  return out;
}

function victimsOf(story: Story): string[] {
  return story.carriers.filter((one) => one.role === "victim").map((one) => one.name);
}

/** The strongest denial or limit that a victim voiced, newest first; undefined where none did. */
export function victimsWord(story: Story): Told | undefined {
  const names = new Set(victimsOf(story));
  const words = story.statements.filter((one) => names.has(one.speaker) && one.paragraph > 0);
  return words.findLast((one) => one.stance === "denies") ?? words.findLast((one) => one.stance === "limits");
}
