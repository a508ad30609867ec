import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { createFetcher } from "../intake/fetch-guarded.ts";
import { isReading } from "../lookup/answer-query.ts";
import { parseQuery } from "../lookup/parse-query.ts";
import { answerCommand } from "../pipeline/answer-command.ts";
import { keepWatchlist } from "../pipeline/keep-watchlist.ts";
import { openStore } from "../store/open-store.ts";
import { readStyle } from "../terminal/paint.ts";
import { printAnswer } from "../terminal/print-answer.ts";
import { loadCatalogue } from "../watch/catalogue/load-catalogue.ts";
import { readArguments } from "./read-arguments.ts";
import { readSettings } from "./read-settings.ts";

/** Answers what the slash command would answer; 1 where the question could not be answered as asked. */
export async function lookupCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("lookup", args);
  const { config, environment, stateDir } = readSettings(given);
  const database = join(stateDir, "telwatch.db");
  const words = given.words.join(" ");
  // Asking must not make a state folder; a change needs one to be kept in.
  const keep = existsSync(database) || !isReading(parseQuery(words, Date.now()));
  const db = openStore(keep ? database : ":memory:");
  const catalogue = loadCatalogue(stateDir);
  const now = Date.now();
  const answer = await answerCommand(words, {
    db,
    config,
    catalogue,
    kept: keepWatchlist(db, catalogue)(config.watch, now),
    now,
    command: "telwatch lookup",
    // Whoever may run the command line may change the state's files as well.
    asker: { name: userInfo().username, mayWrite: true, channel: undefined },
    fetcher: () => createFetcher({ allowHosts: config.network.allowHosts, now: Date.now }),
  });
  db.close();
  if (given.has("json")) console.log(JSON.stringify(answer));
  else console.log(printAnswer(answer, "telwatch lookup", readStyle(process.stdout, environment.noColor)));
  return answer.ok ? 0 : 1;
}
