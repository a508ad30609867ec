import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Makes a folder with those above it; throws with what stands in the way. Node's own recursive way never ends where the system lets no folder be made, as below /proc. */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have been quicker.
    if (isFolder(path)) return;
    throw new Error(`cannot make the folder ${path}: ${(error as Error).message}`);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
