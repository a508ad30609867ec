import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../domain.ts";
import type { Config } from "../domain-config.ts";
import { fetchArticle } from "../intake/fetch-article.ts";
import { createFetcher } from "../intake/fetch-guarded.ts";
import { keepWatchlist } from "../pipeline/keep-watchlist.ts";
import { tryArticle } from "../pipeline/record-article.ts";
import { activeMutes } from "../store/mutes.ts";
import { openStore } from "../store/open-store.ts";
import { readStyle } from "../terminal/paint.ts";
import { loadCatalogue } from "../watch/catalogue/load-catalogue.ts";
import { printTrace } from "./print-trace.ts";
import { readArguments } from "./read-arguments.ts";
import { readArticleFile } from "./read-article-file.ts";
import { readSettings } from "./read-settings.ts";
import { traceDetails } from "./trace-line.ts";
import { UsageError } from "./usage-error.ts";
import { withPageText } from "./with-page-text.ts";

/** Shows everything that would be read and decided for one article, against the stories in the state; writes and posts nothing. */
export async function explainCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("explain", args);
  const [source] = given.words;
  if (source === undefined || given.words.length > 1)
    throw new UsageError("explain expects one http(s) address, one FILE, or - for standard input");
  const { config, environment, stateDir } = readSettings(given);
  const { id, article } = await readSource(source, config);
  const database = join(stateDir, "telwatch.db");
  const db = openStore(existsSync(database) ? database : ":memory:");
  const judgement = tryArticle(db, article, {
    config,
    watchlist: keepWatchlist(db, loadCatalogue(stateDir))(config.watch, Date.now()).watchlist,
    weights: undefined,
    mutes: activeMutes(db, Date.now()),
    now: Date.now(),
  });
  db.close();
  if (given.has("json")) console.log(JSON.stringify(traceDetails(id, judgement)));
  else console.log(printTrace(judgement, readStyle(process.stdout, environment.noColor)));
  return 0;
}

async function readSource(
  source: string,
  config: Config,
): Promise<{ readonly id: string; readonly article: Article }> {
  if (!/^https?:\/\//i.test(source)) {
    const read = readArticleFile(source, Date.now());
    if ("problem" in read) throw new UsageError(read.problem);
    return { id: read.id, article: await withPageText(read) };
  }
  const fetcher = createFetcher({ allowHosts: config.network.allowHosts, now: Date.now });
  if (!URL.canParse(source))
    throw new UsageError(`${source} is no address; expected one such as https://outlet.example/article`);
  const host = new URL(source).host;
  const feed = { id: host, name: host, url: source, topic: "security" as const, everyMs: 0 };
  const entry = {
    id: `${host}|${source}`,
    feedId: host,
    guid: undefined,
    url: source,
    title: "",
    summary: "",
    html: undefined,
    publishedAt: undefined,
  };
  const article = await fetchArticle(entry, feed, fetcher, Date.now());
  await fetcher.close();
  if (article.paragraphs.length === 0)
    throw new Error(
      `${source}: no article text could be read${article.textNote ? ` (${article.textNote})` : ""}`,
    );
  return { id: source, article };
}
