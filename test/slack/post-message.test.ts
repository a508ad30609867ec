import type { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { drainOutbox } from "../../src/pipeline/drain-outbox.ts";
import { createPace } from "../../src/pipeline/pace-channel.ts";
import { openClient } from "../../src/slack/open-client.ts";
import { createSlackPoster } from "../../src/slack/post-message.ts";
import { slackLogger } from "../../src/slack/slack-logger.ts";
import { openStore } from "../../src/store/open-store.ts";
import {
  enqueue,
  findDelivery,
  lastSent,
  markSending,
  nextDueAt,
  recoverSending,
} from "../../src/store/outbox.ts";
import { type FakeSlack, type FakeSlackOptions, startFakeSlack, TOKENS } from "../fakes/slack-server.ts";
import { delivery, message } from "../support/deliveries.ts";

const GRACE_MS = 4_000;
let db: DatabaseSync;
let slack: FakeSlack;
let now: number;

beforeEach(() => {
  db = openStore(":memory:");
  now = 1_800_000_000_000;
});
afterEach(async () => {
  await slack.stop();
});

async function open(options: FakeSlackOptions = {}): Promise<void> {
  slack = await startFakeSlack({ now: () => now, ...options });
}
/** A new process: everything in memory is gone, the database stays. */
function newPoster(token = TOKENS.bot) {
  const client = openClient(token, { apiUrl: slack.url, logger: slackLogger(() => {}), timeoutMs: 150 });
  return createSlackPoster({
    client,
    now: () => now,
    graceMs: GRACE_MS,
    lastSent: (channel, until) => lastSent(db, channel, until),
  });
}
async function drainFor(ms: number, poster = newPoster()): Promise<void> {
  const end = now + ms;
  for (;;) {
    await drainOutbox(db, poster, {
      now: () => now,
      graceMs: GRACE_MS,
      pace: createPace({ everyMs: 0, burst: 1, lateEveryMs: 0 }),
    });
    const due = nextDueAt(db);
    if (due === undefined || due > end) return;
    now = Math.max(now + 1, due);
  }
}
function posted(): (string | undefined)[] {
  return slack.workspace.messages.map((one) => one.metadata?.event_payload.key);
}

describe("createSlackPoster with a real client", () => {
  it("posts a message with its delivery key, without unfurling, and keeps the reference", async () => {
    await open();
    enqueue(db, [delivery("k1")]);
    await drainFor(0);
    expect(slack.workspace.messages).toMatchObject([
      {
        channel: "C0000000003",
        text: "k1",
        metadata: { event_type: "telwatch_delivery", event_payload: { key: "k1" } },
      },
    ]);
    expect(slack.calls[0]?.ask).toMatchObject({ unfurl_links: "false", link_names: "false" });
    expect(findDelivery(db, "k1")?.ref).toMatch(/^C0000000003:\d+\.\d{6}$/);
  });

  it.each([
    ["drop", { kind: "drop", apply: true }],
    ["500", { kind: "status", status: 500, apply: true }],
    ["hang", { kind: "hang", apply: true }],
  ] as const)("posts once although the answer was lost by a %s", async (_name, fault) => {
    await open();
    slack.script("chat.postMessage", [fault]);
    enqueue(db, [delivery("k1")]);
    await drainFor(60_000);
    expect(posted()).toEqual(["k1"]);
    expect(findDelivery(db, "k1")?.state).toBe("sent");
  });

  it.each([
    ["drop", { kind: "drop", apply: false }],
    ["500", { kind: "status", status: 503, apply: false }],
    ["HTML page", { kind: "html" }],
    ["hang", { kind: "hang", apply: false }],
    ["429", { kind: "rate-limit", seconds: 3 }],
    ["internal_error", { kind: "error", error: "internal_error" }],
  ] as const)("posts in the end although a %s came in between", async (_name, fault) => {
    await open();
    slack.script("chat.postMessage", [fault]);
    enqueue(db, [delivery("k1")]);
    await drainFor(60_000);
    expect(posted()).toEqual(["k1"]);
  });

  it("waits exactly as long as a rate limit says", async () => {
    await open();
    slack.script("chat.postMessage", [{ kind: "rate-limit", seconds: 7 }]);
    enqueue(db, [delivery("k1")]);
    const start = now;
    await drainFor(60_000);
    expect(now - start).toBe(7_000);
  });

  it("posts once although the message shows only seconds later and the first message of its channel is the unclear one", async () => {
    await open();
    slack.script("chat.postMessage", [{ kind: "late", ms: 3_000 }]);
    enqueue(db, [delivery("k1")]);
    await drainFor(60_000);
    expect(posted()).toEqual(["k1"]);
  });

  it("finds it with Slack's clock minutes away from ours, both ways", async () => {
    for (const skewMs of [-10 * 60_000, 10 * 60_000]) {
      db = openStore(":memory:");
      await slack?.stop();
      await open({ skewMs });
      slack.script("chat.postMessage", [{ kind: "drop", apply: true }]);
      enqueue(db, [delivery("k1")]);
      await drainFor(60_000);
      expect(posted()).toEqual(["k1"]);
    }
  });

  it("finds it behind several pages of other messages", async () => {
    await open({ pageSize: 5 });
    enqueue(db, [delivery("before")]);
    await drainFor(0);
    slack.script("chat.postMessage", [{ kind: "drop", apply: true }]);
    enqueue(db, [delivery("k1")]);
    const poster = newPoster();
    await drainOutbox(db, poster, { now: () => now, graceMs: GRACE_MS });
    enqueue(
      db,
      Array.from({ length: 23 }, (_, n) => delivery(`after-${n}`)),
    );
    await drainFor(60_000, poster);
    expect(posted().filter((key) => key === "k1")).toEqual(["k1"]);
    expect(posted().length).toBe(25);
  });

  it("does not take a history for complete that lacks the message posted just before", async () => {
    await open();
    const poster = newPoster();
    slack.script("chat.postMessage", [{ kind: "late", ms: 9_000 }]);
    enqueue(db, [delivery("k1")]);
    await drainOutbox(db, poster, { now: () => now, graceMs: GRACE_MS });
    // A second message is accepted and shows as late as the first: the history lags beyond the grace.
    Object.assign(slack.workspace.options, { historyLagMs: 9_000 });
    enqueue(db, [delivery("k2")]);
    await drainFor(60_000, poster);
    expect(posted().sort()).toEqual(["k1", "k2"]);
  });

  it("decides in time although a busy channel's newest messages never show yet", async () => {
    await open({ historyLagMs: 1_000 });
    const poster = newPoster();
    slack.script("chat.postMessage", [undefined, { kind: "drop", apply: false }]);
    enqueue(db, [delivery("before"), delivery("k1")]);
    const start = now;
    for (let n = 0; findDelivery(db, "k1")?.state !== "sent" && n < 60; n += 1) {
      enqueue(db, [delivery(`busy-${n}`)]);
      await drainOutbox(db, poster, { now: () => now, graceMs: GRACE_MS });
      now += 500;
    }
    expect(posted().filter((key) => key === "k1").length).toBe(1);
    expect(now - start).toBeLessThan(GRACE_MS + 3_000);
  });

  it("finds a reply in its thread", async () => {
    await open();
    enqueue(db, [delivery("p", { storyId: "A" }), delivery("r", { storyId: "A", parentKey: "p" })]);
    slack.script("chat.postMessage", [undefined, { kind: "drop", apply: true }]);
    await drainFor(60_000);
    expect(posted()).toEqual(["p", "r"]);
    expect(slack.workspace.messages[1]?.thread_ts).toBe(slack.workspace.messages[0]?.ts);
  });

  it("posts once although the process was killed after Slack accepted, in a channel known by name only", async () => {
    await open();
    enqueue(db, [delivery("k1")]);
    const row = findDelivery(db, "k1")!;
    markSending(db, "k1", now);
    await newPoster().post(row, undefined);
    recoverSending(db, now, 10_000);
    await drainFor(60_000);
    expect(posted()).toEqual(["k1"]);
    expect(slack.calls.map((call) => call.method)).toContain("conversations.list");
  });

  it("waits and sends once more where the scope to read is missing", async () => {
    await open({ scopes: ["chat:write", "commands"] });
    slack.script("chat.postMessage", [{ kind: "drop", apply: false }]);
    enqueue(db, [delivery("k1")]);
    const start = now;
    await drainFor(60_000);
    expect(posted()).toEqual(["k1"]);
    expect(now - start).toBeGreaterThanOrEqual(GRACE_MS);
  });

  it("recognises its message by the block id where metadata is hidden", async () => {
    await open();
    slack.script("chat.postMessage", [{ kind: "drop", apply: true }]);
    enqueue(db, [delivery("k1")]);
    await drainOutbox(db, newPoster(), { now: () => now, graceMs: GRACE_MS });
    for (const one of slack.workspace.messages) one.metadata = undefined;
    await drainFor(60_000);
    expect(slack.workspace.messages.length).toBe(1);
    expect(findDelivery(db, "k1")?.state).toBe("sent");
  });

  it("keeps looking while history itself is limited or failing, and never sends blindly", async () => {
    await open();
    slack.script("chat.postMessage", [{ kind: "drop", apply: true }]);
    slack.script("conversations.history", [
      { kind: "rate-limit", seconds: 20 },
      { kind: "status", status: 500, apply: false },
      { kind: "hang", apply: false },
    ]);
    enqueue(db, [delivery("k1")]);
    await drainFor(60_000);
    expect(posted()).toEqual(["k1"]);
    expect(slack.calls.filter((call) => call.method === "chat.postMessage").length).toBe(1);
  });

  it("keeps every message while the token is refused, and sends them when it is accepted again", async () => {
    await open();
    slack.workspace.tokenError = "token_revoked";
    enqueue(db, [delivery("k1"), delivery("k2")]);
    await drainFor(100_000);
    expect(findDelivery(db, "k1")).toMatchObject({
      state: "pending",
      reason: expect.stringMatching(/revoked/),
    });
    slack.workspace.tokenError = undefined;
    await drainFor(100_000);
    expect(posted().sort()).toEqual(["k1", "k2"]);
  });

  it("gives up a message for an archived channel, saying what to do", async () => {
    await open({ channels: [{ id: "C0000000003", name: "threats", archived: true }] });
    enqueue(db, [delivery("k1")]);
    await drainFor(60_000);
    expect(findDelivery(db, "k1")).toMatchObject({
      state: "dead",
      reason: expect.stringMatching(/unarchive/),
    });
  });

  it("sends a plainer drawing when Slack refuses the blocks", async () => {
    await open();
    slack.script("chat.postMessage", [{ kind: "error", error: "invalid_blocks" }]);
    const quoted = { ...message("k1"), quotes: [{ text: "Words.", speaker: undefined, paragraph: 1 }] };
    enqueue(db, [delivery("k1", { message: quoted })]);
    await drainFor(0);
    expect(posted()).toEqual(["k1"]);
    expect(JSON.stringify(slack.workspace.messages[0]?.blocks)).not.toContain("Words.");
  });

  it("posts a reply on its own when its thread was deleted", async () => {
    await open();
    enqueue(db, [delivery("p", { storyId: "A" })]);
    await drainFor(0);
    slack.workspace.messages.length = 0;
    enqueue(db, [delivery("r", { storyId: "A", parentKey: "p" })]);
    await drainFor(0);
    expect(slack.workspace.messages).toMatchObject([{ thread_ts: undefined }]);
    expect(JSON.stringify(slack.workspace.messages[0]?.blocks)).toContain("stands alone");
  });

  it("edits the parent in place and leaves its delivery key", async () => {
    await open();
    enqueue(db, [
      delivery("p", { storyId: "A" }),
      delivery("u", { storyId: "A", parentKey: "p", op: "update", message: message("now 2 outlets") }),
    ]);
    slack.script("chat.update", [{ kind: "drop", apply: true }]);
    await drainFor(60_000);
    expect(slack.workspace.messages).toMatchObject([
      { text: "now 2 outlets", metadata: { event_payload: { key: "p" } } },
    ]);
    expect(findDelivery(db, "u")?.state).toBe("sent");
  });

  it("survives a storm of every fault without losing or repeating a message", async () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    await open({
      historyLagMs: 1_500,
      pageSize: 20,
      chance(method) {
        const roll = random();
        if (method === "conversations.history")
          return roll < 0.1 ? { kind: "rate-limit", seconds: 1 } : undefined;
        if (method !== "chat.postMessage" || roll > 0.5) return undefined;
        if (roll < 0.1) return { kind: "rate-limit", seconds: 2 };
        if (roll < 0.15) return { kind: "status", status: 500, apply: false };
        if (roll < 0.2) return { kind: "status", status: 500, apply: true };
        if (roll < 0.3) return { kind: "drop", apply: false };
        if (roll < 0.4) return { kind: "drop", apply: true };
        return { kind: "late", ms: 2_000 };
      },
    });
    const keys = Array.from({ length: 24 }, (_, n) => `k${n}`);
    enqueue(
      db,
      keys.map((key, n) => delivery(key, { storyId: `S${n % 8}` })),
    );
    await drainFor(3_600_000);
    expect([...slack.workspace.countKeys().keys()].sort()).toEqual([...keys].sort());
    expect(Math.max(...slack.workspace.countKeys().values())).toBe(1);
  });
});
