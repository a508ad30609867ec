import type { News, Reading, Story } from "../domain.ts";
import type { Message } from "../domain-delivery.ts";
import { companyWord, isOwn, standingOf, victimsWord } from "./company-word.ts";
import { type ReplyNews, replyNews } from "./reply-news.ts";
import { type Line, quoted, readSaid, type Said, saidLabel } from "./say-statement.ts";
import { count, footerOf } from "./write-alert.ts";
import { clip, LOCK_SCREEN_CHARS } from "./write-lock-screen.ts";

export interface ReplyInput {
  readonly before: Story;
  readonly story: Story;
  readonly read: Reading;
  readonly news: News;
}
const MOST_HEADLINE = 110;
const MOST_SAID = 2;

/** A later report of the same event: its news in the headline, then only what is new and what differs; the victim's word is never left out. */
export function writeReply(input: ReplyInput): Message {
  const { story, before, read, news } = input;
  const { outlet, title } = read.article;
  const sorted = replyNews(news, read);
  const lead = leadOf(input, sorted);
  const shown = lead ?? clip(title, MOST_HEADLINE);
  const phone = lead === undefined ? title : `${lead} · ${title}`;
  return {
    kind: "reply",
    text: clip(`+ ${outlet}: ${phone}`, LOCK_SCREEN_CHARS),
    headline: `+ ${outlet}: ${shown} · ${spreadOf(before, story)}`,
    severity: undefined,
    storyId: story.id,
    lines: replyLines(input, sorted),
    quotes: [],
    outlets: [{ label: outlet, url: read.article.url }],
    footer: footerOf(story),
    buttons: false,
  };
}

/** "now 2 outlets, still 1 origin": how far the story is told, and whether that grew. */
function spreadOf(before: Story, story: Story): string {
  const outletsOf = ({ articles }: Story): number => new Set(articles.map((one) => one.outlet)).size;
  const [outlets, origins] = [outletsOf(story), story.origins.length];
  const one = outlets === outletsOf(before) ? "still" : "now";
  const two = origins === before.origins.length ? "still" : "now";
  const rests = origins === 0 ? "no origin named" : count(origins, "origin");
  const turn = origins === 0 || one === two ? "" : `${two} `;
  return `${one} ${count(outlets, "outlet")}, ${turn}${rests}`;
}

/** The one or two things that changed: a victim's standing, a name; undefined where the report's own headline tells it best. */
function leadOf({ before, story }: ReplyInput, { named }: ReplyNews): string | undefined {
  const changes = story.carriers
    .filter((one) => one.role === "victim")
    .flatMap(({ name }) => changeOf(name, before, story));
  const who = named
    .filter((one) => !one.includes("earlier victim"))
    .slice(0, 2)
    .map((one) =>
      one
        .replace(/ \((“[^”]+”), [^)]*\)$/, ", $1")
        .replace(/ \(says [^)]*\)$/, "")
        .replace(/ \(by its own claim, .*\)$/, ", by its own claim")
        .replace(/ \(suspected\)$/, ", suspected"),
    );
  const parts = [...who, ...changes].slice(0, 2);
  return parts.length === 0 ? undefined : clip(parts.join(" · "), MOST_HEADLINE);
}

function changeOf(name: string, before: Story, story: Story): string[] {
  const [was, now] = [standingOf(before, name), standingOf(story, name)];
  if (was !== now && now === "confirmed by the company") return [`${name} confirms it`];
  if (was !== now && now === "denied by the company") return [`${name} denies it`];
  const limited =
    companyWord(before, name).limits === undefined && companyWord(story, name).limits !== undefined;
  return limited && now !== "confirmed by the company" ? [`${name} limits it`] : [];
}

