import { openWatchlist } from "../../src/commands/open-watchlist.ts";
import { checkConfig } from "../../src/config/load-config.ts";
import type { Feed } from "../../src/domain.ts";
import type { FeedState } from "../../src/domain-config.ts";
import { OUTBOX_STATES, type OutboxRow } from "../../src/domain-delivery.ts";
import { createFetcher } from "../../src/intake/fetch-feed.ts";
import type { PollContext } from "../../src/pipeline/poll-context.ts";
import { dueNow, type PollReport, pollFeed } from "../../src/pipeline/poll-feed.ts";
import { createPollMemory } from "../../src/pipeline/poll-memory.ts";
import { loadFeedState } from "../../src/store/feed-state.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { listOutbox } from "../../src/store/outbox.ts";
import { openPages } from "../../src/store/pages.ts";
import { openSeen } from "../../src/store/seen.ts";
import type { Watchlist } from "../../src/watch/compile-watchlist.ts";

/** The poller on an in-memory store, real HTTP over loopback, and a clock that the test moves. */
export interface PollRig {
  /** Polls what is due, or all feeds, and gives the reports. */
  readonly round: () => Promise<PollReport[]>;
  readonly pass: (ms: number) => void;
  readonly now: () => number;
  readonly state: (feedId: string) => FeedState | undefined;
  readonly posts: (channel?: string) => readonly OutboxRow[];
  readonly restart: () => void;
  /** The store below the rig, for what a kill would leave behind. */
  readonly db: Store;
  readonly close: () => Promise<void>;
}

let shared: Watchlist | undefined;

/** Sets up feeds by name and URL, each every 15 minutes, with grouping off. */
export function startRig(feeds: Readonly<Record<string, string>>, extra = ""): PollRig {
  const list = Object.entries(feeds).map(
    ([name, url]) => `  - { name: ${name}, url: "${url}", topic: security, every: 15m }`,
  );
  const text = [
    "feeds:",
    ...list,
    "stories: { group: false }",
    "network: { allowHosts: [127.0.0.1, 127.0.0.2, 127.0.0.3, 127.0.0.4] }",
    'slack: { opsChannel: "#ops" }',
    "routes:",
    '  - { channel: "#threats", when: { carriers: any } }',
    extra,
  ].join("\n");
  const { config, problems } = checkConfig(text);
  if (config === undefined) throw new Error(JSON.stringify(problems));
  const db = openStore(":memory:");
  let now = Date.UTC(2026, 10, 23, 12);
  const clock = (): number => now;
  const connect = () =>
    createFetcher({ allowHosts: config.network.allowHosts, now: clock, spacingMs: 0, requestMs: 400 });
  let fetcher = connect();
  let memory = createPollMemory();
  shared ??= openWatchlist(config);
  const watchlist = shared;
  const context = (): PollContext => ({
    db,
    config,
    watchlist,
    fetcher,
    memory,
    seen: openSeen(db, clock),
    pages: openPages(db, clock),
    weights: () => undefined,
    mutes: () => [],
    now: clock,
    random: () => 0.5,
    recorded: () => {},
  });
  return {
    db,
    round: () => Promise.all(dueNow(context()).map((feed: Feed) => pollFeed(feed, context()))),
    pass: (ms) => {
      now += ms;
    },
    now: clock,
    state: (feedId) => loadFeedState(db, feedId),
    posts: (channel) =>
      listOutbox(db, OUTBOX_STATES, 1_000).filter((row) => channel === undefined || row.channel === channel),
    restart: () => {
      void fetcher.close();
      fetcher = connect();
      memory = createPollMemory();
    },
    close: async () => {
      await fetcher.close();
      db.close();
    },
  };
}
