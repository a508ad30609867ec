import type { Store } from "./open-store.ts";

/** A channel that wants a digest every day at an hour ("08:30", in the configured timezone). */
export interface DigestSubscription {
  readonly channel: string;
  readonly hour: string;
  readonly by: string;
  readonly at: number;
}

/** Keeps a subscription, replacing the channel's former one. */
export function saveSubscription(db: Store, one: DigestSubscription): void {
  db.prepare(
    `INSERT INTO digest_subscription (channel, hour, asked_by, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (channel) DO UPDATE SET hour = excluded.hour, asked_by = excluded.asked_by, at = excluded.at`,
  ).run(one.channel, one.hour, one.by, one.at);
}

/** Ends a channel's subscription; false where there was none. */
export function removeSubscription(db: Store, channel: string): boolean {
  // Routes name channels as "#name", subscriptions by Slack's id: what waits under the id is this subscription's.
  db.prepare("DELETE FROM digest_item WHERE channel = ?").run(channel);
  return Number(db.prepare("DELETE FROM digest_subscription WHERE channel = ?").run(channel).changes) > 0;
}

/** All subscriptions. */
export function listSubscriptions(db: Store): DigestSubscription[] {
  return db
    .prepare("SELECT * FROM digest_subscription ORDER BY channel")
    .all()
    .map((row) => ({
      channel: String(row.channel),
      hour: String(row.hour),
      by: String(row.asked_by),
      at: Number(row.at),
    }));
}
