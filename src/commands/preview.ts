import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { writeDigest } from "../alerts/write-digest.ts";
import { writeFeedNotice } from "../alerts/write-feed-notice.ts";
import { checkConfig } from "../config/load-config.ts";
import type { Article } from "../domain.ts";
import type { Delivery, Message } from "../domain-delivery.ts";
import { replayArticles } from "../pipeline/replay-articles.ts";
import { alertBlocks, coreBlocks } from "../slack/alert-blocks.ts";
import { type PreviewMessage, previewPage } from "../slack/preview-page.ts";
import { openStore } from "../store/open-store.ts";
import { loadCatalogue } from "../watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../watch/compile-watchlist.ts";
import { type DemoEntry, OUTLETS } from "./demo/demo-entry.ts";
import { NEW_ENTRIES } from "./demo/new-entries.ts";
import { readArguments } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";

const DEFAULT_PORT = 4777;
/** What the worst feed could send; here to be seen in every place of a message. */
const HOSTILE =
  "<!channel> <https://evil.example|bank.com> `code` *bold* &amp;lt;b&amp;gt; \u202eright to left 👩‍👩‍👧‍👦 " +
  "and a title that goes on and on, as some do. ".repeat(30);

/** Serves a page on loopback that shows every kind of message as Slack would draw it, until it is interrupted. */
export async function previewCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("preview", args);
  const port = Number(given.value("port") ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port expects a number from 0 to 65535, got ${given.value("port")}`);
  const page = previewPage(demoMessages(Date.now()));
  const server = createServer((_request, respond) => {
    respond.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    respond.end(page);
  });
  await new Promise<void>((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  console.log(
    `Messages as Slack draws them: http://127.0.0.1:${(server.address() as AddressInfo).port}/ (Ctrl-C ends)`,
  );
  await new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  server.closeAllConnections();
  server.close();
  return 0;
}

/** The demo's messages, drawn by the same code that posts them, and the kinds that the demo has no occasion for. */
export function demoMessages(now: number): PreviewMessage[] {
  const db = openStore(":memory:");
  const config = demoConfig();
  const watchlist = compileWatchlist(loadCatalogue(), config.watch);
  const articles = NEW_ENTRIES.map((entry) => toArticle(entry, now)).sort(
    (a, b) => a.fetchedAt - b.fetchedAt,
  );
  const judgements = [...replayArticles(db, articles, { config, watchlist })];
  const deliveries = judgements.flatMap((one) => one.deliveries);
  const stories = new Map(
    judgements.flatMap(({ story }) => (story === undefined ? [] : [[story.id, story]])),
  );
  db.close();
  const alert = deliveries.find((one) => one.message.kind === "alert")?.message;
  const digest = writeDigest([...stories.values()], new Date(now).toISOString().slice(0, 10));
  const notice = writeFeedNotice(
    { name: "Carrier Daily", url: "https://carrier-daily.example/feed" },
    "has failed for two days: the server answers 404. Look for its new address.",
  );
  return [
    ...deliveries.map(fromDelivery),
    ...(alert === undefined ? [] : [core(alert)]),
    show("digest", "#threat-actors", digest),
    show("error, for the ops channel", "#telwatch-ops", notice),
    ...(alert === undefined ? [] : [show("hostile feed text", "#telecom-threats", hostile(alert))]),
  ];
}

function fromDelivery(delivery: Delivery): PreviewMessage {
  const { message, op, channel } = delivery;
  const title = op === "update" ? `${message.kind}, edited after the reply` : message.kind;
  return { ...show(title, channel, message), reply: op === "post" && delivery.parentKey !== undefined };
}

function show(title: string, channel: string, message: Message): PreviewMessage {
  return { title, channel, drawn: alertBlocks(message, "telwatch:preview"), reply: false };
}

function core(message: Message): PreviewMessage {
  const title = "alert, plain core for when Slack refuses the blocks";
  return { title, channel: "#telecom-threats", drawn: coreBlocks(message, "telwatch:preview"), reply: false };
}

function hostile(message: Message): Message {
  return {
    ...message,
    text: HOSTILE,
    headline: HOSTILE,
    lines: [
      { label: "Victim", text: HOSTILE, links: [{ label: HOSTILE, url: "https://a.example/?q=<b>&r=|" }] },
    ],
    quotes: [{ text: HOSTILE, speaker: HOSTILE, paragraph: 1 }],
    outlets: [{ label: "no link", url: "javascript:alert(1)" }],
  };
}

function demoConfig() {
  const { config, problems } = checkConfig(
    JSON.stringify({
      feeds: [{ name: "Demo", url: "https://demo.example/feed", topic: "security" }],
      routes: [{ channel: "#telecom-threats", when: { carriers: "any", roles: ["victim"] } }],
    }),
  );
  if (config === undefined)
    throw new Error(`the preview's configuration is wrong: ${JSON.stringify(problems)}`);
  return config;
}

function toArticle(entry: DemoEntry, now: number): Article {
  const { name, topic } = OUTLETS[entry.outlet];
  const at = now - entry.minutesAgo * 60_000;
  return {
    id: `${entry.outlet} ${entry.slug}`,
    url: `https://${entry.outlet}.example/${entry.slug}`,
    outlet: name,
    feedId: entry.outlet,
    topic,
    title: entry.title,
    summary: entry.teaser,
    publishedAt: at,
    fetchedAt: at,
    paragraphs: entry.paragraphs,
    textFrom: "page",
  };
}
