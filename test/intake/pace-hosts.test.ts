import { expect, it } from "vitest";
import { paceHosts } from "../../src/intake/pace-hosts.ts";

it("paceHosts › starts requests to one host the spacing apart, and feeds before pages", async () => {
  const pace = paceHosts({ now: () => performance.now(), spacingMs: 20, connections: 2 });
  const order: string[] = [];
  const starts: number[] = [];
  const ask = async (rank: "feed" | "page", name: string) => {
    const turn = await pace.turn("a.example", rank, 1_000);
    order.push(name);
    starts.push(performance.now());
    turn?.release();
  };
  await Promise.all([ask("page", "p1"), ask("page", "p2"), ask("feed", "f1"), ask("page", "p3")]);
  expect(order).toEqual(["p1", "f1", "p2", "p3"]);
  const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(17);
});

it("paceHosts › lets no third request at a host while two are under way, and other hosts through", async () => {
  const pace = paceHosts({ now: () => 0, spacingMs: 0, connections: 2 });
  const first = await pace.turn("a.example", "feed", 1_000);
  await pace.turn("a.example", "feed", 1_000);
  expect(await pace.turn("a.example", "feed", 5)).toBeUndefined();
  expect(await pace.turn("b.example", "feed", 5)).toBeDefined();
  first?.release();
  expect(await pace.turn("a.example", "feed", 5)).toBeDefined();
});

it("paceHosts › lets pages of an opened host pass quickly while its next feed waits for its time", async () => {
  const pace = paceHosts({
    now: () => performance.now(),
    spacingMs: 40,
    pageSpacingMs: (host) => (host === "own.example" ? 1 : 40),
    connections: 2,
  });
  const order: string[] = [];
  const ask = async (rank: "feed" | "page", name: string) => {
    const turn = await pace.turn("own.example", rank, 1_000);
    order.push(name);
    turn?.release();
  };
  await Promise.all([ask("feed", "f1"), ask("feed", "f2"), ask("page", "p1"), ask("page", "p2")]);
  expect(order).toEqual(["f1", "p1", "p2", "f2"]);
});
