import { loadConfig } from "../config/load-config.ts";
import { readEnvironment } from "../config/read-environment.ts";
import { sayGaps } from "../config/say-gaps.ts";
import { knownIds } from "./open-watchlist.ts";
import { readArguments } from "./read-arguments.ts";
import { showProblem } from "./read-settings.ts";

/** Checks configuration and environment and lists every mistake; 2 when there is one. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("check", args);
  const { environment, problems } = readEnvironment(process.env);
  const loaded = loadConfig(
    given.value("config"),
    environment,
    knownIds(given.value("state") ?? environment.stateDir),
  );
  const all = [
    ...problems.map((problem) => ({ file: "environment", ...problem })),
    ...loaded.problems.map((problem) => ({ file: loaded.path, ...problem })),
  ];
  if (given.has("json")) console.log(JSON.stringify({ path: loaded.path, problems: all }));
  else for (const problem of all) console.error(showProblem(problem, problem.file));
  if (all.length > 0) return 2;
  if (!given.has("json")) {
    const { feeds, routes } = loaded.config ?? { feeds: [], routes: [] };
    const counts = [counted(feeds.length, "feed"), counted(routes.length, "route")];
    console.log(`${loaded.path}: no mistakes; ${counts.join(", ")}`);
    for (const gap of sayGaps({ feeds, routes })) console.log(`${loaded.path}: ${gap}`);
  }
  return 0;
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
