/** Says when the next message may go to a channel: a steady rate with a short burst, and no sooner than a rate limit allows. */
export interface Pace {
  /** The earliest time a message may go; at or before `now` means at once. */
  readonly freeAt: (channel: string, now: number) => number;
  /** Records that one goes; `late` says that it has waited for long, which costs less of the allowance. */
  readonly take: (channel: string, now: number, late: boolean) => void;
  readonly block: (channel: string, until: number) => void;
}
export interface PaceOptions {
  readonly everyMs: number;
  /** How many may go at once after a quiet time. */
  readonly burst: number;
  /** The rate for messages that have waited for long, as long as nobody objects. */
  readonly lateEveryMs: number;
}

/** After a rate limit a channel keeps to the steady rate for this long. */
const OBEY_MS = 60_000;

/** Makes a pace for each channel by itself: Slack promises one message a second and bears more for a while, until it says so. */
export function createPace(options: PaceOptions): Pace {
  const { everyMs, burst } = options;
  // Per channel, the time at which its allowance is full again (the theoretical arrival time of GCRA).
  const fullAt = new Map<string, number>();
  const blockedUntil = new Map<string, number>();

  function spacing(channel: string, now: number, late: boolean): number {
    const limited = now < (blockedUntil.get(channel) ?? Number.NEGATIVE_INFINITY) + OBEY_MS;
    return late && !limited ? options.lateEveryMs : everyMs;
  }
  return {
    freeAt(channel, now) {
      const full = fullAt.get(channel) ?? now;
      return Math.max(full - (burst - 1) * everyMs, blockedUntil.get(channel) ?? 0);
    },
    take(channel, now, late) {
      fullAt.set(channel, Math.max(fullAt.get(channel) ?? now, now) + spacing(channel, now, late));
    },
    block(channel, until) {
      blockedUntil.set(channel, Math.max(blockedUntil.get(channel) ?? 0, until));
      // A rate limit means the allowance was spent: no burst right after it.
      fullAt.set(channel, Math.max(fullAt.get(channel) ?? 0, until + (burst - 1) * everyMs));
    },
  };
}
