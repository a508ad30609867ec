import { createHmac } from "node:crypto";
import { createServer } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { connectSlack, type SlackConnection, type SlackOptions } from "../../src/slack/connect.ts";
import type { SocketTimes } from "../../src/slack/keep-socket.ts";
import { type FakeSlack, startFakeSlack, TOKENS } from "../fakes/slack-server.ts";

const QUICK: SocketTimes = { helloMs: 300, pongMs: 60, watchMs: 10, firstWaitMs: 5, longestWaitMs: 20 };
const open: SlackConnection[] = [];
const servers: FakeSlack[] = [];

afterEach(async () => {
  for (const connection of open.splice(0)) await connection.stop();
  for (const server of servers.splice(0)) await server.stop();
});

async function fake(...args: Parameters<typeof startFakeSlack>): Promise<FakeSlack> {
  const server = await startFakeSlack(...args);
  servers.push(server);
  return server;
}
function connect(slack: FakeSlack, more: Partial<SlackOptions> = {}) {
  const heard: string[] = [];
  const seen = new Set<string>();
  const lines: string[] = [];
  const connection = connectSlack({
    botToken: TOKENS.bot,
    appToken: TOKENS.app,
    signingSecret: undefined,
    port: undefined,
    apiUrl: slack.url,
    now: Date.now,
    log: (line) => lines.push(line),
    graceMs: 4_000,
    lastSent: () => undefined,
    claimEnvelope: async (id) => !seen.has(id) && seen.add(id) !== undefined,
    register: (app) =>
      app.command("/telwatch", async ({ ack, command, respond }) => {
        await ack();
        heard.push(command.text);
        await respond({ text: `heard ${command.text}` });
      }),
    times: QUICK,
    ...more,
  });
  open.push(connection);
  return { connection, heard, lines };
}
function envelope(slack: FakeSlack, id: string, text: string): object {
  const payload = {
    command: "/telwatch",
    text,
    user_id: "U1",
    team_id: "T0FAKE",
    channel_id: "C1",
    trigger_id: id,
    response_url: new URL(`/response/${id}`, slack.url).href,
  };
  return { type: "slash_commands", envelope_id: id, accepts_response_payload: true, payload };
}
async function until(what: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(what()).toBe(true), { timeout: 4_000, interval: 5 });
}

