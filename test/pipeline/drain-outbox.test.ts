import type { DatabaseSync } from "node:sqlite";
import { beforeEach, describe, expect, it } from "vitest";
import { createSender, drainOutbox } from "../../src/pipeline/drain-outbox.ts";
import { createPace } from "../../src/pipeline/pace-channel.ts";
import { openStore } from "../../src/store/open-store.ts";
import {
  dropDelivery,
  enqueue,
  findDelivery,
  listOutbox,
  markSending,
  nextDueAt,
  readBacklog,
  recoverSending,
  retryDead,
} from "../../src/store/outbox.ts";
import { delivery, type Fate, memoryPoster } from "../support/deliveries.ts";

const GRACE_MS = 4_000;
let db: DatabaseSync;
let now = 0;
const clock = () => now;

beforeEach(() => {
  db = openStore(":memory:");
  now = 1_000_000;
});

/** Drains again and again, moving the clock to the next due time, until nothing is open or the time is up. */
async function drainFor(poster: ReturnType<typeof memoryPoster>, ms: number): Promise<void> {
  const end = now + ms;
  for (;;) {
    await drainOutbox(db, poster, { now: clock, graceMs: GRACE_MS });
    const due = nextDueAt(db);
    if (due === undefined || due > end) return;
    now = Math.max(now + 1, due);
  }
}
function keys(poster: ReturnType<typeof memoryPoster>): string[] {
  return poster.channel.map((one) => one.key);
}
function postsTo(fates: Fate[], more: { showsAfterMs?: number; readable?: boolean } = {}) {
  return memoryPoster({ now: clock, fates, ...more });
}

describe("enqueue", () => {
  it("keeps the first of two deliveries with one key", () => {
    expect(enqueue(db, [delivery("a"), delivery("b")])).toBe(2);
    expect(enqueue(db, [delivery("a", { channel: "#other" }), delivery("c")])).toBe(1);
    expect(listOutbox(db, ["pending"], 10).map((row) => [row.key, row.channel])).toEqual([
      ["a", "#threats"],
      ["b", "#threats"],
      ["c", "#threats"],
    ]);
  });
});

