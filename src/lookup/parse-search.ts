import type { EventType } from "../domain.ts";
import { EVENT_TYPES } from "../domain.ts";
import type { Query, SearchFilters } from "../domain-lookup.ts";
import { trimPunctuation } from "./clean-words.ts";
import { readPast, readPastEnd } from "./read-moment.ts";

const KEYS = ["actor", "carrier", "source", "type", "since", "until", "page"] as const;
type Key = (typeof KEYS)[number];
const MAX_WORDS = 20;
const MAX_PAGE = 100;

/** Reads search words and filters; a filter's value runs on to the next filter only when quoted. */
export function parseSearch(rest: readonly string[], now: number): Query {
  const words: string[] = [];
  const values = new Map<Key, string>();
  for (let i = 0; i < rest.length; i += 1) {
    const word = rest[i] ?? "";
    const match = /^([a-z]+):(.*)$/i.exec(word);
    const key = KEYS.find((one) => one === match?.[1]?.toLowerCase());
    if (match === null || key === undefined) {
      words.push(trimPunctuation(word));
      continue;
    }
    // "carrier: verizon" with a space after the colon is how the help text reads.
    const value = match[2] === "" ? (rest[++i] ?? "") : (match[2] ?? "");
    if (value === "") return refuse(`${key}: needs a value.`);
    values.set(key, value);
  }
  return build(words.filter(Boolean), values, now);
}

function build(words: readonly string[], values: ReadonlyMap<Key, string>, now: number): Query {
  const type = values.get("type")?.toLowerCase();
  if (type !== undefined && !isEventType(type)) return refuse(`type: is one of ${EVENT_TYPES.join(", ")}.`);
  const since = values.get("since");
  const sinceAt = since === undefined ? undefined : readPast(since, now);
  if (since !== undefined && sinceAt === undefined)
    return refuse(`I cannot read since:${since.slice(0, 40)}; say 90d or 2024-11.`);
  const until = values.get("until");
  const untilAt = until === undefined ? undefined : readPastEnd(until, now);
  if (until !== undefined && untilAt === undefined)
    return refuse(`I cannot read until:${until.slice(0, 40)}; say 30d or 2024-11.`);
  const page = Number(values.get("page") ?? "1");
  if (!Number.isInteger(page) || page < 1 || page > MAX_PAGE)
    return refuse(`page: is a number from 1 to ${MAX_PAGE}.`);
  if (words.length > MAX_WORDS) return refuse(`A search has at most ${MAX_WORDS} words.`);
  const filters: SearchFilters = {
    actor: values.get("actor"),
    carrier: values.get("carrier"),
    source: values.get("source"),
    type,
    since: sinceAt,
    until: untilAt,
  };
  if (words.length === 0 && Object.values(filters).every((value) => value === undefined))
    return refuse("Search for which words?");
  return { kind: "search", words, filters, page };
}

function isEventType(word: string): word is EventType {
  return (EVENT_TYPES as readonly string[]).includes(word);
}

function refuse(problem: string): Query {
  return { kind: "help", verb: "search", problem, nearest: undefined, words: undefined };
}
