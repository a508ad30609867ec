import { parentPort } from "node:worker_threads";
import { parseDocument } from "./parse-document.ts";

interface Job {
  readonly id: number;
  readonly input: { readonly bytes: Uint8Array; readonly contentType: string; readonly url: string };
}

// The worker's side of parse-feed.ts: bytes in, a document out.
parentPort?.on("message", ({ id, input }: Job) => {
  parseDocument(input.bytes, input.contentType, input.url).then(
    (output) => parentPort?.postMessage({ id, output }),
    (error: unknown) =>
      parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
parentPort?.postMessage("ready");
