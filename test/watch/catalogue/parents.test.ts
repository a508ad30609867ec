import { expect, it } from "vitest";
import { loadCatalogue } from "../../../src/watch/catalogue/load-catalogue.ts";

it("loadCatalogue › gives the groups a carrier belongs to, each of them a carrier where it says so", () => {
  const { carriers } = loadCatalogue();
  const ids = new Set(carriers.map(({ id }) => id));
  const byId = (id: string) => carriers.find((carrier) => carrier.id === id);
  expect(byId("kyivstar")?.parents).toEqual([{ name: "VEON", id: "veon" }]);
  expect(byId("verizon")?.parents).toEqual([]);
  for (const { id, parents } of carriers)
    for (const parent of parents)
      expect(parent.id === undefined || (ids.has(parent.id) && parent.id !== id)).toBe(true);
});
