import type { Article, Entry, Feed, Mute } from "../domain.ts";
import type { Config, FeedState, PollReason } from "../domain-config.ts";
import type { FeedAnswer, Fetcher, PageCache, ParsedFeed } from "../domain-intake.ts";
import { dueFeeds } from "../intake/due-feeds.ts";
import { feedArticle } from "../intake/fetch-article.ts";
import { fetchFeed } from "../intake/fetch-feed.ts";
import { ownAddress } from "../intake/identify-entries.ts";
import { nextState, stateFor } from "../intake/next-state.ts";
import { parseFeed } from "../intake/parse-feed.ts";
import { loadArticle } from "../store/articles.ts";
import { loadFeedState, loadFeedStates, loadPauses, saveFeedState, savePause } from "../store/feed-state.ts";
import { listInbox, putInInbox, takeFromInbox } from "../store/inbox.ts";
import { inTransaction, type Store } from "../store/open-store.ts";
import { enqueue } from "../store/outbox.ts";
import type { Seen } from "../store/seen.ts";
import type { TermWeights } from "../text/similarity.ts";
import type { Watchlist } from "../watch/compile-watchlist.ts";
import { gainsName } from "./gains-name.ts";
import type { Judgement } from "./judge-article.ts";
import type { PollMemory } from "./poll-memory.ts";
import { readArticles } from "./read-articles.ts";
import { FLOOD, type RecordContext, recordArticle, recordFlood, tryArticle } from "./record-article.ts";
import { type SortedEntries, seenKeys, sortEntries } from "./sort-entries.ts";
import { othersTurn, takeTurns } from "./take-turns.ts";
import { tellHealth } from "./tell-health.ts";

export interface PollContext {
  readonly db: Store;
  readonly seen: Seen;
  readonly pages: PageCache;
  readonly memory: PollMemory;
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
  /** What was told of the feed's health with this poll: that it ails, or is back. */
  readonly health?: string | undefined;
}

/** Pieces after which other feeds have their turn: entries looked up or marked, and entries searched for names. */
const MANY = 250;
const FEW = 20;
const NO_BYTES = new Uint8Array();
/** So many entries are read and judged in one go; more wait for their turn in the same poll. */
const BATCH = 200;
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
  const all = [...(await stillUnseen(feed, context)), ...edited];
  for (let at = 0; at < all.length; at += BATCH)
    await dealWith(all.slice(at, at + BATCH), feed, context, judgements);
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

/** What the inbox holds of a feed. An entry whose article was recorded before a kill, or that was marked seen, was dealt with: it is only forgotten. */
async function stillUnseen(feed: Feed, { db, seen }: PollContext): Promise<readonly Entry[]> {
  const waiting = listInbox(db, feed.id);
  const known = await seen.get(waiting.map((entry) => entry.id));
  const unseen: Entry[] = [];
  for (const [index, entry] of waiting.entries()) {
    const recorded = known[index] ? undefined : loadArticle(db, entry.id);
    if (recorded) await seen.mark(seenKeys(entry, recorded.decision.kind !== "skip"));
    if (recorded || known[index]) takeFromInbox(db, entry.id);
    else unseen.push(entry);
  }
  return unseen;
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

/** Reads and records a batch of entries; what is put off stays in the inbox. */
async function dealWith(
  entries: readonly Entry[],
  feed: Feed,
  context: PollContext,
  judgements: Judgement[],
): Promise<void> {
  const { db } = context;
  const mine = entries.filter((entry) => claim(entry, context.memory));
  const done = async (entry: Entry, judgement: Judgement): Promise<void> => {
    await context.seen.mark(seenKeys(entry, judgement.decision.kind !== "skip"));
    takeFromInbox(db, entry.id);
    context.recorded(judgement);
    judgements.push(judgement);
    await othersTurn();
  };
  const tellAtOnce = async (found: readonly Found[]): Promise<void> => {
    const articles = found.map(({ article }) => article);
    const recorded = found.length === 0 ? [] : recordFlood(db, articles, feed, recordContext(context));
    for (const [index, judgement] of recorded.entries()) {
      const entry = found[index]?.entry;
      if (entry) await done(entry, judgement);
    }
  };
  const reading = {
    ...context,
    onPause: (host: string, until: number) => savePause(db, host, until),
    matches: (article: Article) => tryArticle(db, article, recordContext(context)).decision.kind !== "skip",
  };
  try {
    const plain = mine.length > FLOOD ? await matchByFeedText(mine, feed, reading) : [];
    // A flood is told from the feed's own text: waiting for its pages would hold up all of it.
    if (plain.length > FLOOD) await tellAtOnce(plain);
    const certain = new Set(plain.map(({ entry }) => entry.id));
    const left = plain.length > FLOOD ? mine.filter((entry) => !certain.has(entry.id)) : mine;
    const byPage: Found[] = [];
    await readArticles(left, feed, reading, async (entry, article) => {
      // Whether the pages make a flood shows only when all are read; few entries are told of as they come.
      if (left.length > FLOOD && !certain.has(entry.id) && reading.matches(article))
        byPage.push({ entry, article });
      else await done(entry, recordArticle(db, article, recordContext(context)));
    });
    await tellAtOnce(byPage);
  } finally {
    for (const entry of mine) context.memory.claims.delete(ownAddress(entry) ?? entry.id);
  }
}

interface Found {
  readonly entry: Entry;
  readonly article: Article;
}

async function matchByFeedText(
  entries: readonly Entry[],
  feed: Feed,
  context: { readonly now: () => number; readonly matches: (article: Article) => boolean },
): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of entries) {
    const article = feedArticle(entry, feed, context.now(), "one of many entries at once");
    if (context.matches(article)) found.push({ entry, article });
    await othersTurn();
  }
  return found;
}

function claim(entry: Entry, memory: PollMemory): boolean {
  const key = ownAddress(entry) ?? entry.id;
  if (memory.claims.has(key)) return false;
  memory.claims.add(key);
  return true;
}

function recordContext(context: PollContext): RecordContext {
  const { config, watchlist } = context;
  return { config, watchlist, weights: context.weights(), mutes: context.mutes(), now: context.now() };
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
  const host = URL.parse(feed.url)?.hostname ?? feed.id;
  const { answer } = outcome;
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
