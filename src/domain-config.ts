/** The words of configuration and of polling: what feeds.yaml says, what we remember of a feed. */
import type { EventType, Feed, Severity } from "./domain.ts";
import type { PollHints } from "./domain-intake.ts";

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
  /** The configured URL all this is about; another one starts afresh. */
  readonly url: string;
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
  /** When the body last differed from the one before. */
  readonly lastChangedAt: number | undefined;
  /** When the present run of failures began. */
  readonly failingSince: number | undefined;
  /** When the feed was first seen without entries, though it had some. */
  readonly emptySince: number | undefined;
  /** Since when the newest entries are dated more than a day ahead. */
  readonly datedAheadSince: number | undefined;
  /** Polls in a row that brought the remembered body whole, validators or not. */
  readonly unchangedPolls: number;
  readonly hints: PollHints;
  readonly items: number | undefined;
  /** Trouble already told: kind and since. */
  readonly told: { readonly kind: string; readonly at: number } | undefined;
}

/** One mistake in feeds.yaml or the environment; line and column count from 1, 0 where there is no place. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  /** The key as a path, "feeds[3].url", or the name of a variable. */
  readonly key: string;
  /** What was expected, what came, what to do. */
  readonly message: string;
}
/** What the environment says; secrets are absent from every message and log. */
export interface Environment {
  readonly slackBotToken: string | undefined;
  readonly slackAppToken: string | undefined;
  readonly slackSigningSecret: string | undefined;
  readonly slackApiUrl: string | undefined;
  /** Port of Slack's HTTP mode. */
  readonly port: number | undefined;
  readonly configPath: string;
  /** Folder of the database and of the console poster's record. */
  readonly stateDir: string;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** Port of the health page; undefined = none, 0 = any free one. */
  readonly healthPort: number | undefined;
  /** Address of the health page: loopback unless set. */
  readonly healthHost: string;
  readonly noColor: boolean;
}
