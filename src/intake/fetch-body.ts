import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, gunzipSync } from "node:zlib";
import { errors } from "undici";

export interface ReadBody {
  readonly body: Uint8Array;
  /** False where the body broke off. */
  readonly complete: boolean;
}

/** Ends a body that nobody reads. */
export function discardBody(body: Readable): ReadBody {
  body.on("error", () => {});
  body.destroy();
  return { body: new Uint8Array(), complete: true };
}

/** Reads and decompresses a body up to the limit in bytes; one that breaks off is given as far as it came. Throws when nothing came or the request was aborted. */
export async function readBody(
  body: Readable,
  encodings: string,
  maxBytes: number,
): Promise<ReadBody | "too-large"> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let failure: unknown;
  body.on("error", (error) => {
    failure ??= error;
  });
  const stream = await decompress(body, encodings);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) return "too-large";
      chunks.push(chunk);
    }
  } catch (error) {
    failure ??= error;
    if (size === 0 || isAbort(failure) || isAbort(error)) throw failure;
  } finally {
    stream.destroy();
    body.destroy();
  }
  return unzipFile(Buffer.concat(chunks, size), failure === undefined, maxBytes);
}

async function decompress(body: Readable, encodings: string): Promise<Readable> {
  let stream = body;
  for (const encoding of encodings.toLowerCase().split(",").reverse()) {
    const name = encoding.trim();
    if (name === "gzip" || name === "x-gzip") stream = chain(stream, createGunzip());
    else if (name === "br") stream = chain(stream, createBrotliDecompress());
    else if (name === "deflate") stream = chain(stream, await inflate(stream));
  }
  return stream;
}

/** "deflate" comes with the zlib header or, from some servers, without. */
async function inflate(from: Readable): Promise<Transform> {
  await new Promise<void>((done) => {
    from.once("readable", done);
    from.once("end", done);
    from.once("error", () => done());
    from.once("close", done);
  });
  const start = from.read() as Buffer | null;
  if (start) from.unshift(start);
  return ((start?.[0] ?? 0x78) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

function chain(from: Readable, to: Transform): Transform {
  from.on("error", (error) => to.destroy(error));
  return from.pipe(to);
}

/** A feed stored as feed.xml.gz comes zipped without a header that says so. */
function unzipFile(body: Buffer, complete: boolean, maxBytes: number): ReadBody | "too-large" {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return { body, complete };
  try {
    return { body: gunzipSync(body, { maxOutputLength: maxBytes }), complete };
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    return large ? "too-large" : { body, complete };
  }
}

function isAbort(error: unknown): boolean {
  return (
    error instanceof Error && (error.name === "AbortError" || error instanceof errors.RequestAbortedError)
  );
}
