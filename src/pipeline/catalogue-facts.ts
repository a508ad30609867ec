import type { Alias, Catalogue, CatalogueActor } from "../domain-catalogue.ts";
import type { OwnEntity, WatchConfig } from "../domain-config.ts";
import type { AssertedName, EntityFacts } from "../domain-lookup.ts";

const SOURCE_NAMES: Readonly<Record<string, string>> = {
  "misp-threat-actor": "MISP",
  attack: "ATT&CK",
  "misp-microsoft": "Microsoft",
  microsoft: "Microsoft",
};

/** What the catalogue and the configuration say of every actor and carrier, in the words of lookups. */
export function catalogueFacts(catalogue: Catalogue, watch: WatchConfig): EntityFacts[] {
  const actors = catalogue.actors.map((actor): EntityFacts => {
    const own = watch.aliases.filter((alias) => [actor.id, ...actor.joined].includes(alias.actor));
    const names = [
      ...actor.aliases.map((alias) => assertedName(alias, actor, catalogue)),
      ...own.map(
        ({ alias, source, status }): AssertedName => ({
          name: alias,
          sources: [source],
          status,
          note: undefined,
        }),
      ),
    ];
    return {
      kind: "actor",
      id: actor.id,
      name: actor.name,
      names: distinct(names),
      legal: undefined,
      country: actor.country,
      sponsor: sponsorOf(actor.country, actor.aliases),
      references: actor.externalIds.map((id) => `ATT&CK ${id}`),
      watched: isWatched(watch.actors, [actor.id, ...actor.joined]),
    };
  });
  const carriers = catalogue.carriers.map(
    (carrier): EntityFacts => ({
      kind: "carrier",
      id: carrier.id,
      name: carrier.name,
      names: carrier.names.map(({ name }) => ({ name, sources: [], status: "agreed", note: undefined })),
      legal: carrier.legal,
      parents: carrier.parents.map(({ name }) => name),
      country: carrier.country,
      sponsor: undefined,
      references: [],
      watched: isWatched(watch.carriers, [carrier.id]),
    }),
  );
  return [...actors, ...carriers, ...ownFacts("actor", watch.actors), ...ownFacts("carrier", watch.carriers)];
}

function assertedName(alias: Alias, actor: CatalogueActor, catalogue: Catalogue): AssertedName {
  const others = alias.sharedWith.map((id) => catalogue.actors.find((one) => one.id === id)?.name ?? id);
  const notes = [
    alias.status === "disputed" ? disputeOf(alias, actor) : undefined,
    others.length === 0 ? undefined : `also given to ${others.join(", ")}`,
  ].filter(Boolean);
  return {
    name: alias.name,
    sources: alias.sources.map(sourceName),
    status: alias.status,
    note: notes.length === 0 ? undefined : notes.join("; "),
  };
}

/** Who keeps the name apart and who is silent on it, as the catalogues have it. */
function disputeOf(alias: Alias, actor: CatalogueActor): string {
  const knowing = new Set(
    actor.aliases.flatMap(({ sources }) => sources.filter((source) => source in SOURCE_NAMES)),
  );
  const silent = [...knowing].filter((source) => !alias.sources.includes(source)).map(sourceName);
  const apart = actor.joined.some(
    (id) => id.replace(/-/g, "") === alias.name.toLowerCase().replace(/[^a-z0-9]/g, ""),
  );
  return [
    apart ? `${alias.sources.map(sourceName).join(" and ")} keeps it as an actor of its own` : "",
    silent.length === 0 ? "" : `${silent.join(" and ")} silent`,
  ]
    .filter(Boolean)
    .join(", ");
}

function sourceName(source: string): string {
  return SOURCE_NAMES[source] ?? source.replace(/^overlay:\s*/, "");
}

/** The catalogues give a country; that is their claim, not ours. */
function sponsorOf(country: string | undefined, aliases: readonly Alias[]): string | undefined {
  if (country === undefined) return undefined;
  const misp = aliases.some(({ sources }) => sources.includes("misp-threat-actor"));
  return `${country}, claimed by ${misp ? "MISP" : "our overlay"}`;
}

function distinct(names: readonly AssertedName[]): AssertedName[] {
  const byName = new Map<string, AssertedName>();
  for (const one of names) {
    const key = one.name.toLowerCase();
    const known = byName.get(key);
    byName.set(
      key,
      known === undefined ? one : { ...known, sources: [...new Set([...known.sources, ...one.sources])] },
    );
  }
  return [...byName.values()];
}

function isWatched(list: WatchConfig["actors"], ids: readonly string[]): boolean {
  return list === "all" || list.some((entry) => typeof entry === "string" && ids.includes(entry));
}

function ownFacts(kind: "actor" | "carrier", list: "all" | readonly (string | OwnEntity)[]): EntityFacts[] {
  if (list === "all") return [];
  return list.flatMap((entry) =>
    typeof entry === "string"
      ? []
      : [
          {
            kind,
            id: entry.id,
            name: entry.name,
            names: [...new Set([entry.name, ...entry.names])].map((name) => ({
              name,
              sources: ["feeds.yaml"],
              status: "agreed" as const,
              note: undefined,
            })),
            legal: undefined,
            country: undefined,
            sponsor: undefined,
            references: [],
            watched: true,
          },
        ],
  );
}
