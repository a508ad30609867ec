import { createHash } from "node:crypto";
import type { Feed } from "../domain.ts";
import type { FeedState, PollReason } from "../domain-config.ts";
import type { Answered, FeedAnswer, Fetcher, Unanswered } from "../domain-intake.ts";
import { withoutPassword } from "../text/canonical-url.ts";
import { readRetryAfter, readWait } from "./read-wait.ts";

export { createFetcher } from "./fetch-guarded.ts";

const ACCEPT =
  "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";
/** Some servers answer 304 for ever, so a stored ETag is trusted for this long only. */
const KEEP_VALIDATORS_MS = 8 * 86_400_000;
/** A permanent redirect is believed after this many polls that all saw it. */
const MOVED_AFTER = 3;

/** One conditional GET of a feed: not modified, fetched, or failed with a reason. Never throws for what a server does. */
export async function fetchFeed(
  feed: Feed,
  state: FeedState,
  fetcher: Fetcher,
  now: number,
): Promise<FeedAnswer> {
  const moved = movedUrl(feed, state);
  const asked = conditions(feed, state, now);
  const answer = await fetcher.get(moved ?? feed.url, {
    kind: "feed",
    headers: { accept: ACCEPT, ...asked },
  });
  if (moved !== undefined && !isUsable(answer))
    return await fetchFeed(feed, withoutMove(state), fetcher, now);
  if (answer.kind === "failed") return answer;
  if (answer.status === 304 && Object.keys(asked).length === 0)
    return {
      kind: "failed",
      reason: "http-status",
      detail: "answered HTTP 304 to a first request",
      retryAt: undefined,
    };
  return read(answer, now, moved);
}

function movedUrl(feed: Feed, state: FeedState): string | undefined {
  const believed = state.movedCount >= MOVED_AFTER && state.url === withoutPassword(feed.url);
  // Credentials belong to the configured host alone.
  return believed && !/^https?:\/\/[^/]*@/i.test(feed.url) ? state.movedTo : undefined;
}

function withoutMove(state: FeedState): FeedState {
  return { ...state, movedTo: undefined, movedCount: 0 };
}

function isUsable(answer: Answered | Unanswered): boolean {
  return answer.kind === "answered"
    ? answer.status < 400 || answer.status >= 500 || answer.status === 429
    : answer.reason === "rate-limited" || answer.reason === "timeout" || answer.reason === "network";
}

function conditions(feed: Feed, state: FeedState, now: number): Record<string, string> {
  const age = now - (state.validatorsAt ?? Number.NEGATIVE_INFINITY);
  if (state.url !== withoutPassword(feed.url) || age > KEEP_VALIDATORS_MS) return {};
  return {
    ...(state.etag !== undefined && { "if-none-match": state.etag }),
    ...(state.lastModified !== undefined && { "if-modified-since": state.lastModified }),
  };
}

function read(answer: Answered, now: number, moved: string | undefined): FeedAnswer {
  const { status, headers } = answer;
  const validators = { etag: headers.etag || undefined, lastModified: headers["last-modified"] || undefined };
  const about = { ...validators, waitMs: readWait(headers, now), movedTo: moved ?? answer.movedTo };
  if (status === 304) return { kind: "not-modified", ...about };
  if (status >= 200 && status < 300 && status !== 204 && status !== 205) {
    return {
      kind: "fetched",
      bytes: answer.body,
      contentType: headers["content-type"] ?? "",
      url: answer.url,
      bodyHash: createHash("sha256").update(answer.body).digest("base64"),
      complete: answer.complete || endsWhole(answer.body),
      ...about,
    };
  }
  const waits = status === 429 || status === 503;
  return {
    kind: "failed",
    reason: reasonOf(status),
    detail: `${new URL(answer.url).host} answered HTTP ${status}`,
    retryAt: waits ? readRetryAfter(headers, now) : undefined,
    host: new URL(answer.url).hostname,
  };
}

/** Some servers announce more bytes than they send; a document with its end is whole all the same. */
function endsWhole(body: Uint8Array): boolean {
  const tail = Buffer.from(body.subarray(-300)).toString("latin1");
  return /<\/(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>\s*$/i.test(tail);
}

function reasonOf(status: number): PollReason {
  if (status === 410) return "gone";
  if (status === 429) return "rate-limited";
  if (status === 204 || status === 205) return "empty";
  return "http-status";
}
