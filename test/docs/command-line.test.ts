import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/command-table.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const text = readFileSync(join(ROOT, "docs/command-line.md"), "utf8");
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf("\n")).trim(), part]),
);

describe("docs/command-line.md", () => {
  it("has one section for each command, in the order of the help", () => {
    expect([...sections.keys()]).toEqual(COMMANDS.map((command) => command.name));
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    "shows how %s is called and each of its flags, and no other flag",
    (name, command) => {
      const section = sections.get(name) ?? "";
      expect(section).toContain(`\`npx telwatch ${name}${command.words === "" ? "" : ` ${command.words}`}\``);
      const flags = command.flags.map(
        (flag) => `--${flag.name}${flag.value === undefined ? "" : ` ${flag.value}`}`,
      );
      for (const flag of flags) expect(section).toContain(`\`${flag}\``);
      const told = [...section.matchAll(/`(--[a-z-]+(?: [A-Z]+)?)`/g)].map((match) => match[1] ?? "");
      expect(told.filter((flag) => !flags.includes(flag))).toEqual([]);
    },
  );
});

describe("the commands", () => {
  it.each(COMMANDS.map((command) => command.name))("%s has its file and its function", async (name) => {
    const file = join(ROOT, "src/commands", `${name}.ts`);
    expect(existsSync(file)).toBe(true);
    const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    expect(readFileSync(file, "utf8")).toContain(`export async function ${camel}Command(`);
  });
});
