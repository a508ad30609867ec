import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "../../src/store/make-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "telwatch-folder-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("makeFolder", () => {
  it("makes a folder with those above it, and leaves one that is there", () => {
    const deep = join(folder, "a", "b", "c");
    makeFolder(deep);
    makeFolder(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  it("says what stands in the way of one", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(() => makeFolder(file)).toThrow(`cannot make the folder ${file}: EEXIST`);
    expect(() => makeFolder("/proc/telwatch/state")).toThrow("cannot make the folder /proc");
  });
});
