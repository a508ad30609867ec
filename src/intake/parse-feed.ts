import type { Feed } from "../domain.ts";
import type { ParsedFeed } from "../domain-intake.ts";
import { identifyEntries } from "./identify-entries.ts";
import { type FeedDocument, noFeed } from "./read-item.ts";
import { createWorkerPool, type WorkerPool } from "./run-worker.ts";

/** The slowest of 5,123 public feeds takes 0.4 s. */
const PARSE_MS = 5_000;
const MAX_WORKERS = 2;
const HUGE_BYTES = 3_000_000;
/** Public feeds of this size are rare; freezing ones are mostly larger. */
const HEAVY_BYTES = 500_000;
/** Twice what 20,000 items in 15 MB take; what needs more is nesting that no feed has. */
const MAX_HEAP_MB = 112;

interface Input {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string;
  readonly size: number;
}
/** Reads documents off the main thread. */
export interface FeedParser {
  readonly read: (bytes: Uint8Array, contentType: string, url: string) => Promise<FeedDocument>;
  readonly close: () => Promise<void>;
}

/** A parser of its own, with its own deadline; parseFeed shares one. */
export function createFeedParser(deadlineMs: number = PARSE_MS): FeedParser {
  const pool: WorkerPool<Input, FeedDocument> = createWorkerPool({
    file: new URL("./parse-worker.ts", import.meta.url),
    deadlineMs,
    maxWorkers: MAX_WORKERS,
    maxHeapMb: MAX_HEAP_MB,
    retireAfter: (input) => (input as Input).size > HUGE_BYTES,
    isHeavy: (input) => (input as Input).size > HEAVY_BYTES,
  });
  return {
    close: pool.close,
    read: async (bytes, contentType, url) => {
      const size = bytes.byteLength;
      // A body of its own is handed over, not copied; nobody reads it again.
      const whole =
        size > HUGE_BYTES && bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === size;
      const transfer = whole ? [bytes.buffer as ArrayBuffer] : [];
      const result = await pool.run({ bytes, contentType, url, size }, transfer);
      if (result.kind === "done") return result.output;
      if (result.kind === "timeout")
        return noFeed("parse-timeout", `not read within ${deadlineMs / 1_000} s`);
      if (result.kind === "out-of-memory") return noFeed("too-large", "reading it took too much memory");
      return noFeed("not-a-feed", `reading it failed: ${result.message}`);
    },
  };
}

let shared: FeedParser | undefined;

/** Bytes of a feed to entries with our ids, off the main thread and under a deadline; broken input gives a reason, never an exception. */
export async function parseFeed(
  bytes: Uint8Array,
  contentType: string,
  feed: Feed,
  url: string,
  parser?: FeedParser,
): Promise<ParsedFeed> {
  shared ??= createFeedParser();
  const document = await (parser ?? shared).read(bytes, contentType, url);
  return {
    title: document.title,
    entries: identifyEntries(document, feed),
    hints: document.hints,
    reason: document.reason,
    detail: document.detail,
  };
}
