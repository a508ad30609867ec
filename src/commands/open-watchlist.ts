import type { KnownIds } from "../config/find-unknown-ids.ts";
import type { Config } from "../domain-config.ts";
import { loadCatalogue } from "../watch/catalogue/load-catalogue.ts";
import { compileWatchlist, type Watchlist } from "../watch/compile-watchlist.ts";

/** The ids that a configuration may name: those of the bundled catalogue, or of the state folder's updated one. */
export function knownIds(stateDir: string): KnownIds {
  const { actors, carriers } = loadCatalogue(stateDir);
  return {
    actors: actors.flatMap((actor) => [actor.id, ...actor.joined]),
    carriers: carriers.map((carrier) => carrier.id),
  };
}

/** The matcher for what the configuration watches, from the bundled catalogue, or from the one of a state folder. */
export function openWatchlist(config: Config, stateDir?: string): Watchlist {
  return compileWatchlist(loadCatalogue(stateDir), config.watch);
}
