import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** The server's end of one WebSocket: text frames, pings and closing, as much as Socket Mode needs. */
export interface ServerSocket {
  readonly sendJson: (value: unknown) => void;
  readonly ping: () => void;
  readonly close: () => void;
  /** Cuts the line without a close frame. */
  readonly destroy: () => void;
  /** Stays connected and answers nothing any more, pings included. */
  readonly fallSilent: () => void;
}

/** Answers an upgrade request and reports every text frame of the client. */
export function acceptWebSocket(
  request: IncomingMessage,
  stream: Duplex,
  on: { readonly text: (text: string) => void; readonly closed: () => void },
): ServerSocket {
  const accept = createHash("sha1")
    .update(String(request.headers["sec-websocket-key"]) + GUID)
    .digest("base64");
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let buffer = Buffer.alloc(0);
  let silent = false;
  stream.on("data", (chunk: Buffer) => {
    if (silent) return;
    buffer = Buffer.concat([buffer, chunk]);
    for (let frame = readFrame(buffer); frame !== undefined; frame = readFrame(buffer)) {
      buffer = buffer.subarray(frame.size);
      if (frame.opcode === TEXT) on.text(frame.payload.toString("utf8"));
      else if (frame.opcode === PING) write(PONG, frame.payload);
      else if (frame.opcode === CLOSE) {
        write(CLOSE, frame.payload);
        stream.end();
      }
    }
  });
  stream.on("error", () => {});
  // HTTP servers leave a half-closed line open; a killed client is gone.
  stream.on("end", () => stream.end());
  stream.on("close", on.closed);

  function write(opcode: number, payload: Buffer): void {
    if (!silent && stream.writable) stream.write(drawFrame(opcode, payload));
  }
  return {
    sendJson: (value) => write(TEXT, Buffer.from(JSON.stringify(value))),
    ping: () => write(PING, Buffer.from("ping")),
    close: () => write(CLOSE, Buffer.from([0x03, 0xe8])),
    destroy: () => stream.destroy(),
    fallSilent: () => {
      silent = true;
    },
  };
}

function drawFrame(opcode: number, payload: Buffer): Buffer {
  const length = payload.length;
  if (length < 126) return Buffer.concat([Buffer.from([0x80 | opcode, length]), payload]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}

function readFrame(
  buffer: Buffer,
): { readonly opcode: number; readonly payload: Buffer; readonly size: number } | undefined {
  if (buffer.length < 2) return undefined;
  const short = (buffer[1] ?? 0) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const start = 2 + lengthBytes + 4;
  if (buffer.length < start) return undefined;
  const length =
    lengthBytes === 2
      ? buffer.readUInt16BE(2)
      : lengthBytes === 8
        ? Number(buffer.readBigUInt64BE(2))
        : short;
  if (buffer.length < start + length) return undefined;
  const mask = buffer.subarray(start - 4, start);
  const payload = Buffer.from(buffer.subarray(start, start + length));
  for (let index = 0; index < payload.length; index += 1)
    payload[index] = (payload[index] ?? 0) ^ (mask[index % 4] ?? 0);
  return { opcode: (buffer[0] ?? 0) & 0x0f, payload, size: start + length };
}
