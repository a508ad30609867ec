import { expect, it } from "vitest";
import type { Feed } from "../../src/domain.ts";
import { runTicks } from "../../src/pipeline/run-ticks.ts";

function feed(id: string): Feed {
  return { id, name: id, url: `https://${id}.example/`, topic: "security", everyMs: 1 };
}

it("runTicks › polls the quick feed again while the slow one is still under way, and the slow one once", async () => {
  const polled: string[] = [];
  const gate = Promise.withResolvers<void>();
  const ticks = runTicks({
    due: () => [feed("slow"), feed("quick")],
    poll: async ({ id }) => {
      polled.push(id);
      if (id === "slow") await gate.promise;
      return id;
    },
    roundEnded: () => {},
  });
  const first = ticks.tick();
  await Promise.resolve();
  await new Promise((done) => setImmediate(done));
  await ticks.tick();
  expect(polled).toEqual(["slow", "quick", "quick"]);
  gate.resolve();
  await first;
  await ticks.idle();
});

it("runTicks › reports each round once and says nothing when nothing is due", async () => {
  const rounds: (readonly string[])[] = [];
  let due: Feed[] = [feed("a"), feed("b")];
  const ticks = runTicks({
    due: () => due,
    poll: async ({ id }) => id,
    roundEnded: (reports) => rounds.push(reports),
  });
  await ticks.tick();
  due = [];
  await ticks.tick();
  expect(rounds).toEqual([["a", "b"]]);
});
