import { DatabaseSync } from "node:sqlite";

/** Writes a consistent copy of a database file to a path that does not exist yet; the original is only read, also while a daemon writes to it. */
export function copyStore(from: string, to: string): void {
  const db = new DatabaseSync(from, { readOnly: true });
  try {
    db.exec("PRAGMA busy_timeout = 5000");
    db.prepare("VACUUM INTO ?").run(to);
  } finally {
    db.close();
  }
}
