import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface GrowingFeed {
  readonly url: string;
  /** Publishes the next entry and gives its mark, which stands in its title and nowhere else. */
  readonly publish: () => string;
  /** When each mark was published, epoch milliseconds. */
  readonly published: ReadonlyMap<string, number>;
  readonly polls: () => number;
  readonly stop: () => Promise<void>;
}

/** Serves an RSS feed on loopback that gains entries, and the page behind each of them; `onPoll` hears every answered poll. */
export async function startGrowingFeed(onPoll: () => void): Promise<GrowingFeed> {
  const published = new Map<string, number>();
  let polls = 0;
  const server = createServer((request, respond) => {
    const page = /^\/entry\/(\w+)$/.exec(request.url ?? "")?.[1];
    if (page !== undefined) {
      respond.setHeader("content-type", "text/html");
      respond.end(`<html><body><article>${paragraphs(page)}</article></body></html>`);
      return;
    }
    polls += 1;
    respond.setHeader("content-type", "application/rss+xml");
    respond.end(drawFeed([...published], base()), onPoll);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  function base(): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  return {
    url: `${base()}/feed.xml`,
    publish() {
      const mark = `EV${String(published.size + 1).padStart(4, "0")}`;
      published.set(mark, Date.now());
      return mark;
    },
    published,
    polls: () => polls,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function paragraphs(mark: string): string {
  return [
    `Salt Typhoon intruders reached systems of the carrier Lumen in case ${mark}, investigators said.`,
    "The operators said that call records were copied and that the investigation goes on.",
  ]
    .map((text) => `<p>${text}</p>`)
    .join("");
}

function drawFeed(entries: readonly (readonly [string, number])[], base: string): string {
  const items = entries
    .map(
      ([mark, at]) =>
        `<item><title>Salt Typhoon breached Lumen, case ${mark}</title><link>${base}/entry/${mark}</link><guid>${mark}</guid>` +
        `<pubDate>${new Date(at).toUTCString()}</pubDate><description>Salt Typhoon breached Lumen in case ${mark}.</description></item>`,
    )
    .reverse();
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Growing</title><link>${base}</link><description>x</description>${items.join("")}</channel></rss>`;
}
