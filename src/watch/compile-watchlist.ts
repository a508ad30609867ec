import type { EntityKind } from "../domain.ts";
import type { Ambiguity, Catalogue } from "../domain-catalogue.ts";
import type { OwnEntity, WatchConfig } from "../domain-config.ts";
import { compileMatcher, type Matcher } from "./compile-matcher.ts";

/** One spelling of one actor or carrier. */
export interface WatchedName {
  readonly kind: EntityKind;
  readonly id: string;
  /** The entity's shown name. */
  readonly name: string;
  readonly alias: string;
  readonly ambiguity: Ambiguity | undefined;
  /** A research team or report of a carrier. */
  readonly research: boolean;
  /** An actor that the catalogues give a country: spies rather than thieves. */
  readonly state: boolean;
  /** False for a code or gang that only the article introduces. */
  readonly catalogued: boolean;
  /** A gang that no catalogue lists: it counts in reports about operators only. */
  readonly onlyWithCarrier: boolean;
  /** False for a spelling that the catalogue only flags as ambiguous. */
  readonly listed: boolean;
  /** ISO 3166 code of a carrier's seat, where the catalogue has it. */
  readonly country: string | undefined;
  /** Unwatched names are compiled too: they block shorter names and serve as cues. */
  readonly watched: boolean;
}

/** Everything the watch stage needs to read an article, compiled once per configuration. */
export interface Watchlist {
  readonly matcher: Matcher;
  /** Parallel to the matcher's names. */
  readonly names: readonly WatchedName[];
  /** Whether tracking codes that no catalogue knows ("UNC9999") count as actors. */
  readonly uncatalogued: boolean;
  /** Names of actors on which those who assert names disagree: actor id, space, name in lower case. */
  readonly disputed?: ReadonlySet<string>;
}

/** Compiles the names of the catalogue and of the configuration; ids that nothing knows are ignored: config/find-unknown-ids has refused them. */
export function compileWatchlist(catalogue: Catalogue, watch: WatchConfig): Watchlist {
  const names = [...actorNames(catalogue, watch), ...carrierNames(catalogue, watch)];
  return {
    names,
    matcher: compileMatcher(names.map((name) => name.alias)),
    uncatalogued: watch.actors === "all",
    disputed: disputedNames(catalogue, watch),
  };
}

function disputedNames(catalogue: Catalogue, watch: WatchConfig): Set<string> {
  const listed = catalogue.actors.flatMap((actor) =>
    actor.aliases
      .filter((alias) => alias.status === "disputed")
      .map((alias) => `${actor.id} ${alias.name.toLowerCase()}`),
  );
  const own = watch.aliases
    .filter((alias) => alias.status === "disputed")
    .map((alias) => `${alias.actor} ${alias.alias.toLowerCase()}`);
  return new Set([...listed, ...own]);
}

function actorNames(catalogue: Catalogue, watch: WatchConfig): WatchedName[] {
  const wanted = new Set(idsOf(watch.actors));
  const base = {
    kind: "actor",
    research: false,
    listed: true,
    catalogued: true,
    state: false,
    onlyWithCarrier: false,
    country: undefined,
  } as const;
  const listed = catalogue.actors.flatMap((actor) => {
    const watched = watch.actors === "all" || [actor.id, ...actor.joined].some((id) => wanted.has(id));
    const { onlyWithCarrier } = actor;
    const state = actor.country !== undefined;
    const entity = { ...base, id: actor.id, name: actor.name, watched, onlyWithCarrier, state };
    const own = watch.aliases.filter((alias) => [actor.id, ...actor.joined].includes(alias.actor));
    return [
      ...actor.aliases.map((alias) => ({ ...entity, alias: alias.name, ambiguity: alias.ambiguity })),
      ...own.map((alias) => ({ ...entity, alias: alias.alias, ambiguity: undefined })),
    ];
  });
  return [...listed, ...ownNames(watch.actors, base)];
}

function carrierNames(catalogue: Catalogue, watch: WatchConfig): WatchedName[] {
  const wanted = new Set(idsOf(watch.carriers));
  const listed = catalogue.carriers.flatMap((carrier) =>
    carrier.names.map((name) => ({
      kind: "carrier" as const,
      id: carrier.id,
      name: carrier.name,
      alias: name.name,
      ambiguity: name.ambiguity,
      research: name.research,
      listed: name.listed,
      catalogued: true,
      state: false,
      onlyWithCarrier: false,
      country: carrier.country,
      watched: watch.carriers === "all" || wanted.has(carrier.id),
    })),
  );
  return [
    ...listed,
    ...ownNames(watch.carriers, {
      kind: "carrier",
      research: false,
      listed: true,
      catalogued: true,
      state: false,
      onlyWithCarrier: false,
      country: undefined,
    }),
  ];
}

function ownNames(
  entries: "all" | readonly (string | OwnEntity)[],
  base: Pick<
    WatchedName,
    "kind" | "research" | "listed" | "state" | "catalogued" | "onlyWithCarrier" | "country"
  >,
): WatchedName[] {
  if (entries === "all") return [];
  return entries.flatMap((entry) =>
    typeof entry === "string"
      ? []
      : [...new Set([entry.name, ...entry.names])].map((alias) => ({
          ...base,
          id: entry.id,
          name: entry.name,
          alias,
          ambiguity: undefined,
          watched: true,
        })),
  );
}

function idsOf(entries: "all" | readonly (string | OwnEntity)[]): string[] {
  return entries === "all" ? [] : entries.flatMap((entry) => (typeof entry === "string" ? [entry] : []));
}
