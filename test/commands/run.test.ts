import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Daemon, prepareDaemon } from "../../bench/crash/daemon.ts";
import { type GrowingFeed, startGrowingFeed } from "../../bench/crash/growing-feed.ts";
import { type FakeSlack, startFakeSlack, TOKENS } from "../fakes/slack-server.ts";

const folder = mkdtempSync(join(tmpdir(), "telwatch-run-"));
let slack: FakeSlack;
let feed: GrowingFeed;
let daemon: Daemon;
let onApplied: (() => void) | undefined;

beforeAll(async () => {
  slack = await startFakeSlack({ onApplied: () => onApplied?.() });
  feed = await startGrowingFeed(() => {});
  daemon = prepareDaemon({ folder, feedUrl: feed.url, slackUrl: slack.url, tokens: TOKENS, graceSeconds: 1 });
});
afterAll(async () => {
  await daemon.kill();
  await slack.stop();
  await feed.stop();
  rmSync(folder, { recursive: true, force: true });
});

function messagesAbout(mark: string): number {
  return slack.workspace.messages.filter((one) => one.text.includes(mark)).length;
}
async function until(what: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(what()).toBe(true), { timeout: 30_000, interval: 20 });
}

describe("telwatch run with Slack", () => {
  it("tells of a new entry once although it is killed after Slack accepted, answers a command, and ends on SIGTERM", async () => {
    daemon.start();
    await until(() => feed.polls() >= 2);
    const killed = new Promise<void>((done) => {
      onApplied = () => {
        onApplied = undefined;
        void daemon.kill().then(() => done());
      };
    });
    const mark = feed.publish();
    await killed;
    expect(messagesAbout(mark)).toBe(1);

    daemon.start();
    await until(() => slack.calls.some((call) => call.method === "conversations.history"));
    const second = feed.publish();
    await until(() => messagesAbout(second) === 1 && slack.sockets.length === 2);
    expect(messagesAbout(mark)).toBe(1);

    slack.sockets[0]?.sendJson({
      type: "slash_commands",
      envelope_id: "e1",
      accepts_response_payload: true,
      payload: {
        command: "/telwatch",
        text: "help",
        user_id: "U1",
        team_id: "T0FAKE",
        channel_id: "C0000000001",
        trigger_id: "t1",
        response_url: new URL("/response/e1", slack.url).href,
      },
    });
    await until(() => slack.acks.some((ack) => ack.envelope_id === "e1"));

    const end = await daemon.terminate();
    expect(end.code).toBe(0);
    expect(end.ms).toBeLessThan(5_000);
    const log = readFileSync(join(folder, "daemon.log"), "utf8");
    expect(log).not.toContain(TOKENS.bot);
    expect(log).not.toContain(TOKENS.app);
  }, 120_000);
});
