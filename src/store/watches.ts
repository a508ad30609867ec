import type { EntityKind } from "../domain.ts";
import type { Watch } from "../domain-lookup.ts";
import type { Store } from "./open-store.ts";

interface WatchRow {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly own: number;
  readonly until: number | null;
  readonly asked_by: string;
  readonly at: number;
}

/** Keeps a watch, replacing the former one on the same name. */
export function saveWatch(db: Store, watch: Watch): void {
  db.prepare(
    "INSERT OR REPLACE INTO watch (kind, id, name, own, until, asked_by, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
  ).run(watch.kind, watch.id, watch.name, watch.own ? 1 : 0, watch.until ?? null, watch.by, watch.at);
}

/** Ends a watch; false where there was none. */
export function removeWatch(db: Store, kind: EntityKind, id: string): boolean {
  return Number(db.prepare("DELETE FROM watch WHERE kind = ? AND id = ?").run(kind, id).changes) > 0;
}

/** The watches that people added and that have not run out, newest first. */
export function loadWatches(db: Store, now: number): Watch[] {
  const rows = db
    .prepare("SELECT * FROM watch WHERE until IS NULL OR until > ? ORDER BY at DESC, id")
    .all(now) as unknown as WatchRow[];
  return rows.map((row) => ({
    kind: row.kind as EntityKind,
    id: row.id,
    name: row.name,
    own: row.own === 1,
    until: row.until ?? undefined,
    by: row.asked_by,
    at: row.at,
  }));
}
