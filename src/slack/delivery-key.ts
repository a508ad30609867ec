import { createHash } from "node:crypto";

export const EVENT_TYPE = "telwatch_delivery";
const MARK = "telwatch:";
const BLOCK_ID_MAX = 255;

/** The part of a posted message that is ours to recognise it by. */
interface PostedMessage {
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
  readonly blocks?: readonly { readonly block_id?: string }[];
}

/** The metadata that carries a delivery key. */
export function metadataOf(key: string): { event_type: string; event_payload: { key: string } } {
  return { event_type: EVENT_TYPE, event_payload: { key } };
}

/** The block_id that carries it a second time, because metadata can be hidden from an app; a long key is hashed. */
export function markOf(key: string): string {
  const whole = `${MARK}${key}`;
  if (whole.length <= BLOCK_ID_MAX) return whole;
  return `${MARK}${createHash("sha256").update(key).digest("hex")}`;
}

/** Whether a message in a channel carries this delivery key, in its metadata or in a block_id. */
export function carriesKey(message: PostedMessage, key: string): boolean {
  const payload = message.metadata?.event_payload as { readonly key?: unknown } | undefined;
  if (message.metadata?.event_type === EVENT_TYPE && payload?.key === key) return true;
  const mark = markOf(key);
  return message.blocks?.some((block) => block.block_id === mark) ?? false;
}

/** Whether a message shows any delivery key at all. */
export function showsKey(message: PostedMessage): boolean {
  return (
    message.metadata?.event_type === EVENT_TYPE ||
    (message.blocks?.some((block) => block.block_id?.startsWith(MARK)) ?? false)
  );
}
