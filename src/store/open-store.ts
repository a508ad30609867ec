import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makeFolder } from "./make-folder.ts";
import { MIGRATIONS } from "./migrations.ts";

/** The open database, as the pipeline passes it on to the store's operations. */
export type Store = DatabaseSync;

/** Opens the one database file (or ":memory:"), brought to the newest schema; throws when the file was written by a newer Telwatch. */
export function openStore(path: string): DatabaseSync {
  if (path !== ":memory:") makeFolder(dirname(path));
  const db = new DatabaseSync(path);
  try {
    prepare(db);
  } catch (error) {
    db.close();
    const trouble = (error as Error).message;
    throw new Error(
      `${path} cannot be used: ${trouble}. Restore a backup, or point --state at another folder.`,
    );
  }
  return db;
}

function prepare(db: DatabaseSync): void {
  db.exec("PRAGMA busy_timeout = 5000");
  db.exec("PRAGMA journal_mode = WAL");
  // An acknowledged write must survive a power cut: the outbox promises it.
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA foreign_keys = ON");
  migrate(db);
}

/** Runs steps as one transaction, rolled back whole when it throws; transactions do not nest. */
export function inTransaction<T>(db: DatabaseSync, steps: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = steps();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}

function migrate(db: DatabaseSync): void {
  const version = Number(db.prepare("PRAGMA user_version").get()?.user_version ?? 0);
  if (version > MIGRATIONS.length) {
    throw new Error(
      `it has schema ${version}, this Telwatch knows up to ${MIGRATIONS.length}. Run the newer version`,
    );
  }
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index < version) continue;
    inTransaction(db, () => {
      db.exec(step);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}
