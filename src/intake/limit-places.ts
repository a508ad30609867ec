/** A number of places that work takes and gives back, first come, first served. */
export interface Places {
  readonly take: () => Promise<void>;
  readonly free: () => void;
}

/** Makes places that bound how much goes on at once. */
export function limitPlaces(count: number): Places {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    take: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((go) => waiting.push(go));
    },
    free: () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
