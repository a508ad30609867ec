import { describe, expect, it } from "vitest";
import { buildCatalogue } from "../../../src/watch/catalogue/build-catalogue.ts";
import type { ActorRecord, OverlayRow } from "../../../src/watch/catalogue/records.ts";

const JOIN: OverlayRow = {
  kind: "join",
  into: "heron-typhoon",
  name: "Heron Typhoon",
  of: ["grey-heron", "earth-heron"],
  disputed: ["Earth Heron"],
  source: "a vendor's report",
};

function record(id: string, name: string, ...aliases: string[]): ActorRecord {
  return { id, name, sources: ["misp"], aliases: aliases.map((alias) => [alias, ["misp"]] as const) };
}

function namesOf(id: string, ...actors: ActorRecord[]) {
  const parts = { actors: { versions: {}, actors }, carriers: [], ambiguity: [], overlay: [JOIN] };
  const found = buildCatalogue(parts).actors.find((actor) => actor.id === id);
  return found?.aliases.map((alias) => alias.name).sort();
}

describe("buildCatalogue", () => {
  it("keeps the names of a group that a later catalogue lists under the joined id", () => {
    const later = record("heron-typhoon", "Heron Typhoon", "UNC9001", "Grey Heron");
    const names = ["Grey Heron", "Heron Typhoon", "UNC9001"];
    expect(namesOf("heron-typhoon", later)).toEqual(names);
    expect(namesOf("heron-typhoon", later, record("earth-heron", "Earth Heron"))).toEqual([
      "Earth Heron",
      ...names,
    ]);
  });

  it("joins what is still apart, under the reviewed name", () => {
    const apart = record("grey-heron", "Grey Heron", "UNC9001");
    expect(namesOf("heron-typhoon", apart)).toEqual(["Grey Heron", "Heron Typhoon", "UNC9001"]);
    expect(namesOf("grey-heron", apart)).toBeUndefined();
  });
});
