import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./count-metrics.ts";
import { drawStatusPage } from "./draw-status-page.ts";
import { type Health, judgeHealth } from "./judge-health.ts";

export interface HealthServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves /health (200 or 503, JSON), /metrics (Prometheus) and / (status page); rejects when the port is taken. */
export async function serveHealth(options: {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly read: () => Health;
  readonly metrics: Metrics;
}): Promise<HealthServer> {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      // The state cannot be read: exactly what a health check is for.
      if (!response.headersSent)
        send(response, 503, "application/json", JSON.stringify({ alive: false, troubles: [String(error)] }));
      else response.destroy();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(options.port, options.host, listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: { readonly read: () => Health; readonly metrics: Metrics },
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return send(response, 405, "text/plain", "GET only\n");
  switch (new URL(request.url ?? "/", "http://x").pathname) {
    case "/health": {
      const judgement = judgeHealth(options.read());
      return send(response, judgement.alive ? 200 : 503, "application/json", JSON.stringify(judgement));
    }
    case "/metrics":
      return send(response, 200, options.metrics.contentType, await options.metrics.text());
    case "/":
      return send(response, 200, "text/html; charset=utf-8", drawStatusPage(options.read()));
    default:
      return send(response, 404, "text/plain", "known: / /health /metrics\n");
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(body);
}