describe("drainOutbox", () => {
  it("posts what is due and leaves what is not", async () => {
    enqueue(db, [delivery("a"), delivery("later", { dueAt: now + 1 })]);
    const poster = postsTo([]);
    expect(await drainOutbox(db, poster, { now: clock, graceMs: GRACE_MS })).toEqual({
      sent: 1,
      retried: 0,
      unclear: 0,
      dead: 0,
    });
    expect(keys(poster)).toEqual(["a"]);
    expect(findDelivery(db, "a")).toMatchObject({ state: "sent", ref: "C1:1", tries: 1 });
  });

  it("records the intent before the call", async () => {
    enqueue(db, [delivery("a")]);
    const states: (string | undefined)[] = [];
    const poster = postsTo([]);
    const watching = {
      ...poster,
      post: async (...args: Parameters<typeof poster.post>) => {
        states.push(findDelivery(db, "a")?.state);
        return poster.post(...args);
      },
    };
    await drainOutbox(db, watching, { now: clock, graceMs: GRACE_MS });
    expect(states).toEqual(["sending"]);
  });

  it("tries again at the time the poster names, and not before", async () => {
    enqueue(db, [delivery("a")]);
    const poster = postsTo([{ kind: "retry", at: now + 7_000, reason: "rate limit", scope: "row" }]);
    await drainFor(poster, 6_999);
    expect(keys(poster)).toEqual([]);
    await drainFor(poster, 7_000);
    expect(keys(poster)).toEqual(["a"]);
  });

  it("finds a message whose answer was lost and does not post it twice", async () => {
    enqueue(db, [delivery("a")]);
    const poster = postsTo(["applied-unknown"]);
    await drainFor(poster, 60_000);
    expect(keys(poster)).toEqual(["a"]);
    expect(findDelivery(db, "a")).toMatchObject({ state: "sent", ref: "C1:1", tries: 1 });
  });

  it("posts once although the message shows in history only seconds after the call", async () => {
    enqueue(db, [delivery("a")]);
    const poster = postsTo(["applied-unknown"], { showsAfterMs: GRACE_MS });
    await drainFor(poster, 60_000);
    expect(keys(poster)).toEqual(["a"]);
    expect(findDelivery(db, "a")?.state).toBe("sent");
  });

  it("sends again only when the grace time has passed and the message is still absent", async () => {
    enqueue(db, [delivery("a")]);
    const poster = postsTo(["lost-unknown"]);
    const triedAt = now;
    await drainFor(poster, GRACE_MS - 1);
    expect(keys(poster)).toEqual([]);
    await drainFor(poster, 60_000);
    expect(keys(poster)).toEqual(["a"]);
    expect(poster.looks.at(-1)).toBeGreaterThanOrEqual(triedAt + GRACE_MS);
  });

  it("counts a poster that throws as an unclear outcome", async () => {
    enqueue(db, [delivery("a")]);
    const poster = postsTo(["throws"]);
    await drainFor(poster, 60_000);
    expect(keys(poster)).toEqual(["a"]);
  });

  it("waits the grace and sends once more where the channel cannot be read", async () => {
    enqueue(db, [delivery("a")]);
    const poster = postsTo(["lost-unknown"], { readable: false });
    await drainFor(poster, GRACE_MS - 1);
    expect(keys(poster)).toEqual([]);
    await drainFor(poster, 60_000);
    expect(keys(poster)).toEqual(["a"]);
    expect(findDelivery(db, "a")?.tries).toBe(2);
  });

  it("waits twice as long after each further unclear try where the channel cannot be read", async () => {
    enqueue(db, [delivery("a")]);
    const poster = postsTo(["lost-unknown", "lost-unknown", "lost-unknown"], { readable: false });
    const start = now;
    await drainFor(poster, 600_000);
    expect(keys(poster)).toEqual(["a"]);
    expect(now - start).toBeGreaterThanOrEqual(GRACE_MS + 2 * GRACE_MS + 4 * GRACE_MS);
  });

  it("posts once although the process died after Slack answered", async () => {
    enqueue(db, [delivery("a")]);
    const poster = postsTo([]);
    const row = findDelivery(db, "a")!;
    markSending(db, "a", now);
    await poster.post(row, undefined);
    recoverSending(db, now + 500, 10_000);
    await drainFor(poster, 60_000);
    expect(keys(poster)).toEqual(["a"]);
    expect(findDelivery(db, "a")?.state).toBe("sent");
  });

  it("gives a call of a killed process its full grace from the moment the process came back", async () => {
    enqueue(db, [delivery("a")]);
    markSending(db, "a", now);
    now += 3_900;
    recoverSending(db, now, 10_000);
    const poster = postsTo([]);
    await drainFor(poster, GRACE_MS - 1);
    expect(keys(poster)).toEqual([]);
    await drainFor(poster, GRACE_MS + 1_000);
    expect(keys(poster)).toEqual(["a"]);
  });

  it("keeps the order within a story while other stories go on", async () => {
    enqueue(db, [
      delivery("a1", { storyId: "A" }),
      delivery("a2", { storyId: "A" }),
      delivery("b1", { storyId: "B" }),
    ]);
    const poster = postsTo([{ kind: "retry", at: now + 5_000, reason: "busy", scope: "row" }]);
    await drainFor(poster, 60_000);
    expect(keys(poster)).toEqual(["b1", "a1", "a2"]);
  });

  it("lets a reply wait for its parent, also when the parent's outcome is unclear, and threads it", async () => {
    enqueue(db, [delivery("p", { storyId: "A" }), delivery("r", { storyId: "A", parentKey: "p" })]);
    const poster = postsTo(["applied-unknown"], { showsAfterMs: 2_000 });
    await drainFor(poster, 60_000);
    expect(poster.channel.map((one) => [one.key, one.parentRef])).toEqual([
      ["p", undefined],
      ["r", "C1:1"],
    ]);
  });

  it("posts the replies of a dead parent as a message of their own, saying so, and threads the later ones under it", async () => {
    enqueue(db, [
      delivery("p", { storyId: "A" }),
      delivery("r1", { storyId: "A", parentKey: "p" }),
      delivery("r2", { storyId: "A", parentKey: "p" }),
    ]);
    const poster = postsTo([{ kind: "dead", reason: "msg_too_long" }]);
    await drainFor(poster, 60_000);
    expect(poster.channel.map((one) => [one.key, one.parentRef])).toEqual([
      ["r1", undefined],
      ["r2", "C1:1"],
    ]);
    expect(poster.channel[0]?.row.message.lines.at(-1)?.text).toContain("could not be posted (msg_too_long)");
    expect(findDelivery(db, "p")).toMatchObject({ state: "dead", reason: "msg_too_long" });
  });

  it("gives up an update whose message was never posted", async () => {
    enqueue(db, [
      delivery("p", { storyId: "A" }),
      delivery("u", { storyId: "A", parentKey: "p", op: "update" }),
    ]);
    await drainFor(postsTo([{ kind: "dead", reason: "is_archived" }]), 60_000);
    expect(findDelivery(db, "u")?.state).toBe("dead");
  });

  it("repeats an unclear update without searching for it", async () => {
    enqueue(db, [delivery("p"), delivery("u", { parentKey: "p", op: "update" })]);
    const poster = postsTo([{ kind: "sent", ref: "" }, "lost-unknown"]);
    await drainFor(poster, 60_000);
    expect(findDelivery(db, "u")?.state).toBe("sent");
    expect(poster.looks).toEqual([]);
  });

  it("stops sending altogether while the token is refused and goes on when it is accepted", async () => {
    enqueue(db, [delivery("a"), delivery("b"), delivery("c")]);
    const poster = postsTo([{ kind: "retry", at: now + 60_000, reason: "invalid_auth", scope: "all" }]);
    const sender = createSender(db, poster, { now: clock, graceMs: GRACE_MS });
    sender.start();
    while (sender.underWay() > 0) await sender.oneEnded();
    expect(sender.stopped()).toEqual({ reason: "invalid_auth", until: now + 60_000 });
    const before = keys(poster).length;
    expect(sender.start().started).toBe(0);
    now += 60_000;
    expect(sender.start().started).toBe(1);
    while (sender.underWay() > 0) await sender.oneEnded();
    expect(sender.stopped()).toBeUndefined();
    expect(keys(poster).length).toBe(before + 1);
  });

  it("lets a call that hangs hold up its own story only", async () => {
    enqueue(db, [
      delivery("a", { storyId: "A" }),
      delivery("b", { storyId: "B" }),
      delivery("a2", { storyId: "A" }),
      delivery("c", { storyId: "C" }),
    ]);
    const poster = postsTo([]);
    const hanging = {
      ...poster,
      post: (...args: Parameters<typeof poster.post>) =>
        args[0].key === "a" ? new Promise<never>(() => {}) : poster.post(...args),
    };
    const sender = createSender(db, hanging, { now: clock, graceMs: GRACE_MS });
    for (let turn = 0; turn < 5; turn += 1) {
      sender.start();
      await new Promise(setImmediate);
    }
    expect(keys(poster)).toEqual(["b", "c"]);
    expect(sender.underWay()).toBe(1);
  });

  it("spreads a flood over the channel's pace and sends other channels meanwhile", async () => {
    const flood = Array.from({ length: 10 }, (_, n) => delivery(`a${n}`));
    enqueue(db, [...flood, delivery("other", { channel: "#other" })]);
    const poster = postsTo([]);
    const sender = createSender(db, poster, {
      now: clock,
      graceMs: GRACE_MS,
      pace: createPace({ everyMs: 1_000, burst: 3, lateEveryMs: 1_000 }),
    });
    const sentAt: number[] = [];
    for (let step = 0; step < 40; step += 1) {
      sender.start();
      while (sender.underWay() > 0) await sender.oneEnded();
      sentAt.push(poster.channel.length);
      now += 500;
    }
    expect(sentAt[0]).toBe(4);
    expect(sentAt[2]).toBe(5);
    expect(sentAt[4]).toBe(6);
    expect(sentAt.at(-1)).toBe(11);
  });

  it("lets a long queue for a channel that is held back hide no other channel", async () => {
    enqueue(
      db,
      Array.from({ length: 300 }, (_, n) => delivery(`a${n}`)),
    );
    enqueue(db, [delivery("b", { channel: "#other" })]);
    const pace = createPace({ everyMs: 1_000, burst: 1, lateEveryMs: 1_000 });
    pace.block("#threats", now + 60_000);
    const poster = postsTo([]);
    const sender = createSender(db, poster, { now: clock, graceMs: GRACE_MS, pace });
    sender.start();
    while (sender.underWay() > 0) await sender.oneEnded();
    expect(keys(poster)).toEqual(["b"]);
  });

  it("holds a channel back until the time a rate limit names, and the others not", async () => {
    enqueue(db, [delivery("a"), delivery("b"), delivery("c", { channel: "#other" })]);
    const poster = postsTo([{ kind: "retry", at: now + 30_000, reason: "ratelimited", scope: "channel" }]);
    const pace = createPace({ everyMs: 1_000, burst: 1, lateEveryMs: 1_000 });
    const sender = createSender(db, poster, { now: clock, graceMs: GRACE_MS, pace });
    async function settle(): Promise<void> {
      while (sender.start().started > 0 || sender.underWay() > 0) await sender.oneEnded();
    }
    await settle();
    expect(keys(poster)).toEqual(["c"]);
    now += 29_999;
    await settle();
    expect(keys(poster)).toEqual(["c"]);
    now += 1;
    await settle();
    expect(keys(poster)).toEqual(["c", "a"]);
  });
});

