import { sayGaps } from "../config/say-gaps.ts";
import type { Environment } from "../domain-config.ts";
import { createFetcher } from "../intake/fetch-guarded.ts";
import { type Observer, openState, startDaemon } from "../main.ts";
import { boundMemory } from "../ops/bound-memory.ts";
import { countMetrics, type Metrics } from "../ops/count-metrics.ts";
import type { Health } from "../ops/judge-health.ts";
import { type Log, openLog } from "../ops/open-log.ts";
import { type HealthServer, serveHealth } from "../ops/serve-health.ts";
import { keepWatchlist } from "../pipeline/keep-watchlist.ts";
import { loadCatalogue } from "../watch/catalogue/load-catalogue.ts";
import { keepSettings } from "./keep-settings.ts";
import { openConsolePoster } from "./open-poster.ts";
import { openSlack } from "./open-slack.ts";
import { knownIds } from "./open-watchlist.ts";
import { readArguments } from "./read-arguments.ts";
import { readHealth } from "./read-health.ts";
import { readSettings } from "./read-settings.ts";
import { registerDesk } from "./register-desk.ts";
import { showRound } from "./show-round.ts";

/** The daemon: runs until SIGTERM or Ctrl-C. */
export async function runCommand(args: readonly string[]): Promise<number> {
  process.env.TZ = "UTC";
  boundMemory();
  const startedAt = Date.now();
  const { config, configPath, environment, stateDir } = readSettings(readArguments("run", args));
  const log = openLog(environment.logLevel, process.stderr.isTTY === true);
  for (const gap of sayGaps(config)) log.warn(gap);
  const { db, close } = openState(stateDir);
  const settings = keepSettings({
    config,
    path: configPath,
    log,
    known: knownIds(stateDir),
    changed: () => {
      daemon.reschedule().catch((error: unknown) => log.error("cannot reschedule", { error: String(error) }));
    },
  });
  const catalogue = loadCatalogue(stateDir);
  const watches = keepWatchlist(db, catalogue);
  const register = registerDesk({
    db,
    log,
    catalogue,
    config: () => settings.current(),
    kept: () => watches(settings.current().watch, Date.now()),
    permalink: (ref) => slack?.permalink(ref),
  });
  const slack = openSlack({ environment, db, log, graceMs: config.slack.graceMs, listen: true, register });
  if (slack === undefined)
    log.info(
      "Slack is not connected: alerts are printed here. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN to post to Slack (docs/slack-setup.md).",
    );
  const metrics = countMetrics(health);
  const daemon = startDaemon({
    db,
    log,
    poster: slack?.poster ?? openConsolePoster(environment, stateDir),
    ...(slack !== undefined && { pace: slack.pace }),
    fetcher: createFetcher({ allowHosts: config.network.allowHosts, now: Date.now }),
    now: Date.now,
    random: Math.random,
    settings: inUse,
    observer: observe(metrics),
  });
  const page = await openHealthPage(environment, health, metrics, log);
  process.on("SIGHUP", settings.reload);
  log.info("watching", { feeds: config.feeds.length, schedule: config.schedule, state: stateDir });

  const signal = await stopSignal();
  log.info("stopping", { signal });
  settings.stop();
  await page?.close();
  await daemon.stop();
  await slack?.stop();
  close();
  return 0;

  /** What people watch counts from the next poll on. */
  function inUse() {
    const config = settings.current();
    return { config, watchlist: watches(config.watch, Date.now()).watchlist };
  }

  function health(): Health {
    const now = Date.now();
    const configProblems = settings.problems();
    const status = slack?.status();
    const config = settings.current();
    return readHealth({ db, config, daemon, slack: status, configProblems, startedAt, now });
  }
}

/** A taken port costs the health page, not the alerts. */
async function openHealthPage(
  environment: Environment,
  read: () => Health,
  metrics: Metrics,
  log: Log,
): Promise<HealthServer | undefined> {
  const { healthHost: host, healthPort: port } = environment;
  if (port === undefined) return undefined;
  try {
    const page = await serveHealth({ host, port, read, metrics });
    log.info("health page", { url: page.url });
    return page;
  } catch (error) {
    log.error("no health page", { host, port, error: String((error as Error).message) });
    return undefined;
  }
}

function observe(metrics: Metrics): Observer {
  const round = showRound(process.stderr, Date.now);
  return {
    due: round.due,
    polled: (report) => {
      round.polled(report);
      metrics.polled(report.outcome, report.reason);
      for (const { decision } of report.judgements) metrics.judged(decision.kind, decision.reason);
    },
    delivered: metrics.delivered,
  };
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((done) => {
    process.once("SIGTERM", done);
    process.once("SIGINT", done);
  });
}
