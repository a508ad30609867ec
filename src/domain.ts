/** The words of Telwatch: readonly shapes and closed lists. Imports nothing. Times are epoch milliseconds, UTC. */

export type Topic = "telecom" | "security" | "general";

/** One polled source. */
export interface Feed {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly topic: Topic;
  readonly everyMs: number;
}

/** One item as a feed published it. Its id is ours: feed id and canonical URL. */
export interface Entry {
  readonly id: string;
  readonly feedId: string;
  readonly guid: string | undefined;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** Full text as HTML where the feed carries it. */
  readonly html: string | undefined;
  readonly publishedAt: number | undefined;
}

/** An entry and the text behind its link. */
export interface Article {
  readonly id: string;
  readonly url: string;
  readonly outlet: string;
  readonly feedId: string;
  readonly topic: Topic;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: number;
  readonly fetchedAt: number;
  readonly paragraphs: readonly string[];
  readonly textFrom: "page" | "feed";
  /** Why the page was not used, where it was not. */
  readonly textNote?: string;
}

export type EntityKind = "actor" | "carrier";
export const CARRIER_ROLES = ["victim", "past-victim", "source", "mentioned"] as const;
export type CarrierRole = (typeof CARRIER_ROLES)[number];
export const ACTOR_ROLES = ["attributed", "suspected", "background"] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];
export const EVENT_TYPES = [
  "intrusion",
  "data-breach",
  "outage",
  "ransomware",
  "vulnerability",
  "arrest",
  "policy",
  "business",
  "other",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];
export const SEVERITIES = ["urgent", "notice", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];
export const STANCES = ["confirms", "denies", "limits", "claims", "no-comment"] as const;
export type Stance = (typeof STANCES)[number];

/** Where in an article something stands. Paragraphs of the text count from 1; title and summary are paragraph 0. Offsets are UTF-16 units of the original string. */
export interface Place {
  readonly field: "title" | "summary" | "text";
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** A place in an article where a watched name stands. */
export interface Mention {
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  /** The text as it stands in the article. */
  readonly literal: string;
  /** The catalogue's spelling that it matched. */
  readonly alias: string;
  readonly place: Place;
  /** What let the name count: "unambiguous", or the cue that settled an ambiguous one. */
  readonly cue: string;
}

/** A name that stood in the article and was not counted, with the reason. */
export interface DroppedName {
  readonly kind: EntityKind;
  readonly id: string;
  readonly literal: string;
  readonly place: Place;
  readonly reason: string;
}

interface NamedEntity {
  readonly id: string;
  readonly name: string;
  /** Distinct literal spellings, in order of appearance. */
  readonly matched: readonly string[];
  readonly mentions: readonly Mention[];
  /** The words that decided the role. */
  readonly why: string;
}
export interface NamedActor extends NamedEntity {
  readonly role: ActorRole;
}
export interface NamedCarrier extends NamedEntity {
  readonly role: CarrierRole;
}

/** A sentence that ties an actor to a carrier; hedge is the doubt it voices ("reportedly"). */
export interface Tie {
  readonly actor: string;
  readonly carrier: string;
  readonly hedge: string | undefined;
  readonly sentence: string;
  readonly paragraph: number;
}

/** What the watch stage found in one article. */
export interface Findings {
  readonly actors: readonly NamedActor[];
  readonly carriers: readonly NamedCarrier[];
  readonly ties: readonly Tie[];
  readonly dropped: readonly DroppedName[];
  /** Paragraph numbers (from 1) that are page furniture. */
  readonly furniture: readonly number[];
  readonly event: { readonly type: EventType; readonly why: string };
}

export interface Statement {
  readonly speaker: string;
  readonly stance: Stance;
  /** The sentence, verbatim. */
  readonly text: string;
  readonly paragraph: number;
  /** To whom it was said, where the article tells ("told Reuters"). */
  readonly to?: string;
}

/** A number with what it counts, as printed: "6.4 million" "accounts". */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly counts: string;
  readonly literal: string;
  readonly sentence: string;
}

/** A past event told in an article: a timeline row, never an alert. */
export interface HistoryRow {
  readonly when: string;
  /** Start of the period, for sorting. */
  readonly at: number;
  /** True where "last week" and the like were resolved against publication. */
  readonly resolved: boolean;
  readonly entities: readonly string[];
  readonly text: string;
}

