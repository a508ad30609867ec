import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catalogueCommand } from "../../src/commands/catalogue.ts";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "telwatch-catalogue-"));
  vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function update(misp: string): Promise<number> {
  const files = {
    misp,
    attack: '{"objects":[{"type":"intrusion-set","name":"Grey Heron","aliases":["Tall Bird"]}]}',
    microsoft: '[{"Threat actor name":"Heron Typhoon","Other names":"Grey Heron"}]',
  };
  const flags = Object.entries(files).flatMap(([name, text]) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, text);
    return [`--${name}`, file];
  });
  return catalogueCommand(["update", "--state", folder, ...flags]);
}

describe("catalogue update", () => {
  it("writes the merged actors where the bot takes them from", async () => {
    expect(await update('{"version":1,"values":[{"value":"Grey Heron"}]}')).toBe(0);
    const [heron] = loadCatalogue(folder).actors;
    expect(heron?.aliases.map((alias) => alias.name)).toEqual(["Grey Heron", "Tall Bird", "Heron Typhoon"]);
  });

  it("keeps the last good catalogue when a source is broken", async () => {
    await update('{"version":1,"values":[{"value":"Grey Heron"}]}');
    const good = readFileSync(join(folder, "actors.json"), "utf8");
    await expect(update("<html>rate limited</html>")).rejects.toThrow(/not JSON.*stays as it was/);
    expect(readFileSync(join(folder, "actors.json"), "utf8")).toBe(good);
    expect(existsSync(join(folder, "actors.json.new"))).toBe(false);
  });
});
