import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runCommandLine } from "../../src/commands/run-command-line.ts";
import { openStore } from "../../src/store/open-store.ts";
import { enqueue, findDelivery, markDead, markSending } from "../../src/store/outbox.ts";
import { delivery } from "../support/deliveries.ts";

let folder: string;
let out: string[];
let err: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "telwatch-outbox-"));
  writeFileSync(
    join(folder, "feeds.yaml"),
    'feeds:\n  - { name: A, url: "https://a.example/feed", topic: security }\nroutes:\n  - { channel: "#threats", when: { actors: any } }\n',
  );
  const db = openStore(join(folder, "telwatch.db"));
  enqueue(db, [delivery("waits", { createdAt: Date.now() - 300_000 }), delivery("gone"), delivery("sent")]);
  markSending(db, "gone", Date.now());
  markDead(db, "gone", "is_archived: unarchive it");
  db.exec("UPDATE outbox SET state = 'sent', ref = 'C1:1' WHERE key = 'sent'");
  db.close();
  out = [];
  err = [];
  vi.spyOn(console, "log").mockImplementation((line) => void out.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line) => void err.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function outbox(...words: string[]): Promise<number> {
  out = [];
  return runCommandLine(["outbox", ...words, "--config", join(folder, "feeds.yaml"), "--state", folder]);
}
function stateOf(key: string): string | undefined {
  const db = openStore(join(folder, "telwatch.db"));
  const state = findDelivery(db, key)?.state;
  db.close();
  return state;
}

describe("telwatch outbox", () => {
  it("lists what waits, since when, and what was given up with the reason", async () => {
    expect(await outbox()).toBe(0);
    expect(out[0]).toBe("1 waiting, the oldest for 5 min, 0 with unclear outcome, 1 given up");
    expect(out.join("\n")).toContain("is_archived: unarchive it");
    expect(out.join("\n")).not.toContain("sent  ");
  });

  it("gives the same as JSON", async () => {
    await outbox("list", "--json");
    const answer = JSON.parse(out[0] ?? "") as {
      backlog: object;
      deliveries: { key: string; state: string }[];
    };
    expect(answer.backlog).toMatchObject({ pending: 1, dead: 1 });
    expect(answer.deliveries.map((one) => [one.key, one.state])).toEqual([
      ["waits", "pending"],
      ["gone", "dead"],
    ]);
  });

  it("puts a given-up message back and drops one", async () => {
    expect(await outbox("retry", "gone")).toBe(0);
    expect(stateOf("gone")).toBe("pending");
    expect(await outbox("drop", "waits")).toBe(0);
    expect(stateOf("waits")).toBe("dead");
    await outbox();
    expect(out[0]).toContain("0 given up");
  });

  it("never touches a message that was sent", async () => {
    expect(await outbox("drop", "sent")).toBe(1);
    expect(await outbox("retry", "sent")).toBe(1);
    expect(stateOf("sent")).toBe("sent");
  });

  it("ends with 2 for words it does not know", async () => {
    expect(await outbox("resend", "gone")).toBe(2);
    expect(await outbox("retry")).toBe(2);
    expect(err.join("\n")).toContain("outbox retry KEY|all");
  });
});