export const DETAIL_KINDS = ["asset", "reach", "since", "duration", "date"] as const;
export type DetailKind = (typeof DETAIL_KINDS)[number];
/** A telling detail as printed: what was touched, how far it reached, since when, for how long, on which day. */
export interface Detail {
  readonly kind: DetailKind;
  /** Equal for two wordings of one thing. */
  readonly key: string;
  readonly literal: string;
  /** The carrier that the sentence names, if any: a claim about a campaign is not one about a company. */
  readonly about: string | undefined;
  readonly paragraph: number;
}

/** The telling words of one headline, and of headline and teaser together. */
export interface Head {
  readonly title: readonly string[];
  readonly terms: readonly string[];
}

/** What an article is about, for grouping. */
export interface Fingerprint {
  /** Weighted terms, most telling first. */
  readonly terms: readonly (readonly [term: string, weight: number])[];
  readonly titleTerms: readonly string[];
  /** One for each article, the first ones of a long story; absent in what older versions stored. */
  readonly heads?: readonly Head[];
  /** Asset and malware words, CVEs, organisations: rare names that are not watched. */
  readonly names: readonly string[];
  readonly roundup: boolean;
  /** An outage with a stated cause that is nobody's attack. */
  readonly accident: boolean;
}

/** What the story stage reads out of one article. */
export interface Account {
  readonly origins: readonly string[];
  readonly statements: readonly Statement[];
  /** Likely, but never told in a message: read from what somebody does and not from their words ("the court annulled the fine"), or as a second stance of a sentence. */
  readonly hints?: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly history: readonly HistoryRow[];
  readonly fingerprint: Fingerprint;
  readonly details?: readonly Detail[];
}

export interface StoryArticle {
  readonly id: string;
  readonly url: string;
  readonly outlet: string;
  readonly title: string;
  readonly publishedAt: number;
  readonly origins: readonly string[];
}
export interface StoryEntity<R extends string> {
  readonly id: string;
  readonly name: string;
  readonly role: R;
  readonly matched: readonly string[];
  /** Article that gave this role. */
  readonly articleId: string;
}

/** All articles about one event. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly openedAt: number;
  readonly updatedAt: number;
  readonly event: EventType;
  readonly severity: Severity;
  readonly articles: readonly StoryArticle[];
  readonly actors: readonly StoryEntity<ActorRole>[];
  readonly carriers: readonly StoryEntity<CarrierRole>[];
  readonly ties: readonly (Tie & { readonly articleId: string; readonly outlet: string })[];
  readonly origins: readonly string[];
  readonly statements: readonly (Statement & { readonly articleId: string; readonly outlet: string })[];
  readonly figures: readonly Figure[];
  readonly history: readonly (HistoryRow & { readonly articleId: string; readonly outlet: string })[];
  readonly fingerprint: Fingerprint;
  readonly details?: readonly (Detail & { readonly articleId: string; readonly outlet: string })[];
  readonly related: readonly string[];
  /** Whether an alert was decided for it; later matching articles are replies. */
  readonly alerted: boolean;
  readonly mergedInto: string | undefined;
  /** Stories that a person has split from this one, or this from them. */
  readonly apart?: readonly string[];
}

/** An article with what the watch stage and the story stage read out of it. */
export interface Reading {
  readonly article: Article;
  readonly findings: Findings;
  readonly account: Account;
}

/** Why an article joined a story, opened one, or stands alone. */
export interface Assignment {
  readonly storyId: string | undefined;
  /** True for a roundup or a series entry: it belongs to no story, not even to a new one. */
  readonly alone: boolean;
  readonly why: string;
  /** The nearest stories considered, best first, at most three. */
  readonly nearest: readonly { readonly storyId: string; readonly score: number; readonly why: string }[];
  readonly related: readonly string[];
}

/** What a later article adds to its story, and where it differs. */
export interface News {
  readonly added: readonly { readonly label: string; readonly text: string }[];
  readonly differs: readonly { readonly label: string; readonly text: string }[];
  readonly missing: readonly string[];
}

export interface Decision {
  readonly kind: "alert" | "reply" | "digest" | "skip";
  /** Closed in alerts/decide.ts. */
  readonly reason: string;
}

/** Silence asked for by a person: an entity's id, a story's id or a feed's id, until it expires. */
export interface Mute {
  readonly kind: "entity" | "story" | "source";
  readonly target: string;
  readonly until: number;
}
