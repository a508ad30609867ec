/** A place in a host's queue; release it when the request has ended. */
export interface Turn {
  readonly release: () => void;
}
export interface PaceOptions {
  readonly now: () => number;
  /** Least time between the starts of two requests to one host, milliseconds. */
  readonly spacingMs: number;
  readonly connections: number;
}
export interface Pace {
  /** Resolves when the host may be asked, or undefined when the turn has not come within maxWaitMs. */
  readonly turn: (host: string, rank: "feed" | "page", maxWaitMs: number) => Promise<Turn | undefined>;
}

interface Waiter {
  readonly rank: number;
  readonly give: (turn: Turn | undefined) => void;
  readonly timer: NodeJS.Timeout | undefined;
}
interface Lane {
  active: number;
  lastStart: number;
  wake: NodeJS.Timeout | undefined;
  readonly waiting: Waiter[];
}

/** Lets requests to one host start one after another with a pause between, feeds before pages, so many at once at most. */
export function paceHosts(options: PaceOptions): Pace {
  const lanes = new Map<string, Lane>();

  function laneOf(host: string): Lane {
    const lane = lanes.get(host) ?? {
      active: 0,
      lastStart: Number.NEGATIVE_INFINITY,
      wake: undefined,
      waiting: [],
    };
    lanes.set(host, lane);
    return lane;
  }

  function serve(host: string, lane: Lane): void {
    if (lane.wake !== undefined || lane.waiting.length === 0 || lane.active >= options.connections) return;
    const wait = lane.lastStart + options.spacingMs - options.now();
    // A clock set back must not stop a host: nothing waits longer than the spacing.
    if (wait > 0) {
      lane.wake = setTimeout(
        () => {
          lane.wake = undefined;
          lane.lastStart = Number.NEGATIVE_INFINITY;
          serve(host, lane);
        },
        Math.min(wait, options.spacingMs),
      );
      return;
    }
    const next = lane.waiting.shift();
    if (!next) return;
    clearTimeout(next.timer);
    lane.active += 1;
    lane.lastStart = options.now();
    next.give({ release: () => end(host, lane) });
    serve(host, lane);
  }

  function end(host: string, lane: Lane): void {
    lane.active -= 1;
    serve(host, lane);
    if (lanes.size > 500 && lane.active === 0 && lane.waiting.length === 0 && lane.wake === undefined) {
      if (options.now() - lane.lastStart > options.spacingMs) lanes.delete(host);
    }
  }

  return {
    turn: (host, rank, maxWaitMs) =>
      new Promise((resolve) => {
        const lane = laneOf(host);
        const order = rank === "feed" ? 0 : 1;
        const timer = Number.isFinite(maxWaitMs)
          ? setTimeout(() => {
              const at = lane.waiting.indexOf(waiter);
              if (at >= 0) lane.waiting.splice(at, 1);
              resolve(undefined);
            }, maxWaitMs)
          : undefined;
        const waiter: Waiter = { rank: order, give: resolve, timer };
        const behind = lane.waiting.findIndex((other) => other.rank > order);
        if (behind < 0) lane.waiting.push(waiter);
        else lane.waiting.splice(behind, 0, waiter);
        serve(host, lane);
      }),
  };
}
