/** The words of asking: queries, answers, and what an answer reads. Times are epoch milliseconds, UTC. */

import type {
  Account,
  Article,
  Decision,
  EntityKind,
  EventType,
  Feed,
  Findings,
  Mute,
  Story,
} from "./domain.ts";
import type { FeedState } from "./domain-config.ts";
import type { Link } from "./domain-delivery.ts";

/** An article with what was read out of it and what was decided: one row of the archive. */
export interface ArchivedArticle {
  readonly article: Article;
  readonly findings: Findings;
  readonly account: Account;
  readonly decision: Decision;
  readonly storyId: string | undefined;
}

export const VERBS = [
  "help",
  "actor",
  "carrier",
  "story",
  "search",
  "timeline",
  "trend",
  "watch",
  "mute",
  "unmute",
  "why",
  "test",
  "feeds",
  "status",
  "digest",
] as const;
export type Verb = (typeof VERBS)[number];

/** What a search is narrowed by; names as typed, not yet looked up. */
export interface SearchFilters {
  readonly actor: string | undefined;
  readonly carrier: string | undefined;
  readonly source: string | undefined;
  readonly type: EventType | undefined;
  readonly since: number | undefined;
  readonly until: number | undefined;
}

/** A question as it was understood; what could not be understood is a help query that says so. */
export type Query =
  | {
      readonly kind: "help";
      readonly verb: Verb | undefined;
      /** What was wrong with the question, where something was. */
      readonly problem: string | undefined;
      readonly nearest: Verb | undefined;
      /** Words to offer an archive search for. */
      readonly words: string | undefined;
    }
  | { readonly kind: "actor"; readonly name: string; readonly since: number | undefined }
  | { readonly kind: "carrier"; readonly name: string; readonly since: number | undefined }
  | { readonly kind: "story"; readonly target: string }
  | {
      readonly kind: "search";
      readonly words: readonly string[];
      readonly filters: SearchFilters;
      /** From 1. */
      readonly page: number;
    }
  | { readonly kind: "timeline"; readonly name: string; readonly since: number | undefined }
  | { readonly kind: "trend"; readonly name: string | undefined; readonly windowMs: number }
  | {
      readonly kind: "watch-add";
      readonly name: string;
      /** Watch the name as it is written although no catalogue knows it: as an actor or a carrier. */
      readonly as: EntityKind | undefined;
      readonly until: number | undefined;
    }
  | { readonly kind: "watch-remove"; readonly name: string }
  | { readonly kind: "watch-list" }
  | {
      readonly kind: "mute";
      readonly target: string;
      readonly until: number;
      readonly because: string | undefined;
    }
  | { readonly kind: "unmute"; readonly target: string }
  | { readonly kind: "mute-list" }
  | { readonly kind: "why"; readonly target: string }
  | { readonly kind: "test"; readonly url: string }
  | { readonly kind: "feeds" }
  | { readonly kind: "status" }
  | { readonly kind: "digest"; readonly when: "now" | "off" | { readonly at: string } };
export type QueryKind = Query["kind"];

export interface AnswerRow {
  /** Short lead-in, drawn bold or as the first column. */
  readonly label: string | undefined;
  readonly text: string;
  readonly links: readonly Link[];
}
/** Counts over equal spans of time, oldest first. */
export interface AnswerChart {
  readonly unit: string;
  readonly points: readonly { readonly label: string; readonly value: number }[];
  /** What is usual for one span. */
  readonly baseline: number;
}
export interface AnswerSection {
  readonly heading: string;
  readonly rows: readonly AnswerRow[];
  readonly chart?: AnswerChart;
}
/** A next question that one press asks; the whole state is its words. */
export interface AnswerButton {
  readonly label: string;
  readonly ask: string;
}
/** An answer in no channel's markup; slack/ and terminal/ draw it. Strings are plain text, not escaped. */
export interface Answer {
  readonly kind: QueryKind;
  /** False where the question could not be answered as asked (unknown name, bad argument, not allowed). */
  readonly ok: boolean;
  readonly title: string;
  /** One line for a reader in a hurry. */
  readonly bottomLine: string;
  readonly sections: readonly AnswerSection[];
  readonly buttons: readonly AnswerButton[];
  readonly footer: string;
}

