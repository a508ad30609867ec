import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sayGaps } from "../config/say-gaps.ts";
import { CALL_LIMIT_MS } from "../domain-delivery.ts";
import { createFetcher } from "../intake/fetch-guarded.ts";
import { openState, pollOnce } from "../main.ts";
import { openLog } from "../ops/open-log.ts";
import { keepWatchlist } from "../pipeline/keep-watchlist.ts";
import type { PollReport } from "../pipeline/poll-feed.ts";
import { settleOutbox } from "../pipeline/settle-outbox.ts";
import { summariseRound } from "../pipeline/summarise-round.ts";
import { copyStore } from "../store/copy-store.ts";
import { loadCatalogue } from "../watch/catalogue/load-catalogue.ts";
import { openConsolePoster } from "./open-poster.ts";
import { openSlack } from "./open-slack.ts";
import { readArguments } from "./read-arguments.ts";
import { readSettings, type Settings } from "./read-settings.ts";
import { showRound } from "./show-round.ts";

/** How long messages may take on top of the grace; what is left then goes out with the next poll. */
const SETTLE_MS = 60_000;

/** One round over all due feeds, then the outbox, then the run's summary; 1 when every feed failed. */
export async function pollCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("poll", args);
  const settings = readSettings(given);
  const json = given.has("json");
  const reports = given.has("dry-run") ? await rehearse(settings, json) : await poll(settings, json, true);
  if (json) console.log(JSON.stringify(roundJson(reports)));
  else console.log(summariseRound(reports));
  return reports.length > 0 && reports.every((report) => report.outcome === "failed") ? 1 : 0;
}

/** The same round on a copy of the state, printing what would be posted; the copy is thrown away. */
async function rehearse(settings: Settings, json: boolean): Promise<PollReport[]> {
  const folder = mkdtempSync(join(tmpdir(), "telwatch-dry-run-"));
  try {
    const database = join(settings.stateDir, "telwatch.db");
    if (existsSync(database)) copyStore(database, join(folder, "telwatch.db"));
    return await poll({ ...settings, stateDir: folder }, json, false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function poll(settings: Settings, json: boolean, mayPost: boolean): Promise<PollReport[]> {
  const { config, environment, stateDir } = settings;
  const log = openLog(environment.logLevel, process.stderr.isTTY === true);
  for (const gap of sayGaps(config)) log.warn(gap);
  const { db, close } = openState(stateDir);
  const fetcher = createFetcher({ allowHosts: config.network.allowHosts, now: Date.now });
  const { watchlist } = keepWatchlist(db, loadCatalogue(stateDir))(config.watch, Date.now());
  const inUse = { config, watchlist };
  const observer = { ...showRound(process.stderr, Date.now), delivered: () => {} };
  const parts = { db, fetcher, log, now: Date.now, random: Math.random, settings: () => inUse, observer };
  const reports = await pollOnce(parts);
  for (const { feed, outcome, reason, detail } of reports)
    if (outcome === "failed") log.warn("feed failed", { feed: feed.name, reason, detail });
  const slack = mayPost
    ? openSlack({ environment, db, log, graceMs: config.slack.graceMs, listen: false, register: () => {} })
    : undefined;
  // With --json stdout is the machine's: alerts for people go to stderr.
  const screen = json ? process.stderr : process.stdout;
  await settleOutbox(db, slack?.poster ?? openConsolePoster(environment, stateDir, screen), {
    now: Date.now,
    graceMs: config.slack.graceMs,
    callLimitMs: CALL_LIMIT_MS,
    limitMs: config.slack.graceMs + SETTLE_MS,
    ...(slack !== undefined && { pace: slack.pace }),
    onFailure: (error) => log.error("the outbox cannot be read", { error: String(error) }),
  });
  await slack?.stop();
  await fetcher.close();
  close();
  return reports;
}

function roundJson(reports: readonly PollReport[]): object {
  return {
    summary: summariseRound(reports),
    feeds: reports.map(({ feed, outcome, reason, detail, remembered, judgements }) => ({
      id: feed.id,
      outcome,
      reason,
      detail,
      remembered,
      articles: judgements.map(({ read, decision, story }) => ({
        url: read.article.url,
        decision: decision.kind,
        reason: decision.reason,
        story: story?.id,
      })),
    })),
  };
}
