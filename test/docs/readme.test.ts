import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/command-table.ts";
import { loadConfig } from "../../src/config/load-config.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const about = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const documents = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md"))
  .map((file) => join("docs", file));

describe.each(["README.md", ...documents])("%s", (file) => {
  const text = readFileSync(join(ROOT, file), "utf8");

  it("links to what exists", () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(resolve(ROOT, dirname(file), link)))).toEqual([]);
  });

  it("links to headings that exist", () => {
    const links = [...text.matchAll(/\]\(([^)#\s:]*)#([^)\s]+)\)/g)];
    const missing = links.filter(([, path = "", anchor = ""]) => {
      const target = path === "" ? text : readFileSync(resolve(ROOT, dirname(file), path), "utf8");
      const anchors = [...target.matchAll(/^#+ (.+)$/gm)].map((heading) => anchorOf(heading[1] ?? ""));
      return !anchors.includes(anchor);
    });
    expect(missing.map((match) => match[0])).toEqual([]);
  });

  it("names only commands and scripts that exist", () => {
    const commands = [...text.matchAll(/npx telwatch ([a-z][a-z-]*)/g)].map((match) => match[1] ?? "");
    const scripts = [...text.matchAll(/npm run ([a-z]+)/g)].map((match) => match[1] ?? "");
    expect(commands.filter((name) => !COMMANDS.some((command) => command.name === name))).toEqual([]);
    expect(scripts.filter((name) => about.scripts[name] === undefined)).toEqual([]);
  });
});

describe("README.md", () => {
  it("leads to every document", () => {
    const missing = documents.filter((file) => !readme.includes(file) && !file.startsWith("docs/adr/"));
    expect(missing).toEqual([]);
  });

  it("counts the feeds right", () => {
    const feeds = loadConfig(join(ROOT, "feeds.yaml")).config?.feeds.length;
    expect(readme).toContain(`${feeds} feeds`);
  });
});

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .replace(/\s/g, "-");
}
