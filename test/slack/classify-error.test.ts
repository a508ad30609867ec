import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { classifyError, retryDelay } from "../../src/slack/classify-error.ts";
import { openClient } from "../../src/slack/open-client.ts";
import { slackLogger } from "../../src/slack/slack-logger.ts";

const context = { now: 1_000_000, tries: 0, channel: "#threats" };
function platform(error: string, more: object = {}): Error {
  return Object.assign(new Error(`An API error occurred: ${error}`), {
    code: "slack_webapi_platform_error",
    data: { ok: false, error, response_metadata: {}, ...more },
  });
}
function request(cause: object): Error {
  const original = Object.assign(new TypeError("fetch failed"), { cause });
  return Object.assign(new Error("A request error occurred: fetch failed"), {
    code: "slack_webapi_request_error",
    original,
  });
}
function http(statusCode: number): Error {
  return Object.assign(new Error(`HTTP ${statusCode}`), { code: "slack_webapi_http_error", statusCode });
}

describe("classifyError", () => {
  it.each([
    ["channel_not_found", /invite the bot.*\/invite/],
    ["not_in_channel", /not in #threats: invite it/],
    ["is_archived", /#threats is archived: unarchive it/],
    ["restricted_action", /does not let apps post in #threats/],
    ["msg_too_long", /too long/],
    ["invalid_blocks", /refused the message's blocks/],
    ["no_text", /empty/],
    ["invalid_arguments", /please report/],
    ["cant_update_message", /another app/],
    ["metadata_too_large", /delivery key/],
  ])("gives a message up for %s and names the remedy", (error, remedy) => {
    const verdict = classifyError(platform(error), context);
    expect(verdict.kind).toBe("dead");
    expect(verdict.reason).toMatch(remedy);
    expect(verdict.reason).toContain(error);
  });

  it.each([
    ["invalid_auth", /SLACK_BOT_TOKEN/],
    ["not_authed", /SLACK_BOT_TOKEN/],
    ["token_revoked", /install the app again/],
    ["token_expired", /install the app again/],
    ["account_inactive", /install the app again/],
    ["missing_scope", /manifest\.yaml/],
    ["not_allowed_token_type", /xoxb/],
    ["team_access_not_granted", /approve/],
  ])("stops the whole sender for %s, keeps the message and names the remedy", (error, remedy) => {
    const verdict = classifyError(platform(error), context);
    expect(verdict).toMatchObject({ kind: "retry", scope: "all" });
    expect(verdict.reason).toMatch(remedy);
  });

  it("names the scope that Slack asks for", () => {
    const verdict = classifyError(platform("missing_scope", { needed: "chat:write" }), context);
    expect(verdict.reason).toContain("add the scope chat:write");
  });

  it("holds the channel back for as long as Slack says", () => {
    const limit = Object.assign(new Error("limit"), {
      code: "slack_webapi_rate_limited_error",
      retryAfter: 30,
    });
    expect(classifyError(limit, context)).toMatchObject({ kind: "retry", scope: "channel", at: 1_030_000 });
    const said = platform("ratelimited", { response_metadata: { retryAfter: 7 } });
    expect(classifyError(said, context)).toMatchObject({ kind: "retry", scope: "channel", at: 1_007_000 });
    expect(classifyError(platform("rate_limited"), context)).toMatchObject({
      scope: "channel",
      at: 1_005_000,
    });
  });

  it.each([
    ["internal_error"],
    ["fatal_error"],
    ["service_unavailable"],
    ["some_error_of_2031"],
    ["<html>oops"],
  ])("does not know what became of a message for %s", (error) => {
    expect(classifyError(platform(error), context).kind).toBe("unknown");
  });

  it.each([[500], [502], [503], [504], [408]])(
    "does not know what became of a message for HTTP %i",
    (status) => {
      expect(classifyError(http(status), context).kind).toBe("unknown");
    },
  );

  it.each([[400], [403], [404], [407]])("waits for HTTP %i, which Slack itself never sends", (status) => {
    expect(classifyError(http(status), context)).toMatchObject({ kind: "retry", scope: "all" });
  });

  it.each([
    [{ code: "ECONNREFUSED", syscall: "connect" }],
    [{ code: "ENOTFOUND", syscall: "getaddrinfo" }],
    [{ code: "EAI_AGAIN" }],
    [{ code: "UND_ERR_CONNECT_TIMEOUT" }],
    [{ code: "CERT_HAS_EXPIRED" }],
    [{ code: "ETIMEDOUT", syscall: "connect" }],
    [{ errors: [{ code: "ECONNREFUSED", syscall: "connect" }] }],
  ])("knows that nothing was sent for %j", (cause) => {
    expect(classifyError(request(cause), context)).toMatchObject({ kind: "retry", scope: "all" });
  });

  it.each([
    [{ code: "ECONNRESET", syscall: "read" }],
    [{ code: "UND_ERR_SOCKET" }],
    [{ name: "TimeoutError" }],
    [{}],
  ])("does not know what became of a message for %j", (cause) => {
    expect(classifyError(request(cause), context).kind).toBe("unknown");
  });

  it("counts an error of any other kind as an unknown outcome", () => {
    expect(classifyError(new Error("strange"), context).kind).toBe("unknown");
    expect(classifyError("strange", context).kind).toBe("unknown");
    expect(classifyError(undefined, context).kind).toBe("unknown");
  });
});

describe("classifyError on what the real client raises", () => {
  async function call(
    answer: (respond: import("node:http").ServerResponse) => void,
    timeoutMs = 2_000,
  ): Promise<ReturnType<typeof classifyError>> {
    const server = createServer((ask, respond) => {
      ask.resume().on("end", () => answer(respond));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const client = openClient("xoxb-test", {
      apiUrl: `http://127.0.0.1:${port}/api/`,
      logger: slackLogger(() => {}),
      timeoutMs,
    });
    try {
      await client.chat.postMessage({ channel: "C1", text: "x" });
      throw new Error("the call succeeded");
    } catch (error) {
      return classifyError(error, context);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it.each([
    [
      "429",
      "retry",
      (respond: import("node:http").ServerResponse) => respond.writeHead(429, { "retry-after": "3" }).end(),
    ],
    [
      "429 without a time",
      "retry",
      (respond: import("node:http").ServerResponse) => respond.writeHead(429).end(),
    ],
    ["500", "unknown", (respond: import("node:http").ServerResponse) => respond.writeHead(500).end("oops")],
    [
      "an HTML page",
      "unknown",
      (respond: import("node:http").ServerResponse) => respond.end("<html>hi</html>"),
    ],
    ["a dropped connection", "unknown", (respond: import("node:http").ServerResponse) => respond.destroy()],
    [
      "ok:false",
      "dead",
      (respond: import("node:http").ServerResponse) => respond.end('{"ok":false,"error":"is_archived"}'),
    ],
  ])("reads %s as %s", async (_name, kind, answer) => {
    expect((await call(answer)).kind).toBe(kind);
  });

  it("reads a hang as an unknown outcome once the time is up", async () => {
    expect((await call(() => {}, 50)).kind).toBe("unknown");
  });

  it("reads a closed port as nothing sent", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    const apiUrl = `http://127.0.0.1:${port}/`;
    const client = openClient("xoxb-test", { apiUrl, logger: slackLogger(() => {}) });
    const error = await client.auth.test().then(
      () => undefined,
      (raised: unknown) => raised,
    );
    expect(classifyError(error, context)).toMatchObject({ kind: "retry", scope: "all" });
  });
});

describe("retryDelay", () => {
  it("doubles from a second and never exceeds fifteen", () => {
    expect([0, 1, 2, 3, 4, 50].map(retryDelay)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });
});
