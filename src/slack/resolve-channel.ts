import type { webApi } from "@slack/bolt";
import { classifyError } from "./classify-error.ts";

export type ResolvedChannel =
  | { readonly kind: "id"; readonly id: string }
  /** Slack could not be asked just now. */
  | { readonly kind: "later" };

const PAGE_SIZE = 200;
const MAX_PAGES = 50;
/** The scope of the second is channels:read alone; the first also wants groups:read. */
const KINDS = ["public_channel,private_channel", "public_channel"];

/**
 * Gives the id that reading a channel needs. A name is only known by id once something was posted there; before
 * that the list of channels is asked, and where its scope (channels:read) is missing the name itself is the answer.
 */
export async function resolveChannel(
  client: webApi.WebClient,
  channel: string,
  knownId: string | undefined,
): Promise<ResolvedChannel> {
  if (knownId !== undefined) return { kind: "id", id: knownId };
  if (/^[CGD][A-Z0-9]{5,}$/.test(channel)) return { kind: "id", id: channel };
  for (const kinds of KINDS) {
    try {
      const id = await searchList(client, channel.replace(/^#/, ""), kinds);
      return { kind: "id", id: id ?? channel };
    } catch (error) {
      if (isPassing(error, channel)) return { kind: "later" };
    }
  }
  return { kind: "id", id: channel };
}

async function searchList(
  client: webApi.WebClient,
  name: string,
  kinds: string,
): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await client.conversations.list({
      types: kinds,
      exclude_archived: true,
      limit: PAGE_SIZE,
      ...(cursor !== undefined && { cursor }),
    });
    const id = answer.channels?.find((one) => one.name === name)?.id;
    if (id !== undefined) return id;
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return undefined;
  }
  return undefined;
}

/** Whether asking again later can help: a rate limit or an outage, not a missing scope. */
function isPassing(error: unknown, channel: string): boolean {
  const verdict = classifyError(error, { now: 0, tries: 0, channel });
  return verdict.kind === "unknown" || (verdict.kind === "retry" && verdict.scope === "channel");
}
