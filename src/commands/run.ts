import { createFetcher } from "../intake/fetch-guarded.ts";
import { openState, startDaemon } from "../main.ts";
import { openLog } from "../ops/open-log.ts";
import { openConsolePoster } from "./open-poster.ts";
import { openSlack } from "./open-slack.ts";
import { openWatchlist } from "./open-watchlist.ts";
import { readArguments } from "./read-arguments.ts";
import { readSettings } from "./read-settings.ts";

/** The daemon: runs until SIGTERM or Ctrl-C. */
export async function runCommand(args: readonly string[]): Promise<number> {
  process.env.TZ = "UTC";
  const { config, environment, stateDir } = readSettings(readArguments("run", args));
  const log = openLog(environment.logLevel, process.stderr.isTTY === true);
  const { db, close } = openState(stateDir);
  const watchlist = openWatchlist(config);
  const slack = openSlack({ environment, db, log, listen: true, register: () => {} });
  if (slack === undefined)
    log.info(
      "Slack is not connected: alerts are printed here. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN to post to Slack (docs/slack-setup.md).",
    );
  const daemon = startDaemon({
    db,
    log,
    poster: slack?.connection.poster ?? openConsolePoster(environment, stateDir),
    ...(slack !== undefined && { pace: slack.pace }),
    fetcher: createFetcher({ allowHosts: config.network.allowHosts, now: Date.now }),
    now: Date.now,
    random: Math.random,
    settings: () => ({ config, watchlist }),
  });
  log.info("watching", { feeds: config.feeds.length, schedule: config.schedule, state: stateDir });
  const signal = await stopSignal();
  log.info("stopping", { signal });
  await daemon.stop();
  await slack?.connection.stop();
  close();
  return 0;
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((done) => {
    process.once("SIGTERM", done);
    process.once("SIGINT", done);
  });
}
