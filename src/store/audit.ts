import type { Store } from "./open-store.ts";

/** One change that a person asked for, or was refused. */
export interface AuditLine {
  readonly at: number;
  readonly by: string;
  readonly words: string;
  readonly outcome: string;
}

/** Writes down who asked for which change and what came of it. */
export function appendAudit(db: Store, line: AuditLine): void {
  db.prepare("INSERT INTO audit (at, asked_by, words, outcome) VALUES (?, ?, ?, ?)").run(
    line.at,
    line.by,
    line.words.slice(0, 500),
    line.outcome,
  );
}

/** The latest changes, newest first. */
export function listAudit(db: Store, limit: number): AuditLine[] {
  const rows = db.prepare("SELECT * FROM audit ORDER BY id DESC LIMIT ?").all(limit);
  return rows.map((row) => ({
    at: Number(row.at),
    by: String(row.asked_by),
    words: String(row.words),
    outcome: String(row.outcome),
  }));
}