/** A name and who asserts it. */
export interface AssertedName {
  readonly name: string;
  readonly sources: readonly string[];
  readonly status: "agreed" | "disputed";
  readonly note: string | undefined;
}
/** What the catalogue says of an actor or a carrier. */
export interface EntityFacts {
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  readonly names: readonly AssertedName[];
  /** Legal entity of a carrier. */
  readonly legal: string | undefined;
  /** The groups a carrier belongs to. */
  readonly parents?: readonly string[];
  readonly country: string | undefined;
  /** Who the catalogues say is behind an actor, with the catalogue. */
  readonly sponsor: string | undefined;
  /** Ids in public catalogues, as "ATT&CK G1045". */
  readonly references: readonly string[];
  readonly watched: boolean;
}

/** A watch added by a person on top of feeds.yaml. */
export interface Watch {
  readonly kind: EntityKind;
  /** Catalogue id, or one made from the name. */
  readonly id: string;
  readonly name: string;
  /** True where no catalogue knows the name and it is watched as it is written. */
  readonly own: boolean;
  readonly until: number | undefined;
  readonly by: string;
  readonly at: number;
}
/** A mute with the name it was asked under, who asked, when and why. */
export interface KeptMute extends Mute {
  readonly name: string;
  readonly by: string;
  readonly at: number;
  readonly because: string | undefined;
}

/** How far an article search is narrowed, after names were looked up. */
export interface SearchRequest {
  readonly words: readonly string[];
  readonly actor: string | undefined;
  readonly carrier: string | undefined;
  readonly source: string | undefined;
  readonly type: EventType | undefined;
  readonly since: number | undefined;
  readonly until: number | undefined;
  readonly limit: number;
  readonly offset: number;
}
export interface Span {
  readonly since: number;
  readonly limit: number;
}
/** Everything an answer may read; pipeline/ makes it from the store, tests from lists. */
export interface Archive {
  readonly entities: readonly EntityFacts[];
  readonly storiesOf: (kind: EntityKind, id: string, span: Span) => readonly Story[];
  readonly articlesOf: (kind: EntityKind, id: string, span: Span) => readonly ArchivedArticle[];
  readonly openStories: (span: Span) => readonly Story[];
  readonly story: (id: string) => Story | undefined;
  readonly articlesOfStory: (id: string) => readonly ArchivedArticle[];
  readonly articleByUrl: (url: string) => ArchivedArticle | undefined;
  readonly search: (request: SearchRequest) => readonly ArchivedArticle[];
  /** When stories were opened at or after since, for one entity or all. */
  readonly storyTimes: (
    entity: { kind: EntityKind; id: string } | undefined,
    since: number,
  ) => readonly number[];
  readonly watches: () => readonly Watch[];
  readonly mutes: () => readonly KeptMute[];
  /** Where a story's claim stands, in the words that alerts use. */
  readonly statusOf: (story: Story) => string;
  /** The channels that were told of a story, each with the address of its thread where there is one. */
  readonly threadOf: (
    storyId: string,
  ) => readonly { readonly channel: string; readonly url: string | undefined }[];
  readonly feeds: () => readonly { readonly feed: Feed; readonly state: FeedState | undefined }[];
  readonly state: () => ArchiveState;
}
/** How the archive and the outbox stand. */
export interface ArchiveState {
  readonly articles: number;
  readonly stories: number;
  readonly pending: number;
  readonly unknown: number;
  readonly dead: number;
  readonly oldestPendingAt: number | undefined;
  readonly lastArticleAt: number | undefined;
}

/** Who asks, when, and under which name the command is known. */
export interface Asking {
  readonly now: number;
  readonly timezone: string;
  readonly command: string;
  readonly us: string | undefined;
}
