import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { FoundMessage, OutboxRow, Poster, PostResult } from "../domain-delivery.ts";
import type { TerminalStyle } from "./paint.ts";
import { printMessage } from "./print-message.ts";

export interface ConsolePosterOptions {
  /** Folder of the record, console-posts.jsonl. */
  readonly folder: string;
  /** Writes to the terminal and resolves when it is out. */
  readonly write: (text: string) => Promise<void>;
  readonly style: TerminalStyle;
  readonly now: () => number;
}

/** One line of the record: "posted" is the post itself, "shown" says that it also reached the terminal. */
interface RecordLine {
  readonly what: "posted" | "shown";
  readonly key: string;
  readonly at: string;
  readonly channel?: string;
  readonly kind?: string;
  readonly storyId?: string;
  readonly text?: string;
}

/**
 * Gives a poster for the terminal. A post is one flushed line in an append-only record, as a message in a channel is
 * to Slack; showing it follows. So a kill at any moment leaves each delivery key in the record at most once, and a
 * post that was recorded but perhaps not shown is shown, marked as such, when it is looked for after the restart.
 */
export function createConsolePoster(options: ConsolePosterOptions): Poster {
  const file = join(options.folder, "console-posts.jsonl");
  mkdirSync(options.folder, { recursive: true });
  const record = readRecord(file);
  let torn = record.torn;

  function append(line: RecordLine): void {
    const handle = openSync(file, "a", 0o600);
    try {
      writeSync(handle, `${torn ? "\n" : ""}${JSON.stringify(line)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    torn = false;
    (line.what === "posted" ? record.posted : record.shown).add(line.key);
  }

  async function show(row: OutboxRow, note: string): Promise<void> {
    if (row.op === "post") await options.write(`${note}${printMessage(row.message, options.style)}\n\n`);
    append({ what: "shown", key: row.key, at: new Date(options.now()).toISOString() });
  }

  async function post(row: OutboxRow): Promise<PostResult> {
    if (!record.posted.has(row.key)) {
      const { kind, storyId, text } = row.message;
      const at = new Date(options.now()).toISOString();
      const about = storyId === undefined ? { kind, text } : { kind, storyId, text };
      append({ what: "posted", key: row.key, at, channel: row.channel, ...about });
    }
    if (!record.shown.has(row.key)) await show(row, "");
    return { kind: "sent", ref: row.key };
  }

  async function find(row: OutboxRow): Promise<FoundMessage> {
    if (!record.posted.has(row.key)) return { kind: "absent" };
    if (!record.shown.has(row.key))
      await show(row, "(perhaps shown before: Telwatch was stopped while showing it)\n");
    return { kind: "found", ref: row.key };
  }

  return { name: "console", post, find };
}

function readRecord(file: string): { posted: Set<string>; shown: Set<string>; torn: boolean } {
  const posted = new Set<string>();
  const shown = new Set<string>();
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  for (const line of text.split("\n")) {
    const entry = readLine(line);
    if (entry !== undefined) (entry.what === "posted" ? posted : shown).add(entry.key);
  }
  return { posted, shown, torn: text !== "" && !text.endsWith("\n") };
}

function readLine(line: string): RecordLine | undefined {
  try {
    const entry = JSON.parse(line) as Partial<RecordLine> | null;
    return typeof entry?.key === "string" ? (entry as RecordLine) : undefined;
  } catch {
    // A line cut off by a power loss was never acknowledged, so it does not count.
    return undefined;
  }
}
