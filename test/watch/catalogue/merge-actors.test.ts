import { describe, expect, it } from "vitest";
import { diffActors } from "../../../src/watch/catalogue/diff-actors.ts";
import { mergeActors } from "../../../src/watch/catalogue/merge-actors.ts";
import { readAttack, readMicrosoft, readMisp } from "../../../src/watch/catalogue/read-sources.ts";

const MISP = {
  version: 350,
  values: [
    {
      value: "Grey Heron",
      uuid: "u1",
      meta: {
        synonyms: ["UNC9001", "Night Owl"],
        country: "CN",
        refs: ["https://attack.mitre.org/groups/G9001/"],
      },
      related: [{ "dest-uuid": "u2", type: "similar" }],
    },
    { value: "Earth Heron", uuid: "u2", meta: { synonyms: ["Night Owl"] } },
    { value: "Sand Fox", uuid: "u3", meta: { synonyms: ["FOXTROT-9"] } },
  ],
};
const ATTACK = {
  objects: [
    { type: "x-mitre-collection", x_mitre_version: "19.0" },
    group("Heron Typhoon", "G9001", ["Heron Typhoon", "Tall Bird"]),
    group("FOXTROT-9", "G9002", []),
    group("Lone Wolf", "G9003", []),
    { ...group("Retired", "G9004", []), revoked: true },
  ],
};
const MICROSOFT = [
  { "Threat actor name": "Heron Typhoon", "Other names": "TALL BIRD, Wader" },
  { "Threat actor name": "Fox Sandstorm", "Other names": "Sand Fox, Vixen" },
  { "Threat actor name": "Nobody Tempest", "Other names": "Grey Heron, Sand Fox" },
];

function group(name: string, id: string, aliases: readonly string[]) {
  const references = [{ source_name: "mitre-attack", external_id: id }];
  return { type: "intrusion-set", name, aliases, external_references: references };
}

function merged() {
  return mergeActors(
    readMisp(JSON.stringify(MISP)),
    readAttack(JSON.stringify(ATTACK)),
    readMicrosoft(JSON.stringify(MICROSOFT)),
  );
}

function sourcesOf(id: string, name: string) {
  return merged()
    .actors.find((actor) => actor.id === id)
    ?.aliases.find(([alias]) => alias === name)?.[1];
}

describe("mergeActors", () => {
  it("gives an accented name the id that the bundled file has", () => {
    const misp = JSON.stringify({ version: 1, values: [{ value: "Ayyıldız Tim" }] });
    const none = { version: "v0", actors: [] };
    expect(mergeActors(readMisp(misp), none, none).actors[0]?.id).toBe("ayy-ld-z-tim");
  });

  it("joins an ATT&CK group by its id, else by name, else lets it stand alone", () => {
    expect(merged().actors.map((actor) => [actor.id, actor.externalIds])).toEqual([
      ["grey-heron", ["G9001"]],
      ["earth-heron", undefined],
      ["sand-fox", ["G9002"]],
      ["lone-wolf", ["G9003"]],
    ]);
  });

  it("keeps for each name who asserts it", () => {
    expect(sourcesOf("grey-heron", "Heron Typhoon")).toEqual(["attack", "microsoft"]);
    expect(sourcesOf("grey-heron", "Tall Bird")).toEqual(["attack", "microsoft"]);
    expect(sourcesOf("grey-heron", "UNC9001")).toEqual(["misp-threat-actor"]);
    expect(sourcesOf("sand-fox", "Vixen")).toEqual(["microsoft"]);
  });

  it("merges nothing over a shared name and only notes what a catalogue calls similar", () => {
    const herons = merged().actors.filter((actor) => actor.aliases.some(([name]) => name === "Night Owl"));
    expect(herons.map((actor) => actor.id)).toEqual(["grey-heron", "earth-heron"]);
    expect(herons[0]?.related).toEqual(["earth-heron"]);
  });

  it("leaves out a Microsoft row that would fit two actors", () => {
    expect(JSON.stringify(merged())).not.toContain("Nobody Tempest");
  });

  it("shows what a new file changes", () => {
    const [heron, ...rest] = merged().actors;
    const before = {
      versions: {},
      actors: [...rest, { id: "gone", name: "Gone", sources: [], aliases: [] }],
    };
    const after = {
      versions: {},
      actors: merged().actors.map((actor) => (actor.id === "sand-fox" ? { ...actor, aliases: [] } : actor)),
    };
    expect(diffActors(before, after)).toEqual({
      added: [heron?.name],
      removed: ["Gone"],
      changed: ["Sand Fox: - FOXTROT-9, - Fox Sandstorm, - Vixen"],
    });
  });
});

describe("readMisp, readAttack, readMicrosoft", () => {
  it.each([
    [readMisp, "{}", /a list `values`/],
    [readMisp, '{"values":[{"value":7}]}', /expected a name at MISP galaxy.*values\[0\]\.value, got 7/],
    [readMisp, "<html>", /not JSON/],
    [readAttack, '{"objects":[{"type":"malware"}]}', /found none/],
    [readMicrosoft, "[]", /at least one entry/],
    [readMicrosoft, '[{"Other names":"x"}]', /Threat actor name/],
  ])("says what it expected instead of guessing (%#)", (read, json, message) => {
    expect(() => read(json)).toThrow(message);
  });
});
