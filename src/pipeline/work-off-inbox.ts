import type { Article, Entry, Feed } from "../domain.ts";
import { feedArticle } from "../intake/fetch-article.ts";
import { ownAddress } from "../intake/identify-entries.ts";
import { loadArticle } from "../store/articles.ts";
import { savePause } from "../store/feed-state.ts";
import { listInbox, takeFromInbox } from "../store/inbox.ts";
import type { Judgement } from "./judge-article.ts";
import type { PollContext } from "./poll-context.ts";
import type { PollMemory } from "./poll-memory.ts";
import { readArticles } from "./read-articles.ts";
import { type RecordContext, recordArticle, tryArticle } from "./record-article.ts";
import { FLOOD, recordFlood } from "./record-flood.ts";
import { seenKeys, sortEntries } from "./sort-entries.ts";
import { othersTurn } from "./take-turns.ts";

/** So many entries are read and judged in one go; more wait for their turn in the same poll. */
const BATCH = 200;

/** Deals with what the inbox holds of a feed, and with edited entries after it: article, judgement, one transaction, seen key, out of the inbox. What is put off stays in it. */
export async function workOffInbox(
  feed: Feed,
  edited: readonly Entry[],
  context: PollContext,
  judged: (judgement: Judgement) => void,
): Promise<void> {
  const all = [...(await stillUnseen(feed, context)), ...edited];
  for (let at = 0; at < all.length; at += BATCH)
    await dealWith(all.slice(at, at + BATCH), feed, context, judged);
}

/** What the inbox holds of a feed. An entry whose article was recorded before a kill, or that was marked seen, here or by another feed with the same article, was dealt with: it is only forgotten. */
async function stillUnseen(feed: Feed, { db, seen, now }: PollContext): Promise<readonly Entry[]> {
  const waiting = listInbox(db, feed.id);
  const sorted = await sortEntries(waiting, seen, now());
  const [fresh, told] = [new Set(sorted.fresh), new Set(sorted.renew)];
  const unseen: Entry[] = [];
  for (const entry of waiting) {
    const recorded = fresh.has(entry) ? loadArticle(db, entry.id) : undefined;
    if (recorded || told.has(entry))
      await seen.mark(seenKeys(entry, recorded !== undefined && recorded.decision.kind !== "skip"));
    if (recorded || !fresh.has(entry)) takeFromInbox(db, entry.id);
    else unseen.push(entry);
  }
  return unseen;
}

/** Reads and records a batch of entries; what is put off stays in the inbox. */
async function dealWith(
  entries: readonly Entry[],
  feed: Feed,
  context: PollContext,
  judged: (judgement: Judgement) => void,
): Promise<void> {
  const { db } = context;
  const mine = entries.filter((entry) => claim(entry, context.memory));
  const done = async (entry: Entry, judgement: Judgement): Promise<void> => {
    await context.seen.mark(seenKeys(entry, judgement.decision.kind !== "skip"));
    takeFromInbox(db, entry.id);
    context.recorded(judgement);
    judged(judgement);
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
