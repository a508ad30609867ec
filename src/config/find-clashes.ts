import type { KeyedMistake } from "./explain-issues.ts";
import { readDuration } from "./read-duration.ts";

// Outlets ban pollers that ask more often; an allowed host is the user's own.
const FLOOR_MS = 5 * 60_000;

/** Finds what no single key shows: repeated feeds, intervals under 5m on the open network, digest hours without a digest. Reads the raw file, so that it also speaks when other keys are wrong. */
export function findClashes(raw: unknown): KeyedMistake[] {
  const feeds = listAt(raw, "feeds");
  return [
    ...findRepeats(feeds, "name", (name) => makeFeedId(name)),
    ...findRepeats(feeds, "url", (url) => url),
    ...findRepeats(feeds, "id", (id) => id),
    ...findHurry(raw, feeds),
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

function findHurry(raw: unknown, feeds: readonly unknown[]): KeyedMistake[] {
  const network = isRecord(raw) && isRecord(raw.network) ? raw.network : {};
  const allowed = new Set(listAt(network, "allowHosts"));
  const usual = readDuration(network.interval);
  const open = feeds.filter((feed) => isRecord(feed) && !hostsOf(feed.url).some((host) => allowed.has(host)));
  const message = (text: unknown): string =>
    `expected at least 5m between polls of a public feed, got ${JSON.stringify(text)}; only hosts under network.allowHosts may be asked more often`;
  const out: KeyedMistake[] = [];
  if (
    usual !== undefined &&
    usual < FLOOR_MS &&
    open.some((feed) => isRecord(feed) && feed.every === undefined)
  )
    out.push({ path: ["network", "interval"], atKey: false, message: message(network.interval) });
  feeds.forEach((feed, index) => {
    if (!isRecord(feed) || !open.includes(feed)) return;
    const every = readDuration(feed.every);
    if (every !== undefined && every < FLOOR_MS)
      out.push({ path: ["feeds", index, "every"], atKey: false, message: message(feed.every) });
  });
  return out;
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
