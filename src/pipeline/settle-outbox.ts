import type { Poster } from "../domain-delivery.ts";
import type { Store } from "../store/open-store.ts";
import { nextDueAt } from "../store/outbox.ts";
import { type KeepSendingOptions, keepSending } from "./keep-sending.ts";

/** Sends until nothing more falls due within `limitMs`, or that time is up; for commands that end. */
export async function settleOutbox(
  db: Store,
  poster: Poster,
  options: KeepSendingOptions & { readonly limitMs: number },
): Promise<void> {
  const end = options.now() + options.limitMs;
  const sender = keepSending(db, poster, options);
  for (let due = nextDueAt(db); due !== undefined && due < end; due = nextDueAt(db)) {
    if (options.now() >= end || sender.stopped() !== undefined) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  await sender.stop(options.callLimitMs);
}
