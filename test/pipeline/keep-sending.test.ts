import type { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Poster } from "../../src/domain-delivery.ts";
import { type KeptSender, keepSending } from "../../src/pipeline/keep-sending.ts";
import { settleOutbox } from "../../src/pipeline/settle-outbox.ts";
import { openStore } from "../../src/store/open-store.ts";
import { enqueue, findDelivery, markSending } from "../../src/store/outbox.ts";
import { delivery, memoryPoster } from "../support/deliveries.ts";

const OPTIONS = { now: Date.now, graceMs: 20, callLimitMs: 50, onFailure: () => {} };
let db: DatabaseSync;
let sender: KeptSender | undefined;
beforeEach(() => {
  db = openStore(":memory:");
});
afterEach(async () => {
  await sender?.stop(100);
  sender = undefined;
});
function stateOf(key: string): string | undefined {
  return findDelivery(db, key)?.state;
}

describe("keepSending", () => {
  it("sends at once when it is woken", async () => {
    const poster = memoryPoster({ now: Date.now });
    sender = keepSending(db, poster, { ...OPTIONS, sleep: (_ms, woken) => woken });
    enqueue(db, [delivery("a")]);
    sender.wake();
    await vi.waitFor(() => expect(stateOf("a")).toBe("sent"), { interval: 2 });
  });

  it("looks for what a killed process left in the middle of a call before it sends it again", async () => {
    enqueue(db, [delivery("a")]);
    const poster = memoryPoster({ now: Date.now });
    markSending(db, "a", Date.now());
    await poster.post(findDelivery(db, "a")!, undefined);
    sender = keepSending(db, poster, OPTIONS);
    await vi.waitFor(() => expect(stateOf("a")).toBe("sent"), { interval: 2 });
    expect(poster.channel.length).toBe(1);
  });

  it("stops within its limit although a call hangs, and leaves that message as unclear", async () => {
    const hanging: Poster = { ...memoryPoster({ now: Date.now }), post: () => new Promise(() => {}) };
    enqueue(db, [delivery("a"), delivery("b", { dueAt: Date.now() + 60_000 })]);
    const stuck = keepSending(db, hanging, OPTIONS);
    await vi.waitFor(() => expect(stateOf("a")).toBe("sending"), { interval: 2 });
    const from = Date.now();
    await stuck.stop(40);
    expect(Date.now() - from).toBeLessThan(1_000);
    expect([stateOf("a"), stateOf("b")]).toEqual(["unknown", "pending"]);
  });

  it("lets calls under way end before it stops", async () => {
    const poster = memoryPoster({ now: Date.now });
    const slow: Poster = {
      ...poster,
      post: async (...args) => {
        await new Promise((done) => setTimeout(done, 30));
        return poster.post(...args);
      },
    };
    enqueue(db, [delivery("a")]);
    const kept = keepSending(db, slow, OPTIONS);
    await vi.waitFor(() => expect(stateOf("a")).toBe("sending"), { interval: 2 });
    await kept.stop(2_000);
    expect(stateOf("a")).toBe("sent");
  });

  it("tells of a database that fails and goes on", async () => {
    const failures: unknown[] = [];
    sender = keepSending(db, memoryPoster({ now: Date.now }), {
      ...OPTIONS,
      onFailure: (error) => failures.push(error),
      sleep: (_ms, woken) => Promise.race([woken, new Promise<void>((done) => setTimeout(done, 2))]),
    });
    db.exec("ALTER TABLE outbox RENAME TO away");
    await vi.waitFor(() => expect(failures.length).toBeGreaterThan(0), { interval: 2 });
    db.exec("ALTER TABLE away RENAME TO outbox");
    enqueue(db, [delivery("a")]);
    await vi.waitFor(() => expect(stateOf("a")).toBe("sent"), { interval: 2 });
  });
});

describe("settleOutbox", () => {
  it("ends when all is sent, an unclear message included, and leaves what is due later", async () => {
    enqueue(db, [delivery("a"), delivery("b"), delivery("digest", { dueAt: Date.now() + 3_600_000 })]);
    const poster = memoryPoster({ now: Date.now, fates: ["applied-unknown"] });
    await settleOutbox(db, poster, { ...OPTIONS, limitMs: 5_000 });
    expect(["a", "b", "digest"].map(stateOf)).toEqual(["sent", "sent", "pending"]);
    expect(poster.channel.length).toBe(2);
  });

  it("gives up waiting when its time is up", async () => {
    enqueue(db, [delivery("a")]);
    const busy = { kind: "retry", at: Date.now() + 30, reason: "busy", scope: "row" } as const;
    const poster: Poster = {
      ...memoryPoster({ now: Date.now }),
      post: async () => ({ ...busy, at: Date.now() + 30 }),
    };
    const from = Date.now();
    await settleOutbox(db, poster, { ...OPTIONS, limitMs: 100 });
    expect(Date.now() - from).toBeLessThan(2_000);
    expect(stateOf("a")).toBe("pending");
  });
});
