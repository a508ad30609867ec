import type { EventType, Reading, Story } from "../domain.ts";
import { splitSentences } from "../text/sentences.ts";
import { cosine, foldText, type TermWeights } from "../text/similarity.ts";
import { isSeriesOf } from "./is-series.ts";
import * as at from "./thresholds.ts";

export interface Comparison {
  readonly storyId: string;
  /** At or above JOIN_AT the article belongs to the story. */
  readonly score: number;
  readonly why: string;
  readonly sharesEntity: boolean;
}
export interface CompareOptions {
  readonly windowMs: number;
  readonly weights: TermWeights;
}

const DAY_MS = 86_400_000;

/** How well an article fits a story as a whole, with the reasons in order of their weight. */
export function compareWithStory(read: Reading, story: Story, options: CompareOptions): Comparison {
  const shared = sharedEntities(read, story);
  const sameCarrier = shared.victims.length + shared.focal.length > 0;
  const sharesEntity = sameCarrier || shared.actors.length > 0;
  const refuse = (why: string): Comparison => ({ storyId: story.id, score: 0, why, sharesEntity });
  const gap = gapBetween(read, story);
  if (gap > options.windowMs * at.FOLLOW_UP_FACTOR) return refuse("outside the time window");
  if (read.article.publishedAt - story.openedAt > at.LONGEST_STORY_MS) return refuse("the story is too old");
  const likeness = cosine(read.account.fingerprint.terms, story.fingerprint.terms, options.weights);
  if (isSeriesOf(read, story) && likeness < at.SAME_TEXT)
    return refuse("another part of a series with equal titles");
  const names = rareNamesShared(read, story, options.weights);
  const parts: [points: number, why: string][] = [
    [likeness / at.LIKENESS_ALONE, `text likeness ${likeness.toFixed(2)}`],
    ...entityParts(read, story, shared),
    [
      Math.min(at.MOST_FROM_RARE_NAMES, names.length * at.SHARED_RARE_NAME),
      `shared rare names ${names.slice(0, 4).join(", ")}`,
    ],
    ...(sameCarrier ? [] : headlineParts(read, story, options.weights, likeness / at.LIKENESS_ALONE)),
    ...figureParts(read, story),
    ...cveParts(read, story),
    ...kindParts(read, story, sameCarrier),
    ...sparseParts(read, story, { gap, sameCarrier, sameActor: shared.actors.length > 0 }),
    ...(sameCarrier && saysSeparate(read)
      ? [[at.SAYS_SEPARATE, "says that it is a separate case"] as [number, string]]
      : []),
    [
      Math.max(
        sameCarrier ? at.MOST_FOR_DAYS : -1,
        Math.max(0, gap / DAY_MS - at.DAYS_FREE) * at.PER_DAY_LATER,
      ),
      `${Math.round(gap / DAY_MS)} days later`,
    ],
  ];
  const late = gap > options.windowMs;
  if (late && !sameCarrier && names.length < 2) return refuse("outside the time window");
  if (late) parts.push([-at.LATE_SURCHARGE, "a late follow-up"]);
  const crowd = story.articles.length - at.CHAIN_FREE_MEMBERS;
  if (!sharesEntity && crowd > 0)
    parts.push([crowd * at.PER_CHAIN_MEMBER, "a long story without a shared name"]);
  return {
    storyId: story.id,
    score: Math.max(
      0,
      parts.reduce((sum, [points]) => sum + points, 0),
    ),
    why: reasons(parts),
    sharesEntity,
  };
}

function reasons(parts: readonly (readonly [number, string])[]): string {
  return parts
    .filter(([points]) => Math.abs(points) >= 0.02)
    .sort((a, b) => Math.abs(b[0]) - Math.abs(a[0]))
    .map(([points, why]) => `${why} (${points > 0 ? "+" : "−"}${Math.abs(points).toFixed(2)})`)
    .join("; ");
}

/** Time from the article to the nearest end of the story; zero inside it, so that either order works. */
function gapBetween(read: Reading, story: Story): number {
  const { publishedAt } = read.article;
  return Math.max(0, publishedAt - story.updatedAt, story.openedAt - publishedAt);
}

