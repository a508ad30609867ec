import type { Entry, Feed, Mute } from "../domain.ts";
import type { Config, PollReason } from "../domain-config.ts";
import type { FeedAnswer, Fetcher, ParsedFeed } from "../domain-intake.ts";
import { dueFeeds } from "../intake/due-feeds.ts";
import { fetchArticle } from "../intake/fetch-article.ts";
import { fetchFeed } from "../intake/fetch-feed.ts";
import { newFeedState, nextState } from "../intake/next-state.ts";
import { parseFeed } from "../intake/parse-feed.ts";
import { loadFeedState, loadFeedStates, saveFeedState } from "../store/feed-state.ts";
import type { Store } from "../store/open-store.ts";
import type { Seen } from "../store/seen.ts";
import type { TermWeights } from "../text/similarity.ts";
import type { Watchlist } from "../watch/compile-watchlist.ts";
import type { Judgement } from "./judge-article.ts";
import { recordArticle } from "./record-article.ts";

export interface PollContext {
  readonly db: Store;
  readonly seen: Seen;
  readonly fetcher: Fetcher;
  readonly config: Config;
  readonly watchlist: Watchlist;
  readonly weights: () => TermWeights | undefined;
  readonly mutes: () => readonly Mute[];
  readonly now: () => number;
  readonly random: () => number;
  /** Told of every article once it is safely recorded. */
  readonly recorded: (judgement: Judgement) => void;
}

/** What the poll of one feed came to, for the summary of the round. */
export interface PollReport {
  readonly feed: Feed;
  readonly outcome: "unchanged" | "polled" | "first-poll" | "failed";
  readonly reason: PollReason | undefined;
  readonly detail: string | undefined;
  /** Entries remembered without a message because the feed was seen for the first time. */
  readonly remembered: number;
  readonly judgements: readonly Judgement[];
}

/** The feeds to poll now. */
export function dueNow(context: Pick<PollContext, "db" | "config" | "now">): Feed[] {
  return dueFeeds(context.config.feeds, loadFeedStates(context.db), context.now());
}

/**
 * Polls one feed: fetch, parse, and for each entry not seen before the article, its judgement and one transaction;
 * then the seen key, and the feed's bookmark last, so that a kill at any point loses nothing and repeats nothing.
 */
export async function pollFeed(feed: Feed, context: PollContext): Promise<PollReport> {
  const { db, now } = context;
  const state = loadFeedState(db, feed.id) ?? newFeedState(feed);
  const answer = await fetchFeed(feed, state, context.fetcher, now());
  const parsed = await parseChanged(feed, answer, state.bodyHash);
  const firstPoll = state.firstPolledAt === undefined;
  const entries = parsed?.entries ?? [];
  const known = await context.seen.get(entries.map((entry) => entry.id));
  const fresh = entries.filter((_, index) => known[index] === undefined);
  const [wanted, remembered] = firstPoll ? splitFirst(fresh, context) : [fresh, []];
  await context.seen.mark(remembered.map((entry) => ({ id: entry.id, digest: digestOf(entry) })));
  const judgements: Judgement[] = [];
  for (const entry of oldestFirst(wanted)) {
    const article = await fetchArticle(entry, feed, context.fetcher, now());
    const judgement = recordArticle(db, article, {
      config: context.config,
      watchlist: context.watchlist,
      weights: context.weights(),
      mutes: context.mutes(),
      now: now(),
    });
    await context.seen.mark([{ id: entry.id, digest: digestOf(entry) }]);
    context.recorded(judgement);
    judgements.push(judgement);
  }
  const outcome = { answer, parsed, newEntries: fresh.length, settled: true };
  saveFeedState(db, nextState(state, feed, outcome, now(), context.random));
  const failed = answer.kind === "failed" ? answer : parsed?.reason === undefined ? undefined : parsed;
  return {
    feed,
    outcome: failed ? "failed" : parsed === undefined ? "unchanged" : firstPoll ? "first-poll" : "polled",
    reason: failed?.reason,
    detail: failed?.detail,
    remembered: remembered.length,
    judgements,
  };
}

async function parseChanged(
  feed: Feed,
  answer: FeedAnswer,
  rememberedHash: string | undefined,
): Promise<ParsedFeed | undefined> {
  if (answer.kind !== "fetched" || answer.bodyHash === rememberedHash) return undefined;
  return parseFeed(answer.bytes, answer.contentType, feed, answer.url);
}

/** At first sight of a feed: entries young enough to be told of, and the rest, which is only remembered. */
function splitFirst(fresh: readonly Entry[], context: PollContext): [readonly Entry[], readonly Entry[]] {
  const since = context.now() - context.config.firstPollHours * 3_600_000;
  const young = (entry: Entry): boolean =>
    context.config.firstPollHours > 0 && entry.publishedAt !== undefined && entry.publishedAt >= since;
  return [fresh.filter(young), fresh.filter((entry) => !young(entry))];
}

/** Feeds list the newest first; told in that order, an entry could wait behind ever newer ones. */
function oldestFirst(entries: readonly Entry[]): Entry[] {
  return [...entries].reverse().sort((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
}

function digestOf(entry: Entry): string {
  return `${entry.title}\n${entry.summary}`;
}
