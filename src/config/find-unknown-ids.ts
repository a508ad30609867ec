import { nearestWord } from "../text/nearest-word.ts";
import type { KeyedMistake } from "./explain-issues.ts";

/** The ids that the catalogue has. */
export interface KnownIds {
  readonly actors: readonly string[];
  readonly carriers: readonly string[];
}
type Raw = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Finds ids that neither the catalogue nor an own entry of the file has: watching nobody would be silent. Reads the raw file, so that it also speaks when other keys are wrong. */
export function findUnknownIds(raw: unknown, known: KnownIds): KeyedMistake[] {
  const watch = recordAt(raw, "watch");
  const actors = [...known.actors, ...ownIds(watch.actors)];
  const carriers = [...known.carriers, ...ownIds(watch.carriers)];
  const routes = listOf(recordOf(raw).routes);
  return [
    ...unknownIn(watch.actors, ["watch", "actors"], "actor", actors),
    ...unknownIn(watch.carriers, ["watch", "carriers"], "carrier", carriers),
    ...listOf(watch.aliases).flatMap((alias, index) =>
      unknown(recordOf(alias).actor, ["watch", "aliases", index, "actor"], "actor", actors),
    ),
    ...unknown(recordOf(raw).us, ["us"], "carrier", carriers),
    ...routes.flatMap((route, index) => {
      const when = recordAt(route, "when");
      const path = ["routes", index, "when"];
      return [
        ...unknownIn(when.actors, [...path, "actors"], "actor", actors),
        ...unknownIn(when.carriers, [...path, "carriers"], "carrier", carriers),
      ];
    }),
  ];
}

function unknownIn(list: unknown, path: Path, kind: string, known: readonly string[]): KeyedMistake[] {
  return listOf(list).flatMap((id, index) => unknown(id, [...path, index], kind, known));
}

function unknown(id: unknown, path: Path, kind: string, known: readonly string[]): KeyedMistake[] {
  // What is no id at all is the schema's to complain about.
  if (typeof id !== "string" || !/^[a-z0-9-]+$/.test(id) || known.includes(id)) return [];
  const near = nearestWord(id, known);
  const hint =
    near === undefined
      ? "npx telwatch lookup NAME finds ids; or make it an own entry"
      : `did you mean "${near}"?`;
  return [{ path, atKey: false, message: `no ${kind} of the catalogue has the id "${id}"; ${hint}` }];
}

function ownIds(list: unknown): string[] {
  return listOf(list).flatMap((entry) => {
    const { id } = recordOf(entry);
    return typeof id === "string" ? [id] : [];
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

function recordAt(value: unknown, key: string): Raw {
  return recordOf(recordOf(value)[key]);
}
