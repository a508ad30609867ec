import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { KeyvSqlite, openKeyv } from "../../src/store/keyv-sqlite.ts";
import { openStore } from "../../src/store/open-store.ts";

describe("openKeyv", () => {
  it("gives back what it was given, of any JSON type", async () => {
    const keyv = openKeyv(openStore(":memory:"), "seen", Date.now);
    for (const value of ["text", 0, false, { a: [1, { b: "ü" }] }, [1, 2]]) {
      expect(await keyv.set("k", value)).toBe(true);
      expect(await keyv.get("k")).toEqual(value);
    }
  });

  it("answers undefined for a missing key and false from has", async () => {
    const keyv = openKeyv(openStore(":memory:"), "seen", Date.now);
    expect(await keyv.get("nothing")).toBeUndefined();
    expect(await keyv.has("nothing")).toBe(false);
    expect(await keyv.delete("nothing")).toBe(false);
  });

  it("calls an expired key absent, also in getMany and has", async () => {
    let now = Date.now();
    const keyv = openKeyv(openStore(":memory:"), "seen", () => now);
    await keyv.set("short", "v", 1_000);
    await keyv.set("long", "v", 3_600_000);
    now += 2_000;
    expect(await keyv.has("short")).toBe(false);
    expect(await keyv.get("short")).toBeUndefined();
    expect(await keyv.get(["short", "long"])).toEqual([undefined, "v"]);
    expect(await keyv.hasMany(["short", "long"])).toEqual([false, true]);
  });

  it("keeps namespaces apart, also when one is cleared", async () => {
    const db = openStore(":memory:");
    const seen = openKeyv(db, "seen", Date.now);
    const seen2 = openKeyv(db, "seen2", Date.now);
    await seen.set("k", 1);
    await seen2.set("k", 2);
    await seen.clear();
    expect(await seen.get("k")).toBeUndefined();
    expect(await seen2.get("k")).toBe(2);
  });

  it("sets, gets and deletes many at once", async () => {
    const keyv = openKeyv<number>(openStore(":memory:"), "seen", Date.now);
    await keyv.setMany([
      { key: "a", value: 1 },
      { key: "b", value: 2 },
    ]);
    expect(await keyv.getMany(["a", "b", "c"])).toEqual([1, 2, undefined]);
    await keyv.deleteMany(["a", "b"]);
    expect(await keyv.getMany(["a", "b"])).toEqual([undefined, undefined]);
  });

  it("rejects instead of answering absent when the database is gone", async () => {
    const db = openStore(":memory:");
    const keyv = openKeyv(db, "seen", Date.now);
    db.close();
    await expect(keyv.get("k")).rejects.toThrow();
  });
});

describe("KeyvSqlite.add", () => {
  it("lets the first claimant win and an expired claim be taken again", () => {
    let now = 1_000;
    const store = new KeyvSqlite(openStore(":memory:"), () => now);
    expect(store.add("claim", 1, 2_000)).toBe(true);
    expect(store.add("claim", 2, 2_000)).toBe(false);
    now = 2_000;
    expect(store.add("claim", 3, 9_000)).toBe(true);
    expect(store.sweep()).toBe(0);
    now = 9_000;
    expect(store.sweep()).toBe(1);
  });
});

describe("openStore", () => {
  it("refuses a database of a newer schema and says what to do", () => {
    const path = join(mkdtempSync(join(tmpdir(), "telwatch-")), "newer.db");
    const file = new DatabaseSync(path);
    file.exec("PRAGMA user_version = 9999");
    file.close();
    expect(() => openStore(path)).toThrow(/newer.db cannot be used: .* Run the newer version/);
  });

  it("names the file that is no database and says what to do", () => {
    const path = join(mkdtempSync(join(tmpdir(), "telwatch-")), "other.db");
    writeFileSync(path, "something else altogether, and long enough to be looked at");
    expect(() => openStore(path)).toThrow(/other.db cannot be used: .* point --state at another folder/);
  });
});
