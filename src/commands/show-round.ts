import type { Observer } from "../main.ts";
import { type Progress, showProgress } from "../terminal/show-progress.ts";

/** Fewer feeds than this are polled before anybody wonders. */
const WORTH_SHOWING = 5;

/** Shows on a terminal how far a round over many feeds is. */
export function showRound(
  stream: Parameters<typeof showProgress>[0],
  now: () => number,
): Pick<Observer, "due" | "polled"> {
  let progress: Progress | undefined;
  let total = 0;
  let done = 0;
  return {
    due: (feeds) => {
      if (progress !== undefined || feeds < WORTH_SHOWING) return;
      progress = showProgress(stream, "polling feeds", feeds, now);
      total = feeds;
      done = 0;
      progress.step(done);
    },
    polled: ({ feed }) => {
      if (progress === undefined) return;
      done += 1;
      progress.step(done, feed.name);
      if (done < total) return;
      progress.end();
      progress = undefined;
    },
  };
}
