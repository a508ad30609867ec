import dns from "node:dns";
import net from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, buildConnector } from "undici";

export interface GuardOptions {
  /** Hosts that may be asked whatever address they have; compared by host alone. */
  readonly allowHosts: readonly string[];
  readonly dialMs: number;
  readonly requestMs: number;
  readonly lookup?: typeof dns.lookup;
}

/** Lookups that run at once: getaddrinfo holds one of libuv's four threads, and unzipping needs one too. */
const MAX_LOOKUPS = 3;

/** A host as it is compared: lower case, no brackets, no port, no trailing dot. */
export function plainHost(host: string): string {
  const bare = host.trim().toLowerCase();
  try {
    return new URL(`http://${bare}/`).hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  } catch {
    return bare.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  }
}

/** Whether an address is one of the public internet; false for every private, local, reserved or translated range. */
export function isPublicAddress(address: string): boolean {
  try {
    const ip = ipaddr.process(address.replace(/%.*$/, ""));
    if (ip.range() !== "unicast") return false;
    // Outside 2000::/3 nothing is assigned to the public, "::127.0.0.1" among it.
    return ip.kind() === "ipv4" || ((ip as ipaddr.IPv6).parts[0] ?? 0) >>> 13 === 1;
  } catch {
    return false;
  }
}

/** The error of a refused address; its code travels through undici. */
class RefusedAddress extends Error {
  readonly code = "ETELWATCHREFUSED";
}

/** An HTTP agent that checks each address when it connects, after DNS, so that no name and no spelling leads inside. */
export function guardAddress(options: GuardOptions): Agent {
  const allowed = new Set(options.allowHosts.map(plainHost));
  const mayAsk = (host: string, address: string): boolean =>
    isPublicAddress(address) || allowed.has(plainHost(host));
  const lookup = limitLookups(options.lookup ?? dns.lookup);
  const connect = buildConnector({
    timeout: options.dialMs,
    allowH2: false,
    lookup: (hostname, wanted, callback) => {
      lookup(hostname, { ...wanted, all: true }, (error, found) => {
        if (error) return callback(error, []);
        const addresses = found as dns.LookupAddress[];
        const good = addresses.filter(({ address }) => mayAsk(hostname, address));
        const first = good[0];
        if (!first) return callback(refuse(hostname, addresses[0]?.address), []);
        if (wanted.all) return callback(null, good);
        return callback(null, first.address, first.family);
      });
    },
  });
  return new Agent({
    connect: (target, callback) => {
      const host = target.hostname.replace(/^\[|\]$/g, "");
      if (net.isIP(host) !== 0 && !mayAsk(host, host)) return callback(refuse(host, host), null);
      return connect(target, callback);
    },
    allowH2: false,
    connections: 2,
    pipelining: 1,
    headersTimeout: options.requestMs,
    bodyTimeout: options.requestMs,
    maxHeaderSize: 64 * 1024,
  });
}

function refuse(host: string, address: string | undefined): RefusedAddress {
  return new RefusedAddress(
    host === address
      ? `${host} is no public address`
      : `${host} is ${address ?? "nowhere"}, which is no public address`,
  );
}

type Lookup = (
  hostname: string,
  options: dns.LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, found: dns.LookupAddress[] | string) => void,
) => void;

function limitLookups(lookup: typeof dns.lookup): Lookup {
  const waiting: (() => void)[] = [];
  let running = 0;
  const next = (): void => {
    running -= 1;
    waiting.shift()?.();
  };
  return (hostname, options, callback) => {
    const start = (): void => {
      running += 1;
      lookup(hostname, options, (error, found) => {
        next();
        callback(error, found);
      });
    };
    if (running < MAX_LOOKUPS) start();
    else waiting.push(start);
  };
}
