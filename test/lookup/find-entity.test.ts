import { describe, expect, it } from "vitest";
import type { EntityKind } from "../../src/domain.ts";
import type { EntityFacts } from "../../src/domain-lookup.ts";
import { buildDirectory, findEntity } from "../../src/lookup/find-entity.ts";

function facts(kind: EntityKind, id: string, name: string, names: readonly string[] = []): EntityFacts {
  return {
    kind,
    id,
    name,
    names: [name, ...names].map((one) => ({ name: one, sources: [], status: "agreed", note: undefined })),
    legal: undefined,
    country: undefined,
    sponsor: undefined,
    references: kind === "actor" ? [`ATT&CK G${id.length}`] : [],
    watched: true,
  };
}
const DIRECTORY = buildDirectory([
  facts("actor", "play", "Play"),
  facts("carrier", "play-pl", "Play"),
  facts("actor", "grey-heron", "Grey Heron", ["GreyHeron Group", "TA-99"]),
  facts("carrier", "orbit-uk", "Orbit UK", ["Orbit"]),
  facts("carrier", "orbit-de", "Orbit Germany"),
  facts("carrier", "nova-a", "Nova North"),
  facts("carrier", "nova-b", "Nova South"),
  facts("carrier", "at-t", "AT&T", ["AT and T"]),
]);
const BOTH: readonly EntityKind[] = ["actor", "carrier"];
const idOf = (words: string, kinds = BOTH) => {
  const found = findEntity(words, kinds, DIRECTORY);
  return found.kind === "one" ? found.entity.id : found.kind;
};

describe("findEntity", () => {
  it.each([
    ["grey heron", "grey-heron"],
    ["Grey-Heron", "grey-heron"],
    ["GREYHERON", "grey-heron"],
    ["ta99", "grey-heron"],
    ["AT&T", "at-t"],
    ["at and t", "at-t"],
    ["Ørbit".replace("Ø", "O"), "orbit-uk"],
    ["grey-heron", "grey-heron"],
  ])("finds %j", (words, id) => {
    expect(idOf(words)).toBe(id);
  });

  it("asks back where an actor and a carrier share the name, and understands its own choices", () => {
    const found = findEntity("Play", BOTH, DIRECTORY);
    expect(found.kind === "many" && found.entities.map(({ id }) => id)).toEqual(["play", "play-pl"]);
    expect(idOf("carrier:play-pl")).toBe("play-pl");
    expect(idOf("actor:play")).toBe("play");
    expect(idOf("Play", ["carrier"])).toBe("play-pl");
  });

  it("names those that begin alike beside the one that is meant", () => {
    const found = findEntity("Orbit", BOTH, DIRECTORY);
    expect(found.kind === "one" && [found.entity.id, found.others.map(({ id }) => id)]).toEqual([
      "orbit-uk",
      ["orbit-de"],
    ]);
  });

  it("never guesses between two that only begin alike", () => {
    expect(idOf("Nova")).toBe("many");
  });

  it("gives the nearest names for a slip and none for noise", () => {
    const slip = findEntity("gray herron", BOTH, DIRECTORY);
    expect(slip.kind === "none" && slip.nearest[0]).toBe("Grey Heron");
    const noise = findEntity("qqqqqqqq", BOTH, DIRECTORY);
    expect(noise).toEqual({ kind: "none", nearest: [] });
  });
});
