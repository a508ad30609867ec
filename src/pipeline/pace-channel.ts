/** Says when the next message may go to a channel: a steady rate with a short burst, and no sooner than a rate limit allows. */
export interface Pace {
  /** The earliest time a message may go; at or before `now` means at once. */
  readonly freeAt: (channel: string, now: number) => number;
  readonly take: (channel: string, now: number) => void;
  readonly block: (channel: string, until: number) => void;
}

/** Makes a pace of one message per `everyMs` and channel that lets `burst` of them go at once after a quiet time. */
export function createPace(options: { readonly everyMs: number; readonly burst: number }): Pace {
  // Per channel, the time at which its allowance is full again (the theoretical arrival time of GCRA).
  const fullAt = new Map<string, number>();
  const blockedUntil = new Map<string, number>();
  return {
    freeAt(channel, now) {
      const full = fullAt.get(channel) ?? now;
      return Math.max(full - (options.burst - 1) * options.everyMs, blockedUntil.get(channel) ?? 0);
    },
    take(channel, now) {
      fullAt.set(channel, Math.max(fullAt.get(channel) ?? now, now) + options.everyMs);
    },
    block(channel, until) {
      blockedUntil.set(channel, Math.max(blockedUntil.get(channel) ?? 0, until));
      // A rate limit means the allowance was spent: no burst right after it.
      fullAt.set(channel, Math.max(fullAt.get(channel) ?? 0, until + (options.burst - 1) * options.everyMs));
    },
  };
}
