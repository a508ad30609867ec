import type { EntityKind } from "../domain.ts";
import type { EntityFacts } from "../domain-lookup.ts";
import { foldName, nearestNames } from "./nearest-names.ts";

/** What a typed name stands for in the catalogue. */
export type FoundEntity =
  | {
      readonly kind: "one";
      readonly entity: EntityFacts;
      /** Others whose names begin alike: shown so that nobody mistakes one for the other. */
      readonly others: readonly EntityFacts[];
    }
  | { readonly kind: "many"; readonly entities: readonly EntityFacts[] }
  | { readonly kind: "none"; readonly nearest: readonly string[] };

/** Names folded to the entities that bear them; built once for each catalogue. */
export interface Directory {
  readonly byName: ReadonlyMap<string, readonly EntityFacts[]>;
  readonly byId: ReadonlyMap<string, EntityFacts>;
  readonly entities: readonly EntityFacts[];
}

const SHORTEST_PREFIX = 4;
const MAX_CHOICES = 8;

/** Indexes catalogue facts by every name, id and reference. */
export function buildDirectory(entities: readonly EntityFacts[]): Directory {
  const byName = new Map<string, EntityFacts[]>();
  const byId = new Map<string, EntityFacts>();
  for (const entity of entities) {
    byId.set(`${entity.kind}:${entity.id}`, entity);
    const legal = entity.legal?.replace(/\s*\(.*\)$/, "");
    const references = entity.references.map((reference) => reference.split(" ").at(-1) ?? "");
    const spellings = [
      entity.name,
      entity.id,
      legal ?? "",
      ...references,
      ...entity.names.map(({ name }) => name),
    ];
    for (const folded of new Set(spellings.map(foldName).filter(Boolean))) {
      const bearers = byName.get(folded);
      if (bearers) bearers.push(entity);
      else byName.set(folded, [entity]);
    }
  }
  return { byName, byId, entities };
}

/** Looks a typed name up: one entity, several to choose from, or none with the nearest names; never a guess. */
export function findEntity(words: string, wanted: readonly EntityKind[], directory: Directory): FoundEntity {
  const { typed, kinds, exactly } = readKind(words, wanted);
  const byId = exactly ? directory.byId.get(`${kinds[0]}:${typed.toLowerCase()}`) : undefined;
  if (byId !== undefined) return one(byId, typed, directory);
  const exact = (directory.byName.get(foldName(typed)) ?? []).filter(({ kind }) => kinds.includes(kind));
  if (exact.length === 1 && exact[0]) return one(exact[0], typed, directory);
  if (exact.length > 1) return { kind: "many", entities: exact.slice(0, MAX_CHOICES) };
  const begun = beginning(typed, kinds, directory);
  if (begun.length > 0) return { kind: "many", entities: begun };
  const names = directory.entities
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((entity) => [entity.name, ...entity.names.map(({ name }) => name)]);
  return { kind: "none", nearest: nearestNames(typed, [...new Set(names)], 3) };
}

/** "actor:play" asks for one kind where both have the name; the buttons of a choice ask so. */
function readKind(
  words: string,
  wanted: readonly EntityKind[],
): { readonly typed: string; readonly kinds: readonly EntityKind[]; readonly exactly: boolean } {
  const prefix = /^(actor|carrier):\s*(.+)$/i.exec(words);
  const kind = wanted.find((one) => one === prefix?.[1]?.toLowerCase());
  return kind === undefined
    ? { typed: words, kinds: wanted, exactly: false }
    : { typed: prefix?.[2] ?? "", kinds: [kind], exactly: true };
}

function one(entity: EntityFacts, typed: string, directory: Directory): FoundEntity {
  const others = beginning(typed, [entity.kind], directory).filter(({ id }) => id !== entity.id);
  return { kind: "one", entity, others };
}

/** Entities with a name that begins with all the typed words ("Vodafone" → Vodafone UK, Vodafone Idea). */
function beginning(typed: string, kinds: readonly EntityKind[], directory: Directory): EntityFacts[] {
  const wanted = wordsOf(typed).join(" ");
  if (wanted.length < SHORTEST_PREFIX) return [];
  return directory.entities
    .filter(({ kind }) => kinds.includes(kind))
    .filter((entity) =>
      [entity.name, ...entity.names.map(({ name }) => name)].some((name) =>
        `${wordsOf(name).join(" ")} `.startsWith(`${wanted} `),
      ),
    )
    .slice(0, MAX_CHOICES);
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}&$]+/u)
    .filter(Boolean);
}
