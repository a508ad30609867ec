import { nameKey } from "./build-catalogue.ts";
import type { ActorRecord, ActorsFile } from "./records.ts";

export interface ActorsDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** One line for each actor whose names changed: "Sandworm: + APT44, - BE2". */
  readonly changed: readonly string[];
}

/** What a new actor file changes in the old one: actors by id, names by spelling. */
export function diffActors(before: ActorsFile, after: ActorsFile): ActorsDiff {
  const old = new Map(before.actors.map((actor) => [actor.id, actor]));
  const fresh = new Map(after.actors.map((actor) => [actor.id, actor]));
  return {
    added: after.actors.filter((actor) => !old.has(actor.id)).map((actor) => actor.name),
    removed: before.actors.filter((actor) => !fresh.has(actor.id)).map((actor) => actor.name),
    changed: after.actors.flatMap((actor) => {
      const known = old.get(actor.id);
      return known === undefined ? [] : changesOf(known, actor);
    }),
  };
}

function changesOf(before: ActorRecord, after: ActorRecord): string[] {
  const more = missingFrom(namesOf(after), namesOf(before)).map((name) => `+ ${name}`);
  const less = missingFrom(namesOf(before), namesOf(after)).map((name) => `- ${name}`);
  return more.length + less.length === 0 ? [] : [`${after.name}: ${[...more, ...less].join(", ")}`];
}

function namesOf(actor: ActorRecord): string[] {
  return [actor.name, ...actor.aliases.map(([name]) => name)];
}

function missingFrom(names: readonly string[], others: readonly string[]): string[] {
  const keys = new Set(others.map(nameKey));
  return names.filter((name) => !keys.has(nameKey(name)));
}
