import { type Agent, request } from "undici";
import type { PollReason } from "../domain-config.ts";
import type { Answered, Fetcher, GetOptions, Unanswered } from "../domain-intake.ts";
import { discardBody, readBody } from "./fetch-body.ts";
import { type GuardOptions, guardAddress, plainHost } from "./guard-address.ts";
import { limitPlaces } from "./limit-places.ts";
import { paceHosts } from "./pace-hosts.ts";

export interface FetcherOptions {
  readonly allowHosts: readonly string[];
  readonly now: () => number;
  /** Name, version and URL of the asking program. */
  readonly userAgent?: string;
  readonly spacingMs?: number;
  readonly dialMs?: number;
  readonly requestMs?: number;
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
  readonly lookup?: GuardOptions["lookup"];
}

/** Long enough for slow newsrooms, short enough that a tarpit costs little. */
const DIAL_MS = 10_000;
const REQUEST_MS = 20_000;
/** After decompression; the largest feed of 5,123 public ones has 6 MB. */
const MAX_BYTES = 15_000_000;
const MAX_REDIRECTS = 10;
/** A second, and a little for the way: arrivals at the host are to be a second apart too. */
const SPACING_MS = 1_050;
/** Pages of a host that the user opened are the user's own: there a hundred of them must not take minutes. */
const OPENED_PAGES_MS = 50;
const CONNECTIONS_PER_HOST = 2;
/** Over all hosts: bounds sockets, and what 15 MB bodies may take of memory. */
const MAX_REQUESTS = 48;
export const USER_AGENT =
  "Telwatch/0.1 (+https://github.com/telwatch/telwatch; news alerts for telecom security)";
const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Makes the one way to the network: checked addresses, paced hosts, hard limits on time, bytes and redirects. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const requestMs = options.requestMs ?? REQUEST_MS;
  const agent = guardAddress({
    allowHosts: options.allowHosts,
    dialMs: options.dialMs ?? DIAL_MS,
    requestMs,
    ...(options.lookup && { lookup: options.lookup }),
  });
  const spacingMs = options.spacingMs ?? SPACING_MS;
  const opened = new Set(options.allowHosts.map(plainHost));
  const pace = paceHosts({
    // Not the wall clock: one that is set back must not stop a host.
    now: () => performance.now(),
    spacingMs,
    pageSpacingMs: (host) => (opened.has(host) ? Math.min(spacingMs, OPENED_PAGES_MS) : spacingMs),
    connections: CONNECTIONS_PER_HOST,
  });
  const pauses = new Map<string, number>();
  let closed = false;
  const places = limitPlaces(MAX_REQUESTS);
  const limits = {
    agent,
    maxBytes: options.maxBytes ?? MAX_BYTES,
    userAgent: options.userAgent ?? USER_AGENT,
  };

  function pausedUntil(url: string): number | undefined {
    const host = hostOf(url);
    const until = host === undefined ? undefined : pauses.get(host);
    return until !== undefined && until > options.now() ? until : undefined;
  }

  async function get(start: string, asked: GetOptions): Promise<Answered | Unanswered> {
    let url = parseUrl(start);
    if (!url) return failed("bad-url", `${shown(start)} is no http(s) address`);
    const credentials = credentialsOf(url);
    const { host: home, protocol } = url;
    let movedTo: string | undefined;
    let permanent = true;
    let leftMs = Math.min(requestMs, asked.maxMs ?? requestMs);
    let turn: Awaited<ReturnType<typeof pace.turn>>;
    let host = "";
    try {
      for (let hop = 0; ; hop += 1) {
        const until = pausedUntil(url.href);
        if (until !== undefined) return silent(url.host, until);
        if (plainHost(url.hostname) !== host) {
          turn?.release();
          turn = undefined;
          host = plainHost(url.hostname);
          turn = await pace.turn(host, asked.kind, asked.maxWaitMs ?? Number.POSITIVE_INFINITY);
          if (!turn) return failed("timeout", `${host} has too many requests waiting`);
          const silenced = pausedUntil(url.href);
          if (silenced !== undefined) return silent(url.host, silenced);
        }
        const headers = {
          ...asked.headers,
          // An answer from http may lead to https with them, never the other way.
          ...(credentials &&
            url.host === home &&
            (url.protocol === protocol || protocol === "http:") && { authorization: credentials }),
        };
        await places.take();
        const began = performance.now();
        const answer = await ask(url, headers, leftMs, { ...limits, last: asked.kind === "feed" }).finally(
          places.free,
        );
        leftMs -= performance.now() - began;
        if (answer.kind === "failed") return answer;
        const location = answer.headers.location;
        if (!REDIRECTS.has(answer.status) || !location) return { ...answer, movedTo };
        if (hop >= (options.maxRedirects ?? MAX_REDIRECTS))
          return failed("too-many-redirects", `${hop + 1} redirects, the last to ${shown(location)}`);
        const next = parseUrl(location, url);
        if (!next) return failed("bad-url", `redirected to ${shown(location)}, which is no http(s) address`);
        permanent &&= PERMANENT.has(answer.status);
        if (permanent) movedTo = next.href;
        url = next;
      }
    } finally {
      turn?.release();
    }
  }

  return {
    get,
    pausedUntil,
    pause: (host, until) => pauses.set(plainHost(host), Math.max(until, pauses.get(plainHost(host)) ?? 0)),
    close: async () => {
      closed = true;
      await agent.destroy();
    },
    isClosed: () => closed,
  };
}

