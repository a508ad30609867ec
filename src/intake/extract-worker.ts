import { parentPort } from "node:worker_threads";
import { extractPage } from "./extract-page.ts";

interface Job {
  readonly id: number;
  readonly input: { readonly bytes: Uint8Array; readonly contentType: string; readonly url: string };
}

// The worker's side of read-page.ts: bytes in, the page's text out.
parentPort?.on("message", ({ id, input }: Job) => {
  try {
    parentPort?.postMessage({ id, output: extractPage(input.bytes, input.contentType, input.url) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
parentPort?.postMessage("ready");