interface Shared {
  readonly victims: readonly string[];
  /** Carriers in the middle of both, where not both sides call them victims. */
  readonly focal: readonly string[];
  readonly actors: readonly string[];
}

function sharedEntities(read: Reading, story: Story): Shared {
  const actors = actorsOf(story);
  const victims = victimsOf(story).filter((id) => victimsOf(read.findings).includes(id));
  const titles = foldText(story.articles.map((member) => member.title).join("\n"));
  const theirs = story.carriers
    .filter((one) => one.role === "victim" || (one.role !== "source" && namedIn(titles, one.matched)))
    .map((one) => one.id);
  const title = foldText(read.article.title);
  const mine = read.findings.carriers
    .filter(
      (one) =>
        one.role === "victim" ||
        (one.role !== "source" && (namedIn(title, one.matched) || one.mentions.length >= at.FOCAL_MENTIONS)),
    )
    .map((one) => one.id);
  const named = read.findings.carriers.filter((one) => one.role === "victim" && namedIn(title, one.matched));
  const theirsNamed = theirs.filter((id) =>
    namedIn(titles, story.carriers.find((one) => one.id === id)?.matched ?? []),
  );
  // Each headline names a victim of its own: a third company that both mention does not make them one event.
  const apart = named.length > 0 && theirsNamed.length > 0 && !named.some((one) => theirs.includes(one.id));
  if (apart)
    return { victims: [], focal: [], actors: actorsOf(read.findings).filter((id) => actors.includes(id)) };
  return {
    victims,
    focal: mine.filter((id) => theirs.includes(id) && !victims.includes(id)),
    actors: actorsOf(read.findings).filter((id) => actors.includes(id)),
  };
}

/** Teasers share few words even when they tell of one event: soon after, the same company or actor must do. */
function sparseParts(
  read: Reading,
  story: Story,
  {
    gap,
    sameCarrier,
    sameActor,
  }: { readonly gap: number; readonly sameCarrier: boolean; readonly sameActor: boolean },
): [number, string][] {
  const sparse = read.article.paragraphs.length === 0 && gap <= at.SOON_MS;
  if (!sparse) return [];
  if (sameCarrier) return [[at.SPARSE_SAME_CARRIER, "a teaser soon after"]];
  const sameKind = read.findings.event.type === story.event && story.event !== "other";
  return sameActor && sameKind ? [[at.SPARSE_SAME_ACTOR, "a teaser soon after"]] : [];
}

const SEPARATE =
  /\b(?:no|any|without) (?:known )?(?:connection|link)s? (?:between|with|to)\b|\bunrelated\b|\bnothing to do with\b|\bseparate (?:\p{L}+ )?(?:incident|case|breach|attack|intrusion|fault)\b|\bnot (?:connected|linked|related) (?:to|with)\b/iu;
const NOT_OF_EVENTS = /\b(?:russia\w*|chin\w+|iran\w*|korea\w*|state|government|spies|gang|group|actor)\b/i;

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

function entityParts(read: Reading, story: Story, shared: Shared): [number, string][] {
  const out: [number, string][] = [];
  if (shared.victims.length > 0) out.push([at.SAME_VICTIM, `same victim ${shared.victims.join(", ")}`]);
  else if (shared.focal.length > 0) out.push([at.SAME_FOCUS, `both about ${shared.focal.join(", ")}`]);
  else if (victimsOf(read.findings).length > 0 && victimsOf(story).length > 0)
    out.push([at.OTHER_VICTIMS, "other victims"]);
  const sameCarrier = shared.victims.length + shared.focal.length > 0;
  if (shared.actors.length > 0) out.push([at.SAME_ACTOR, `same actor ${shared.actors.join(", ")}`]);
  else if (!sameCarrier && actorsOf(read.findings).length > 0 && actorsOf(story).length > 0)
    out.push([at.OTHER_ACTORS, "other actors"]);
  return out;
}

