import type { Article, Findings } from "../domain.ts";
import { ownsUp } from "../text/owns-up.ts";
import { foldText } from "../text/similarity.ts";
import { bare, type Voice } from "./find-voices.ts";
import type { SpeakerIndex } from "./index-speakers.ts";
import { isNewsroom } from "./newsrooms.ts";
import { ORIGIN_WEIGHTS } from "./origin-weights.ts";
import { isOffice } from "./speaker-kind.ts";

/** What is known of the article in which a voice stands. */
export interface Setting {
  readonly article: Article;
  readonly findings: Findings;
  readonly index: SpeakerIndex;
  readonly voices: readonly Voice[];
  /** Headline and paragraphs. */
  readonly text: string;
}

/** Places looked at for one name. */
const MOST_PLACES = 50;
/** Voices that comment but on whom no report rests. */
const BYSTANDER =
  /^(?:(?:\p{L}+ )?(?:analysts?|experts?|critics|observers?|readers?|lawyers?|consultants?|residents?|customers?|users?)|few|many|most|some|people|firefighters?|others|everyone|nobody|consumer groups?|shops?|it)$/iu;
const CROWD =
  /^unnamed |\b(?:sources?|employees?|workers?|staff|insiders?|dealers?|officials|executives|people|whistle-?blower|tipster)$/i;
const CRIMINAL =
  /\b(?:hackers?|sellers?|extortionists?|posters?|intruders?|attackers?|forum user|whistle-?blower|insider)$/i;

interface Places {
  readonly of: number;
  /** "In Bern": as places stand. */
  readonly behindIn: number;
  /** Where a sentence begins, so that the capital tells nothing. */
  readonly atStart: number;
  readonly inside: number;
}
const NO_PLACES: Places = { of: 0, behindIn: 0, atStart: 0, inside: 0 };

