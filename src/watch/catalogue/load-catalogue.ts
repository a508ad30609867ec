import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "../../domain-catalogue.ts";
import { buildCatalogue } from "./build-catalogue.ts";
import { readActorsFile } from "./read-actors-file.ts";
import type { ActorsFile, AmbiguityRecord, CarrierRecord, OverlayRow } from "./records.ts";

const BUNDLED = join(import.meta.dirname, "data");

/** The catalogue: carriers, levels, gangs and overlay as bundled, actors as `catalogue update` left them in the state folder, else as bundled. */
export function loadCatalogue(stateDir?: string): Catalogue {
  return buildCatalogue({
    actors: loadActors(stateDir),
    carriers: readJson<CarrierRecord[]>("carriers.json"),
    ambiguity: readJson<AmbiguityRecord[]>("ambiguity.json"),
    overlay: [...readJson<OverlayRow[]>("gangs.json"), ...readJson<OverlayRow[]>("overlay.json")],
  });
}

/** The actor records in use: the updated file of the state folder, else the bundled one. Throws, saying what to do, where the updated file is damaged. */
export function loadActors(stateDir?: string): ActorsFile {
  const updated = stateDir === undefined ? undefined : updatedActorsFile(stateDir);
  if (updated === undefined || !existsSync(updated)) return readJson<ActorsFile>("actors.json");
  const read = readActorsFile(readFileSync(updated, "utf8"));
  if (typeof read !== "string") return read;
  throw new Error(
    `${updated}: ${read}; run telwatch catalogue update, or remove the file to use the actors that come with the program`,
  );
}

/** Where `catalogue update` keeps the actors of a state folder. */
export function updatedActorsFile(stateDir: string): string {
  return join(stateDir, "actors.json");
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(BUNDLED, file), "utf8")) as T;
}
