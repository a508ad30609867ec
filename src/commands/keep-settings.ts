import { unwatchFile, watchFile } from "node:fs";
import type { KnownIds } from "../config/find-unknown-ids.ts";
import { loadConfig } from "../config/load-config.ts";
import type { Config } from "../domain-config.ts";
import type { Log } from "../ops/open-log.ts";
import { showProblem } from "./read-settings.ts";

export interface KeptSettings {
  readonly current: () => Config;
  /** Mistakes of the last reload; empty when the file on disk is in use. */
  readonly problems: () => readonly string[];
  /** Reads the file again; a file with mistakes changes nothing. */
  readonly reload: () => void;
  readonly stop: () => void;
}

/** Polling by stat also sees a file that an editor or a container platform swaps by renaming. */
const LOOK_EVERY_MS = 2_000;

/** Keeps the configuration in use and takes over each change of the file on disk, or says why not. */
export function keepSettings(options: {
  readonly config: Config;
  readonly path: string;
  readonly log: Log;
  /** The ids that the file may name. */
  readonly known: KnownIds;
  /** Told after a change was taken over. */
  readonly changed: (config: Config) => void;
  readonly lookEveryMs?: number;
}): KeptSettings {
  const { path, log } = options;
  let current = options.config;
  let problems: readonly string[] = [];

  function reload(): void {
    const loaded = loadConfig(path, undefined, options.known);
    problems = loaded.problems.map((problem) => showProblem(problem, path));
    if (loaded.config === undefined) {
      log.error("the changed configuration has mistakes; the old one stays in use", { problems });
      return;
    }
    if (JSON.stringify(loaded.config) === JSON.stringify(current)) return;
    const before = current;
    current = loaded.config;
    log.info("configuration reloaded", {
      feeds: loaded.config.feeds.length,
      routes: loaded.config.routes.length,
    });
    if (JSON.stringify(before.slack) !== JSON.stringify(loaded.config.slack))
      log.warn("changes under slack take effect after a restart");
    options.changed(loaded.config);
  }

  watchFile(path, { interval: options.lookEveryMs ?? LOOK_EVERY_MS }, reload);
  return {
    current: () => current,
    problems: () => problems,
    reload,
    stop: () => unwatchFile(path, reload),
  };
}
