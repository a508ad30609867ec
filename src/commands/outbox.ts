import { existsSync } from "node:fs";
import { join } from "node:path";
import type { OutboxRow } from "../domain-delivery.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { type Backlog, dropDelivery, listOutbox, readBacklog, retryDead } from "../store/outbox.ts";
import { readArguments } from "./read-arguments.ts";
import { readSettings } from "./read-settings.ts";
import { UsageError } from "./usage-error.ts";

const SHOWN = 500;

/** Shows what waits to be delivered and what was given up, and lets a person retry or drop it; the daemon may run meanwhile. */
export async function outboxCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("outbox", args);
  const [verb = "list", key, ...more] = given.words;
  if (
    !["list", "retry", "drop"].includes(verb) ||
    more.length > 0 ||
    (verb === "list") !== (key === undefined)
  )
    throw new UsageError("expected outbox list, outbox retry KEY|all, or outbox drop KEY");
  const path = join(readSettings(given).stateDir, "telwatch.db");
  if (!existsSync(path)) throw new Error(`${path} does not exist: nothing was ever queued here`);
  const db = openStore(path);
  try {
    if (key === undefined) return showList(db, given.has("json"));
    const count = verb === "retry" ? retryDead(db, key, Date.now()) : Number(dropDelivery(db, key));
    if (given.has("json")) console.log(JSON.stringify({ [verb === "retry" ? "retried" : "dropped"]: count }));
    else console.log(sayDone(verb, key, count));
    return count > 0 || key === "all" ? 0 : 1;
  } finally {
    db.close();
  }
}

function showList(db: Store, json: boolean): number {
  const now = Date.now();
  const rows = listOutbox(db, ["pending", "sending", "unknown", "dead"], SHOWN);
  const backlog = readBacklog(db, now);
  if (json) console.log(JSON.stringify({ backlog, deliveries: rows.map(asJson) }));
  else for (const line of [sayBacklog(backlog), ...rows.map((row) => asText(row, now))]) console.log(line);
  return 0;
}

function sayBacklog({ pending, unknown, dead, ageMs }: Backlog): string {
  const oldest = ageMs > 0 ? `, the oldest for ${sayDuration(ageMs)}` : "";
  return `${pending} waiting${oldest}, ${unknown} with unclear outcome, ${dead} given up`;
}

function asText(row: OutboxRow, now: number): string {
  const why = row.reason === undefined ? "" : `\n    ${row.reason}`;
  const due = row.state === "pending" && row.dueAt > now ? ` in ${sayDuration(row.dueAt - now)}` : "";
  const tries = row.tries === 1 ? "1 try" : `${row.tries} tries`;
  return `${row.state.padEnd(8)}${row.key}  ${row.channel}  ${row.op}${due}, ${tries}: ${row.message.text}${why}`;
}

function asJson(row: OutboxRow): object {
  const { message, createdAt, dueAt, firstTryAt, lastTryAt, ...rest } = row;
  return {
    ...rest,
    text: message.text,
    createdAt: iso(createdAt),
    dueAt: iso(dueAt),
    firstTryAt: iso(firstTryAt),
    lastTryAt: iso(lastTryAt),
  };
}

function sayDone(verb: string, key: string, count: number): string {
  if (verb === "retry")
    return count === 0
      ? key === "all"
        ? "nothing was given up"
        : `${key} is not among those given up; see telwatch outbox`
      : `${count} put back in the queue`;
  return count === 0 ? `${key} is not waiting or given up; see telwatch outbox` : `${key} is dropped`;
}

function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

function sayDuration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