function rareNamesShared(read: Reading, story: Story, weights: TermWeights): string[] {
  const known = new Set(story.fingerprint.names);
  const rare = Math.max(2, weights.documents * at.RARE_NAME_SHARE);
  return read.account.fingerprint.names.filter(
    (name) => known.has(name) && !name.startsWith("cve-") && weights.frequency(name) <= rare,
  );
}

/** The rarest words of both headlines: when neither side's stand anywhere in the other, the two are about other things in like words. */
function headlineParts(
  read: Reading,
  story: Story,
  weights: TermWeights,
  likeness: number,
): [number, string][] {
  const rare = (term: string): boolean =>
    weights.frequency(term) <= weights.documents * at.RARE_HEADLINE_SHARE;
  const mine = read.account.fingerprint.titleTerms.filter(rare);
  const theirs = story.fingerprint.titleTerms.filter(rare);
  if (mine.length === 0 || theirs.length === 0) return [];
  const myTerms = new Set(read.account.fingerprint.terms.map(([term]) => term));
  // A word that one member of many happens to have is not what the story is about.
  const members = story.articles.length;
  const theirTerms = new Set(
    story.fingerprint.terms.filter(([, count]) => members === 1 || count > members).map(([term]) => term),
  );
  if (mine.some((term) => theirTerms.has(term)) || theirs.some((term) => myTerms.has(term))) return [];
  const rarest = weights.documents * at.RAREST_SHARE;
  const common = [...myTerms].filter((term) => theirTerms.has(term) && weights.frequency(term) <= rarest);
  return common.length >= 2
    ? []
    : [[at.OTHER_HEADLINES - likeness * at.OTHER_HEADLINES_SHARE, "headlines about other things"]];
}

function figureParts(read: Reading, story: Story): [number, string][] {
  const shared = read.account.figures.filter(
    (one) =>
      isTelling(one.value) && story.figures.some((two) => two.value === one.value && two.unit === one.unit),
  );
  const values = [...new Set(shared.map((one) => one.literal))].slice(0, 2);
  return values.length === 0 ? [] : [[values.length * at.SHARED_FIGURE, `same numbers ${values.join(", ")}`]];
}

/** Numbers of three digits and more; small and round-year ones are shared by chance. */
function isTelling(value: number): boolean {
  return value >= 100 && !(value >= 1900 && value <= 2100);
}

function cveParts(read: Reading, story: Story): [number, string][] {
  const cves = (names: readonly string[]): string[] => names.filter((name) => name.startsWith("cve-"));
  const mine = cves(read.account.fingerprint.names);
  const theirs = cves(story.fingerprint.names);
  if (mine.length === 0 || theirs.length === 0) return [];
  const same = mine.filter((one) => theirs.includes(one));
  return same.length > 0 ? [[at.SHARED_CVE, `same ${same[0]}`]] : [[at.OTHER_CVES, "other CVE numbers"]];
}

const ATTACKS: readonly EventType[] = ["intrusion", "data-breach", "ransomware", "arrest", "vulnerability"];

function kindParts(read: Reading, story: Story, sameCarrier: boolean): [number, string][] {
  const mine = read.findings.event.type;
  if (mine === story.event) return [];
  const outage = [mine, story.event].includes("outage");
  const attack = ATTACKS.includes(mine) || ATTACKS.includes(story.event);
  const accident = read.account.fingerprint.accident || story.fingerprint.accident;
  if (outage && attack && accident) return [[at.ACCIDENT_BESIDE_ATTACK, "an accident beside an attack"]];
  const business = [mine, story.event].includes("business");
  const why = `${mine} beside ${story.event}`;
  if (sameCarrier && business) return [[at.BUSINESS_BESIDE, why]];
  const forced = [mine, story.event].some((type) => type === "intrusion" || type === "ransomware");
  if (sameCarrier && outage && forced) return [[at.OUTAGE_THEN_ATTACK, `an unexplained outage: ${why}`]];
  if (sameCarrier && outage && attack) return [[at.OUTAGE_BESIDE_ATTACK, why]];
  return [];
}
