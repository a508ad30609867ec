import type { Feed } from "../domain.ts";
import type { FeedState } from "../domain-config.ts";
import { canonicalUrl, withoutPassword } from "../text/canonical-url.ts";

/** A 410 seen this often ends the polling of a feed until its URL is changed. */
export const GONE_AFTER = 2;
/** Nothing is ever put off for longer; a due time further off means that the clock was wrong when it was set. */
const MAX_AHEAD_MS = 25 * 3_600_000;
const CLOCK_SLACK_MS = 60_000;

/** The feeds to ask now: those that answered last, then those that failed, longest overdue first. A URL that stands twice is asked for its first feed only; a feed that is gone is not asked. */
export function dueFeeds(
  feeds: readonly Feed[],
  states: ReadonlyMap<string, FeedState>,
  now: number,
): Feed[] {
  return (
    firstOfEachUrl(feeds)
      .map((feed) => ({
        feed,
        dueAt: dueAt(feed, states.get(feed.id), now),
        failures: states.get(feed.id)?.failures ?? 0,
      }))
      .filter(({ dueAt }) => dueAt <= now)
      // Of two feeds of one silenced host the one that answers goes first, or the other would silence it again.
      .sort((a, b) => a.failures - b.failures || (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
      .map(({ feed }) => feed)
  );
}

/** The feeds without those whose address another one before them has. */
export function firstOfEachUrl(feeds: readonly Feed[]): Feed[] {
  const urls = new Set<string>();
  return feeds.filter((feed) => {
    const url = canonicalUrl(feed.url);
    if (urls.has(url)) return false;
    urls.add(url);
    return true;
  });
}

function dueAt(feed: Feed, state: FeedState | undefined, now: number): number {
  if (!state || state.url !== withoutPassword(feed.url)) return Number.NEGATIVE_INFINITY;
  if (state.goneCount >= GONE_AFTER) return Number.POSITIVE_INFINITY;
  const fromTheFuture = (state.lastPolledAt ?? 0) > now + CLOCK_SLACK_MS;
  return fromTheFuture || state.nextDueAt > now + MAX_AHEAD_MS ? now : state.nextDueAt;
}
