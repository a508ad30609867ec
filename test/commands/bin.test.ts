import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const BIN = resolve(import.meta.dirname, "../../bin/telwatch.js");
// Sets the version before the script reads it, as an older Node would report it.
const OLD = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})";

describe("bin/telwatch.js", () => {
  it("runs the command line", () => {
    const { status, stdout } = spawnSync(process.execPath, [BIN, "--version"], { encoding: "utf8" });
    expect([status, stdout]).toEqual([0, "0.1.0\n"]);
  });

  it("tells an older Node which one is needed and how to get it, without a stack trace", () => {
    const folder = mkdtempSync(join(tmpdir(), "telwatch-bin-"));
    cpSync(BIN, join(folder, "bin", "telwatch.mjs"));
    const args = ["--import", OLD, join(folder, "bin", "telwatch.mjs"), "run"];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(status).toBe(2);
    expect(stderr).toContain("telwatch needs Node 22.19 or newer; this is Node 20.20.2");
    expect(stderr).toContain("npm ci");
    expect(stderr).not.toContain("    at ");
  });
});