/** Where in a text a name stands. */
function placesOf(name: string, text: string): Places {
  const out = { of: 0, behindIn: 0, atStart: 0, inside: 0 };
  for (
    let at = text.indexOf(name);
    at >= 0 && out.of < MOST_PLACES;
    at = text.indexOf(name, at + name.length)
  ) {
    const before = text.slice(Math.max(0, at - 10), at);
    out.of += 1;
    if (/(?:^|\P{L})(?:[Ii]n|across|outside|around|near) $/u.test(before)) out.behindIn += 1;
    if (/(?:^|[.!?:”"] |\n)$/u.test(before)) out.atStart += 1;
    else if (/[\p{L},] $/u.test(before)) out.inside += 1;
  }
  return out;
}

/** The features of a voice, each between 0 and about 3; those that are absent count 0. */
export function featuresOf(voice: Voice, setting: Setting): Readonly<Record<string, number>> {
  const { article, findings, index, voices } = setting;
  const { name, evidence } = voice;
  const cap = (n: number | undefined): number => Math.min(3, n ?? 0);
  const flag = (is: boolean): number => (is ? 1 : 0);
  const carrier = findings.carriers.find((one) => one.name === name);
  const actor = findings.actors.find((one) => one.name === name);
  const outlet = bare(name) === bare(article.outlet);
  const newsroom = isNewsroom(name) && !outlet;
  const spoken = voice.said.filter((one) => one.stance !== "no-comment");
  const all = Math.max(
    1,
    voices.reduce((sum, one) => sum + one.said.length, 0),
  );
  const retold = voices.some(
    (one) => one !== voice && (one.evidence.retold ?? 0) > 0 && isNewsroom(one.name),
  );
  const crowd = CROWD.test(name);
  const criminal = CRIMINAL.test(name);
  const office = isOffice(name) && !crowd;
  const other =
    !outlet && carrier === undefined && actor === undefined && !newsroom && !crowd && !criminal && !office;
  const title = foldText(article.title);
  const inTitle =
    title.includes(bare(name)) ||
    (voice.paragraphs.has(0) && title.includes(bare(name).split(" ")[0] ?? "-"));
  const spread = [...voice.paragraphs].filter((at) => at > 0).length;
  const single = /^\p{L}+$/u.test(name);
  const places = carrier === undefined && actor === undefined ? placesOf(name, setting.text) : NO_PLACES;
  const type = findings.event.type;
  const out: Record<string, number> = {
    bias: 1,
    spoken: cap(spoken.length),
    spokenAtAll: flag(spoken.length > 0),
    share: spoken.length / all,
    silentOnly: flag(voice.said.length > 0 && spoken.length === 0),
    deniesOnly: flag(spoken.length > 0 && spoken.every((one) => one.stance === "denies")),
    ownsUp: flag(spoken.some((one) => one.stance === "confirms" && ownsUp(one.text))),
    claims: flag(spoken.some((one) => one.stance === "claims")),
    retold: cap(evidence.retold),
    cited: cap(evidence.cited),
    asked: cap(evidence.asked),
    work: cap(evidence.work),
    found: cap(evidence.found),
    acted: cap(evidence.acted),
    boasted: cap(evidence.boasted),
    topic: cap(evidence.topic),
    anonymous: cap(evidence.anonymous),
    sworn: cap(evidence.sworn),
    bragged: cap(evidence.bragged),
    handleSpeaker: flag(index.handles.has(name)),
    invertedUnheard: flag(voice.said.length === 0 && (evidence.inverted ?? 0) > 0),
    citedUnheard: flag(voice.said.length === 0 && (evidence.cited ?? 0) > 0),
    actedUnheard: flag(office && voice.said.length === 0 && (evidence.acted ?? 0) > 0),
    digits: flag(/\d/.test(name) && carrier === undefined && actor === undefined),
    victimNotOwning: flag(
      retold && carrier !== undefined && !spoken.some((one) => one.stance === "confirms" && ownsUp(one.text)),
    ),
    whileMain: flag(other && index.sure),
    paper: flag((evidence.paper ?? 0) > 0),
    titled: cap(evidence.titled),
    newsroomSaid: cap(evidence.newsroom),
    document: flag((evidence.document ?? 0) > 0),
    printed: flag((evidence.printed ?? 0) > 0),
    own: flag((evidence.own ?? 0) > 0),
    inTitle: flag(inTitle),
    lead: flag(voice.paragraphs.has(0) || voice.paragraphs.has(1) || voice.paragraphs.has(2)),
    spread: Math.min(5, spread) / 2,
    main: flag(name === index.main),
    mainSure: flag(name === index.main && index.sure),
    victim: flag(carrier?.role === "victim"),
    mentioned: flag(carrier?.role === "mentioned"),
    pastVictim: flag(carrier?.role === "past-victim"),
    source: flag(carrier?.role === "source"),
    actor: flag(actor !== undefined),
    actorBackground: flag(actor?.role === "background"),
    newsroom: flag(newsroom),
    crowd: flag(crowd),
    criminal: flag(criminal),
    otherName: flag(other),
    person: flag(other && /^\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+$/u.test(name)),
    lower: flag(/^\p{Ll}/u.test(name)),
    foreign: flag(/\bembassy|foreign ministry|Beijing|Moscow|consulate/i.test(name)),
    bystander: flag(BYSTANDER.test(name)),
    placed: places.of === 0 ? 0 : places.behindIn / places.of,
    starts: flag(single && places.atStart > 0 && places.inside === 0),
    retoldElsewhere: flag(retold && !newsroom),
    businessMain: flag(type === "business" && name === index.main),
    businessMentionedTitle: flag(type === "business" && carrier !== undefined && inTitle),
    outlet: flag(outlet),
    outletOnly: flag(outlet && voices.every((one) => one.said.length === 0)),
    outletNobody: flag(outlet && findings.carriers.length + findings.actors.length === 0),
    outletOther: flag(outlet && type === "other"),
    other: flag(!outlet && type === "other"),
    arrestOffice: flag(type === "arrest" && office),
    ransomActor: flag(type === "ransomware" && actor !== undefined && actor.role !== "background"),
    vulnOther: flag(type === "vulnerability" && other),
    saidNothingHas: flag(spoken.length === 0 && (evidence.work ?? 0) + (evidence.found ?? 0) > 0),
  };
  return out;
}

/** How likely a report rests on this voice, between 0 and 1. */
export function weighOrigin(features: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const [feature, value] of Object.entries(features)) sum += value * (ORIGIN_WEIGHTS[feature] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
