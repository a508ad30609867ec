import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { feedBytes } from "./feed-bytes.ts";

// Serves feeds for bench/poll-feeds.ts from a process of its own: every host of 127.0.0.0/8 is one feed.
let round = 1;
const server = createServer((request, response) => {
  if (request.url === "/round2") {
    round = 2;
    response.end();
    return;
  }
  if (request.url?.startsWith("/page/")) {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(
      `<html><body><article>${"<p>Words about networks and towers, with commas, as in any report.</p>".repeat(20)}</article></body></html>`,
    );
    return;
  }
  const feed = Number(request.url?.slice(1));
  // One feed in ten has something new in the second round.
  const version = round === 2 && feed % 10 === 0 ? 2 : 1;
  const etag = `"${version}"`;
  // Of the unchanged, one in nine is of a server that knows no validators.
  const forgetful = feed % 9 === 1;
  if (!forgetful && request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag });
    response.end();
    return;
  }
  response.writeHead(200, { "content-type": "application/rss+xml", ...(!forgetful && { etag }) });
  response.end(feedBytes(feed, version, `http://${request.headers.host}`));
});
server.listen(0, "0.0.0.0", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit(0));
