import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = resolve(import.meta.dirname, "../src");
const STAGES = ["intake", "watch", "stories", "alerts", "lookup"];
const EDGES = ["store", "slack", "config", "ops", "terminal"];
/** The folders of the story stage along the data's path: each imports only those before it. */
const STORY_PATH = ["names", "facts", "hearing", "statements", "origins", "grouping", "news"];
const MAX_LINES = 300;

/** The only files that may import a package or node: I/O; everything else is a function of its arguments. */
const EDGE_FILES: readonly RegExp[] = [
  /^(store|slack|config|ops|terminal|commands|measure)\//,
  /^(main|cli)\.ts$/,
  /^intake\/(fetch|parse|guard|decode|extract|worker)-?[a-z-]*\.ts$/,
  /^intake\/[a-z-]*worker[a-z-]*\.ts$/,
  /^watch\/catalogue\/(load|update)-[a-z-]*\.ts$/,
  // The package only computes: its model of English lies in it.
  /^text\/tag-words\.ts$/,
];
const CLOCK_FILES: readonly RegExp[] = [/^(main|cli)\.ts$/, /^(config|commands)\//];

interface Violation {
  readonly file: string;
  readonly rule: string;
}

function floorOf(file: string): { floor: number; folder: string } {
  const folder = file.includes("/") ? (file.split("/")[0] ?? "") : "";
  if (folder === "" && file.startsWith("domain")) return { floor: 0, folder: "domain" };
  if (folder === "text") return { floor: 1, folder };
  if (STAGES.includes(folder) || EDGES.includes(folder)) return { floor: 2, folder };
  if (folder === "pipeline") return { floor: 3, folder };
  return { floor: 4, folder: folder || "top" };
}

/** Where a file stands on the path of the story stage: its account reads all, what is shared at the top reads nothing of it. */
function placeInStories(file: string): number | undefined {
  const [stage, folder = ""] = file.split("/");
  if (stage !== "stories") return undefined;
  return folder === "read-account.ts" ? STORY_PATH.length : STORY_PATH.indexOf(folder);
}

function importsOf(source: string): string[] {
  const code = source.replace(/^\s*\/\/.*$/gm, "").replace(/^\s*\*.*$/gm, "");
  const found = [
    ...code.matchAll(/(?:^|\n)\s*(?:import|export)\b[^"';]*?from\s*["']([^"']+)["']/g),
    ...code.matchAll(/(?:^|\n)\s*import\s*["']([^"']+)["']/g),
    ...code.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g),
  ];
  return found.map((match) => match[1] ?? "");
}

function violationsIn(file: string, source: string): Violation[] {
  const out: Violation[] = [];
  const from = floorOf(file);
  const edge = EDGE_FILES.some((pattern) => pattern.test(file));
  for (const target of importsOf(source)) {
    if (!target.startsWith(".")) {
      if (!edge) out.push({ file, rule: `imports ${target} outside the edge files` });
      continue;
    }
    const path = relative(SRC, resolve(SRC, dirname(file), target));
    const to = floorOf(path);
    if ((placeInStories(path) ?? -1) > (placeInStories(file) ?? Number.POSITIVE_INFINITY))
      out.push({ file, rule: `imports what comes later on the path of a story: ${target}` });
    if (to.floor > from.floor) out.push({ file, rule: `imports upwards: ${target}` });
    if (from.floor === 2 && to.floor === 2 && to.folder !== from.folder)
      out.push({ file, rule: `imports a neighbour: ${target}` });
    if (from.floor === 3 && to.folder === "config") out.push({ file, rule: "pipeline imports config" });
  }
  if (
    !CLOCK_FILES.some((pattern) => pattern.test(file)) &&
    /\bDate\.now\(\)|\bnew Date\(\)|Math\.random\(\)/.test(source)
  )
    out.push({ file, rule: "reads the clock or chance; take now or random as an argument" });
  const lines = source.split("\n").length - 1;
  if (lines > MAX_LINES) out.push({ file, rule: `${lines} lines, more than ${MAX_LINES}` });
  return out;
}

describe("architecture", () => {
  it("holds in every source file", () => {
    const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".ts"));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((f) => violationsIn(f, readFileSync(join(SRC, f), "utf8")))).toEqual([]);
  });

  it.each([
    ["text/x.ts", 'import "../stories/y.ts";'],
    ["stories/x.ts", 'const a = await import("../alerts/y.ts");'],
    ["alerts/x.ts", 'import type { A } from "../watch/y.ts";'],
    ["lookup/x.ts", 'export { a } from "../store/y.ts";'],
    ["stories/x.ts", 'import { readFileSync } from "node:fs";'],
    ["stories/names/x.ts", 'import { a } from "../hearing/y.ts";'],
    ["stories/x.ts", 'import { a } from "./names/y.ts";'],
    ["pipeline/x.ts", 'import { a } from "../config/y.ts";'],
    ["alerts/x.ts", "const t = Date.now();"],
    ["text/x.ts", "\n".repeat(MAX_LINES + 1)],
  ])("catches a planted violation in %s", (file, source) => {
    expect(violationsIn(file, source)).not.toEqual([]);
  });
});
