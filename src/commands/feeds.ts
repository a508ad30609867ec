import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Feed } from "../domain.ts";
import type { FeedState } from "../domain-config.ts";
import { advise } from "../intake/advise.ts";
import { firstOfEachUrl, GONE_AFTER } from "../intake/due-feeds.ts";
import { judgeHealth } from "../intake/judge-health.ts";
import { stateFor } from "../intake/next-state.ts";
import { silenceAfter } from "../intake/silence-after.ts";
import { loadFeedStates } from "../store/feed-state.ts";
import { openStore } from "../store/open-store.ts";
import { withoutPassword } from "../text/canonical-url.ts";
import { readArguments } from "./read-arguments.ts";
import { readSettings } from "./read-settings.ts";

/** Shows the health of each feed as the last polls left it. */
export async function feedsCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("feeds", args);
  const { config, stateDir } = readSettings(given);
  const states = readStates(join(stateDir, "telwatch.db"));
  const asked = new Set(firstOfEachUrl(config.feeds).map(({ id }) => id));
  const now = Date.now();
  const rows = config.feeds.map((feed) => describe(feed, states.get(feed.id), asked.has(feed.id), now));
  if (given.has("json")) console.log(JSON.stringify(rows));
  else for (const row of rows) console.log(asText(row));
  return 0;
}

function readStates(path: string): ReadonlyMap<string, FeedState> {
  if (!existsSync(path)) return new Map();
  const db = openStore(path);
  try {
    return loadFeedStates(db);
  } finally {
    db.close();
  }
}

interface FeedRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** "ok", "never polled", "waiting" after a failed poll, "twice", or the kind of trouble. */
  readonly health: string;
  readonly says: string;
  readonly since: string | undefined;
  readonly reason: string | undefined;
  readonly advice: string | undefined;
  readonly items: number | undefined;
  readonly failures: number;
  readonly lastPolled: string | undefined;
  readonly lastOk: string | undefined;
  readonly lastNew: string | undefined;
  readonly nextDue: string | undefined;
  readonly silentAfterHours: number;
  readonly movedTo: string | undefined;
}

function describe(feed: Feed, known: FeedState | undefined, asked: boolean, now: number): FeedRow {
  const state = stateFor(feed, known);
  const trouble = judgeHealth(feed, state, now);
  const reason = state.lastReason;
  const health = !asked
    ? "twice"
    : (trouble?.kind ??
      (state.lastPolledAt === undefined ? "never polled" : state.failures > 0 ? "waiting" : "ok"));
  const says = !asked
    ? "has the same address as a feed before it, which is polled for both"
    : (trouble?.text ?? (state.failures > 0 ? (state.lastDetail ?? "") : ""));
  return {
    id: feed.id,
    name: feed.name,
    url: withoutPassword(feed.url),
    health,
    says,
    since: iso(trouble?.since),
    reason,
    advice: reason === undefined ? undefined : advise(reason),
    items: state.items,
    failures: state.failures,
    lastPolled: iso(state.lastPolledAt),
    lastOk: iso(state.lastOkAt),
    lastNew: iso(state.lastNewAt),
    nextDue:
      state.goneCount >= GONE_AFTER || state.lastPolledAt === undefined ? undefined : iso(state.nextDueAt),
    silentAfterHours: Math.round(silenceAfter(state.arrivals) / 3_600_000),
    movedTo: state.movedTo,
  };
}

function asText(row: FeedRow): string {
  const mark =
    row.health === "ok" ? "✓" : row.health === "never polled" || row.health === "waiting" ? "·" : "!";
  const facts = [
    row.items === undefined ? undefined : `${row.items} items`,
    row.lastNew === undefined ? undefined : `new ${row.lastNew}`,
    row.nextDue === undefined ? undefined : `next ${row.nextDue}`,
    row.movedTo === undefined ? undefined : `moved to ${row.movedTo}; change the address`,
  ].filter((fact) => fact !== undefined);
  return (
    [`${mark} ${row.name}: ${row.health}`, ...facts].join(" · ") +
    (row.says === "" ? "" : `\n    ${row.says}`)
  );
}

function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
