import { loadConfig } from "../config/load-config.ts";
import { readEnvironment } from "../config/read-environment.ts";
import type { Config, ConfigProblem, Environment } from "../domain-config.ts";
import { knownIds } from "./open-watchlist.ts";
import type { Arguments } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";

export interface Settings {
  readonly config: Config;
  readonly configPath: string;
  readonly environment: Environment;
  /** Folder of the database. */
  readonly stateDir: string;
}

/** Reads environment and configuration for a command (--config, --state); throws UsageError listing every mistake. */
export function readSettings(args: Arguments): Settings {
  const { environment, problems } = readEnvironment(process.env);
  const stateDir = args.value("state") ?? environment.stateDir;
  const loaded = loadConfig(args.value("config"), environment, knownIds(stateDir));
  const mistakes = [
    ...problems.map((p) => showProblem(p, "environment")),
    ...loaded.problems.map((p) => showProblem(p, loaded.path)),
  ];
  if (loaded.config === undefined || mistakes.length > 0) {
    const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
    throw new UsageError(`${count} in the configuration\n${mistakes.map((line) => `  ${line}`).join("\n")}`);
  }
  return { config: loaded.config, configPath: loaded.path, environment, stateDir };
}

/** Shows a problem as "feeds.yaml:4:21 feeds[0].url: expected …". */
export function showProblem(problem: ConfigProblem, file: string): string {
  const place = problem.line > 0 ? `${file}:${problem.line}:${problem.column}` : file;
  return problem.key === "" ? `${place}: ${problem.message}` : `${place} ${problem.key}: ${problem.message}`;
}
