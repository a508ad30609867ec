import type {
  Alias,
  Ambiguity,
  CarrierName,
  Catalogue,
  CatalogueActor,
  CatalogueCarrier,
} from "../../domain-catalogue.ts";
import { normalise } from "../../text/normalise.ts";
import type { ActorRecord, ActorsFile, AmbiguityRecord, CarrierRecord, OverlayRow } from "./records.ts";

interface Parts {
  readonly actors: ActorsFile;
  readonly carriers: readonly CarrierRecord[];
  readonly ambiguity: readonly AmbiguityRecord[];
  readonly overlay: readonly OverlayRow[];
}
type Draft = { -readonly [K in keyof ActorRecord]: ActorRecord[K] } & {
  disputed: readonly string[];
  joined: readonly string[];
  onlyWithCarrier?: boolean;
};

/** Puts the published records, the ambiguity levels and the reviewed overlay together; joins happen only where an overlay row says so. */
export function buildCatalogue(parts: Parts): Catalogue {
  const drafts = overlaid(parts.actors.actors, parts.overlay);
  const levels = levelsOf(
    [
      ...parts.overlay.flatMap(levelsOfActor),
      ...parts.ambiguity,
      ...parts.overlay.filter((row) => row.kind === "ambiguity" && row.of === "actor"),
    ].map((row) => row as AmbiguityRecord),
  );
  const holders = holdersOf(drafts);
  return {
    actors: drafts.map((draft) => actorOf(draft, levels, holders)),
    carriers: parts.carriers.map((record) => carrierOf(record, parts.overlay)),
    versions: parts.actors.versions,
  };
}

/** How two spellings are compared: no case, accents, spaces or hyphens. */
export function nameKey(name: string): string {
  return normalise(name).text.replace(/[\s_-]+/g, "");
}

function overlaid(records: readonly ActorRecord[], overlay: readonly OverlayRow[]): Draft[] {
  const drafts = new Map<string, Draft>(
    records.map((record) => [record.id, { ...record, disputed: [], joined: [] }]),
  );
  for (const row of overlay) {
    if (row.kind === "actor" && !drafts.has(row.id)) drafts.set(row.id, addedActor(row));
    if (row.kind === "join") join(drafts, row);
    const target = row.kind === "display" || row.kind === "alias" ? drafts.get(row.actor) : undefined;
    if (target === undefined) continue;
    if (row.kind === "display") {
      target.aliases = withName(target, target.name, target.sources);
      target.name = row.name;
    }
    if (row.kind === "alias") {
      target.aliases = withName(target, row.name, [`overlay: ${row.source}`]);
      if (row.status === "disputed") target.disputed = [...target.disputed, row.name];
    }
  }
  return [...drafts.values()];
}

function addedActor(row: OverlayRow & { kind: "actor" }): Draft {
  const source = [`overlay: ${row.source}`];
  return {
    id: row.id,
    name: row.name,
    sources: source,
    aliases: (row.aliases ?? []).map((name) => [name, source] as const),
    ...(row.country === undefined ? {} : { country: row.country }),
    ...(row.sectors === undefined ? {} : { sectors: row.sectors }),
    disputed: [],
    joined: [],
    onlyWithCarrier: row.onlyWithCarrier === true,
  };
}

function join(drafts: Map<string, Draft>, row: OverlayRow & { kind: "join" }): void {
  // A later catalogue may list the group under our own id: its record joins as well.
  const parts = [...new Set([...row.of, row.into])].flatMap((id) => drafts.get(id) ?? []);
  const [first] = parts;
  if (first === undefined) return;
  const aliases = new Map<string, readonly [string, readonly string[]]>();
  for (const part of parts)
    for (const [name, sources] of withName(part, part.name, part.sources)) {
      const key = nameKey(name);
      const known = aliases.get(key);
      aliases.set(key, [known?.[0] ?? name, [...new Set([...(known?.[1] ?? []), ...sources])]]);
    }
  for (const id of row.of) drafts.delete(id);
  drafts.set(row.into, {
    ...first,
    id: row.into,
    name: row.name,
    aliases: [...aliases.values()],
    related: parts.flatMap((part) => part.related ?? []).filter((id) => !row.of.includes(id)),
    disputed: row.disputed,
    joined: row.of,
  });
}

function withName(draft: Draft, name: string, sources: readonly string[]): ActorRecord["aliases"] {
  return draft.aliases.some(([known]) => nameKey(known) === nameKey(name))
    ? draft.aliases
    : [...draft.aliases, [name, sources]];
}