interface Limits {
  readonly agent: Agent;
  readonly maxBytes: number;
  readonly userAgent: string;
  /** Whether the connection is of no further use. */
  readonly last: boolean;
}

async function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  leftMs: number,
  limits: Limits,
): Promise<Answered | Unanswered> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), Math.max(1, leftMs));
  try {
    const answer = await request(url, {
      dispatcher: limits.agent,
      method: "GET",
      // A kept connection holds 64 kB, and a feed's host is asked again in minutes at best.
      reset: limits.last,
      signal: abort.signal,
      headers: { "user-agent": limits.userAgent, "accept-encoding": "gzip, deflate, br", ...headers },
    });
    const flat = flatten(answer.headers);
    const skip = REDIRECTS.has(answer.statusCode) || answer.statusCode === 304;
    const read = skip
      ? discardBody(answer.body)
      : await readBody(answer.body, flat["content-encoding"] ?? "", limits.maxBytes);
    if (read === "too-large") return failed("too-large", `more than ${limits.maxBytes / 1e6} MB`);
    return {
      kind: "answered",
      status: answer.statusCode,
      headers: flat,
      body: read.body,
      complete: read.complete,
      url: url.href,
      movedTo: undefined,
    };
  } catch (error) {
    if (abort.signal.aborted) return failed("timeout", `no whole answer from ${url.host} in time`);
    return classify(error, url.host);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}

function classify(error: unknown, host: string): Unanswered {
  const chain: unknown[] = [error];
  for (let cause = error; cause instanceof Error && cause.cause !== undefined && chain.length < 5; ) {
    cause = cause.cause;
    chain.push(cause);
  }
  const codes = chain.flatMap((one) => [
    codeOf(one),
    ...(one instanceof AggregateError ? one.errors.map(codeOf) : []),
  ]);
  const code = codes.find((one) => one !== undefined) ?? "";
  const text = error instanceof Error ? error.message : String(error);
  const detail = `${host}: ${text || code}`;
  return failed(reasonOf(code), detail);
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === "string" ? code : undefined;
}

function reasonOf(code: string): PollReason {
  if (code === "ETELWATCHREFUSED") return "refused-address";
  if (/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/.test(code)) return "dns";
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES)/.test(code)) return "connect";
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") return "connect";
  if (/TIMEOUT/.test(code)) return "timeout";
  if (/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|EPROTO)/.test(code)) return "tls";
  return "network";
}

function silent(host: string, until: number): Unanswered {
  return { ...failed("rate-limited", `${host} asked us to wait`, until), unasked: true };
}

function failed(reason: PollReason, detail: string, retryAt?: number): Unanswered {
  return { kind: "failed", reason, detail, retryAt };
}

function credentialsOf(url: URL): string | undefined {
  if (url.username === "" && url.password === "") return undefined;
  const pair = `${decode(url.username)}:${decode(url.password)}`;
  url.username = "";
  url.password = "";
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The URL without what must not leave us, or undefined where it is none that we ask. */
function parseUrl(url: string, base?: URL): URL | undefined {
  try {
    const parsed = new URL(url, base);
    if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return undefined;
    parsed.hash = "";
    if (base) {
      parsed.username = "";
      parsed.password = "";
    }
    return parsed;
  } catch {
    return undefined;
  }
}

function hostOf(url: string): string | undefined {
  const parsed = parseUrl(url);
  return parsed && plainHost(parsed.hostname);
}

function shown(url: string): string {
  return url.replace(/\/\/[^/@\s]*@/, "//").slice(0, 200);
}
