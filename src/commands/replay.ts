import { join } from "node:path";
import type { Judgement } from "../pipeline/judge-article.ts";
import { replayArticles } from "../pipeline/replay-articles.ts";
import { openStore } from "../store/open-store.ts";
import { showProgress } from "../terminal/show-progress.ts";
import { openWatchlist } from "./open-watchlist.ts";
import { type Arguments, readArguments } from "./read-arguments.ts";
import { readRecordedPolls } from "./read-recorded-polls.ts";
import { readReplayFile } from "./read-replay-file.ts";
import { readSettings } from "./read-settings.ts";
import { type ReplaySummary, replayRecorded } from "./replay-recorded.ts";
import { traceLine } from "./trace-line.ts";
import { UsageError } from "./usage-error.ts";
import { withPageText } from "./with-page-text.ts";

/** Runs recorded articles through the pipeline by their own clock: one JSON line each, or one readable line. */
export async function replayCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("replay", args);
  if (given.value("polls") !== undefined) return replayPollsFile(given);
  const [file] = given.words;
  if (file === undefined || given.words.length > 1)
    throw new UsageError("replay expects one FILE.jsonl, or - for standard input");
  const read = readReplayFile(file);
  if ("problems" in read) throw new UsageError(read.problems.join("\n"));
  const { config, stateDir } = readSettings(given);
  const state = given.value("state");
  const db = openStore(state === undefined ? ":memory:" : join(state, "telwatch.db"));
  const settings = { config, watchlist: openWatchlist(config, stateDir) };
  const articles = [];
  for (const input of read.inputs) articles.push(await withPageText(input));
  const progress = showProgress(process.stderr, "replay", articles.length, Date.now);
  let done = 0;
  for (const judgement of replayArticles(db, articles, settings)) {
    const id = read.inputs[done]?.id ?? judgement.read.article.id;
    console.log(given.has("json") ? JSON.stringify(traceLine(id, judgement)) : readable(judgement));
    done += 1;
    progress.step(done);
  }
  progress.end();
  db.close();
  return 0;
}

/** `replay --polls POLLS.json --items ITEMS.jsonl`: recorded polls instead of articles; prints what they came to. */
async function replayPollsFile(given: Arguments): Promise<number> {
  const [polls, items] = [given.value("polls"), given.value("items")];
  if (polls === undefined || items === undefined)
    throw new UsageError("replay --polls expects --items ITEMS.jsonl beside it");
  const { config, stateDir } = readSettings(given);
  const state = given.value("state");
  const db = openStore(state === undefined ? ":memory:" : join(state, "telwatch.db"));
  const settings = { config, watchlist: openWatchlist(config, stateDir) };
  const summary = await replayRecorded(db, readRecordedPolls(polls, items), settings);
  db.close();
  if (given.has("json")) console.log(JSON.stringify(summary));
  else printSummary(summary);
  return 0;
}

function printSummary(summary: ReplaySummary): void {
  const { decisions, largest, ...counts } = summary;
  for (const [name, value] of Object.entries(counts)) console.log(`${name.padEnd(16)} ${value}`);
  for (const [name, value] of Object.entries(decisions)) console.log(`  ${name.padEnd(30)} ${value}`);
  console.log(`largest story ${largest.id}, ${largest.members.length} articles`);
  for (const member of largest.members) console.log(`  ${member}`);
}

function readable(judgement: Judgement): string {
  const { decision, story, read } = judgement;
  const columns = [decision.kind.padEnd(6), (story?.id ?? "—").padEnd(6), decision.reason.padEnd(19)];
  return `${columns.join(" ")} ${read.article.outlet}: ${read.article.title}`;
}
