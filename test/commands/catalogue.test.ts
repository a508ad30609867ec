import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catalogueCommand } from "../../src/commands/catalogue.ts";
import { replayCommand } from "../../src/commands/replay.ts";
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

const GOOD = {
  misp: '{"version":1,"values":[{"value":"Grey Heron"}]}',
  attack: '{"objects":[{"type":"intrusion-set","name":"Grey Heron","aliases":["Tall Bird"]}]}',
  microsoft: '[{"Threat actor name":"Heron Typhoon","Other names":"Grey Heron"}]',
};

function update(misp: string, others: Partial<typeof GOOD> = {}): Promise<number> {
  const files = { ...GOOD, ...others, misp };
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

  it("names the source, what was expected there and what came", async () => {
    await expect(update(GOOD.attack)).rejects.toThrow(
      /misp\.json: .*expected a list `values`.*got an object with objects/,
    );
    await expect(update('{"values":[{"value":"Grey Heron"},"Sand Fox"]}')).rejects.toThrow(
      /got "Sand Fox" at \[1\]/,
    );
    await expect(update(GOOD.misp, { attack: "" })).rejects.toThrow(/attack\.json: .*got an empty file/);
    await expect(update(GOOD.misp, { microsoft: "[{" })).rejects.toThrow(/microsoft\.json: .*not JSON/);
  });

  it("warns where most actors would be gone, and says how to return", async () => {
    const warn = vi.spyOn(console, "error").mockImplementation(() => {});
    await update(GOOD.misp);
    expect(warn.mock.calls.flat().join()).toMatch(
      /warning: \d+ of \d+ actors are gone.*remove .*actors\.json/,
    );
    warn.mockClear();
    await update('{"version":2,"values":[{"value":"Grey Heron"},{"value":"Sand Fox"}]}');
    expect(warn).not.toHaveBeenCalled();
  });

  it("mends a damaged catalogue, which the bot refuses with the way out", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    for (const damaged of ['{"versions"', '{"actors":[]}', '{"versions":{},"actors":[{"id":3}]}']) {
      writeFileSync(join(folder, "actors.json"), damaged);
      expect(() => loadCatalogue(folder)).toThrow(/actors\.json: .*run telwatch catalogue update/);
      expect(await update(GOOD.misp)).toBe(0);
      expect(loadCatalogue(folder).actors[0]?.name).toBe("Grey Heron");
    }
  });
});

describe("replay", () => {
  it("finds the names that an update brought into the state folder", async () => {
    await update('{"version":1,"values":[{"value":"Mottled Kestrel"}]}');
    const print = vi.spyOn(console, "log").mockImplementation(() => {});
    const article = {
      url: "https://outlet.example/kestrel",
      title: "Mottled Kestrel broke into a phone network, its operator says",
      publishedAt: "2025-03-01T08:00:00Z",
      paragraphs: ["The hackers of Mottled Kestrel read call records for weeks."],
    };
    writeFileSync(join(folder, "articles.jsonl"), JSON.stringify(article));
    await replayCommand([join(folder, "articles.jsonl"), "--json", "--state", folder]);
    expect(String(print.mock.calls.at(-1)?.[0])).toContain('"mottled-kestrel"');
  });
});
