import { readFileSync } from "node:fs";
import { readEnvironment } from "../config/read-environment.ts";
import type { PollReason } from "../domain-config.ts";
import { advise } from "../intake/advise.ts";
import { newFeedState } from "../intake/next-state.ts";
import { createFeedParser } from "../intake/parse-feed.ts";
import { type FeedDocument, type FeedItem, noFeed } from "../intake/read-item.ts";
import { readArguments } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";

/** Fetches and parses one feed as the poller would and shows its items, or the reason and what to do; 1 when nothing could be fetched. */
export async function readFeedCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("read-feed", args);
  const source = given.words[0];
  if (source === undefined || given.words.length > 1)
    throw new UsageError(
      "read-feed expects one URL or file; such as: telwatch read-feed https://example.com/feed",
    );
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
  const read = isUrl ? await fetchDocument(source, given.value("config")) : await readDocument(source);
  if (given.has("json")) console.log(JSON.stringify(asJson(read.document)));
  else console.log(asText(read.document));
  return read.had ? 0 : 1;
}

interface Read {
  readonly document: FeedDocument;
  /** False where there was nothing to read. */
  readonly had: boolean;
}

async function fetchDocument(url: string, configPath: string | undefined): Promise<Read> {
  // Loaded here alone: a file needs neither configuration nor network, and is read in half the time.
  const { loadConfig } = await import("../config/load-config.ts");
  const { createFetcher, fetchFeed } = await import("../intake/fetch-feed.ts");
  const { config } = loadConfig(configPath, readEnvironment(process.env).environment);
  const fetcher = createFetcher({ allowHosts: config?.network.allowHosts ?? [], now: Date.now });
  const feed = { id: "read-feed", name: url, url, topic: "general", everyMs: 0 } as const;
  const answer = await fetchFeed(feed, newFeedState(feed), fetcher, Date.now());
  await fetcher.close();
  if (answer.kind === "failed") return { document: noFeed(answer.reason, answer.detail), had: false };
  if (answer.kind === "not-modified")
    return { document: noFeed("http-status", "answered 304 though nothing was remembered"), had: false };
  return { document: await parse(answer.bytes, answer.contentType, answer.url), had: true };
}

async function readDocument(file: string): Promise<Read> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UsageError(
      `cannot read ${file}: ${(error as NodeJS.ErrnoException).code}; expected a file or an address`,
    );
  }
  return { document: await parse(bytes, "", ""), had: true };
}

async function parse(bytes: Uint8Array, contentType: string, url: string): Promise<FeedDocument> {
  const parser = createFeedParser();
  const document = await parser.read(bytes, contentType, url);
  await parser.close();
  return document;
}

function asJson(document: FeedDocument): object {
  return {
    title: document.title,
    items: document.items.map((item) => ({
      title: item.title,
      link: item.link,
      guid: item.guid,
      date: dateOf(item),
      summary: item.summary,
    })),
    ...(document.reason !== undefined && explain(document.reason, document.detail)),
  };
}

function explain(reason: PollReason, detail: string | undefined): object {
  return { reason, detail, advice: advise(reason) };
}

function asText(document: FeedDocument): string {
  const { reason } = document;
  const trouble = reason === undefined ? [] : [`${reason}: ${document.detail ?? ""}`, advise(reason)];
  const items = document.items.map((item) =>
    [
      `- ${item.title || "(no title)"}`,
      `  ${item.link ?? "(no link)"}`,
      `  ${dateOf(item) ?? "(no date)"} · guid ${item.guid ?? "(none)"}`,
      ...(item.summary === "" ? [] : [`  ${item.summary.slice(0, 200)}`]),
    ].join("\n"),
  );
  return [`${document.title ?? "(no title)"}: ${document.items.length} items`, ...trouble, ...items].join(
    "\n",
  );
}

function dateOf(item: FeedItem): string | undefined {
  return item.date === undefined ? undefined : new Date(item.date).toISOString();
}
