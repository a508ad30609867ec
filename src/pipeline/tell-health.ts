import { writeFeedNotice } from "../alerts/write-feed-notice.ts";
import type { Feed } from "../domain.ts";
import type { FeedState } from "../domain-config.ts";
import type { Delivery } from "../domain-delivery.ts";
import { judgeHealth } from "../intake/judge-health.ts";
import { withoutPassword } from "../text/canonical-url.ts";

/** What is to be told of a feed after a poll, once when its trouble begins and once when it is over. */
export interface HealthNews {
  readonly state: FeedState;
  readonly text: string | undefined;
  readonly deliveries: readonly Delivery[];
}

/** Compares a feed's health with what was told of it; gives the state to save and the messages for the ops channel, if there is one. */
export function tellHealth(
  feed: Feed,
  state: FeedState,
  opsChannel: string | undefined,
  now: number,
): HealthNews {
  const trouble = judgeHealth(feed, state, now);
  const { told } = state;
  if (trouble && told === undefined) {
    const deliveries = notice(feed, `feed:${feed.id}:${trouble.kind}:${now}`, trouble.text, opsChannel, now);
    return { state: { ...state, told: { kind: trouble.kind, at: now } }, text: trouble.text, deliveries };
  }
  // A single good answer after failures is the end of them; a feed between two failures is not well.
  if (trouble || told === undefined || state.failures > 0) return { state, text: undefined, deliveries: [] };
  const text = `is back (was: ${told.kind}, told ${new Date(told.at).toISOString().slice(0, 16).replace("T", " ")} UTC).`;
  const deliveries = notice(feed, `feed:${feed.id}:back:${told.at}`, text, opsChannel, now);
  return { state: { ...state, told: undefined }, text, deliveries };
}

function notice(feed: Feed, key: string, text: string, channel: string | undefined, now: number): Delivery[] {
  if (channel === undefined) return [];
  const shown = { name: feed.name, url: withoutPassword(feed.url) };
  return [
    {
      key,
      channel,
      op: "post",
      parentKey: undefined,
      storyId: undefined,
      message: writeFeedNotice(shown, text),
      createdAt: now,
      dueAt: now,
    },
  ];
}
