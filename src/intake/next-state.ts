import type { Feed } from "../domain.ts";
import type { FeedState } from "../domain-config.ts";
import type { FeedAnswer, ParsedFeed, PollHints, PollOutcome } from "../domain-intake.ts";
import { canonicalUrl, withoutPassword } from "../text/canonical-url.ts";

const HOUR = 3_600_000;
const MAX_BACK_OFF_MS = 24 * HOUR;
const DAY = 24 * HOUR;
/** Arrivals kept: some weeks even of a busy outlet, as those close together are thinned. */
const KEEP_ARRIVALS = 300;
const THIN_INTERVALS = 8;
const NO_HINTS: PollHints = { waitMs: undefined, skipHours: [], skipDays: [] };

/** What we know of a feed that was never polled: due at once. */
export function newFeedState(feed: Feed): FeedState {
  return {
    feedId: feed.id,
    url: withoutPassword(feed.url),
    etag: undefined,
    lastModified: undefined,
    validatorsAt: undefined,
    bodyHash: undefined,
    firstPolledAt: undefined,
    lastPolledAt: undefined,
    lastOkAt: undefined,
    lastNewAt: undefined,
    nextDueAt: 0,
    failures: 0,
    lastReason: undefined,
    lastDetail: undefined,
    movedTo: undefined,
    movedCount: 0,
    goneCount: 0,
    arrivals: [],
    lastChangedAt: undefined,
    failingSince: undefined,
    emptySince: undefined,
    datedAheadSince: undefined,
    unchangedPolls: 0,
    hints: NO_HINTS,
    items: undefined,
    told: undefined,
  };
}

/** What we know of a feed at its present address: another address is another feed, unless it differs in spelling only. */
export function stateFor(feed: Feed, known: FeedState | undefined): FeedState {
  if (!known || canonicalUrl(known.url) !== canonicalUrl(feed.url)) return newFeedState(feed);
  if (known.url === withoutPassword(feed.url)) return known;
  return {
    ...newFeedState(feed),
    firstPolledAt: known.firstPolledAt,
    arrivals: known.arrivals,
    lastNewAt: known.lastNewAt,
  };
}

/** What we know of a feed after a poll, and when to ask it again. Random is in [0, 1). */
export function nextState(
  before: FeedState,
  feed: Feed,
  outcome: PollOutcome,
  now: number,
  random: () => number,
): FeedState {
  const state = stateFor(feed, before);
  const { answer, parsed } = outcome;
  if (answer.kind === "failed") return afterFailure(state, feed, answer, now, random);
  if (parsed?.reason !== undefined && parsed.reason !== "empty") {
    const failed = {
      kind: "failed",
      reason: parsed.reason,
      detail: parsed.detail ?? "",
      retryAt: undefined,
    } as const;
    return afterFailure(state, feed, failed, now, random);
  }
  return afterSuccess(state, feed, outcome, now);
}

function afterFailure(
  state: FeedState,
  feed: Feed,
  answer: Extract<FeedAnswer, { kind: "failed" }>,
  now: number,
  random: () => number,
): FeedState {
  const failures = state.failures + 1;
  const backOff = backOffMs(feed.everyMs, failures, random);
  return {
    ...state,
    lastPolledAt: now,
    failures,
    failingSince: state.failingSince ?? now,
    goneCount: answer.reason === "gone" ? state.goneCount + 1 : 0,
    lastReason: answer.reason,
    lastDetail: answer.detail,
    nextDueAt: Math.max(
      answer.retryAt ?? 0,
      answer.retryAt === undefined ? now + backOff : now + feed.everyMs,
    ),
  };
}

/** Doubles from one failure to the next, with a tenth of chance either way so that feeds do not return together; at most a day. */
export function backOffMs(everyMs: number, failures: number, random: () => number): number {
  const doubled = everyMs * 2 ** Math.min(failures, 30);
  return Math.min(MAX_BACK_OFF_MS, doubled) * (0.9 + 0.2 * random() - (doubled >= MAX_BACK_OFF_MS ? 0.1 : 0));
}

