import type { DatabaseSync } from "node:sqlite";
import { Keyv } from "keyv";
import { KeyvSqlite } from "./keyv-sqlite.ts";

/** Slack sends an unacknowledged envelope again within the hour. */
const KEEP_ENVELOPE_MS = 24 * 3_600_000;

/** Remembers Slack's envelopes: true for the first caller of an id, false for every later one, also after a restart. */
export function openEnvelopes(db: DatabaseSync, now: () => number): (id: string) => Promise<boolean> {
  const store = new KeyvSqlite(db, now);
  // Keyv writes the namespace into its storage; the atomic claim is the storage's own.
  const keyv = new Keyv({ store, namespace: "envelope" });
  return async (id) => {
    if (await keyv.has(id)) return false;
    return store.add(id, true, now() + KEEP_ENVELOPE_MS);
  };
}
