import { readFileSync } from "node:fs";
import type { Entry } from "../domain.ts";
import { canonicalUrl } from "../text/canonical-url.ts";
import { UsageError } from "./usage-error.ts";

/** One recorded poll: when it was, and each outlet's entries as they stood. */
export interface RecordedPoll {
  readonly at: number;
  readonly feeds: ReadonlyMap<string, readonly Entry[]>;
}

interface RawItem {
  readonly k: string;
  readonly source: string;
  readonly link: string;
  readonly title: string;
  readonly summary?: string;
  readonly published?: string;
}
interface RawPoll {
  readonly t: string;
  readonly items: readonly string[];
}

/** Reads recorded polls (a JSON list of { t, items }) and their item versions (JSON lines with k, source, link, title, summary, published), in time order. */
export function readRecordedPolls(pollsFile: string, itemsFile: string): RecordedPoll[] {
  const entries = new Map<string, Entry>();
  for (const [index, line] of read(itemsFile).split("\n").entries()) {
    if (line.trim() === "") continue;
    const item = parse<RawItem>(line, `${itemsFile}:${index + 1}`);
    entries.set(item.k, entryOf(item));
  }
  const polls = parse<readonly RawPoll[]>(read(pollsFile), pollsFile);
  if (!Array.isArray(polls)) throw new UsageError(`${pollsFile}: expected a JSON list of polls`);
  return polls
    .map((poll) => {
      const feeds = new Map<string, Entry[]>();
      for (const key of poll.items) {
        const entry = entries.get(key);
        if (entry !== undefined) feeds.set(entry.feedId, [...(feeds.get(entry.feedId) ?? []), entry]);
      }
      return { at: Date.parse(poll.t), feeds };
    })
    .sort((a, b) => a.at - b.at);
}

function entryOf(item: RawItem): Entry {
  const at = Date.parse(item.published ?? "");
  return {
    id: `${item.source} ${canonicalUrl(item.link)}`,
    feedId: item.source,
    guid: undefined,
    url: item.link,
    title: item.title,
    summary: item.summary ?? "",
    html: undefined,
    publishedAt: Number.isNaN(at) ? undefined : at,
  };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file}: not readable (${(error as NodeJS.ErrnoException).code})`);
  }
}

function parse<T>(text: string, where: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new UsageError(`${where}: expected JSON`);
  }
}
