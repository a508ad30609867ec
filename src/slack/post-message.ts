import type { types, webApi } from "@slack/bolt";
import type { Message, OutboxRow, Poster, PostResult } from "../domain-delivery.ts";
import { alertBlocks, coreBlocks, type DrawnMessage } from "./alert-blocks.ts";
import type { Block } from "./block-types.ts";
import { classifyError } from "./classify-error.ts";
import { markOf, metadataOf } from "./delivery-key.ts";
import { findMessage } from "./find-message.ts";
import { resolveChannel } from "./resolve-channel.ts";
import { validateBlocks } from "./validate-blocks.ts";

/** How long a channel's id is waited for before its name is tried in its place. */
const NAME_WAIT_MS = 60_000;
/** Answers that mean Slack read the blocks, refused them and posted nothing. */
const REFUSED_BLOCKS = new Set(["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"]);
/** Answers that mean the thread is gone and nothing was posted. */
const LOST_THREAD = new Set(["thread_not_found", "message_not_found", "cannot_reply_to_message"]);

export interface SlackPosterOptions {
  readonly client: webApi.WebClient;
  readonly now: () => number;
  /** How long a message may take to show in history, milliseconds. */
  readonly graceMs: number;
  /** The newest message that was sent to a channel by a time, as far as the outbox knows, and when it was. */
  readonly lastSent: (
    channel: string,
    until: number,
  ) => { readonly ref: string; readonly at: number } | undefined;
}
interface Place {
  readonly channel: string;
  readonly threadTs: string | undefined;
}

/** Posts and updates messages in Slack, each in one call that is never repeated, and finds them again by their delivery key. References are `channel id:ts`. */
export function createSlackPoster(options: SlackPosterOptions): Poster {
  const { client, now } = options;

  async function post(row: OutboxRow, parentRef: string | undefined): Promise<PostResult> {
    try {
      return { kind: "sent", ref: await sendOnce(row, parentRef) };
    } catch (error) {
      return classifyError(error, { now: now(), tries: row.tries, channel: row.channel });
    }
  }

  async function sendOnce(row: OutboxRow, parentRef: string | undefined): Promise<string> {
    const parent = parentRef === undefined ? undefined : splitRef(parentRef);
    if (row.op === "update" && parent !== undefined)
      return withCoreOnRefusal(row.message, markOf(row.parentKey ?? row.key), (drawn) =>
        update(row, parent, drawn),
      );
    const place: Place = { channel: parent?.channelId ?? row.channel, threadTs: parent?.ts };
    const mark = markOf(row.key);
    try {
      return await withCoreOnRefusal(row.message, mark, (drawn) => create(row, place, drawn));
    } catch (error) {
      if (place.threadTs === undefined || !LOST_THREAD.has(codeOf(error))) throw error;
      const alone = { channel: row.channel, threadTs: undefined };
      return withCoreOnRefusal(standingAlone(row.message), mark, (drawn) => create(row, alone, drawn));
    }
  }

  async function create(row: OutboxRow, place: Place, drawn: DrawnMessage): Promise<string> {
    const answer = await client.chat.postMessage({
      channel: place.channel,
      ...(place.threadTs !== undefined && { thread_ts: place.threadTs }),
      text: drawn.text,
      blocks: asKnownBlocks(drawn.blocks),
      metadata: metadataOf(row.key),
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    return refOf(answer);
  }

  async function update(row: OutboxRow, parent: Ref, drawn: DrawnMessage): Promise<string> {
    const answer = await client.chat.update({
      channel: parent.channelId,
      ts: parent.ts,
      text: drawn.text,
      blocks: asKnownBlocks(drawn.blocks),
      // The message keeps the key under which it was posted.
      metadata: metadataOf(row.parentKey ?? row.key),
      link_names: false,
      parse: "none",
    });
    return refOf({ channel: answer.channel ?? parent.channelId, ts: answer.ts ?? parent.ts });
  }

  return {
    name: "slack",
    post,
    async find(row, parentRef) {
      const parent = parentRef === undefined ? undefined : splitRef(parentRef);
      // A message younger than the grace need not show yet; an older one must.
      const known =
        options.lastSent(row.channel, now() - options.graceMs) ?? options.lastSent(row.channel, now());
      const knownRef = known === undefined ? undefined : splitRef(known.ref);
      const channel = await resolveChannel(client, row.channel, parent?.channelId ?? knownRef?.channelId);
      const waited = now() - (row.lastTryAt ?? row.createdAt);
      if (channel.kind === "later" && waited < NAME_WAIT_MS)
        return { kind: "later", at: now() + 1_000, reason: "the channel's id is not known yet" };
      return findMessage(row, {
        client,
        now,
        channelId: channel.kind === "id" ? channel.id : row.channel,
        threadTs: parent?.ts,
        known: known && knownRef && { ts: knownRef.ts, at: known.at },
        graceMs: options.graceMs,
      });
    },
  };
}

/** Sends the full drawing, or the plain core of it when our own check or Slack refuses the blocks. */
async function withCoreOnRefusal(
  message: Message,
  mark: string,
  send: (drawn: DrawnMessage) => Promise<string>,
): Promise<string> {
  const full = alertBlocks(message, mark);
  if (validateBlocks(full.blocks).length > 0) return send(coreBlocks(message, mark));
  try {
    return await send(full);
  } catch (error) {
    if (!REFUSED_BLOCKS.has(codeOf(error))) throw error;
    return send(coreBlocks(message, mark));
  }
}

interface Ref {
  readonly channelId: string;
  readonly ts: string;
}

function splitRef(ref: string): Ref {
  const [channelId = "", ts = ""] = ref.split(":");
  return { channelId, ts };
}

function refOf(answer: { readonly channel?: string; readonly ts?: string }): string {
  if (answer.channel === undefined || answer.ts === undefined)
    throw new Error("Slack answered ok without a channel and a ts");
  return `${answer.channel}:${answer.ts}`;
}

function codeOf(error: unknown): string {
  const code = (error as { data?: { error?: unknown } }).data?.error;
  return typeof code === "string" ? code : "";
}

function standingAlone(message: Message): Message {
  const text = "The first message of this story is gone from the channel; this follow-up stands alone.";
  return { ...message, lines: [...message.lines, { label: "Note", text }] };
}

/** Our blocks are the subset of Slack's that validateBlocks allows; only their lists are readonly. */
function asKnownBlocks(blocks: readonly Block[]): types.KnownBlock[] {
  return blocks as unknown as types.KnownBlock[];
}
