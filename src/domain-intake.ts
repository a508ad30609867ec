/** The words of intake: what a request, a poll and a parsed document come to. Times are epoch milliseconds, UTC. */
import type { Entry } from "./domain.ts";
import type { PollReason } from "./domain-config.ts";

/** An answer to a guarded GET, whatever its status; the body is decompressed and capped. */
export interface Answered {
  readonly kind: "answered";
  readonly status: number;
  /** Header names in lower case, values byte for byte (latin1). */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** False where the connection ended before the announced end of the body. */
  readonly complete: boolean;
  /** The URL that answered, without credentials. */
  readonly url: string;
  /** The last URL that was reached by permanent redirects alone, if any. */
  readonly movedTo: string | undefined;
}
export interface Unanswered {
  readonly kind: "failed";
  readonly reason: PollReason;
  readonly detail: string;
  /** Not before this time, where the host asked for it. */
  readonly retryAt: number | undefined;
  /** True where the host was not asked at all, because it had asked us to wait. */
  readonly unasked?: true;
  /** Who answered, where somebody did: after a redirect another host than the one asked first. */
  readonly host?: string;
}
export interface GetOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** Feeds go before pages in a host's queue. */
  readonly kind: "feed" | "page";
  /** Gives up when the host's turn has not come within this time. */
  readonly maxWaitMs?: number;
  /** Longest that the whole request may take; the fetcher's own limit when left out or longer. */
  readonly maxMs?: number;
}
/** Asks hosts politely and safely; never throws for what a server does. */
export interface Fetcher {
  readonly get: (url: string, options: GetOptions) => Promise<Answered | Unanswered>;
  /** Silences a host: nothing is asked of it before the time. */
  readonly pause: (host: string, until: number) => void;
  readonly pausedUntil: (url: string) => number | undefined;
  readonly close: () => Promise<void>;
  /** True from close on: what fails then says nothing about a feed. */
  readonly isClosed: () => boolean;
}

/** What a feed says about how often it wants to be asked. */
export interface PollHints {
  /** The least time between polls by Cache-Control, Expires or ttl; capped. */
  readonly waitMs: number | undefined;
  /** UTC hours in which the feed is not to be asked. */
  readonly skipHours: readonly number[];
  /** UTC days, 0 = Sunday, on which the feed is not to be asked. */
  readonly skipDays: readonly number[];
}
/** What one conditional GET of a feed came to. */
export type FeedAnswer =
  | {
      readonly kind: "not-modified";
      readonly etag: string | undefined;
      readonly lastModified: string | undefined;
      readonly waitMs: number | undefined;
      readonly movedTo: string | undefined;
    }
  | {
      readonly kind: "fetched";
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly url: string;
      readonly etag: string | undefined;
      readonly lastModified: string | undefined;
      /** SHA-256 of the body; equal to the remembered one means nothing to parse. */
      readonly bodyHash: string;
      readonly complete: boolean;
      readonly waitMs: number | undefined;
      readonly movedTo: string | undefined;
    }
  | Unanswered;

/** A document read as a feed: its entries, or why there are none. */
export interface ParsedFeed {
  readonly title: string | undefined;
  readonly entries: readonly Entry[];
  readonly hints: PollHints;
  readonly reason: PollReason | undefined;
  readonly detail: string | undefined;
}

/** What a poll of one feed came to, as the feed's state is concerned. */
export interface PollOutcome {
  readonly answer: FeedAnswer;
  /** When the request began: intervals count from there. */
  readonly askedAt: number;
  /** Undefined where the body was the remembered one or nothing came. */
  readonly parsed: ParsedFeed | undefined;
  /** Entries that we had not seen before. */
  readonly newEntries: number;
}

/** What an article page says, as far as we use it. */
export interface ReadPage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The page's own canonical address, where it is of the same site. */
  readonly canonical: string | undefined;
  readonly publishedAt: number | undefined;
  /** The page's wishes: "noindex", "noarchive" and the like, in lower case. */
  readonly robots: readonly string[];
  /** What stands between the reader and the text, if anything. */
  readonly wall: "consent" | "paywall" | "robot check" | "login" | undefined;
}
/** Pages that were read lately, by canonical URL. */
export interface PageCache {
  readonly get: (url: string) => Promise<ReadPage | undefined>;
  readonly set: (url: string, page: ReadPage) => Promise<void>;
}
