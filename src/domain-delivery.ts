/** The words of delivery: messages, the outbox, posters. Times are epoch milliseconds, UTC. */
import type { Severity } from "./domain.ts";

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
/** No call to a poster lasts longer, milliseconds: the poster gives up by then, and recovery after a kill counts on it. */
export const CALL_LIMIT_MS = 10_000;
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
  /** Could not look now (rate limit, outage), or the channel's history lags behind what we know is there. */
  | { readonly kind: "later"; readonly at: number; readonly reason: string }
  /** Cannot look at all: a scope is missing. */
  | { readonly kind: "unreadable"; readonly reason: string };
/** Where messages go: Slack or the terminal. */
export interface Poster {
  readonly name: string;
  readonly post: (row: OutboxRow, parentRef: string | undefined) => Promise<PostResult>;
  /** Looks for a row's delivery key among recent messages, from a minute before its first try. */
  readonly find: (row: OutboxRow, parentRef: string | undefined) => Promise<FoundMessage>;
}
