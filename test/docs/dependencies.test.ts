import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const about = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Record<
  string,
  Record<string, string>
>;
const runtime = Object.keys(about.dependencies ?? {});
const all = { ...about.dependencies, ...about.devDependencies, ...about.optionalDependencies };

describe("docs/dependencies.md", () => {
  it("has one line for each dependency, and none for another", () => {
    const text = readFileSync(join(ROOT, "docs/dependencies.md"), "utf8");
    const rows = [...text.matchAll(/^\| `([^`]+)` \| .+ \|$/gm)].map((row) => row[1] ?? "");
    expect(rows.sort()).toEqual(Object.keys(all).sort());
  });
});

describe("package.json", () => {
  it("pins every dependency exactly", () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it("names no dependency that no source file imports", () => {
    const source = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(ROOT, "src", file), "utf8"))
      .join("\n");
    const imported = (name: string): boolean => new RegExp(`["']${name}(?:/[^"']*)?["']`).test(source);
    expect(runtime.filter((name) => !imported(name))).toEqual([]);
  });
});
