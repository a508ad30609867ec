import type { ReadPage } from "../domain-intake.ts";
import { createWorkerPool, type WorkerPool } from "./run-worker.ts";

/** An ordinary page takes 17 ms, the slowest of 181 took 0.3 s. */
const READ_MS = 5_000;
const MAX_WORKERS = 2;
const MAX_HEAP_MB = 96;

interface Input {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string;
}
/** Reads pages off the main thread; a string is the reason why one could not be read. */
export interface PageReader {
  readonly read: (bytes: Uint8Array, contentType: string, url: string) => Promise<ReadPage | string>;
  readonly close: () => Promise<void>;
}

/** A page reader of its own, with its own deadline. */
export function createPageReader(deadlineMs: number = READ_MS): PageReader {
  const pool: WorkerPool<Input, ReadPage> = createWorkerPool({
    file: new URL("./extract-worker.ts", import.meta.url),
    deadlineMs,
    maxWorkers: MAX_WORKERS,
    maxHeapMb: MAX_HEAP_MB,
    maxQueueMs: 2 * deadlineMs,
  });
  return {
    close: pool.close,
    read: async (bytes, contentType, url) => {
      const result = await pool.run({ bytes, contentType, url });
      if (result.kind === "done") return result.output;
      if (result.kind === "timeout") return `the page could not be read within ${deadlineMs / 1_000} s`;
      if (result.kind === "out-of-memory") return "reading the page took too much memory";
      return "the page could not be read";
    },
  };
}

let shared: PageReader | undefined;

/** Reads a page with the reader that all share. */
export async function parsePage(
  bytes: Uint8Array,
  contentType: string,
  url: string,
): Promise<ReadPage | string> {
  shared ??= createPageReader();
  return await shared.read(bytes, contentType, url);
}
