import type { Decision, Story } from "../domain.ts";
import { replayPolls } from "../pipeline/replay-polls.ts";
import type { Store } from "../store/open-store.ts";
import { listOutbox } from "../store/outbox.ts";
import { listStoriesSince } from "../store/stories.ts";
import { showProgress } from "../terminal/show-progress.ts";
import type { RecordedPoll } from "./read-recorded-polls.ts";

/** What a replay of recorded polls came to. */
export interface ReplaySummary {
  readonly polls: number;
  readonly articles: number;
  readonly edited: number;
  readonly lookedAtAgain: number;
  readonly decisions: Readonly<Record<string, number>>;
  readonly stories: number;
  readonly alertedStories: number;
  /** Channel and story pairs with more than one alert in the outbox: always 0. */
  readonly repeatedAlerts: number;
  readonly seconds: number;
  readonly largest: { readonly id: string; readonly members: readonly string[] };
}

/** Replays recorded polls into a store and sums up: counts, seconds, and the largest story with its members. */
export async function replayRecorded(
  db: Store,
  polls: readonly RecordedPoll[],
  settings: Parameters<typeof replayPolls>[2],
): Promise<ReplaySummary> {
  const start = performance.now();
  const progress = showProgress(process.stderr, "polls", polls.length, Date.now);
  const decisions: Record<string, number> = {};
  let [done, articles, edited, lookedAtAgain] = [0, 0, 0, 0];
  for await (const poll of replayPolls(db, polls, settings)) {
    for (const { decision } of poll.judgements) count(decisions, decision);
    articles += poll.judgements.length;
    edited += poll.edited;
    lookedAtAgain += poll.lookedAtAgain;
    done += 1;
    progress.step(done, `${articles} articles`);
  }
  progress.end();
  const stories = listStoriesSince(db, 0);
  const largest = stories.reduce<Story | undefined>(
    (most, one) => (most === undefined || one.articles.length > most.articles.length ? one : most),
    undefined,
  );
  const alerts = listOutbox(db, ["pending", "sent", "sending", "unknown", "dead"], 1_000_000).filter(
    (row) => row.op === "post" && row.message.kind === "alert",
  );
  return {
    polls: polls.length,
    articles,
    edited,
    lookedAtAgain,
    decisions,
    stories: stories.length,
    alertedStories: stories.filter((one) => one.alerted).length,
    repeatedAlerts: alerts.length - new Set(alerts.map((row) => `${row.storyId} ${row.channel}`)).size,
    seconds: Math.round((performance.now() - start) / 100) / 10,
    largest: {
      id: largest?.id ?? "",
      members: (largest?.articles ?? []).map(
        (one) => `${new Date(one.publishedAt).toISOString().slice(0, 10)} ${one.outlet}: ${one.title}`,
      ),
    },
  };
}

function count(decisions: Record<string, number>, { kind, reason }: Decision): void {
  const key = `${kind} ${reason}`;
  decisions[key] = (decisions[key] ?? 0) + 1;
}
