import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const SHARED = join(ROOT, "../shared/data/corpus/dev.jsonl");

/** The labelled sets of the project and, where it lies beside it, the given one. */
export function setsAtHand(): string[] {
  const own = join(ROOT, "test/labelled");
  const folders = readdirSync(own, { withFileTypes: true }).filter((one) => one.isDirectory());
  const files = folders.map((one) => join(own, one.name, "corpus.jsonl"));
  return existsSync(SHARED) ? [SHARED, ...files] : files;
}