describe("dropDelivery", () => {
  it("holds although the message is being looked for at that moment", async () => {
    enqueue(db, [delivery("a")]);
    const poster = postsTo(["lost-unknown"]);
    const dropping = {
      ...poster,
      find: async (...args: Parameters<typeof poster.find>) => {
        dropDelivery(db, "a");
        return poster.find(...args);
      },
    };
    await drainOutbox(db, dropping, { now: clock, graceMs: GRACE_MS });
    now += 1_000;
    await drainOutbox(db, dropping, { now: clock, graceMs: GRACE_MS });
    now += 60_000;
    await drainOutbox(db, dropping, { now: clock, graceMs: GRACE_MS });
    expect(findDelivery(db, "a")?.state).toBe("dead");
    expect(keys(poster)).toEqual([]);
  });
});

describe("readBacklog", () => {
  it("tells how much waits and since when, and counts what was given up", async () => {
    enqueue(db, [
      delivery("a", { createdAt: now - 9_000 }),
      delivery("digest", { createdAt: now - 99_000, dueAt: now + 50_000 }),
      delivery("x", { createdAt: now - 1_000 }),
    ]);
    expect(readBacklog(db, now)).toEqual({ pending: 3, unknown: 0, dead: 0, ageMs: 9_000 });
    const poster = postsTo([
      { kind: "dead", reason: "is_archived" },
      { kind: "unknown", reason: "timeout" },
    ]);
    await drainOutbox(db, poster, { now: clock, graceMs: GRACE_MS });
    expect(readBacklog(db, now)).toEqual({ pending: 1, unknown: 1, dead: 1, ageMs: 1_000 });
  });
});

describe("retryDead", () => {
  it("puts a dead delivery back so that it is sent", async () => {
    enqueue(db, [delivery("a")]);
    const poster = postsTo([{ kind: "dead", reason: "not_in_channel" }]);
    await drainFor(poster, 1_000);
    expect(retryDead(db, "b", now)).toBe(0);
    expect(retryDead(db, "a", now)).toBe(1);
    await drainFor(poster, 1_000);
    expect(keys(poster)).toEqual(["a"]);
  });

  it("leaves out of all what a person dropped, and looks for it before it is sent when asked for by key", async () => {
    enqueue(db, [delivery("unclear"), delivery("gone")]);
    const poster = postsTo(["applied-unknown", { kind: "dead", reason: "is_archived" }]);
    await drainOutbox(db, poster, { now: clock, graceMs: GRACE_MS });
    expect(dropDelivery(db, "unclear")).toBe(true);
    expect(retryDead(db, "all", now)).toBe(1);
    expect(findDelivery(db, "unclear")?.state).toBe("dead");
    expect(retryDead(db, "unclear", now)).toBe(1);
    await drainFor(poster, 60_000);
    expect(keys(poster).sort()).toEqual(["gone", "unclear"]);
  });
});
