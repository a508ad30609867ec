import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as the server saw it; header names in lower case. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly rawHeaders: readonly string[];
  readonly at: number;
}
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
/** Answers a path: a body, a whole reply, or code that does with the socket what it likes. */
export type Route =
  | string
  | Uint8Array
  | Reply
  | ((request: SeenRequest, response: ServerResponse) => Reply | string | undefined);

/** A loopback server of feeds and pages for tests; routes may be changed while it runs. */
export interface FeedServer {
  readonly host: string;
  readonly url: (path: string) => string;
  readonly routes: Map<string, Route>;
  readonly requests: SeenRequest[];
  readonly close: () => Promise<void>;
}

/** Starts a feed server on a free port of a loopback host ("127.0.0.5" and the like are hosts of their own). */
export async function startFeedServer(
  routes: Readonly<Record<string, Route>> = {},
  host = "127.0.0.1",
): Promise<FeedServer> {
  const table = new Map(Object.entries(routes));
  const requests: SeenRequest[] = [];
  const server: Server = createServer((incoming, response) => {
    const path = incoming.url ?? "/";
    const seen = { path, headers: incoming.headers, rawHeaders: incoming.rawHeaders, at: performance.now() };
    requests.push(seen);
    answer(table.get(path) ?? { status: 404, body: "not here" }, seen, response);
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  const { port } = server.address() as AddressInfo;
  return {
    host,
    url: (path) => `http://${host}:${port}${path}`,
    routes: table,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function answer(route: Route, request: SeenRequest, response: ServerResponse): void {
  const given = typeof route === "function" ? route(request, response) : route;
  if (given === undefined) return;
  const reply: Reply = typeof given === "string" || given instanceof Uint8Array ? { body: given } : given;
  response.writeHead(reply.status ?? 200, { ...reply.headers });
  response.end(reply.body ?? "");
}

/** A small RSS 2.0 document. */
export function rss(
  items: readonly {
    readonly title: string;
    readonly link: string;
    readonly guid?: string;
    readonly date?: string;
    readonly description?: string;
  }[],
  title = "A feed",
): string {
  const escaped = (text: string): string =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const body = items.map(
    (item) =>
      `<item><title>${escaped(item.title)}</title><link>${escaped(item.link)}</link>` +
      `${item.guid === undefined ? "" : `<guid isPermaLink="false">${escaped(item.guid)}</guid>`}` +
      `${item.date === undefined ? "" : `<pubDate>${item.date}</pubDate>`}` +
      `<description>${escaped(item.description ?? "")}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escaped(title)}</title>${body.join("")}</channel></rss>`;
}