function replyLines(input: ReplyInput, sorted: ReplyNews): Line[] {
  const { story, news } = input;
  const said = pickSaid(news, story);
  const own = said.filter((one) => isVictim(one.speaker, story));
  const others = said.filter((one) => !isVictim(one.speaker, story));
  const draw = (one: Said): Line => ({ label: saidLabel(one, story), text: quoted(one.text) });
  const fresh = [...sorted.named, ...(sorted.speaksOf === undefined ? [] : [sorted.speaksOf])];
  const plain: readonly (readonly [string, string | undefined])[] = [
    ["New", fresh.length === 0 ? undefined : fresh.join(" · ")],
    ["Names", sorted.names],
    ["Numbers", sorted.numbers],
    ["Dates", sorted.dates],
    ["Differs", sorted.differs],
  ];
  const after: readonly (readonly [string, string | undefined])[] = [
    ["History", sorted.history],
    ...notHere(input, own),
  ];
  const lines = (list: typeof plain): Line[] =>
    list.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
  return [...own.map(draw), ...lines(plain), ...others.map(draw), ...lines(after)];
}

/** New statements worth a line, a sentence once, a victim's own first; a silence only of a victim. */
function pickSaid(news: News, story: Story): Said[] {
  const all = news.added.flatMap((line) => readSaid(line) ?? []);
  const telling = all.filter((one) => one.verb !== "does not comment" || speaksOf(one, story));
  const once = telling
    .filter((one) => matters(one, story) && isOwnOrOthers(one, story))
    .filter((one, at, list) => list.findIndex((two) => two.text === one.text) === at);
  const own = once.filter((one) => isVictim(one.speaker, story));
  return [...own, ...once.filter((one) => !own.includes(one))].slice(0, MOST_SAID);
}

const OFFICE =
  /\b(?:ministry|minister|regulator|watchdog|agency|agencies|police|prosecutors?|authorit(?:y|ies)|government|commission|department|court|senators?|lawmakers?|[A-Z]{2,})\b/;
const EVENT =
  /\b(?:attack\w*|breach\w*|intru\w+|hack\w*|malware|outage|stolen|theft|leak\w*|compromis\w*)\b/i;

/** A passer-by's feelings are no news: others count as offices, or where they speak of the event or of somebody in it. */
function matters({ speaker, text }: Said, story: Story): boolean {
  const cast = [...story.carriers, ...story.actors];
  return (
    isVictim(speaker, story) ||
    OFFICE.test(speaker) ||
    EVENT.test(text) ||
    cast.some((one) => one.name !== speaker && one.matched.some((name) => text.includes(name)))
  );
}

/** A supplier's word that was given to a victim is shown as nobody's. */
function isOwnOrOthers(one: Said, story: Story): boolean {
  const carrier = story.carriers.find(({ name }) => name === one.speaker);
  return carrier === undefined || isOwn(one, carrier.name, [carrier.name, ...carrier.matched]);
}

function speaksOf(one: Said, story: Story): boolean {
  const names = story.carriers.find((carrier) => carrier.name === one.speaker)?.matched ?? [];
  return (
    isVictim(one.speaker, story) &&
    (names.some((name) => one.text.includes(name)) ||
      /\b(?:it|company|operator|carrier|telco|provider|group|firm|spokes\p{L}+)\b/iu.test(one.text))
  );
}

function isVictim(speaker: string, story: Story): boolean {
  return story.carriers.some((one) => one.role === "victim" && one.name === speaker);
}

/** The victim's denial or limit where this report's lines do not show one: once, in full, with where it stood. */
function notHere({ story, read, news }: ReplyInput, own: readonly Said[]): (readonly [string, string])[] {
  const word = victimsWord(story);
  if (word === undefined) return [];
  const shown = own.some(
    (one) => one.speaker === word.speaker && (one.verb === "limits it" || one.verb === "denies"),
  );
  if (shown || own.some((one) => one.text === word.text)) return [];
  const missing = news.missing.some((one) => one.startsWith(word.speaker));
  const label = missing ? "Not here" : `${word.speaker} ${word.stance === "denies" ? "denies" : "limits it"}`;
  const where = word.articleId === read.article.id ? "" : ` (${word.outlet})`;
  return [
    [
      label,
      missing ? `${word.speaker}’s word: ${quoted(word.text)}${where}` : `${quoted(word.text)}${where}`,
    ],
  ];
}
