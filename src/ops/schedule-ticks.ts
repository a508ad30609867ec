import cron from "node-cron";

/** How late a tick may be before the watchdog ticks in its place and says so. */
const LATE_MS = 60_000;
const WATCH_EVERY_MS = 15_000;

export interface Schedule {
  /** When the next tick should come; a time gone by when it is late. */
  readonly nextAt: () => number | undefined;
  readonly stop: () => Promise<void>;
}

/**
 * Calls tick at once and then on the cron expression, in UTC, because node-cron leaves gaps of over an hour
 * across daylight saving elsewhere. A tick only starts polls and returns; a watchdog notices one that did not come.
 */
export function scheduleTicks(
  expression: string,
  seams: {
    readonly tick: () => void;
    readonly late: (lateMs: number) => void;
    readonly now: () => number;
  },
): Schedule {
  let expectedAt = Number.POSITIVE_INFINITY;
  const tick = (): void => {
    seams.tick();
    expectedAt = task.getNextRun()?.getTime() ?? Number.POSITIVE_INFINITY;
  };
  const task = cron.createTask(expression, tick, { timezone: "UTC", noOverlap: true });
  const watchdog = setInterval(() => {
    const lateMs = seams.now() - expectedAt;
    if (lateMs < LATE_MS) return;
    seams.late(lateMs);
    tick();
  }, WATCH_EVERY_MS);
  watchdog.unref();
  void task.start();
  setImmediate(tick);
  return {
    nextAt: () => (Number.isFinite(expectedAt) ? expectedAt : undefined),
    stop: async () => {
      clearInterval(watchdog);
      await task.destroy();
    },
  };
}
