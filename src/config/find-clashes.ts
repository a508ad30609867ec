import type { KeyedMistake } from "./explain-issues.ts";

// Outlets ban pollers that ask more often; an allowed host is the user's own.
const FLOOR_MS = 5 * 60_000;

/** Finds what no single key shows: repeated names and ids, digest hours without a digest. Reads the raw file, so that it also speaks when other keys are wrong. */
export function findClashes(raw: unknown): KeyedMistake[] {
  const feeds = listAt(raw, "feeds");
  return [
    ...findRepeats(feeds, "name", (name) => makeFeedId(name)),
    ...findRepeats(feeds, "id", (id) => id),
    ...findIdleHours(listAt(raw, "routes")),
  ];
}

/** Makes a feed's id from its name: small letters, digits and hyphens. */
export function makeFeedId(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "feed";
}

type Raw = Readonly<Record<string, unknown>>;

function listAt(raw: unknown, key: string): readonly unknown[] {
  const list = isRecord(raw) ? raw[key] : undefined;
  return Array.isArray(list) ? list : [];
}

function isRecord(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function findRepeats(feeds: readonly unknown[], key: string, same: (text: string) => string): KeyedMistake[] {
  const first = new Map<string, number>();
  return feeds.flatMap((feed, index) => {
    const value = isRecord(feed) ? feed[key] : undefined;
    if (typeof value !== "string") return [];
    // A feed with an id of its own may share its name with another one.
    if (key === "name" && isRecord(feed) && feed.id !== undefined) return [];
    const earlier = first.get(same(value));
    if (earlier === undefined) first.set(same(value), index);
    if (earlier === undefined) return [];
    const message = `expected a ${key} of its own, got the ${key} of feeds[${earlier}] again; remove one of them`;
    return [{ path: ["feeds", index, key], atKey: false, message }];
  });
}

/** The time between two polls of a feed: what is asked for, but at least five minutes unless its host is allowed. */
export function pollEvery(url: string, askedMs: number, allowHosts: readonly string[]): number {
  return hostsOf(url).some((host) => allowHosts.includes(host)) ? askedMs : Math.max(FLOOR_MS, askedMs);
}

/** The host of an address as it may stand under allowHosts: bare, or with its port. */
function hostsOf(url: unknown): readonly string[] {
  const parsed = typeof url === "string" ? URL.parse(url) : null;
  return parsed === null ? [] : [parsed.hostname.replace(/^\[|\]$/g, ""), parsed.host];
}

function findIdleHours(routes: readonly unknown[]): KeyedMistake[] {
  return routes.flatMap((route, index) => {
    if (!isRecord(route) || route.at === undefined || route.deliver === "digest") return [];
    const message = "expected deliver: digest beside it, as only a digest has a time of day";
    return [{ path: ["routes", index, "at"], atKey: false, message }];
  });
}
