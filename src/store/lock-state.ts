import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { makeFolder } from "./make-folder.ts";

/** Held for a process's life; the kernel releases it even after kill -9. */
export interface StateLock {
  readonly release: () => void;
}

/** Takes the state folder for this process, or gives the owner's pid ("?" where it cannot be read). */
export function lockState(dir: string): StateLock | { readonly owner: string } {
  makeFolder(dir);
  const ownerFile = join(dir, "owner.pid");
  // A lock file with a pid goes stale or is fooled by a reused pid; SQLite's own file lock is neither.
  const db = new DatabaseSync(join(dir, "lock.sqlite"));
  try {
    db.exec("PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch {
    db.close();
    return { owner: readOwner(ownerFile) };
  }
  writeFileSync(ownerFile, `${process.pid}\n`);
  return { release: () => db.close() };
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, "utf8").trim() || "?";
  } catch {
    return "?";
  }
}
