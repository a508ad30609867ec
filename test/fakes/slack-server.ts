import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "node:querystring";
import { type Answer, type FakeChannel, FakeWorkspace, type WorkspaceOptions } from "./slack-workspace.ts";
import { acceptWebSocket, type ServerSocket } from "./web-socket.ts";

/** What goes wrong with one call. `apply` says whether Slack carried it out all the same. */
export type Fault =
  | { readonly kind: "rate-limit"; readonly seconds: number }
  | { readonly kind: "status"; readonly status: number; readonly apply: boolean }
  | { readonly kind: "html" }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "hang"; readonly apply: boolean }
  | { readonly kind: "drop"; readonly apply: boolean }
  /** The line is cut and the message is accepted, but shows only later. */
  | { readonly kind: "late"; readonly ms: number }
  | { readonly kind: "slow"; readonly ms: number };
export interface Call {
  readonly method: string;
  readonly ask: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly fault: Fault | undefined;
}
export interface FakeSlackOptions extends Partial<WorkspaceOptions> {
  /** Asked for every call; the queue of `script` comes first. */
  readonly chance?: (method: string) => Fault | undefined;
  readonly port?: number;
  /** Heard when a message was accepted, before anything is answered. */
  readonly onApplied?: () => void;
  /** Heard when an answer has left. */
  readonly onAnswered?: (method: string) => void;
}
export interface FakeSlack {
  readonly url: string;
  readonly workspace: FakeWorkspace;
  readonly calls: readonly Call[];
  /** Faults for the next calls of a method, in order. */
  readonly script: (method: string, faults: readonly (Fault | undefined)[]) => void;
  readonly sockets: readonly ServerSocket[];
  /** Envelope ids that clients acknowledged, with the payload of the acknowledgement. */
  readonly acks: readonly { readonly envelope_id: string; readonly payload: unknown }[];
  /** Bodies posted to response urls. */
  readonly responses: readonly unknown[];
  readonly stop: () => Promise<void>;
}

export const TOKENS = { bot: "xoxb-fake-bot-token", app: "xapp-fake-app-token" };
export const ALL_SCOPES = ["chat:write", "commands", "channels:history", "channels:read"];
export const CHANNELS: readonly FakeChannel[] = [
  { id: "C0000000001", name: "telecom-threats" },
  { id: "C0000000002", name: "threat-actors" },
  { id: "C0000000003", name: "threats" },
];

/** Starts a strict Slack on loopback: Web API under /api/, Socket Mode, response urls, and faults on demand. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const now = options.now ?? Date.now;
  const workspace = new FakeWorkspace({
    channels: CHANNELS,
    botToken: TOKENS.bot,
    appToken: TOKENS.app,
    scopes: ALL_SCOPES,
    historyLagMs: 0,
    skewMs: 0,
    rate: undefined,
    pageSize: 200,
    ...options,
    now,
  });
  const calls: Call[] = [];
  const acks: { envelope_id: string; payload: unknown }[] = [];
  const responses: unknown[] = [];
  const sockets: ServerSocket[] = [];
  const scripts = new Map<string, (Fault | undefined)[]>();
  const server = createServer((request, respond) => {
    // A client that is killed in the middle of its request leaves nothing to answer.
    readBody(request).then(
      (body) => answer(request, respond, body),
      () => respond.destroy(),
    );
  });

  function answer(request: IncomingMessage, respond: ServerResponse, body: string): void {
    const path = new URL(request.url ?? "/", "http://fake").pathname;
    if (path.startsWith("/response/")) {
      responses.push(JSON.parse(body));
      respond.end("ok");
      return;
    }
    const method = path.replace(/^\/api\//, "");
    const ask = readArguments(request, body);
    const script = scripts.get(method);
    const fault = script !== undefined && script.length > 0 ? script.shift() : options.chance?.(method);
    calls.push({ method, ask, at: now(), fault });
    const token = String(request.headers.authorization ?? "").replace(/^Bearer /, "");
    const carryOut = (): Answer => {
      const result = withSocketUrl(method, workspace.call(method, token, ask));
      if (method === "chat.postMessage" && result.ok) options.onApplied?.();
      return result;
    };
    respond.on("finish", () => options.onAnswered?.(method));
    carry(respond, fault, carryOut, ask, method);
  }

  function carry(
    respond: ServerResponse,
    fault: Fault | undefined,
    carryOut: () => Answer,
    ask: Call["ask"],
    method: string,
  ): void {
    const wait = method === "chat.postMessage" ? workspace.limited(String(ask.channel)) : 0;
    const limit = fault?.kind === "rate-limit" ? fault.seconds : wait;
    if (limit > 0) {
      respond.writeHead(429, { "retry-after": String(limit) }).end('{"ok":false,"error":"ratelimited"}');
      return;
    }
    switch (fault?.kind) {
      case "status":
        if (fault.apply) carryOut();
        respond.writeHead(fault.status).end("trouble");
        return;
      case "html":
        respond.writeHead(200, { "content-type": "text/html" }).end("<html>maintenance</html>");
        return;
      case "error":
        respond.end(JSON.stringify({ ok: false, error: fault.error }));
        return;
      case "hang":
        if (fault.apply) carryOut();
        return;
      case "drop":
        if (fault.apply) carryOut();
        respond.destroy();
        return;
      case "late":
        workspace.postLate(ask, fault.ms);
        respond.destroy();
        return;
      case "slow":
        setTimeout(() => respond.end(JSON.stringify(carryOut())), fault.ms);
        return;
      default:
        respond.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(carryOut()));
    }
  }

  server.on("upgrade", (request, stream) => {
    const socket = acceptWebSocket(request, stream, {
      text: (text) => acks.push(JSON.parse(text) as { envelope_id: string; payload: unknown }),
      closed: () => {
        const index = sockets.indexOf(socket);
        if (index >= 0) sockets.splice(index, 1);
      },
    });
    sockets.push(socket);
    socket.sendJson({ type: "hello", num_connections: sockets.length, connection_info: { app_id: "A0" } });
  });

  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;

  function withSocketUrl(method: string, result: Answer): Answer {
    if (method !== "apps.connections.open" || !result.ok) return result;
    return { ...result, url: `ws://127.0.0.1:${port}/link/?ticket=${calls.length}` };
  }

  return {
    url: `http://127.0.0.1:${port}/api/`,
    workspace,
    calls,
    acks,
    responses,
    sockets,
    script: (method, faults) => void scripts.set(method, [...(scripts.get(method) ?? []), ...faults]),
    stop: async () => {
      for (const socket of [...sockets]) socket.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function readArguments(request: IncomingMessage, body: string): Readonly<Record<string, unknown>> {
  if (String(request.headers["content-type"]).includes("application/json"))
    return JSON.parse(body) as Readonly<Record<string, unknown>>;
  const { token: _, ...fields } = parse(body);
  const json = new Set(["blocks", "metadata", "view"]);
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, json.has(key) ? JSON.parse(String(value)) : value]),
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