function levelsOfActor(row: OverlayRow): AmbiguityRecord[] {
  if (row.kind !== "actor" || row.level === undefined) return [];
  const { level } = row;
  return [row.name, ...(row.aliases ?? [])].map((name) => ({ name, level, why: "a word of its own" }));
}

function levelsOf(records: readonly AmbiguityRecord[]): ReadonlyMap<string, Ambiguity> {
  return new Map(records.map((row) => [nameKey(row.name), { level: row.level, why: row.why }]));
}

function holdersOf(drafts: readonly Draft[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>();
  for (const draft of drafts)
    for (const name of [draft.name, ...draft.aliases.map(([alias]) => alias)].map(cleanName)) {
      const key = nameKey(name);
      holders.set(key, (holders.get(key) ?? new Set()).add(draft.id));
    }
  return holders;
}

function actorOf(
  draft: Draft,
  levels: ReadonlyMap<string, Ambiguity>,
  holders: ReadonlyMap<string, ReadonlySet<string>>,
): CatalogueActor {
  const aliases = new Map<string, Alias>();
  const disputed = new Set(draft.disputed.map(nameKey));
  const said = new Map([...draft.aliases].reverse().map(([alias, sources]) => [nameKey(alias), sources]));
  for (const [raw, sources] of [[draft.name, draft.sources] as const, ...draft.aliases]) {
    const name = cleanName(raw);
    const key = nameKey(name);
    if (name === "" || aliases.has(key)) continue;
    aliases.set(key, {
      name,
      sources: said.get(key) ?? sources,
      status: disputed.has(key) ? "disputed" : "agreed",
      sharedWith: [...(holders.get(key) ?? [])].filter((id) => id !== draft.id),
      ambiguity: levels.get(key),
    });
  }
  return {
    id: draft.id,
    name: cleanName(draft.name),
    aliases: [...aliases.values()],
    country: draft.country,
    motivation: draft.motivation ?? [],
    sectors: draft.sectors ?? [],
    externalIds: draft.externalIds ?? [],
    joined: draft.joined,
    onlyWithCarrier: draft.onlyWithCarrier === true,
    related: draft.related ?? [],
  };
}

/** The name as an article would print it: without a namer in brackets, a "Subgroup:" label or a stray comma; empty for a placeholder. */
function cleanName(name: string): string {
  if (/^\[.*\]$/.test(name) || /^unnamed /i.test(name)) return "";
  return name
    .replace(/^Subgroup:\s*/i, "")
    .replace(/\s\([^)]*\)$/, "")
    .replace(/[,\s]+$/, "");
}

function carrierOf(record: CarrierRecord, overlay: readonly OverlayRow[]): CatalogueCarrier {
  const levels = new Map<string, Ambiguity>();
  for (const { name, level, why } of record.ambiguous ?? []) levels.set(name.toLowerCase(), { level, why });
  for (const row of overlay)
    if (row.kind === "ambiguity" && row.of === "carrier")
      levels.set(row.name.toLowerCase(), { level: row.level, why: row.why });
  const rows = overlay.flatMap((row) =>
    row.kind === "carrier-name" && row.carrier === record.id ? [row] : [],
  );
  const added = rows.filter((row) => row.research !== true).map((row) => row.name);
  const teams = rows.filter((row) => row.research === true).map((row) => row.name);
  const own = new Set([...record.names, ...added]);
  const countries = new Map(
    rows.flatMap((row) => (row.country === undefined ? [] : [[row.name, row.country] as const])),
  );
  const names = new Map<string, CarrierName>();
  const spellings = [...record.names, ...added, ...(record.ambiguous ?? []).map((row) => row.name)];
  for (const [list, research] of [
    [spellings, false],
    [[...(record.research ?? []), ...teams], true],
  ] as const)
    for (const name of list)
      if (name.length > 1 && !names.has(name))
        names.set(name, {
          name,
          research,
          listed: research || own.has(name),
          ...(countries.has(name) ? { country: countries.get(name) ?? record.country } : {}),
          ambiguity: levels.get(name.toLowerCase()),
        });
  return {
    id: record.id,
    name: record.name,
    legal: record.legal,
    country: record.country,
    names: [...names.values()],
    tickers: record.tickers ?? [],
    parents: overlay.flatMap((row) =>
      row.kind === "parent" && row.carrier === record.id ? [{ name: row.parent, id: row.parentId }] : [],
    ),
    domain: record.domain,
  };
}
