import type { Config } from "../domain-config.ts";
import type { Daemon } from "../main.ts";
import type { Health } from "../ops/judge-health.ts";
import type { SlackStatus } from "../slack/connect.ts";
import { loadFeedStates } from "../store/feed-state.ts";
import type { Store } from "../store/open-store.ts";
import { listOutbox } from "../store/outbox.ts";

const DEAD_LETTERS_SHOWN = 20;

/** Reads what the health page shows; throws when the database cannot be read. */
export function readHealth(parts: {
  readonly db: Store;
  readonly config: Config;
  readonly daemon: Daemon;
  /** Undefined when alerts go to the terminal. */
  readonly slack: SlackStatus | undefined;
  readonly configProblems: readonly string[];
  readonly startedAt: number;
  readonly now: number;
}): Health {
  const { db, config, daemon, slack, configProblems, startedAt, now } = parts;
  const states = loadFeedStates(db);
  const { lastAt, nextAt } = daemon.ticks();
  const { backlog, stopped } = daemon.delivery();
  return {
    now,
    startedAt,
    lastTickAt: lastAt,
    nextTickAt: nextAt,
    feeds: config.feeds.map(({ id, name, url }) => ({ id, name, url, state: states.get(id) })),
    outbox: backlog,
    deadLetters: listOutbox(db, ["dead"], DEAD_LETTERS_SHOWN).map(({ key, channel, reason }) => ({
      key,
      channel,
      reason: reason ?? "",
    })),
    posting: describePosting(slack, stopped?.reason),
    configProblems,
  };
}

function describePosting(slack: SlackStatus | undefined, stopped: string | undefined): Health["posting"] {
  if (slack === undefined) return { to: "terminal", detail: "no Slack token is set", problem: stopped };
  const { token, mode, listening } = slack;
  const team = token.kind === "accepted" ? `token accepted by ${token.team}` : `token ${token.kind}`;
  const ears = mode === "post-only" ? "commands off" : listening ? "listening" : "not listening";
  const refusal = token.kind === "refused" || token.kind === "unreachable" ? token.reason : undefined;
  return { to: "slack", detail: `${mode}, ${team}, ${ears}`, problem: stopped ?? refusal ?? slack.problem };
}
