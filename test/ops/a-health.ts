import type { FeedState } from "../../src/domain-config.ts";
import type { Health } from "../../src/ops/judge-health.ts";

export const NOW = Date.UTC(2026, 0, 5, 12);

/** A daemon that is well, with one good and one failing feed. */
export function aHealth(changes: Partial<Health> = {}): Health {
  return {
    now: NOW,
    startedAt: NOW - 3_600_000,
    lastTickAt: NOW - 60_000,
    nextTickAt: NOW + 540_000,
    feeds: [
      {
        id: "wire",
        name: "Daily <Wire>",
        url: "https://wire.example/",
        state: aState({ lastOkAt: NOW - 60_000 }),
      },
      {
        id: "dead",
        name: "Dead Feed",
        url: "https://dead.example/",
        state: aState({ failures: 3, lastReason: "http-status", lastDetail: "HTTP 503 <b>" }),
      },
    ],
    outbox: { pending: 1, unknown: 0, dead: 0, ageMs: 0 },
    deadLetters: [],
    posting: { to: "slack", detail: "socket, listening", problem: undefined },
    configProblems: [],
    ...changes,
  };
}

function aState(changes: Partial<FeedState>): FeedState {
  return { nextDueAt: NOW + 60_000, failures: 0, ...changes } as FeedState;
}
