import type { Catalogue, CatalogueActor, CatalogueCarrier } from "../domain-catalogue.ts";
import type { WatchConfig } from "../domain-config.ts";
import type { Watch } from "../domain-lookup.ts";

/** The catalogue and the watched names with people's watches on top: listed ids join the list, own names join the catalogue. */
export function applyWatches(
  catalogue: Catalogue,
  watch: WatchConfig,
  watches: readonly Watch[],
): { readonly catalogue: Catalogue; readonly watch: WatchConfig } {
  const own = watches.filter((one) => one.own);
  return {
    catalogue: {
      ...catalogue,
      actors: [...catalogue.actors, ...own.filter(({ kind }) => kind === "actor").map(ownActor)],
      carriers: [...catalogue.carriers, ...own.filter(({ kind }) => kind === "carrier").map(ownCarrier)],
    },
    watch: {
      ...watch,
      actors: joined(
        watch.actors,
        watches.filter(({ kind }) => kind === "actor"),
      ),
      carriers: joined(
        watch.carriers,
        watches.filter(({ kind }) => kind === "carrier"),
      ),
    },
  };
}

function joined(list: WatchConfig["actors"], watches: readonly Watch[]): WatchConfig["actors"] {
  return list === "all" ? "all" : [...list, ...watches.map(({ id }) => id)];
}

function ownActor(watch: Watch): CatalogueActor {
  const source = `watch by ${watch.by}`;
  return {
    id: watch.id,
    name: watch.name,
    aliases: [
      { name: watch.name, sources: [source], status: "agreed", sharedWith: [], ambiguity: undefined },
    ],
    country: undefined,
    motivation: [],
    sectors: [],
    externalIds: [],
    onlyWithCarrier: false,
    joined: [],
    related: [],
  };
}

function ownCarrier(watch: Watch): CatalogueCarrier {
  return {
    id: watch.id,
    name: watch.name,
    legal: watch.name,
    country: "",
    names: [{ name: watch.name, ambiguity: undefined, research: false, listed: true }],
    tickers: [],
    parents: [],
    domain: undefined,
  };
}
