import type { Mute } from "../domain.ts";
import type { KeptMute } from "../domain-lookup.ts";
import type { Store } from "./open-store.ts";

interface MuteRow {
  readonly kind: string;
  readonly target: string;
  readonly name: string;
  readonly until: number;
  readonly asked_by: string;
  readonly at: number;
  readonly because: string | null;
}

/** Keeps a mute, replacing the former one on the same target. */
export function saveMute(db: Store, mute: KeptMute): void {
  db.prepare(
    "INSERT OR REPLACE INTO mute (kind, target, name, until, asked_by, at, because) VALUES (?, ?, ?, ?, ?, ?, ?)",
  ).run(mute.kind, mute.target, mute.name, mute.until, mute.by, mute.at, mute.because ?? null);
}

/** Ends a mute; false where there was none. */
export function removeMute(db: Store, kind: Mute["kind"], target: string): boolean {
  return Number(db.prepare("DELETE FROM mute WHERE kind = ? AND target = ?").run(kind, target).changes) > 0;
}

/** The mutes in force at a time, those that end first leading. */
export function activeMutes(db: Store, now: number): KeptMute[] {
  const rows = db
    .prepare("SELECT * FROM mute WHERE until > ? ORDER BY until, target")
    .all(now) as unknown as MuteRow[];
  return rows.map((row) => ({
    kind: row.kind as Mute["kind"],
    target: row.target,
    name: row.name,
    until: row.until,
    by: row.asked_by,
    at: row.at,
    because: row.because ?? undefined,
  }));
}
