import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type DemoEntry, OUTLETS, type OutletId } from "./demo-entry.ts";

export interface OutletServer {
  readonly urlOf: (outlet: OutletId) => string;
  /** What the feeds hold from now on. */
  readonly publish: (entries: readonly DemoEntry[]) => void;
  /** Lets one outlet's feed answer only after this. */
  readonly hold: (outlet: OutletId, until: Promise<void>) => void;
  readonly close: () => Promise<void>;
}

/** Serves the bundled feeds and pages on a free loopback port, with validators as real outlets send them. */
export async function serveOutlets(startedAt: number): Promise<OutletServer> {
  let published: readonly DemoEntry[] = [];
  let base = "";
  let held: { readonly outlet: OutletId; readonly until: Promise<void> } | undefined;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const [, outlet = "", slug = ""] = (request.url ?? "").split("/");
    const mine = published.filter((entry) => entry.outlet === outlet);
    const entry = mine.find((one) => one.slug === slug);
    if (slug === "feed.xml" && outlet in OUTLETS)
      sendFeed(request, response, drawFeed(outlet as OutletId, mine, base, startedAt));
    else if (entry === undefined) response.writeHead(404).end("not here");
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(drawPage(entry));
  }

  const server = createServer((request, response) => {
    const waits = held !== undefined && request.url?.startsWith(`/${held.outlet}/feed`) === true;
    const ready = waits ? held?.until : Promise.resolve();
    ready?.then(() => answer(request, response)).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    urlOf: (outlet) => `${base}/${outlet}/feed.xml`,
    publish: (entries) => {
      published = entries;
    },
    hold: (outlet, until) => {
      held = { outlet, until };
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function sendFeed(request: IncomingMessage, response: ServerResponse, xml: string): void {
  const etag = `"${createHash("sha256").update(xml).digest("hex").slice(0, 16)}"`;
  if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { "content-type": "application/xml; charset=utf-8", etag }).end(xml);
}

function drawFeed(outlet: OutletId, entries: readonly DemoEntry[], base: string, startedAt: number): string {
  const dated = entries.map((entry) => ({
    ...entry,
    link: `${base}/${outlet}/${entry.slug}`,
    at: new Date(startedAt - entry.minutesAgo * 60_000),
  }));
  const { name } = OUTLETS[outlet];
  if (outlet === "breach-ledger") {
    const items = dated.map(
      (entry) =>
        `<entry><id>${entry.link}</id><title>${escapeXml(entry.title)}</title><link href="${entry.link}"/>` +
        `<published>${entry.at.toISOString()}</published><updated>${entry.at.toISOString()}</updated>` +
        `<summary>${escapeXml(entry.teaser)}</summary></entry>`,
    );
    return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${name}</title><id>${base}</id><updated>${new Date(startedAt).toISOString()}</updated>${items.join("")}</feed>`;
  }
  // The noisy outlet writes what noisy outlets write: a bare ampersand, no guid, tracking parameters.
  const noisy = outlet === "evening-courier";
  const items = dated.map(
    (entry) =>
      `<item><title>${noisy ? entry.title : escapeXml(entry.title)}</title>` +
      `<link>${entry.link}${noisy ? "?utm_source=rss&amp;utm_medium=feed" : ""}</link>` +
      (noisy ? "" : `<guid isPermaLink="true">${entry.link}</guid>`) +
      `<pubDate>${entry.at.toUTCString()}</pubDate><description>${escapeXml(`<p>${entry.teaser}</p>`)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${name}</title><link>${base}</link><description>${name}</description>${items.join("")}</channel></rss>`;
}

function drawPage(entry: DemoEntry): string {
  const { name } = OUTLETS[entry.outlet];
  const text = entry.paragraphs.map((paragraph) => `<p>${escapeXml(paragraph)}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeXml(entry.title)} | ${name}</title></head>
<body><header><nav><a href="/">Home</a> <a href="/security">Security</a> <a href="/about">About ${name}</a></nav></header>
<main><article><h1>${escapeXml(entry.title)}</h1><p>Share this article on:</p>
${text}
<p>Read more: <a href="/scattered-spider">Scattered Spider and the casinos, one year on</a></p></article>
<aside><h2>Most read</h2><ul><li><a href="/a">Sandworm: a history</a></li><li><a href="/b">Vodafone raises prices</a></li></ul></aside></main>
<footer>© ${name}. Written for the Telwatch demo.</footer></body></html>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
