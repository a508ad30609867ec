import type { App } from "@slack/bolt";
import type { Catalogue } from "../domain-catalogue.ts";
import type { Config } from "../domain-config.ts";
import { createFetcher } from "../intake/fetch-guarded.ts";
import type { Log } from "../ops/open-log.ts";
import type { KeptWatchlist } from "../pipeline/keep-watchlist.ts";
import { openDesk } from "../pipeline/open-desk.ts";
import { registerListeners } from "../slack/register-listeners.ts";
import type { Store } from "../store/open-store.ts";

/** What a listener needs of the daemon; the functions are asked at every question, so that a reload takes effect. */
export interface RegisterParts {
  readonly db: Store;
  readonly log: Log;
  /** The one whose names are found: a question must know whom an alert names. */
  readonly catalogue: Catalogue;
  readonly config: () => Config;
  readonly kept: () => KeptWatchlist;
  readonly permalink: (ref: string) => string | undefined;
}

/** Gives the function that adds commands, buttons and the Home tab to the app. */
export function registerDesk(parts: RegisterParts): (app: App) => void {
  return (app) => {
    const desk = openDesk({
      ...parts,
      now: Date.now,
      fetcher: () => createFetcher({ allowHosts: parts.config().network.allowHosts, now: Date.now }),
    });
    registerListeners(app, {
      desk,
      command: parts.config().slack.command,
      log: (line) => parts.log.warn(line),
    });
  };
}
