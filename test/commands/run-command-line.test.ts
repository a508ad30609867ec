import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { COMMANDS } from "../../src/commands/command-table.ts";
import { readArguments } from "../../src/commands/read-arguments.ts";
import { runCommandLine } from "../../src/commands/run-command-line.ts";

let out = "";
let err = "";
beforeEach(() => {
  out = "";
  err = "";
  vi.spyOn(console, "log").mockImplementation((text) => {
    out += `${text}\n`;
  });
  vi.spyOn(console, "error").mockImplementation((text) => {
    err += `${text}\n`;
  });
});
afterEach(() => void vi.restoreAllMocks());

describe("runCommandLine", () => {
  it.each([["--help"], ["-h"], ["help"]])("lists every command for %s", async (word) => {
    expect(await runCommandLine([word])).toBe(0);
    for (const command of COMMANDS) expect(out).toContain(`  ${command.name}`);
  });

  it.each(COMMANDS.map((command) => command.name))("%s --help names each of its flags", async (name) => {
    expect(await runCommandLine([name, "--help"])).toBe(0);
    for (const flag of COMMANDS.find((command) => command.name === name)?.flags ?? [])
      expect(out).toContain(`--${flag.name}`);
    expect(err).toBe("");
  });

  it("ends with 2 and the help on stderr when nothing is asked", async () => {
    expect(await runCommandLine([])).toBe(2);
    expect(err).toContain("usage: telwatch");
    expect(out).toBe("");
  });

  it("gives the nearest command for an unknown one", async () => {
    expect(await runCommandLine(["explian", "x"])).toBe(2);
    expect(err).toBe('telwatch: there is no command "explian"; did you mean telwatch explain?\n');
  });

  it("lists every mistake of the configuration without a stack trace, with 2", async () => {
    expect(await runCommandLine(["check", "--config", "/nowhere/feeds.yaml"])).toBe(2);
    expect(err).toContain("cannot read /nowhere/feeds.yaml: there is no such file");
    expect(err).not.toContain("    at ");
  });

  it("says of an address or a file that is no article what was expected and what came, with 2", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "telwatch-list-")), "articles.json");
    writeFileSync(file, '[{"url":"https://outlet.example/a"}]');
    expect(await runCommandLine(["explain", file])).toBe(2);
    expect(err).toMatch(/expected one JSON object .*; got a list of 1/);
    expect(await runCommandLine(["explain", "http://"])).toBe(2);
    expect(err).toContain("http:// is no address; expected one such as https://");
  });

  it("gives the nearest flag for an unknown one", async () => {
    expect(await runCommandLine(["check", "--confg=x"])).toBe(2);
    expect(err).toBe("telwatch check: check does not know --confg; did you mean --config?\n");
  });
});

describe("readArguments", () => {
  it("reads flags in either form and leaves words as they are", () => {
    const given = readArguments("explain", ["--state=/tmp/x", "--json", "-", "--config", "c.yaml"]);
    expect(given.words).toEqual(["-"]);
    expect([given.value("state"), given.value("config"), given.has("json")]).toEqual([
      "/tmp/x",
      "c.yaml",
      true,
    ]);
  });

  it.each([
    ["explain", ["--state", "--json"], "--state expects DIR after it"],
    ["explain", ["--state"], "--state expects DIR after it"],
    ["explain", ["--json=yes"], '--json takes no value, got "yes"'],
    ["check", ["feeds.yaml"], 'check takes no further words, got "feeds.yaml"'],
  ])("%s %j: %s", (name, args, message) => {
    expect(() => readArguments(name, args)).toThrow(message);
  });
});
