import type { webApi } from "@slack/bolt";
import type { FoundMessage, OutboxRow } from "../domain-delivery.ts";
import { classifyError } from "./classify-error.ts";
import { carriesKey, showsKey } from "./delivery-key.ts";

type Call = (cursor: string | undefined) => Promise<webApi.ConversationsHistoryResponse>;
type Page = NonNullable<webApi.ConversationsHistoryResponse["messages"]>;

/** How far Slack's clock may be behind ours where no message of late tells. */
const UNKNOWN_SKEW_MS = 15 * 60_000;
/** For how long the clocks' difference that a message showed is trusted. */
const SKEW_HOLDS_MS = 3_600_000;
/** Slack shows a message within moments; one missing for longer was more likely deleted than late. */
const FRESH_MS = 60_000;
const PAGE_SIZE = 200;
/** Some apps get 15 messages a page: 1,500 messages in the minutes around a try, more than any channel sees. */
const MAX_PAGES = 100;
/** Errors that mean the history stays closed to us. */
const CLOSED = new Set([
  "missing_scope",
  "not_in_channel",
  "channel_not_found",
  "no_permission",
  "access_denied",
  "not_allowed_token_type",
  "method_not_supported_for_channel_type",
  "unknown_method",
  "invalid_arguments",
]);

export interface FindOptions {
  readonly client: webApi.WebClient;
  readonly now: () => number;
  /** The channel's id. */
  readonly channelId: string;
  /** The thread to look in as well, by its first message. */
  readonly threadTs: string | undefined;
  /** A message that stands in the channel for certain, and when we posted it by our clock; undefined when none is known. */
  readonly known: { readonly ts: string; readonly at: number } | undefined;
  /** How long a message may take to show. */
  readonly graceMs: number;
}

/** Looks for a delivery's key in the thread and in the channel's history since before its first try. */
export async function findMessage(row: OutboxRow, options: FindOptions): Promise<FoundMessage> {
  const { client, channelId, threadTs } = options;
  const since = (row.firstTryAt ?? row.createdAt) - 60_000 - slackBehindMs(options);
  const window = {
    channel: channelId,
    oldest: (Math.max(0, since) / 1_000).toFixed(6),
    limit: PAGE_SIZE,
    include_all_metadata: true,
  };
  const places: Call[] = [(cursor) => client.conversations.history({ ...window, ...(cursor && { cursor }) })];
  if (threadTs !== undefined)
    places.unshift((cursor) =>
      client.conversations.replies({ ...window, ts: threadTs, ...(cursor && { cursor }) }),
    );
  const seen: Page = [];
  for (const place of places) {
    try {
      const hit = await searchPages(place, row.key, seen);
      if (hit !== undefined) return { kind: "found", ref: `${channelId}:${hit}` };
    } catch (error) {
      // The thread's first message was deleted: what we look for can only stand in the channel itself.
      if (codeOf(error) === "thread_not_found") continue;
      return cannotLook(error, row, options.now());
    }
  }
  return judgeAbsence(seen, options);
}

async function searchPages(call: Call, key: string, seen: Page): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await call(cursor);
    const messages = answer.messages ?? [];
    const hit = messages.find((message) => carriesKey(message, key));
    if (hit?.ts !== undefined) return hit.ts;
    seen.push(...messages);
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return undefined;
  }
  return undefined;
}

/** Absence counts only when the history shows what we know is there, and shows keys at all. */
function judgeAbsence(seen: Page, options: FindOptions): FoundMessage {
  const { known } = options;
  if (known === undefined) return { kind: "absent" };
  const shown = seen.find((message) => message.ts === known.ts);
  if (shown !== undefined && !seen.some(showsKey))
    return { kind: "unreadable", reason: "the history shows neither metadata nor block ids" };
  const age = options.now() - known.at;
  if (shown === undefined && age >= options.graceMs && age < options.graceMs + FRESH_MS)
    return { kind: "later", at: options.now() + 1_000, reason: "the history lags behind" };
  return { kind: "absent" };
}

/** How far Slack's clock is behind ours, read off the message that is known: its ts is Slack's, the rest ours. */
function slackBehindMs({ known, now }: FindOptions): number {
  if (known === undefined || now() - known.at > SKEW_HOLDS_MS) return UNKNOWN_SKEW_MS;
  return Math.max(0, known.at - Number(known.ts) * 1_000);
}

function cannotLook(error: unknown, row: OutboxRow, now: number): FoundMessage {
  const code = codeOf(error);
  if (code !== undefined && CLOSED.has(code)) return { kind: "unreadable", reason: code };
  const verdict = classifyError(error, { now, tries: row.tries, channel: row.channel });
  if (verdict.kind === "dead") return { kind: "unreadable", reason: verdict.reason };
  return { kind: "later", at: verdict.kind === "retry" ? verdict.at : now + 1_000, reason: verdict.reason };
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { data?: { error?: unknown } }).data?.error;
  return typeof code === "string" ? code : undefined;
}
