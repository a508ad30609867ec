import type { EventType, Reading, Story } from "../../domain.ts";
import { splitSentences } from "../../text/sentences.ts";
import { cosine, foldText, type TermWeights } from "../../text/similarity.ts";
import type { SignName } from "../thresholds.ts";
import * as at from "../thresholds.ts";
import { compareHeadlines, shareOfWords } from "./compare-headlines.ts";

/** How strong a sign is, and the words that say so. */
export interface Sign {
  readonly value: number;
  readonly why: string;
}
export type Signs = Partial<Record<SignName, Sign>>;

const DAY_MS = 86_400_000;

export interface SignOptions {
  readonly weights: TermWeights;
  /** Carrier id to the ids of the groups it belongs to. */
  readonly parents?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** What speaks for and against an article and a story being about one event; only signs that are there. */
export function readSigns(read: Reading, story: Story, { weights, parents }: SignOptions): Signs {
  const out: Partial<Record<SignName, Sign>> = {};
  const add = (name: SignName, value: number, why: string): void => {
    if (value > 0) out[name] = { value, why };
  };
  const same = addEntities(read, story, parents ?? new Map(), add);
  addWords(read, story, weights, add);
  addNumbers(read, story, add);
  addKinds(read, story, same, add);
  if (read.article.paragraphs.length === 0) {
    add("teaser", 1, "only a teaser");
    if (same) add("teaserSameCarrier", 1, "a teaser about the same company");
    if (out.sameActor) add("teaserSameActor", 1, "a teaser about the same actor");
  }
  const days = gapBetween(read, story) / DAY_MS;
  if (!same) add("daysLater", Math.log1p(Math.max(0, days - at.DAYS_FREE)), `${Math.round(days)} days later`);
  const members = story.articles.length;
  add("members", Math.log(members), `a story of ${members}`);
  return out;
}

type Add = (name: SignName, value: number, why: string) => void;

/** Time from the article to the nearest end of the story, milliseconds; zero inside it, so that either order works. */
export function gapBetween(read: Reading, story: Story): number {
  const { publishedAt } = read.article;
  return Math.max(0, publishedAt - story.updatedAt, story.openedAt - publishedAt);
}

function addWords(read: Reading, story: Story, weights: TermWeights, add: Add): void {
  const [mine, theirs] = [read.account.fingerprint, story.fingerprint];
  const heads = compareHeadlines(mine, theirs, weights);
  if (read.article.paragraphs.length > 0) {
    const likeness = cosine(mine.terms, theirs.terms, weights);
    add("textLikeness", likeness, `text likeness ${likeness.toFixed(2)}`);
  } else {
    const share = shareOfWords(mine, theirs, weights);
    const counted = heads.apart ? Math.min(share, at.MOST_WORDS_APART) : share;
    add("teaserWords", counted, `${Math.round(share * 100)} % of the shorter text's words in both`);
    if (heads.apart) add("teaserWordsApart", counted, "those words are not what the headlines are about");
  }
  add("headlineFound", heads.either, `headline words in the other's head ${heads.either.toFixed(2)}`);
  add("headlinesFound", heads.both, `both headlines' words in the other's head ${heads.both.toFixed(2)}`);
  add("ownHeadlines", heads.own, `each headline has a rarer word of its own (${heads.own.toFixed(1)})`);
  if (heads.apart) add("otherHeadlines", 1, "headlines about other things");
}

/** Names of malware, products, people and places that hardly any document has, in both. */
export function rareNamesShared(read: Reading, story: Story, weights: TermWeights): string[] {
  const known = new Set(story.fingerprint.names);
  const rare = Math.max(2, weights.documents * at.RARE_NAME_SHARE);
  return read.account.fingerprint.names.filter(
    (name) => known.has(name) && !name.startsWith("cve-") && weights.frequency(name) <= rare,
  );
}

/** Signs of who is in both; gives whether a carrier stands in the middle of both. */
function addEntities(
  read: Reading,
  story: Story,
  parents: ReadonlyMap<string, readonly string[]>,
  add: Add,
): boolean {
  const shared = sharedEntities(read, story);
  const same = shared.victims.length + shared.focal.length > 0;
  if (shared.victims.length > 0) add("sameVictim", 1, `same victim ${shared.victims.join(", ")}`);
  else if (shared.focal.length > 0) add("sameFocus", 1, `both about ${shared.focal.join(", ")}`);
  else if (shared.passing.length > 0) add("sameCarrier", 1, `both name ${shared.passing.join(", ")}`);
  const belongs = (one: string, other: string): boolean => parents.get(one)?.includes(other) === true;
  const group = shared.mine.find((one) =>
    shared.theirs.some((other) => belongs(one, other) || belongs(other, one)),
  );
  if (!same && group !== undefined) add("sameGroup", 1, `a company and its group: ${group}`);
  else if (!same && victimsOf(read.findings).length > 0 && victimsOf(story).length > 0)
    add("otherVictims", 1, "other victims");
  const [mine, theirs] = [actorsOf(read.findings), actorsOf(story)];
  const actors = mine.filter((id) => theirs.includes(id));
  const all = story.actors.map((one) => one.id);
  const passing = read.findings.actors.map((one) => one.id).filter((id) => all.includes(id));
  if (shared.apart && group === undefined)
    add(
      "otherVictimInHeadline",
      actors.length + passing.length > 0 ? 1 : at.UNTIED_VICTIMS,
      "a victim of its own in each headline",
    );
  if (actors.length > 0) add("sameActor", 1, `same actor ${actors.join(", ")}`);
  else if (passing.length > 0) add("actorInPassing", 1, `both name ${passing.join(", ")}`);
  if (actors.length === 0 && !same && mine.length > 0 && theirs.length > 0)
    add("otherActors", 1, "other actors");
  return same;
}

interface Shared {
  readonly victims: readonly string[];
  /** Carriers in the middle of both, where not both sides call them victims. */
  readonly focal: readonly string[];
  /** Carriers that both name in any role. */
  readonly passing: readonly string[];
  /** Those in the middle of the article, and of the story. */
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly apart: boolean;
}

function sharedEntities(read: Reading, story: Story): Shared {
  const { carriers } = read.findings;
  const theirVictims = victimsOf(story);
  const victims = victimsOf(read.findings).filter((id) => theirVictims.includes(id));
  const titles = foldText(story.articles.map((member) => member.title).join("\n"));
  const title = foldText(read.article.title);
  const theirs = story.carriers.filter(
    (one) => one.role === "victim" || (one.role !== "source" && namedIn(titles, one.matched)),
  );
  const isTheirs = (id: string): boolean => theirs.some((one) => one.id === id);
  const mine = carriers.filter(
    (one) =>
      one.role === "victim" ||
      (one.role !== "source" && (namedIn(title, one.matched) || one.mentions.length >= at.FOCAL_MENTIONS)),
  );
  // Each headline names a victim of its own: a third company that both mention does not make them one event.
  const named = carriers.filter((one) => one.role === "victim" && namedIn(title, one.matched));
  const theyName = theirs.some((one) => one.role === "victim" && namedIn(titles, one.matched));
  const apart = named.length > 0 && theyName && !named.some((one) => isTheirs(one.id));
  const everywhere = story.carriers.map((one) => one.id);
  return {
    victims: apart ? [] : victims,
    focal: apart ? [] : mine.map((one) => one.id).filter((id) => isTheirs(id) && !victims.includes(id)),
    mine: mine.map((one) => one.id),
    theirs: theirs.map((one) => one.id),
    passing: carriers.map((one) => one.id).filter((id) => everywhere.includes(id)),
    apart,
  };
}

function namedIn(folded: string, spellings: readonly string[]): boolean {
  return spellings.some((spelling) => folded.includes(foldText(spelling)));
}

interface Entities {
  readonly carriers: readonly { readonly id: string; readonly role: string }[];
  readonly actors: readonly { readonly id: string; readonly role: string }[];
}
function victimsOf(from: Pick<Entities, "carriers">): string[] {
  return from.carriers.filter((one) => one.role === "victim").map((one) => one.id);
}
function actorsOf(from: Pick<Entities, "actors">): string[] {
  return from.actors.filter((one) => one.role !== "background").map((one) => one.id);
}

function addNumbers(read: Reading, story: Story, add: Add): void {
  const shared = read.account.figures.filter(
    (one) =>
      isTelling(one.value) && story.figures.some((two) => two.value === one.value && two.unit === one.unit),
  );
  const values = [...new Set(shared.map((one) => one.literal))].slice(0, 2);
  add("sameFigures", values.length, `same numbers ${values.join(", ")}`);
  const cves = (names: readonly string[]): string[] => names.filter((name) => name.startsWith("cve-"));
  const mine = cves(read.account.fingerprint.names);
  const theirs = cves(story.fingerprint.names);
  if (mine.length === 0 || theirs.length === 0) return;
  const same = mine.filter((one) => theirs.includes(one));
  if (same.length > 0) add("sameCve", 1, `same ${same[0]}`);
  else add("otherCves", 1, "other CVE numbers");
}

/** Numbers of three digits and more; small and round-year ones are shared by chance. */
function isTelling(value: number): boolean {
  return value >= 100 && !(value >= 1900 && value <= 2100);
}

const ATTACKS: readonly EventType[] = ["intrusion", "data-breach", "ransomware", "arrest", "vulnerability"];

function addKinds(read: Reading, story: Story, same: boolean, add: Add): void {
  if (same && saysSeparate(read)) add("saysSeparate", 1, "says that it is a separate case");
  const kinds = [read.findings.event.type, story.event];
  const attack = kinds.some((type) => ATTACKS.includes(type));
  const accidents = [read.account.fingerprint.accident, story.fingerprint.accident];
  const byName = [actorsOf(read.findings).length > 0, actorsOf(story).length > 0];
  const beside = accidents.some((one, at) => one && (attack || byName[1 - at] === true));
  if (kinds.includes("outage") && beside) add("accidentBesideAttack", 1, "an accident beside an attack");
  else if (same && kinds.includes("business") && attack) add("businessBeside", 1, kinds.join(" beside "));
}

const EVENT_NOUN =
  "(?:incidents?|cases?|breach(?:es)?|attacks?|hack\\w*|intrusions?|thefts?|faults?|outages?|leaks?|disruptions?|failures?|affairs?)";
/** Said of events: companies and systems that have nothing to do with each other are no other events. */
const SEPARATE = new RegExp(
  [
    `\\b(?:no|any|without) (?:known )?(?:connection|link)s? (?:between (?:the two|them|both)\\b|(?:between|with|to) [^.;]{0,60}?\\b${EVENT_NOUN}\\b)`,
    `\\b(?:unrelated|not (?:connected|linked|related)) (?:to|with) (?:each other\\b|[^.;]{0,60}?\\b${EVENT_NOUN}\\b)`,
    `\\b${EVENT_NOUN}\\b[^.;]{0,60} (?:unrelated|not (?:connected|linked|related))\\b(?! (?:to|with))`,
    `\\b(?:unrelated|separate) (?:\\p{L}+ )?${EVENT_NOUN}\\b`,
    `\\bnothing to do with (?:(?:the|each) other\\b|(?:the|an?|its|last|that|this)\\b[^.;]{0,50}\\b${EVENT_NOUN}\\b)`,
  ].join("|"),
  "iu",
);
const NOT_OF_EVENTS =
  /\b(?:namesakes?|of the same name|russia\w*|chin\w+|iran\w*|korea\w*|state|government|spies|gang|group|actor)\b/i;

/** Whether an article says that its event is another one than an earlier one; links to groups and states are not meant. */
function saysSeparate({ article, findings }: Reading): boolean {
  const sentences = [article.title, article.summary, ...article.paragraphs].flatMap((text) =>
    splitSentences(text),
  );
  return sentences.some(
    ({ text }) =>
      SEPARATE.test(text) &&
      !NOT_OF_EVENTS.test(text) &&
      !findings.actors.some((one) => one.matched.some((name) => text.includes(name))),
  );
}
