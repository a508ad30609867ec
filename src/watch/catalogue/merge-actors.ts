import { nameKey } from "./build-catalogue.ts";
import type { Published, PublishedActor } from "./read-sources.ts";
import type { ActorRecord, ActorsFile } from "./records.ts";

interface Draft {
  readonly id: string;
  readonly from: PublishedActor;
  readonly sources: string[];
  readonly attackIds: string[];
  /** Spelling to the catalogues that assert it. */
  readonly aliases: Map<string, { readonly name: string; readonly sources: Set<string> }>;
}

/**
 * Merges the three published catalogues. Every MISP entry is an actor; an ATT&CK group joins the one that lists its id, else
 * bears its name, else has its name as a synonym, else stands alone; a Microsoft row joins the one actor that has its name,
 * else the only one whose own name is among its other names, else is left out. Nothing is merged over shared aliases.
 */
export function mergeActors(misp: Published, attack: Published, microsoft: Published): ActorsFile {
  const taken = new Set<string>();
  const drafts = misp.actors.map((actor) => draftOf(actor, "misp-threat-actor", taken));
  for (const group of attack.actors) {
    const home = homeOfGroup(group, drafts) ?? draftOf(group, "attack", taken);
    if (!drafts.includes(home)) drafts.push(home);
    attach(home, group, "attack");
    home.attackIds.push(...group.attackIds.filter((id) => !home.attackIds.includes(id)));
  }
  for (const row of microsoft.actors) {
    const home = homeOfRow(row, drafts);
    if (home !== undefined) attach(home, row, "microsoft");
  }
  const byUuid = new Map(drafts.map((draft) => [draft.from.uuid, draft.id]));
  return {
    versions: {
      "misp-threat-actor": misp.version,
      attack: attack.version,
      microsoft: microsoft.version,
    },
    actors: drafts.map((draft) => recordOf(draft, byUuid)),
  };
}

function draftOf(actor: PublishedActor, source: string, taken: Set<string>): Draft {
  const slug = actor.name
    .toLowerCase()
    // As in the bundled file: an id must outlive an update, and feeds.yaml may name it.
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  let id = slug;
  for (let count = 2; taken.has(id); count += 1) id = `${slug}-${count}`;
  taken.add(id);
  const draft: Draft = { id, from: actor, sources: [], attackIds: [], aliases: new Map() };
  attach(draft, actor, source);
  return draft;
}

function attach(draft: Draft, actor: PublishedActor, source: string): void {
  if (!draft.sources.includes(source)) draft.sources.push(source);
  for (const name of [actor.name, ...actor.aliases]) {
    const key = nameKey(name);
    if (key === "") continue;
    const known = draft.aliases.get(key) ?? { name, sources: new Set<string>() };
    known.sources.add(source);
    draft.aliases.set(key, known);
  }
}

function homeOfGroup(group: PublishedActor, drafts: readonly Draft[]): Draft | undefined {
  const key = nameKey(group.name);
  const byId = drafts.find((draft) => draft.from.attackIds.some((id) => group.attackIds.includes(id)));
  const byName = drafts.find((draft) => nameKey(draft.from.name) === key);
  if (byId ?? byName) return byId ?? byName;
  const keys = new Set(group.aliases.map(nameKey));
  const shared = (draft: Draft) => [...draft.aliases.keys()].filter((alias) => keys.has(alias)).length;
  return drafts
    .filter((draft) => draft.aliases.has(key))
    .sort((left, right) => shared(right) - shared(left))[0];
}

function homeOfRow(row: PublishedActor, drafts: readonly Draft[]): Draft | undefined {
  const named = drafts.filter((draft) => draft.aliases.has(nameKey(row.name)));
  if (named.length === 1) return named[0];
  const others = new Set(row.aliases.map(nameKey));
  const owners = drafts.filter((draft) => others.has(nameKey(draft.from.name)));
  return owners.length === 1 ? owners[0] : undefined;
}

function recordOf(draft: Draft, byUuid: ReadonlyMap<string | undefined, string>): ActorRecord {
  const { from } = draft;
  const related = from.similarTo.flatMap((uuid) => byUuid.get(uuid) ?? []);
  const own = nameKey(from.name);
  return {
    id: draft.id,
    name: from.name,
    ...(from.country === undefined ? {} : { country: from.country }),
    ...(from.motivation.length === 0 ? {} : { motivation: from.motivation }),
    ...(from.sectors.length === 0 ? {} : { sectors: from.sectors }),
    ...(draft.attackIds.length === 0 ? {} : { externalIds: draft.attackIds }),
    ...(related.length === 0 ? {} : { related: [...new Set(related)] }),
    sources: draft.sources,
    aliases: [...draft.aliases]
      .filter(([key]) => key !== own)
      .map(([, alias]) => [alias.name, [...alias.sources]] as const),
  };
}
