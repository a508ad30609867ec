import type { DatabaseSync } from "node:sqlite";
import type { FeedState } from "../domain-config.ts";

interface DocRow {
  readonly doc: string;
}

/** Writes what we know of a feed. */
export function saveFeedState(db: DatabaseSync, state: FeedState): void {
  db.prepare(
    "INSERT INTO feed_state (feed_id, doc) VALUES (?, ?) ON CONFLICT (feed_id) DO UPDATE SET doc = excluded.doc",
  ).run(state.feedId, JSON.stringify(state));
}

/** What we know of one feed, or undefined where it was never polled. */
export function loadFeedState(db: DatabaseSync, feedId: string): FeedState | undefined {
  const row = db.prepare("SELECT doc FROM feed_state WHERE feed_id = ?").get(feedId) as DocRow | undefined;
  return row && readState(row);
}

/** What we know of all feeds, by feed id. */
export function loadFeedStates(db: DatabaseSync): Map<string, FeedState> {
  const rows = db.prepare("SELECT doc FROM feed_state").all() as unknown as DocRow[];
  return new Map(rows.map((row) => [readState(row).feedId, readState(row)]));
}

/** Remembers that a host asked not to be asked before a time. */
export function savePause(db: DatabaseSync, host: string, until: number): void {
  db.prepare(
    "INSERT INTO host_pause (host, until) VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET until = excluded.until",
  ).run(host, until);
}

/** The hosts that are not to be asked at now, with the time until which. */
export function loadPauses(db: DatabaseSync, now: number): Map<string, number> {
  db.prepare("DELETE FROM host_pause WHERE until <= ?").run(now);
  const rows = db.prepare("SELECT host, until FROM host_pause").all() as unknown as {
    readonly host: string;
    readonly until: number;
  }[];
  return new Map(rows.map(({ host, until }) => [host, until]));
}

function readState(row: DocRow): FeedState {
  return JSON.parse(row.doc) as FeedState;
}
