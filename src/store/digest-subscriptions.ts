import type { Store } from "./open-store.ts";

/** A channel that wants a digest every day at an hour ("08:30", in the configured timezone). */
export interface DigestSubscription {
  readonly channel: string;
  readonly hour: string;
  readonly by: string;
  readonly at: number;
  /** When the last digest was recorded for it. */
  readonly sentAt: number | undefined;
}

/** Keeps a subscription, replacing the channel's former one. */
export function saveSubscription(db: Store, one: Omit<DigestSubscription, "sentAt">): void {
  db.prepare(
    `INSERT INTO digest_subscription (channel, hour, asked_by, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (channel) DO UPDATE SET hour = excluded.hour, asked_by = excluded.asked_by, at = excluded.at`,
  ).run(one.channel, one.hour, one.by, one.at);
}

/** Ends a channel's subscription; false where there was none. */
export function removeSubscription(db: Store, channel: string): boolean {
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
      sentAt: typeof row.sent_at === "number" ? row.sent_at : undefined,
    }));
}

/** Remembers that a digest was recorded for a channel. */
export function markDigestSent(db: Store, channel: string, at: number): void {
  db.prepare("UPDATE digest_subscription SET sent_at = ? WHERE channel = ?").run(at, channel);
}
