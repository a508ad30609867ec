import type { Candidate, Settled } from "./candidates.ts";
import type { WatchedName } from "./compile-watchlist.ts";

/** The names that an article was found to mean, by entity, with the places where it does. */
export type KnownNames = ReadonlyMap<string, readonly Candidate[]>;

/** Collects the entities of settled candidates whose cue is at least this strong. */
export function collectKnown(settled: readonly Settled[], least: number): KnownNames {
  const known = new Map<string, Candidate[]>();
  for (const one of settled) {
    if (one.cue === undefined || one.strength < least) continue;
    const key = entityKey(one.name);
    known.set(key, [...(known.get(key) ?? []), one.candidate]);
  }
  return known;
}

/** Where else the article means the entity, if anywhere. */
export function knownElsewhere(known: KnownNames, name: WatchedName, here: Candidate): Candidate | undefined {
  return known.get(entityKey(name))?.find((other) => other !== here);
}

export function entityKey(name: WatchedName): string {
  return `${name.kind}:${name.id}`;
}
