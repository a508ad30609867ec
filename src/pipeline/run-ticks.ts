import type { Feed } from "../domain.ts";

/** Polls due feeds on every tick, each feed at most once at a time, so that a slow one holds up nobody. */
export interface Ticks {
  /** Starts what is due; resolves when the polls that this tick started have ended. */
  readonly tick: () => Promise<void>;
  /** Resolves when no poll is under way. */
  readonly idle: () => Promise<void>;
}

/** Makes the ticks from three seams: what is due now, how one feed is polled, and what hears the end of a round. */
export function runTicks<Report>(seams: {
  readonly due: () => readonly Feed[];
  readonly poll: (feed: Feed) => Promise<Report>;
  readonly roundEnded: (reports: readonly Report[]) => void;
}): Ticks {
  const underWay = new Map<string, Promise<Report>>();
  return {
    tick: async () => {
      const feeds = seams.due().filter((feed) => !underWay.has(feed.id));
      if (feeds.length === 0) return;
      const polls = feeds.map((feed) => {
        const poll = seams.poll(feed).finally(() => underWay.delete(feed.id));
        underWay.set(feed.id, poll);
        return poll;
      });
      seams.roundEnded(await Promise.all(polls));
    },
    idle: async () => {
      await Promise.allSettled(underWay.values());
    },
  };
}
