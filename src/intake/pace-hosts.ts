/** A place in a host's queue; release it when the request has ended. */
export interface Turn {
  readonly release: () => void;
}
export interface PaceOptions {
  /** A clock that never goes back, milliseconds. */
  readonly now: () => number;
  /** Least time between the starts of two feed requests to one host, milliseconds. */
  readonly spacingMs: number;
  /** Least time between the start of a page request and the request before it; as for feeds when left out. */
  readonly pageSpacingMs?: (host: string) => number;
  readonly connections: number;
}
export interface Pace {
  /** Resolves when the host may be asked, or undefined when the turn has not come within maxWaitMs. */
  readonly turn: (host: string, rank: "feed" | "page", maxWaitMs: number) => Promise<Turn | undefined>;
}

type Rank = "feed" | "page";
interface Waiter {
  readonly rank: Rank;
  readonly give: (turn: Turn | undefined) => void;
  readonly timer: NodeJS.Timeout | undefined;
}
interface Lane {
  active: number;
  lastStart: number;
  lastFeed: number;
  wake: NodeJS.Timeout | undefined;
  readonly waiting: Waiter[];
}

/** Lets requests to one host start one after another with a pause between, feeds before pages, so many at once at most. */
export function paceHosts(options: PaceOptions): Pace {
  const lanes = new Map<string, Lane>();

  function laneOf(host: string): Lane {
    const never = Number.NEGATIVE_INFINITY;
    const lane = lanes.get(host) ?? {
      active: 0,
      lastStart: never,
      lastFeed: never,
      wake: undefined,
      waiting: [],
    };
    lanes.set(host, lane);
    return lane;
  }

  /** How long a request of this rank has yet to wait. */
  function waitFor(host: string, lane: Lane, rank: Rank): number {
    const now = options.now();
    const pages = options.pageSpacingMs?.(host) ?? options.spacingMs;
    const any = lane.lastStart + pages - now;
    const feed = lane.lastFeed + options.spacingMs - now;
    return rank === "feed" ? Math.max(any, feed) : any;
  }

  function serve(host: string, lane: Lane): void {
    clearTimeout(lane.wake);
    lane.wake = undefined;
    if (lane.waiting.length === 0 || lane.active >= options.connections) return;
    const waits = lane.waiting.map(({ rank }) => waitFor(host, lane, rank));
    const ready = waits.findIndex((wait) => wait <= 0);
    if (ready < 0) {
      lane.wake = setTimeout(() => serve(host, lane), Math.max(1, Math.min(...waits)));
      return;
    }
    const [next] = lane.waiting.splice(ready, 1);
    if (!next) return;
    clearTimeout(next.timer);
    lane.active += 1;
    lane.lastStart = options.now();
    if (next.rank === "feed") lane.lastFeed = lane.lastStart;
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
        const timer = Number.isFinite(maxWaitMs)
          ? setTimeout(() => {
              const at = lane.waiting.indexOf(waiter);
              if (at >= 0) lane.waiting.splice(at, 1);
              resolve(undefined);
            }, maxWaitMs)
          : undefined;
        const waiter: Waiter = { rank, give: resolve, timer };
        const behind = rank === "page" ? -1 : lane.waiting.findIndex((other) => other.rank === "page");
        if (behind < 0) lane.waiting.push(waiter);
        else lane.waiting.splice(behind, 0, waiter);
        serve(host, lane);
      }),
  };
}
