import type { Catalogue } from "../domain-catalogue.ts";
import type { WatchConfig } from "../domain-config.ts";
import type { EntityFacts } from "../domain-lookup.ts";
import type { Store } from "../store/open-store.ts";
import { loadWatches } from "../store/watches.ts";
import { compileWatchlist, type Watchlist } from "../watch/compile-watchlist.ts";
import { applyWatches } from "./apply-watches.ts";
import { catalogueFacts } from "./catalogue-facts.ts";

/** What is watched now: by the configuration and by people. */
export interface KeptWatchlist {
  readonly watchlist: Watchlist;
  readonly entities: readonly EntityFacts[];
}

/** Gives the watchlist and the facts for a configuration and a time, compiled anew only when the names or the watches changed. */
export function keepWatchlist(
  db: Store,
  catalogue: Catalogue,
): (watch: WatchConfig, now: number) => KeptWatchlist {
  let key: string | undefined;
  let of: WatchConfig | undefined;
  let kept: KeptWatchlist | undefined;
  return (watch, now) => {
    const watches = loadWatches(db, now);
    const ids = watches
      .map(({ kind, id }) => `${kind}:${id}`)
      .sort()
      .join(" ");
    if (kept === undefined || of !== watch || key !== ids) {
      const applied = applyWatches(catalogue, watch, watches);
      kept = {
        watchlist: compileWatchlist(applied.catalogue, applied.watch),
        entities: catalogueFacts(applied.catalogue, applied.watch),
      };
      of = watch;
      key = ids;
    }
    return kept;
  };
}
