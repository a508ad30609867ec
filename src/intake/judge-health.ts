import type { Feed } from "../domain.ts";
import type { FeedState } from "../domain-config.ts";
import { advise } from "./advise.ts";
import { GONE_AFTER } from "./due-feeds.ts";
import { silenceAfter } from "./silence-after.ts";

const DAY = 86_400_000;
/** One bad answer is a hiccup; this many in a row are a state. */
const SIGHTINGS = 3;
/** A feed has failed "for days" after two of them, or after so many of its own intervals. */
const FAILING_MS = 2 * DAY;
const FAILING_INTERVALS = 200;
const EMPTY_INTERVALS = 3;

export const TROUBLE_KINDS = [
  "gone",
  "html-page",
  "failing",
  "empty",
  "silent",
  "frozen",
  "dated-ahead",
] as const;
export interface Trouble {
  readonly kind: (typeof TROUBLE_KINDS)[number];
  readonly since: number;
  /** One sentence that says what is wrong, and what to do. */
  readonly text: string;
}

/** What is wrong with a feed as a person should hear it, or undefined; a single failed poll is nothing. */
export function judgeHealth(feed: Feed, state: FeedState, now: number): Trouble | undefined {
  const since = state.failingSince ?? now;
  const reason = state.lastReason;
  if (state.goneCount >= GONE_AFTER)
    return { kind: "gone", since, text: `answers HTTP 410 and is asked no more. ${advise("gone")}` };
  if (reason === "html-page" && state.failures >= SIGHTINGS)
    return {
      kind: "html-page",
      since,
      text: `gives a web page instead of a feed (${state.lastDetail ?? ""}). ${advise(reason)}`,
    };
  if (
    reason !== undefined &&
    state.failures >= SIGHTINGS &&
    now - since >= Math.min(FAILING_MS, FAILING_INTERVALS * feed.everyMs)
  )
    return {
      kind: "failing",
      since,
      text: `has failed since ${day(since)} (${state.lastDetail ?? reason}). ${advise(reason)}`,
    };
  if (state.failures > 0) return undefined;
  if (
    state.emptySince !== undefined &&
    state.lastNewAt !== undefined &&
    now - state.emptySince >= EMPTY_INTERVALS * feed.everyMs
  )
    return {
      kind: "empty",
      since: state.emptySince,
      text: "has no entries any more, though it had some. Check what its address serves.",
    };
  if (state.datedAheadSince !== undefined && now - state.datedAheadSince >= EMPTY_INTERVALS * feed.everyMs)
    return {
      kind: "dated-ahead",
      since: state.datedAheadSince,
      text: "dates its newest entries more than a day ahead; they are taken as of now.",
    };
  return silence(state, now);
}

function silence(state: FeedState, now: number): Trouble | undefined {
  const last = state.lastNewAt ?? state.firstPolledAt;
  if (last === undefined) return undefined;
  const after = silenceAfter(state.arrivals);
  if (now - last < after) return undefined;
  const usual = `nothing new since ${day(last)}; by its history ${days(after)} would be long`;
  // A server that answers 200 with the same bytes for ever is often a cache that nobody feeds.
  return state.unchangedPolls > 0
    ? {
        kind: "frozen",
        since: last,
        text: `serves the same document again and again: ${usual}. Look whether the outlet publishes elsewhere now.`,
      }
    : {
        kind: "silent",
        since: last,
        text: `is silent: ${usual}. Look whether the outlet publishes elsewhere now.`,
      };
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function days(ms: number): string {
  const count = ms / DAY;
  return count < 2 ? `${Math.round(count * 24)} hours` : `${Math.round(count)} days`;
}
