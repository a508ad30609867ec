import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "../../domain-catalogue.ts";
import { buildCatalogue } from "./build-catalogue.ts";
import type { ActorsFile, AmbiguityRecord, CarrierRecord, OverlayRow } from "./records.ts";

/** Where the catalogue that comes with the program lies. */
export const BUNDLED = join(import.meta.dirname, "data");

/** The catalogue: carriers, levels and overlay as bundled, actors from `actorsFile` where an update wrote one. Throws when a file is unreadable. */
export function loadCatalogue(actorsFile: string = join(BUNDLED, "actors.json")): Catalogue {
  return buildCatalogue({
    actors: readJson<ActorsFile>(actorsFile),
    carriers: readJson<CarrierRecord[]>(join(BUNDLED, "carriers.json")),
    ambiguity: readJson<AmbiguityRecord[]>(join(BUNDLED, "ambiguity.json")),
    overlay: readJson<OverlayRow[]>(join(BUNDLED, "overlay.json")),
  });
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
