import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../../src/watch/catalogue/load-catalogue.ts";

const catalogue = loadCatalogue();
const actor = (id: string) => catalogue.actors.find((one) => one.id === id);
const aliasOf = (id: string, name: string) => actor(id)?.aliases.find((alias) => alias.name === name);

describe("loadCatalogue", () => {
  it("joins Salt Typhoon by a reviewed row, with Earth Estries disputed", () => {
    expect(actor("salt-typhoon")?.name).toBe("Salt Typhoon");
    expect(actor("salt-typhoon")?.joined).toEqual(["ghostemperor", "earth-estries"]);
    expect(aliasOf("salt-typhoon", "Earth Estries")?.status).toBe("disputed");
    expect(aliasOf("salt-typhoon", "GhostEmperor")?.status).toBe("agreed");
    expect(aliasOf("salt-typhoon", "Salt Typhoon")?.sources).toContain("attack");
    expect(actor("ghostemperor")).toBeUndefined();
  });

  it("keeps a name that two actors share with both, and says so", () => {
    expect(aliasOf("sandworm", "IRIDIUM")?.sharedWith).toEqual(["iridium"]);
    expect(aliasOf("iridium", "IRIDIUM")?.sharedWith).toEqual(["sandworm"]);
  });

  it("adds groups that no catalogue has, with the source", () => {
    expect(actor("weaver-ant")?.aliases[0]?.sources[0]).toMatch(/^overlay: Sygnia/);
    expect(actor("static-tundra")?.aliases[0]?.sources[0]).toMatch(/^overlay: Cisco Talos/);
  });

  it("keeps gangs that no catalogue of groups lists apart, each with its source", () => {
    expect(actor("qilin")).toMatchObject({ onlyWithCarrier: true, joined: [] });
    expect(aliasOf("lynx", "Lynx")?.ambiguity?.level).toBe("high");
    const gangs = catalogue.actors.filter((one) => one.onlyWithCarrier);
    expect(gangs.length).toBeGreaterThan(150);
    for (const gang of gangs) expect(gang.aliases[0]?.sources[0]).toMatch(/^overlay: .{8}/);
  });

  it("keeps one entry, under the published id, for a group that the published catalogue has by a longer name", () => {
    expect(actor("medusa-group")).toMatchObject({ name: "Medusa", onlyWithCarrier: true });
    expect(actor("sandman-apt")?.name).toBe("Sandman");
    expect(actor("medusa") ?? actor("sandman")).toBeUndefined();
  });

  it("gives no gang a name that a catalogue gives another group", () => {
    const gangs = catalogue.actors.filter((one) => one.onlyWithCarrier);
    const shared = gangs.flatMap((gang) => gang.aliases.filter((alias) => alias.sharedWith.length > 0));
    expect(shared).toEqual([]);
  });

  it("knows short forms of carriers as ambiguous and not as their own names", () => {
    const kt = catalogue.carriers
      .find((carrier) => carrier.id === "kt")
      ?.names.find((one) => one.name === "KT");
    expect(kt).toMatchObject({ listed: false, research: false, ambiguity: { level: "high" } });
  });

  it("has every id once", () => {
    const ids = [...catalogue.actors, ...catalogue.carriers].map((one) => one.id);
    const kinds = [catalogue.actors, catalogue.carriers].map(
      (list) => new Set(list.map((one) => one.id)).size,
    );
    expect(kinds[0] ?? 0).toBeGreaterThan(1000);
    expect((kinds[0] ?? 0) + (kinds[1] ?? 0)).toBe(ids.length);
  });
});
