import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkConfig } from "../config/load-config.ts";
import { readEnvironment } from "../config/read-environment.ts";
import type { Config } from "../domain-config.ts";
import { createFetcher } from "../intake/fetch-guarded.ts";
import { type DaemonParts, openState, pollOnce } from "../main.ts";
import { openLog } from "../ops/open-log.ts";
import { drainOutbox } from "../pipeline/drain-outbox.ts";
import type { Judgement } from "../pipeline/judge-article.ts";
import type { PollReport } from "../pipeline/poll-feed.ts";
import { summariseRound } from "../pipeline/summarise-round.ts";
import { paint, plainText, readStyle, type TerminalStyle } from "../terminal/paint.ts";
import { wrapText } from "../terminal/wrap-text.ts";
import { OUTLETS, type OutletId } from "./demo/demo-entry.ts";
import { NEW_ENTRIES } from "./demo/new-entries.ts";
import { OLD_ENTRIES } from "./demo/old-entries.ts";
import { type OutletServer, serveOutlets } from "./demo/serve-outlets.ts";
import { openConsolePoster } from "./open-poster.ts";
import { openWatchlist } from "./open-watchlist.ts";
import { readArguments } from "./read-arguments.ts";

/** Time that the demo's clock jumps between two polls: longer than any feed's interval. */
const STEP_MS = 20 * 60_000;
const SPACING_MS = 20;

/** Shows the main job on bundled feeds over loopback: three polls through the real pipeline; 1 when they did not give one alert and one reply. */
export async function demoCommand(args: readonly string[]): Promise<number> {
  readArguments("demo", args);
  const startedAt = Date.now();
  const { environment } = readEnvironment(process.env);
  const style = readStyle(process.stdout, environment.noColor);
  const folder = mkdtempSync(join(tmpdir(), "telwatch-demo-"));
  const outlets = await serveOutlets(startedAt);
  const { db, close } = openState(folder);
  let jumpedMs = 0;
  const now = (): number => Date.now() + jumpedMs;
  const fetcher = createFetcher({ allowHosts: ["127.0.0.1"], now, spacingMs: SPACING_MS });
  const config = demoConfig(outlets);
  const settings = { config, watchlist: openWatchlist(config) };
  const log = openLog("warn", process.stderr.isTTY === true);
  const parts: Omit<DaemonParts, "poster"> = {
    db,
    fetcher,
    log,
    now,
    random: Math.random,
    settings: () => settings,
  };
  const poster = openConsolePoster(environment, folder);

  async function poll(recorded?: (judgement: Judgement) => void): Promise<PollReport[]> {
    const reports = await pollOnce(parts, recorded);
    await drainOutbox(db, poster, { now, graceMs: config.slack.graceMs });
    jumpedMs += STEP_MS;
    return reports;
  }

  try {
    say(INTRODUCTION, style);
    heading("Poll 1", "first look: what the feeds already hold is remembered, never posted", style);
    outlets.publish(OLD_ENTRIES);
    const first = await poll();
    tell(summariseRound(first), style);

    heading("Poll 2", `${NEW_ENTRIES.length} new articles, among them two reports of one event`, style);
    outlets.publish([...OLD_ENTRIES, ...NEW_ENTRIES]);
    // One outlet is a little slower than the other, so that the story arrives in the same order on every machine.
    const told = Promise.withResolvers<void>();
    outlets.hold("breach-ledger", told.promise);
    const second = await poll(({ read }) => {
      if (read.article.title === NEW_ENTRIES[0]?.title) told.resolve();
    });
    tellSilence(second, style);
    tell(summariseRound(second), style);

    heading("Poll 3", "nothing new: every feed answers “not modified”", style);
    const third = await poll();
    tell(summariseRound(third), style);
    return conclude([first, second, third], Date.now() - startedAt, style);
  } finally {
    await fetcher.close();
    await outlets.close();
    close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const INTRODUCTION =
  "Telwatch demo: three outlets on this machine's loopback, no network, no tokens. Their articles were written for " +
  "the demo after a case of November 2024; everything else is the real pipeline.";

function demoConfig(outlets: OutletServer): Config {
  const feeds = (Object.keys(OUTLETS) as OutletId[]).map((id) => ({
    id,
    ...OUTLETS[id],
    url: outlets.urlOf(id),
  }));
  const { config, problems } = checkConfig(
    JSON.stringify({
      network: { allowHosts: ["127.0.0.1"] },
      feeds,
      routes: [
        {
          channel: "#telecom-threats",
          when: {
            carriers: "any",
            roles: ["victim"],
            events: ["intrusion", "data-breach", "ransomware", "outage"],
          },
        },
        { channel: "#threat-actors", when: { actors: "any" }, deliver: "digest", at: "08:30" },
      ],
    }),
  );
  if (config === undefined)
    throw new Error(`the demo's own configuration is wrong: ${JSON.stringify(problems)}`);
  return config;
}

function conclude(rounds: readonly PollReport[][], tookMs: number, style: TerminalStyle): number {
  const decided = (round: readonly PollReport[] | undefined, kind: string): number =>
    (round ?? []).flatMap((report) => report.judgements).filter((one) => one.decision.kind === kind).length;
  const all = rounds.flat();
  const alerts = decided(all, "alert");
  const replies = decided(all, "reply");
  const silent = decided(all, "skip");
  const right =
    alerts === 1 && replies === 1 && silent === NEW_ENTRIES.length - 2 && decided(rounds[1], "alert") === 1;
  const figures = `${rounds.length} polls, ${alerts} alert, ${replies} reply, ${silent} articles kept silent`;
  console.log(
    `\n${paint(right ? "Done" : "Not as expected", right ? "good" : "urgent", style)} in ${(tookMs / 1000).toFixed(1)} s: ${figures}.`,
  );
  if (right)
    say("Next: npm start watches the feeds of feeds.yaml; npx telwatch --help lists the commands.", style);
  else
    console.error(
      "telwatch demo: expected 1 alert and 1 reply in the second poll, and silence on the rest; this is a bug, please report it.",
    );
  return right ? 0 : 1;
}

function tellSilence(reports: readonly PollReport[], style: TerminalStyle): void {
  const silent = reports.flatMap((report) => report.judgements).filter((one) => one.decision.kind === "skip");
  for (const { read, decision } of silent) {
    const title = plainText(read.article.title);
    console.log(
      `  ${paint("silent", "faint", style)}  ${title} ${paint(`(${read.article.outlet}: ${decision.reason})`, "faint", style)}`,
    );
  }
}

function heading(name: string, text: string, style: TerminalStyle): void {
  console.log(`\n${paint(name, "strong", style)} · ${text}\n`);
}

function tell(summary: string, style: TerminalStyle): void {
  console.log(`  ${paint("→", "good", style)} ${summary}`);
}

function say(text: string, style: TerminalStyle): void {
  console.log(wrapText(text, style.width).join("\n"));
}
