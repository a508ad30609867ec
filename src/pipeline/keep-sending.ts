import type { Poster } from "../domain-delivery.ts";
import type { Store } from "../store/open-store.ts";
import { nextDueAt, recoverSending } from "../store/outbox.ts";
import { createSender, type DrainOptions } from "./drain-outbox.ts";

/** Longest sleep between two looks at the outbox; other processes may have put something in. */
const LONGEST_SLEEP_MS = 1_000;

export interface KeepSendingOptions extends DrainOptions {
  /** No call to the poster lasts longer than this, milliseconds. */
  readonly callLimitMs: number;
  /** Resolves after the time, or as soon as `wake` is called. */
  readonly sleep?: (ms: number, woken: Promise<void>) => Promise<void>;
  /** Told when the database fails; the loop goes on. */
  readonly onFailure: (error: unknown) => void;
}
export interface KeptSender {
  /** Looks at the outbox now: something was put in. */
  readonly wake: () => void;
  /** Starts nothing more and resolves when the calls under way have ended, at the latest after `limitMs`; what is open then counts as unclear. */
  readonly stop: (limitMs: number) => Promise<void>;
  readonly stopped: () => { readonly reason: string; readonly until: number } | undefined;
}

/** Sends what the outbox holds for as long as the process lives; what a killed process left half-sent becomes unknown first. */
export function keepSending(db: Store, poster: Poster, options: KeepSendingOptions): KeptSender {
  const sleep = options.sleep ?? sleepUnlessWoken;
  recoverSending(db, options.now(), options.callLimitMs);
  const sender = createSender(db, poster, options);
  let running = true;
  let wake: () => void = () => {};
  let woken = new Promise<void>((resolve) => {
    wake = resolve;
  });

  async function loop(): Promise<void> {
    while (running) {
      const pause = step();
      // A call that ends may free its story or its place in the channel.
      const ended = sender.underWay() > 0 ? sender.oneEnded().catch(options.onFailure) : undefined;
      await sleep(pause, ended === undefined ? woken : Promise.race([woken, ended]));
      woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  function step(): number {
    try {
      const { lookAgainAt } = sender.start();
      const now = options.now();
      const due = lookAgainAt ?? Math.max(nextDueAt(db) ?? now + LONGEST_SLEEP_MS, now + 50);
      return Math.min(LONGEST_SLEEP_MS, Math.max(1, due - now));
    } catch (error) {
      options.onFailure(error);
      return LONGEST_SLEEP_MS;
    }
  }

  const ended = loop();
  return {
    wake: () => wake(),
    async stop(limitMs) {
      running = false;
      wake();
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limitMs);
      });
      await Promise.race([Promise.all([ended, drainCalls()]), limit]);
      clearTimeout(timer);
      // What is still open has an unclear outcome; the next start looks for it.
      if (sender.underWay() > 0) recoverSending(db, options.now(), options.callLimitMs);
    },
    stopped: sender.stopped,
  };

  async function drainCalls(): Promise<void> {
    while (sender.underWay() > 0) await sender.oneEnded().catch(options.onFailure);
  }
}

async function sleepUnlessWoken(ms: number, woken: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const slept = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([slept, woken]);
  clearTimeout(timer);
}