function afterSuccess(state: FeedState, feed: Feed, outcome: PollOutcome, now: number): FeedState {
  const { answer, parsed, newEntries } = outcome;
  if (answer.kind === "failed") return state;
  const fetched = answer.kind === "fetched" && answer.complete ? answer : undefined;
  const changed = fetched !== undefined && fetched.bodyHash !== state.bodyHash;
  const hints = parsed?.hints ?? state.hints;
  const items = parsed ? parsed.entries.length : state.items;
  const waitMs = Math.max(feed.everyMs, answer.waitMs ?? 0, hints.waitMs ?? 0);
  const sameMove = answer.movedTo !== undefined && answer.movedTo === state.movedTo;
  return {
    ...state,
    etag: fetched ? fetched.etag : validator(answer, "etag", state),
    lastModified: fetched ? fetched.lastModified : validator(answer, "lastModified", state),
    validatorsAt: fetched ? now : state.validatorsAt,
    bodyHash: fetched ? fetched.bodyHash : state.bodyHash,
    firstPolledAt: state.firstPolledAt ?? (isBrokenOff(answer, state) ? undefined : now),
    lastPolledAt: now,
    lastOkAt: now,
    lastNewAt: newEntries > 0 ? now : state.lastNewAt,
    nextDueAt: skipQuiet(
      outcome.askedAt + waitMs - (waitMs === feed.everyMs ? earlyMs(feed.everyMs) : 0),
      hints,
    ),
    failures: 0,
    failingSince: undefined,
    goneCount: 0,
    lastReason: parsed?.reason,
    lastDetail: parsed?.detail,
    movedTo: answer.movedTo,
    movedCount: answer.movedTo === undefined ? 0 : sameMove ? state.movedCount + 1 : 1,
    arrivals: newEntries > 0 ? addArrival(state.arrivals, now, feed.everyMs) : state.arrivals,
    lastChangedAt: changed ? now : state.lastChangedAt,
    emptySince: items === 0 ? (state.emptySince ?? now) : undefined,
    datedAheadSince: parsed
      ? isDatedAhead(parsed, now)
        ? (state.datedAheadSince ?? now)
        : undefined
      : state.datedAheadSince,
    unchangedPolls:
      answer.kind === "fetched" && answer.bodyHash === state.bodyHash ? state.unchangedPolls + 1 : 0,
    hints,
    items,
  };
}

/** A first document that broke off must not make the rest of it look new; a server that always breaks off is taken as it is. */
function isBrokenOff(answer: FeedAnswer, state: FeedState): boolean {
  return answer.kind === "fetched" && !answer.complete && state.lastPolledAt === undefined;
}

/** A tick comes a few milliseconds early or late: without some slack, every second poll would wait for the next one. */
function earlyMs(everyMs: number): number {
  return Math.min(500, everyMs / 10);
}

/** Adds an arrival; of several close together only the first and the last are kept, as no long gap lies between them. */
function addArrival(arrivals: readonly number[], now: number, everyMs: number): number[] {
  const near = THIN_INTERVALS * everyMs;
  const [before, last] = [arrivals.at(-2), arrivals.at(-1)];
  const crowded = before !== undefined && last !== undefined && last - before < near && now - last < near;
  return [...(crowded ? arrivals.slice(0, -1) : arrivals), now].slice(-KEEP_ARRIVALS);
}

function isDatedAhead(parsed: ParsedFeed, now: number): boolean {
  const dates = parsed.entries.flatMap(({ publishedAt }) => (publishedAt === undefined ? [] : [publishedAt]));
  return dates.length > 0 && Math.max(...dates) > now + DAY;
}

function validator(answer: FeedAnswer, name: "etag" | "lastModified", state: FeedState): string | undefined {
  return answer.kind === "not-modified" ? (answer[name] ?? state[name]) : state[name];
}

/** Moves a due time out of the hours and days in which the feed is not to be asked; a feed that skips everything is asked as if it skipped nothing. */
function skipQuiet(at: number, hints: PollHints): number {
  if (hints.skipHours.length === 0 && hints.skipDays.length === 0) return at;
  for (let hour = 0; hour < 24 * 7; hour += 1) {
    const then = hour === 0 ? at : Math.floor(at / HOUR) * HOUR + hour * HOUR;
    const date = new Date(then);
    if (!hints.skipHours.includes(date.getUTCHours()) && !hints.skipDays.includes(date.getUTCDay()))
      return then;
  }
  return at;
}
