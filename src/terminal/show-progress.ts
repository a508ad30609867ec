interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}
export interface Progress {
  readonly step: (done: number, note?: string) => void;
  /** Clears the line. */
  readonly end: () => void;
}

const DRAW_EVERY_MS = 100;
const BAR_COLUMNS = 24;

/** Shows on a terminal how far long work is; writes nothing elsewhere. */
export function showProgress(
  stream: ProgressStream,
  label: string,
  total: number,
  now: () => number,
): Progress {
  if (stream.isTTY !== true) return { step: () => {}, end: () => {} };
  let drawnAt = Number.NEGATIVE_INFINITY;
  const step = (done: number, note = ""): void => {
    const at = now();
    if (at - drawnAt < DRAW_EVERY_MS && done < total) return;
    drawnAt = at;
    const share = total > 0 ? Math.min(done / total, 1) : 0;
    const bar = "█".repeat(Math.round(share * BAR_COLUMNS)).padEnd(BAR_COLUMNS, "░");
    stream.write(`\r\u001B[K${label} ${bar} ${done}/${total} ${note}`.trimEnd());
  };
  return { step, end: () => stream.write("\r\u001B[K") };
}
