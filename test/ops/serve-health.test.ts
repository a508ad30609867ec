import { afterEach, describe, expect, it } from "vitest";
import { countMetrics } from "../../src/ops/count-metrics.ts";
import type { Health } from "../../src/ops/judge-health.ts";
import { type HealthServer, serveHealth } from "../../src/ops/serve-health.ts";
import { aHealth, NOW } from "./a-health.ts";

let server: HealthServer | undefined;
afterEach(async () => server?.close());

async function serve(read: () => Health) {
  const metrics = countMetrics(read);
  server = await serveHealth({ host: "127.0.0.1", port: 0, read, metrics });
  return { metrics, get: (path: string) => fetch(`${server?.url}${path}`) };
}

describe("serveHealth", () => {
  it("answers 200 while ticks come, naming what a person should look at", async () => {
    const problem = "token refused: token_revoked";
    const { get } = await serve(() => aHealth({ posting: { to: "slack", detail: "socket", problem } }));
    const answer = await get("/health");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ alive: true, troubles: [`posting: ${problem}`] });
  });

  it("answers 503 when no poll was started for minutes after it was due", async () => {
    const { get } = await serve(() => aHealth({ nextTickAt: NOW - 6 * 60_000 }));
    expect((await get("/health")).status).toBe(503);
  });

  it("answers 503 when the state cannot be read", async () => {
    const { get } = await serve(() => {
      throw new Error("database disk image is malformed");
    });
    const answer = await get("/health");
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("malformed");
  });

  it("shows feeds, backlog, last poll, Slack and dead letters, everything escaped", async () => {
    const deadLetters = [{ key: "S-1/alert/#a", channel: "#a", reason: "channel_not_found <script>" }];
    const outbox = { pending: 2, unknown: 1, dead: 1, ageMs: 0 };
    const { get } = await serve(() => aHealth({ deadLetters, outbox }));
    const page = await (await get("/")).text();
    for (const part of [
      "Daily &#60;Wire&#62;",
      "HTTP 503 &#60;b&#62;",
      "2 waiting, 1 unclear, 1 given up",
      "1 min ago",
    ])
      expect(page).toContain(part);
    expect(page).toContain("channel_not_found &#60;script&#62;");
    expect(page).toContain("socket, listening");
    expect(page).not.toContain("<script");
  });

  it("counts what happened and reads gauges when scraped", async () => {
    const { get, metrics } = await serve(() => aHealth());
    metrics.polled("failed", "dns");
    metrics.judged("alert", "new-story");
    metrics.delivered("sent");
    const text = await (await get("/metrics")).text();
    for (const line of [
      'telwatch_polls_total{outcome="failed",reason="dns"} 1',
      'telwatch_articles_total{decision="alert",reason="new-story"} 1',
      'telwatch_deliveries_total{outcome="sent"} 1',
      "telwatch_feeds 2",
      "telwatch_feeds_failing 1",
      "telwatch_outbox_pending 1",
    ])
      expect(text).toContain(line);
  });

  it("refuses other methods and paths", async () => {
    const { get } = await serve(() => aHealth());
    expect((await get("/etc/passwd")).status).toBe(404);
    expect((await fetch(`${server?.url}/health`, { method: "POST" })).status).toBe(405);
  });

  it("listens on loopback when told so", async () => {
    await serve(() => aHealth());
    expect(server?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
