import type { EntityKind } from "../domain.ts";
import type { Ambiguity, Catalogue } from "../domain-catalogue.ts";
import type { OwnEntity, WatchConfig } from "../domain-config.ts";
import { indexWholeWords } from "./match-hyphenated.ts";
import { compileMatcher } from "./matcher/compile-matcher.ts";
import type { Matcher } from "./matcher/layout.ts";
import { COUNTRY_WORD } from "./words.ts";

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
  /** A brand that another operator bears too: it counts where the article names this one's country. */
  readonly needsCountry: boolean;
  /** An actor that the catalogues give a country: spies rather than thieves. */
  readonly state: boolean;
  /** False for a code or gang that only the article introduces. */
  readonly catalogued: boolean;
  /** A gang that no catalogue of groups lists: in a teaser it counts in reports about operators only. */
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
  /** Actors' names of one word, for those that a text cuts by a hyphen. */
  readonly wholeWords: ReadonlyMap<string, readonly number[]>;
  /** Parallel to the matcher's names. */
  readonly names: readonly WatchedName[];
  /** Whether tracking codes that no catalogue knows ("UNC9999") count as actors. */
  readonly uncatalogued: boolean;
  /** Names of actors on which those who assert names disagree: actor id, space, name in lower case. */
  readonly disputed?: ReadonlySet<string>;
  /** Carrier id to the ids of the groups that it belongs to. */
  readonly parents?: ReadonlyMap<string, readonly string[]>;
}

/** Compiles the names of the catalogue and of the configuration; ids that nothing knows are ignored: config/find-unknown-ids has refused them. */
export function compileWatchlist(catalogue: Catalogue, watch: WatchConfig): Watchlist {
  const carriers = carrierNames(catalogue, watch);
  const names = [...actorNames(catalogue, watch), ...carriers, ...namesakes(carriers)];
  return {
    names,
    matcher: compileMatcher(names.map((name) => name.alias)),
    wholeWords: indexWholeWords(names.map((name) => (name.kind === "actor" ? name.alias : ""))),
    uncatalogued: watch.actors === "all",
    disputed: disputedNames(catalogue, watch),
    parents: new Map(
      catalogue.carriers.map(({ id, parents }) => [id, parents.flatMap((parent) => parent.id ?? [])]),
    ),
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
    needsCountry: false,
    onlyWithCarrier: false,
    country: undefined,
  } as const;
  const listed = catalogue.actors.flatMap((actor) => {
    const watched = watch.actors === "all" || [actor.id, ...actor.joined].some((id) => wanted.has(id));
    const { onlyWithCarrier } = actor;
    const state = actor.country !== undefined;
    const entity = {
      ...base,
      id: actor.id,
      name: actor.name,
      watched,
      onlyWithCarrier,
      state,
      needsCountry: false,
    };
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
      needsCountry: false,
      onlyWithCarrier: false,
      country: name.country ?? carrier.country,
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
      needsCountry: false,
      onlyWithCarrier: false,
      country: undefined,
    }),
  ];
}

/** The short brand as a name of its operators in other countries as well: "O2" of O2 Czech Republic. Which one is meant, the article's countries tell. */
function namesakes(carriers: readonly WatchedName[]): WatchedName[] {
  const brands = new Map(
    carriers.filter((name) => /^\S+$/.test(name.alias)).map((name) => [name.alias, name]),
  );
  const found = carriers.flatMap((name) => {
    const [brand = "", ...rest] = name.alias.split(" ");
    const owner = brands.get(brand);
    if (owner === undefined || owner.id === name.id || owner.country === name.country) return [];
    if (!COUNTRY_WORD.test(rest.join(" "))) return [];
    return [{ ...name, alias: brand, listed: false, needsCountry: true, ambiguity: owner.ambiguity }];
  });
  return [...new Map(found.map((name) => [`${name.id} ${name.alias}`, name])).values()];
}

function ownNames(
  entries: "all" | readonly (string | OwnEntity)[],
  base: Pick<
    WatchedName,
    "kind" | "research" | "listed" | "state" | "needsCountry" | "catalogued" | "onlyWithCarrier" | "country"
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
