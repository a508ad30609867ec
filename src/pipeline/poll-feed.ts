import type { Entry, Feed } from "../domain.ts";
import type { FeedState, PollReason } from "../domain-config.ts";
import type { FeedAnswer, ParsedFeed } from "../domain-intake.ts";
import { dueFeeds } from "../intake/due-feeds.ts";
import { fetchFeed } from "../intake/fetch-feed.ts";
import { nextState, stateFor } from "../intake/next-state.ts";
import { parseFeed } from "../intake/parse-feed.ts";
import { loadFeedState, loadFeedStates, loadPauses, saveFeedState, savePause } from "../store/feed-state.ts";
import { putInInbox } from "../store/inbox.ts";
import { inTransaction } from "../store/open-store.ts";
import { enqueue } from "../store/outbox.ts";
import { gainsName } from "./gains-name.ts";
import type { Judgement } from "./judge-article.ts";
import type { PollContext } from "./poll-context.ts";
import { type SortedEntries, seenKeys, sortEntries } from "./sort-entries.ts";
import { takeTurns } from "./take-turns.ts";
import { tellHealth } from "./tell-health.ts";
import { workOffInbox } from "./work-off-inbox.ts";

/** What the poll of one feed came to, for the summary of the round. */
export interface PollReport {
  readonly feed: Feed;
  readonly outcome: "unchanged" | "polled" | "first-poll" | "failed";
  readonly reason: PollReason | undefined;
  readonly detail: string | undefined;
  /** Entries remembered without a message because the feed was seen for the first time. */
  readonly remembered: number;
  readonly judgements: readonly Judgement[];
  /** What was told of the feed's health with this poll: that it ails, or is back. */
  readonly health?: string | undefined;
}

/** Pieces after which other feeds have their turn: entries looked up or marked, and entries searched for names. */
const MANY = 250;
const FEW = 20;
const NO_BYTES = new Uint8Array();
/** Without an answer from anybody, the next try comes after so many intervals at most. */
const OUTAGE_INTERVALS = 4;

/** The feeds to poll now: due, and of a host that has not asked us to wait. */
export function dueNow(context: Pick<PollContext, "db" | "config" | "now" | "fetcher">): Feed[] {
  const { db, config, fetcher } = context;
  const now = context.now();
  for (const [host, until] of loadPauses(db, now)) fetcher.pause(host, until);
  const due = dueFeeds(config.feeds, loadFeedStates(db), now);
  return due.filter((feed) => fetcher.pausedUntil(feed.url) === undefined);
}

/**
 * Polls one feed: fetch, parse, and what was not seen before goes to the inbox. From there each entry gets its article,
 * its judgement and one transaction, then the seen key, then it leaves the inbox; the feed's bookmark moves last. So a
 * kill at any point loses nothing and repeats nothing, also when the feed has dropped the entry in the meantime.
 */
export async function pollFeed(feed: Feed, context: PollContext): Promise<PollReport> {
  const { db } = context;
  const state = stateFor(feed, loadFeedState(db, feed.id));
  const firstPoll = state.firstPolledAt === undefined;
  const { askedAt, answer, parsed, sorted } = await look(feed, state, context);
  const [wanted, remembered] = firstPoll ? splitFirst(sorted.fresh, context) : [sorted.fresh, []];
  await markAll([...remembered, ...sorted.renew], context);
  const edited = await splitEdited(sorted, context);
  inTransaction(db, () => putInInbox(db, wanted, context.now()));
  const judgements: Judgement[] = [];
  await workOffInbox(feed, edited, context, (judgement) => judgements.push(judgement));
  const outcome = { answer, askedAt, parsed, newEntries: sorted.fresh.length };
  const health = context.fetcher.isClosed() ? undefined : bookmark(feed, state, outcome, context);
  const failed = answer.kind === "failed" ? answer : isFailure(parsed) ? parsed : undefined;
  return {
    feed,
    outcome: failed ? "failed" : parsed === undefined ? "unchanged" : firstPoll ? "first-poll" : "polled",
    reason: failed?.reason,
    detail: failed?.detail,
    remembered: remembered.length,
    judgements,
    health,
  };
}

interface Look {
  readonly askedAt: number;
  /** Without the bytes, which nobody needs any more. */
  readonly answer: FeedAnswer;
  readonly parsed: ParsedFeed | undefined;
  readonly sorted: SortedEntries;
}

/** Fetches, parses and sorts, in one of the few places for documents. */
async function look(feed: Feed, state: FeedState, context: PollContext): Promise<Look> {
  await context.memory.documents.take();
  try {
    const askedAt = context.now();
    const answer = await fetchFeed(feed, state, context.fetcher, askedAt);
    const parsed = await parseChanged(feed, answer, state.bodyHash);
    const sorted = await sortEntries(parsed?.entries ?? [], context.seen, context.now());
    return {
      askedAt,
      parsed,
      sorted,
      answer: answer.kind === "fetched" ? { ...answer, bytes: NO_BYTES } : answer,
    };
  } finally {
    context.memory.documents.free();
  }
}

/** An empty feed is no failure: some have nothing to say yet. */
function isFailure(parsed: ParsedFeed | undefined): parsed is ParsedFeed {
  return parsed?.reason !== undefined && parsed.reason !== "empty";
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

/** Gives the edited entries that gain a watched name, and remembers the others as they are now. */
async function splitEdited(sorted: SortedEntries, context: PollContext): Promise<Entry[]> {
  const gaining: Entry[] = [];
  const others: Entry[] = [];
  await takeTurns(sorted.edited, FEW, (piece) => {
    for (const { entry, before } of piece)
      (gainsName(entry, before, context.watchlist) ? gaining : others).push(entry);
  });
  await markAll(others, context);
  return gaining;
}

async function markAll(entries: readonly Entry[], context: PollContext): Promise<void> {
  await takeTurns(entries, MANY, (piece) =>
    context.seen.mark(piece.flatMap((entry) => seenKeys(entry, false))),
  );
}

/** Saves what is known of the feed now, with the news of its health and what it means for its host and for the others. */
function bookmark(
  feed: Feed,
  before: FeedState,
  outcome: Parameters<typeof nextState>[2],
  context: PollContext,
): string | undefined {
  const { db, fetcher } = context;
  const now = context.now();
  const { answer } = outcome;
  const host = (answer.kind === "failed" && answer.host) || (URL.parse(feed.url)?.hostname ?? feed.id);
  if (answer.kind === "failed" && answer.unasked) {
    // Another feed's 429 is no failure of this one.
    saveFeedState(db, { ...before, nextDueAt: answer.retryAt ?? now });
    return undefined;
  }
  const revived = context.memory.network.note(feed.id, host, answer);
  let state = nextState(before, feed, outcome, now, context.random);
  if (answer.kind === "failed" && answer.reason === "rate-limited") {
    fetcher.pause(host, state.nextDueAt);
    savePause(db, host, state.nextDueAt);
  } else if (answer.kind === "failed" && answer.retryAt === undefined && context.memory.network.isDown()) {
    state = { ...state, nextDueAt: Math.min(state.nextDueAt, now + OUTAGE_INTERVALS * feed.everyMs) };
  }
  const news = tellHealth(feed, state, context.config.slack.opsChannel, now);
  inTransaction(db, () => {
    saveFeedState(db, news.state);
    enqueue(db, news.deliveries);
    for (const id of revived) {
      const other = id === feed.id ? undefined : loadFeedState(db, id);
      if (other && other.failures > 0) saveFeedState(db, { ...other, nextDueAt: now });
    }
  });
  return news.text;
}
