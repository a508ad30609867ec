import type { ActorsFile } from "./records.ts";

/** Reads the actors that `catalogue update` kept; a string says what is wrong with them. */
export function readActorsFile(json: string): ActorsFile | string {
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    return "damaged, as it is no JSON";
  }
  if (!isRecord(file) || !isRecord(file.versions) || !Array.isArray(file.actors) || file.actors.length === 0)
    return "expected versions and a list of actors";
  const wrong = file.actors.findIndex((one) => !isActor(one));
  return wrong < 0
    ? (file as unknown as ActorsFile)
    : `actors[${wrong}]: expected id, name, sources and aliases`;
}

function isActor(one: unknown): boolean {
  if (!isRecord(one) || !isName(one.id) || !isName(one.name) || !isNames(one.sources)) return false;
  return (
    Array.isArray(one.aliases) &&
    one.aliases.every((alias) => Array.isArray(alias) && isName(alias[0]) && isNames(alias[1]))
  );
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every(isName);
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
