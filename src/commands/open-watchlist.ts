import type { Config } from "../domain-config.ts";
import { loadCatalogue } from "../watch/catalogue/load-catalogue.ts";
import { compileWatchlist, type Watchlist } from "../watch/compile-watchlist.ts";

/** The matcher for what the configuration watches, from the bundled catalogue. */
export function openWatchlist(config: Config): Watchlist {
  return compileWatchlist(loadCatalogue(), config.watch);
}
