import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createConsolePoster } from "../../src/terminal/console-poster.ts";
import { aRow } from "./a-message.ts";

let folder = "";
let screen = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "telwatch-console-"));
  screen = "";
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function draw(text: string): Promise<void> {
  screen += text;
}
function start(write = draw) {
  return createConsolePoster({
    folder,
    write,
    style: { color: false, links: false, width: 80 },
    now: () => 0,
  });
}
function postedKeys(): string[] {
  const lines = readFileSync(join(folder, "console-posts.jsonl"), "utf8").split("\n");
  return lines.filter((line) => line.includes('"posted"')).map((line) => JSON.parse(line).key as string);
}
const countOnScreen = (): number => screen.split("Nordwave breached").length - 1;

describe("createConsolePoster", () => {
  it("shows a message and finds it again after a restart, without showing it twice", async () => {
    expect(await start().post(aRow(), undefined)).toEqual({ kind: "sent", ref: "S-0001/alert/#a" });
    const later = start();
    expect(await later.find(aRow(), undefined)).toEqual({ kind: "found", ref: "S-0001/alert/#a" });
    await later.post(aRow(), undefined);
    expect(countOnScreen()).toBe(1);
    expect(postedKeys()).toEqual(["S-0001/alert/#a"]);
  });

  it("says absent for what was never posted", async () => {
    expect(await start().find(aRow(), undefined)).toEqual({ kind: "absent" });
  });

  it("shows a post that was recorded when the process died before showing it, and records it once", async () => {
    const dying = start(() => Promise.reject(new Error("killed")));
    await expect(dying.post(aRow(), undefined)).rejects.toThrow("killed");
    expect(countOnScreen()).toBe(0);
    expect(await start().find(aRow(), undefined)).toMatchObject({ kind: "found" });
    expect(countOnScreen()).toBe(1);
    expect(screen).toContain("perhaps shown before");
    expect(postedKeys()).toEqual(["S-0001/alert/#a"]);
  });

  it("counts a torn last line as never posted and writes after it on a fresh line", async () => {
    appendFileSync(join(folder, "console-posts.jsonl"), '{"what":"posted","key":"S-0001/al');
    const poster = start();
    expect(await poster.find(aRow(), undefined)).toEqual({ kind: "absent" });
    await poster.post(aRow(), undefined);
    expect(await start().find(aRow(), undefined)).toMatchObject({ kind: "found" });
  });

  it("records an update of an earlier message without drawing it", async () => {
    await start().post(aRow({ key: "u1", op: "update", parentKey: "S-0001/alert/#a" }), "S-0001/alert/#a");
    expect(screen).toBe("");
    expect(postedKeys()).toEqual(["u1"]);
  });
});
