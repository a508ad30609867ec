import { createFetcher } from "../intake/fetch-guarded.ts";
import { CALL_LIMIT_MS, openState, pollOnce } from "../main.ts";
import { openLog } from "../ops/open-log.ts";
import type { PollReport } from "../pipeline/poll-feed.ts";
import { settleOutbox } from "../pipeline/settle-outbox.ts";
import { summariseRound } from "../pipeline/summarise-round.ts";
import { openConsolePoster } from "./open-poster.ts";
import { openSlack } from "./open-slack.ts";
import { openWatchlist } from "./open-watchlist.ts";
import { readArguments } from "./read-arguments.ts";
import { readSettings } from "./read-settings.ts";

/** How long messages may take on top of the grace; what is left then goes out with the next poll. */
const SETTLE_MS = 60_000;

/** One round over all due feeds, then the outbox, then the run's summary. */
export async function pollCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("poll", args);
  const { config, environment, stateDir } = readSettings(given);
  const log = openLog(environment.logLevel, process.stderr.isTTY === true);
  const { db, close } = openState(stateDir);
  const fetcher = createFetcher({ allowHosts: config.network.allowHosts, now: Date.now });
  const settings = { config, watchlist: openWatchlist(config) };
  const parts = { db, fetcher, log, now: Date.now, random: Math.random, settings: () => settings };
  const reports = await pollOnce(parts, log);
  const slack = openSlack({ environment, db, log, listen: false, register: () => {} });
  await settleOutbox(db, slack?.connection.poster ?? openConsolePoster(environment, stateDir), {
    now: Date.now,
    graceMs: config.slack.graceMs,
    callLimitMs: CALL_LIMIT_MS,
    limitMs: config.slack.graceMs + SETTLE_MS,
    ...(slack !== undefined && { pace: slack.pace }),
    onFailure: (error) => log.error("the outbox cannot be read", { error: String(error) }),
  });
  await slack?.connection.stop();
  await fetcher.close();
  close();
  if (given.has("json")) console.log(JSON.stringify(roundJson(reports)));
  else console.log(summariseRound(reports));
  return 0;
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
