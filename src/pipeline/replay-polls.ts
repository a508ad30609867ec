import type { Article, Entry } from "../domain.ts";
import type { Config } from "../domain-config.ts";
import type { Store } from "../store/open-store.ts";
import { openSeen } from "../store/seen.ts";
import { decodeEntities } from "../text/decode-entities.ts";
import type { Watchlist } from "../watch/compile-watchlist.ts";
import { gainsName } from "./gains-name.ts";
import type { Judgement } from "./judge-article.ts";
import { recordArticle } from "./record-article.ts";
import { sendDigests } from "./send-digests.ts";
import { seenKeys, sortEntries } from "./sort-entries.ts";

const DAY_MS = 86_400_000;

/** What one recorded poll came to. */
export interface ReplayedPoll {
  readonly at: number;
  readonly judgements: readonly Judgement[];
  /** Entries changed since they were seen, and how many of them were looked at again. */
  readonly edited: number;
  readonly lookedAtAgain: number;
}

/** Goes through recorded polls by their own clock with the memory and the transactions of a real poll; teasers alone, no network. Unlike a real first poll, the first recorded one is judged and not only remembered. */
export async function* replayPolls(
  db: Store,
  polls: readonly { readonly at: number; readonly feeds: ReadonlyMap<string, readonly Entry[]> }[],
  settings: { readonly config: Config; readonly watchlist: Watchlist },
): AsyncGenerator<ReplayedPoll> {
  let now = 0;
  const seen = openSeen(db, () => now);
  for (const poll of polls) {
    now = poll.at;
    sendDigests(db, now);
    const judgements: Judgement[] = [];
    let [edited, lookedAtAgain] = [0, 0];
    for (const [feedId, entries] of poll.feeds) {
      const sorted = await sortEntries(entries, seen, now);
      const again = sorted.edited.filter(({ entry, before }) => gainsName(entry, before, settings.watchlist));
      edited += sorted.edited.length;
      lookedAtAgain += again.length;
      const unread = [...sorted.fresh, ...again.map(({ entry }) => entry)];
      for (const entry of unread) {
        const article = articleOf(entry, feedId, now);
        const judgement = recordArticle(db, article, { ...settings, weights: undefined, mutes: [], now });
        await seen.mark(seenKeys(entry, judgement.decision.kind !== "skip"));
        judgements.push(judgement);
      }
      const rest = [...sorted.renew, ...sorted.edited.map(({ entry }) => entry)];
      await seen.mark(rest.flatMap((entry) => seenKeys(entry, false)));
    }
    yield { at: poll.at, judgements, edited, lookedAtAgain };
  }
}

/** A teaser as an article; a date long before or after it was seen is not believed. */
function articleOf(entry: Entry, outlet: string, now: number): Article {
  const at = entry.publishedAt;
  const believed = at !== undefined && at <= now + DAY_MS && at >= now - 30 * DAY_MS;
  return {
    id: entry.id,
    url: entry.url,
    outlet,
    feedId: entry.feedId,
    topic: "security",
    title: decodeEntities(entry.title),
    summary: decodeEntities(entry.summary),
    publishedAt: believed ? at : now,
    fetchedAt: now,
    paragraphs: [],
    textFrom: "feed",
  };
}
