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

/** What an article is about, for grouping. */
export interface Fingerprint {
  /** Weighted terms, most telling first. */
  readonly terms: readonly (readonly [term: string, weight: number])[];
  readonly titleTerms: readonly string[];
  /** Asset and malware words, CVEs, organisations: rare names that are not watched. */
  readonly names: readonly string[];
  readonly roundup: boolean;
}

/** What the story stage reads out of one article. */
export interface Account {
  readonly origins: readonly string[];
  readonly statements: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly history: readonly HistoryRow[];
  readonly fingerprint: Fingerprint;
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
  readonly related: readonly string[];
  /** Whether an alert was decided for it; later matching articles are replies. */
  readonly alerted: boolean;
  readonly mergedInto: string | undefined;
}

/** Why an article joined a story, opened one, or stands alone. */
export interface Assignment {
  readonly storyId: string | undefined;
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

export interface Quote {
  readonly text: string;
  readonly speaker: string | undefined;
  readonly paragraph: number;
}
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** A message in no channel's markup; slack/ and terminal/ draw it. Strings are plain text, not escaped. */
export interface Message {
  readonly kind: "alert" | "reply" | "digest" | "notice";
  /** What a phone's lock screen shows. */
  readonly text: string;
  readonly headline: string;
  readonly severity: Severity | undefined;
  readonly storyId: string | undefined;
  readonly lines: readonly {
    readonly label: string;
    readonly text: string;
    readonly links?: readonly Link[];
  }[];
  readonly quotes: readonly Quote[];
  readonly outlets: readonly Link[];
  readonly footer: string;
  readonly buttons: boolean;
}

export const OUTBOX_STATES = ["pending", "sending", "sent", "unknown", "dead"] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];
/** One delivery: a message for one channel, recorded before it is sent. */
export interface Delivery {
  /** Delivery key: unique for ever, carried in the message's metadata. */
  readonly key: string;
  readonly channel: string;
  readonly op: "post" | "update";
  /** The delivery whose message this one replies to or updates. */
  readonly parentKey: string | undefined;
  readonly storyId: string | undefined;
  readonly message: Message;
  readonly createdAt: number;
  /** Not before. */
  readonly dueAt: number;
}
export interface OutboxRow extends Delivery {
  readonly state: OutboxState;
  readonly tries: number;
  readonly firstTryAt: number | undefined;
  readonly lastTryAt: number | undefined;
  /** The channel's own reference of the message once sent. */
  readonly ref: string | undefined;
  readonly reason: string | undefined;
}
export type PostResult =
  | { readonly kind: "sent"; readonly ref: string }
  | {
      readonly kind: "retry";
      readonly at: number;
      readonly reason: string;
      readonly scope: "row" | "channel" | "all";
    }
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "dead"; readonly reason: string };
export type FoundMessage =
  | { readonly kind: "found"; readonly ref: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly reason: string };
/** Where messages go: Slack or the terminal. */
export interface Poster {
  readonly name: string;
  readonly post: (row: OutboxRow, parentRef: string | undefined) => Promise<PostResult>;
  /** Looks for a row's delivery key among recent messages, from a minute before its first try. */
  readonly find: (row: OutboxRow, parentRef: string | undefined) => Promise<FoundMessage>;
}

export interface Route {
  readonly channel: string;
  readonly when: {
    readonly actors?: "any" | readonly string[];
    readonly carriers?: "any" | readonly string[];
    readonly roles?: readonly string[];
    readonly events?: readonly EventType[];
    readonly severity?: readonly Severity[];
  };
  readonly deliver: "now" | "digest";
  /** Hour of a digest, "08:30", in the configured timezone. */
  readonly at: string | undefined;
}
export interface OwnEntity {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
}
export interface OwnAlias {
  readonly actor: string;
  readonly alias: string;
  readonly source: string;
  readonly status: "agreed" | "disputed";
}
export interface WatchConfig {
  readonly actors: "all" | readonly (string | OwnEntity)[];
  readonly carriers: "all" | readonly (string | OwnEntity)[];
  readonly aliases: readonly OwnAlias[];
}
/** feeds.yaml after checking, with defaults filled in. */
export interface Config {
  readonly schedule: string;
  readonly timezone: string;
  readonly us: string | undefined;
  readonly feeds: readonly Feed[];
  readonly firstPollHours: number;
  readonly watch: WatchConfig;
  readonly stories: { readonly group: boolean; readonly windowMs: number };
  readonly network: { readonly allowHosts: readonly string[]; readonly intervalMs: number };
  readonly slack: {
    readonly graceMs: number;
    readonly command: string;
    readonly opsChannel: string | undefined;
    /** Slack user ids who may change watches and mutes; undefined = everyone. */
    readonly writers: readonly string[] | undefined;
  };
  readonly routes: readonly Route[];
}

/** What a poll of one feed came to, closed. */
export type PollReason =
  | "dns"
  | "refused-address"
  | "connect"
  | "timeout"
  | "tls"
  | "http-status"
  | "gone"
  | "rate-limited"
  | "too-large"
  | "too-many-redirects"
  | "bad-url"
  | "html-page"
  | "empty"
  | "not-a-feed"
  | "parse-timeout"
  | "network";
/** What we remember of a feed between polls. */
export interface FeedState {
  readonly feedId: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly validatorsAt: number | undefined;
  readonly bodyHash: string | undefined;
  readonly firstPolledAt: number | undefined;
  readonly lastPolledAt: number | undefined;
  readonly lastOkAt: number | undefined;
  readonly lastNewAt: number | undefined;
  readonly nextDueAt: number;
  readonly failures: number;
  readonly lastReason: PollReason | undefined;
  readonly lastDetail: string | undefined;
  readonly movedTo: string | undefined;
  readonly movedCount: number;
  readonly goneCount: number;
  /** Recent times at which new entries were seen, newest last, for the expected gap. */
  readonly arrivals: readonly number[];
  readonly items: number | undefined;
  /** Trouble already told: kind and since. */
  readonly told: { readonly kind: string; readonly at: number } | undefined;
}