describe("connectSlack over Socket Mode", () => {
  it("holds two connections and answers a command through either", async () => {
    const slack = await fake();
    const { connection, heard } = connect(slack);
    await until(
      () => slack.sockets.length === 2 && connection.status().sockets.every((one) => one.connected),
    );
    slack.sockets[0]?.sendJson(envelope(slack, "e1", "one"));
    slack.sockets[1]?.sendJson(envelope(slack, "e2", "two"));
    await until(() => heard.length === 2 && slack.responses.length === 2);
    expect(heard.sort()).toEqual(["one", "two"]);
    expect(slack.acks.map((ack) => ack.envelope_id).sort()).toEqual(["e1", "e2"]);
  });

  it("handles an envelope once although it comes over both connections, and acknowledges both", async () => {
    const slack = await fake();
    const { heard } = connect(slack);
    await until(() => slack.sockets.length === 2);
    slack.sockets[0]?.sendJson(envelope(slack, "e1", "once"));
    slack.sockets[1]?.sendJson(envelope(slack, "e1", "once"));
    await until(() => slack.acks.length === 2);
    expect(heard).toEqual(["once"]);
  });

  it("leaves no gap while Slack recycles one connection", async () => {
    const slack = await fake();
    const { heard } = connect(slack);
    await until(() => slack.sockets.length === 2);
    const first = slack.sockets[0];
    first?.sendJson({ type: "disconnect", reason: "refresh_requested" });
    await until(() => !slack.sockets.includes(first!));
    slack.sockets[0]?.sendJson(envelope(slack, "e1", "during"));
    await until(() => heard.length === 1);
    await until(() => slack.sockets.length === 2);
  });

  it("replaces a connection that is silently dead", async () => {
    const slack = await fake();
    const { heard } = connect(slack);
    await until(() => slack.sockets.length === 2);
    const dead = [...slack.sockets];
    for (const socket of dead) socket.fallSilent();
    await until(() => slack.sockets.filter((socket) => !dead.includes(socket)).length === 2);
    slack.sockets.find((socket) => !dead.includes(socket))?.sendJson(envelope(slack, "e1", "alive"));
    await until(() => heard.length === 1);
  });

  it("lives through invalid_auth on reconnecting, says so, and comes back when the token is accepted", async () => {
    const slack = await fake();
    const { connection, heard } = connect(slack);
    await until(() => slack.sockets.length === 2);
    const refusals = Array.from({ length: 8 }, () => ({ kind: "error", error: "invalid_auth" }) as const);
    slack.script("apps.connections.open", refusals);
    for (const socket of [...slack.sockets]) socket.destroy();
    await until(() => /SLACK_APP_TOKEN/.test(connection.status().problem ?? ""));
    expect(connection.status().listening).toBe(false);
    await until(() => slack.sockets.length === 2);
    slack.sockets[0]?.sendJson(envelope(slack, "e1", "back"));
    await until(() => heard.length === 1);
    expect(connection.status()).toMatchObject({ listening: true, problem: undefined });
  });

  it("lives through messages that nobody can read", async () => {
    const slack = await fake();
    const { heard, lines } = connect(slack);
    await until(() => slack.sockets.length === 2);
    for (const strange of [
      null,
      7,
      [],
      {},
      { type: "events_api" },
      { type: "slash_commands", envelope_id: "x" },
    ])
      slack.sockets[0]?.sendJson(strange);
    slack.sockets[0]?.sendJson(envelope(slack, "e1", "after"));
    await until(() => heard.length === 1);
    expect(lines.join("\n")).toContain("cannot be read");
  });

  it("starts while Slack is away, and connects when it comes", async () => {
    const gone = await startFakeSlack();
    const port = Number(new URL(gone.url).port);
    await gone.stop();
    const { connection } = connect(gone);
    await until(() => connection.status().sockets.every((one) => one.failures > 2));
    expect(connection.status().token.kind).toBe("unreachable");
    const slack = await fake({ port });
    await until(() => slack.sockets.length === 2 && connection.status().listening);
  });

  it("tries again when a connection opens but Slack never says hello, answers with HTML or fails", async () => {
    const slack = await fake();
    slack.script("apps.connections.open", [
      { kind: "html" },
      { kind: "status", status: 500, apply: false },
      { kind: "drop", apply: false },
      { kind: "rate-limit", seconds: 1 },
    ]);
    const { connection } = connect(slack);
    await until(() => connection.status().sockets.every((one) => one.connected));
  });

  it("tells of a refused bot token without a message to send, and never logs it", async () => {
    const slack = await fake();
    const { connection, lines } = connect(slack, { botToken: "xoxb-wrong-and-secret" });
    await until(() => connection.status().token.kind === "refused");
    expect(lines.join("\n")).toContain("SLACK_BOT_TOKEN");
    expect(lines.join("\n")).not.toContain("wrong-and-secret");
  });
});

describe("connectSlack over HTTP", () => {
  async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as { port: number };
    await new Promise((done) => server.close(done));
    return port;
  }
  async function ask(port: number, secret: string, at: number, text: string): Promise<number> {
    const body = new URLSearchParams({
      command: "/telwatch",
      text,
      user_id: "U1",
      team_id: "T0",
      trigger_id: text,
    });
    const stamp = String(Math.floor(at / 1_000));
    const signature = createHmac("sha256", secret).update(`v0:${stamp}:${body}`).digest("hex");
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": `v0=${signature}`,
      },
      body: String(body),
    });
    return response.status;
  }

  it("takes a signed request, and refuses a wrong signature and an old one", async () => {
    const slack = await fake();
    const port = await freePort();
    const heard: string[] = [];
    const { connection } = connect(slack, {
      appToken: undefined,
      signingSecret: "s3cret",
      port,
      register: (app) =>
        app.command("/telwatch", async ({ ack, command }) => {
          await ack();
          heard.push(command.text);
        }),
    });
    await until(() => connection.status().listening);
    expect(connection.status().mode).toBe("http");
    expect(await ask(port, "s3cret", Date.now(), "good")).toBe(200);
    expect(await ask(port, "wrong", Date.now(), "forged")).toBe(401);
    expect(await ask(port, "s3cret", Date.now() - 3_600_000, "replayed")).toBe(401);
    expect(heard).toEqual(["good"]);
  });
});
