import type dns from "node:dns";
import { afterEach, describe, expect, it } from "vitest";
import { createFetcher } from "../../src/intake/fetch-feed.ts";
import { isPublicAddress, plainHost } from "../../src/intake/guard-address.ts";
import { type FeedServer, startFeedServer } from "../fakes/feed-server.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function setUp(allowHosts: readonly string[], lookup?: typeof dns.lookup) {
  const canary: FeedServer = await startFeedServer({ "/x": "reached" }, "127.0.0.99");
  const fetcher = createFetcher({
    allowHosts,
    now: () => 0,
    spacingMs: 0,
    requestMs: 1_000,
    ...(lookup && { lookup }),
  });
  closers.push(canary.close, fetcher.close);
  return {
    canary,
    port: new URL(canary.url("/")).port,
    get: (url: string) => fetcher.get(url, { kind: "page", headers: {} }),
  };
}

/** A resolver that gives an address for every name. */
function resolver(addresses: readonly string[]): typeof dns.lookup {
  let asked = 0;
  const answer = (
    _host: string,
    _options: unknown,
    done: (error: null, found: dns.LookupAddress[]) => void,
  ): void => {
    const address = addresses[Math.min(asked, addresses.length - 1)] ?? "";
    asked += 1;
    done(null, [{ address, family: address.includes(":") ? 6 : 4 }]);
  };
  return answer as unknown as typeof dns.lookup;
}

describe("createFetcher", () => {
  it.each([
    "127.0.0.99",
    "2130706531",
    "0x7f000063",
    "0177.0.0.0143",
    "127.99",
    "[::ffff:127.0.0.99]",
    "[::ffff:7f00:63]",
    "127.0.0.99.",
    "%31%32%37.0.0.99",
  ])("asks nothing of the loopback address spelled %s", async (host) => {
    const { canary, port, get } = await setUp(["127.0.0.1"]);
    expect(await get(`http://${host}:${port}/x`)).toMatchObject({
      kind: "failed",
      reason: "refused-address",
    });
    expect(canary.requests).toEqual([]);
  });

  it("refuses a name that resolves inside, and one that resolves inside the second time", async () => {
    const inside = await setUp([], resolver(["127.0.0.99"]));
    expect(await inside.get(`http://news.example:${inside.port}/x`)).toMatchObject({
      reason: "refused-address",
    });
    expect(inside.canary.requests).toEqual([]);
    const mapped = await setUp([], resolver(["::ffff:127.0.0.99"]));
    expect(await mapped.get(`http://news.example:${mapped.port}/x`)).toMatchObject({
      reason: "refused-address",
    });
  });

  it("refuses a redirect to a closed address though the first host is open", async () => {
    const { canary, port, get } = await setUp(["127.0.0.1"]);
    const server = await startFeedServer({
      "/go": { status: 302, headers: { location: `http://127.0.0.99:${port}/x` } },
    });
    closers.push(server.close);
    expect(await get(server.url("/go"))).toMatchObject({ reason: "refused-address" });
    expect(canary.requests).toEqual([]);
  });

  it("opens a host by its name alone, whatever its port and case", async () => {
    const { port, get } = await setUp(["127.0.0.99:1"]);
    expect(await get(`http://127.0.0.99:${port}/x`)).toMatchObject({ kind: "answered", status: 200 });
    expect(plainHost("News.Example.")).toBe("news.example");
  });

  it.each(["ftp://127.0.0.99/x", "file:///etc/passwd", "javascript:alert(1)", "nothing"])(
    "asks nothing for %s",
    async (url) => {
      const { get } = await setUp(["127.0.0.99"]);
      expect(await get(url)).toMatchObject({ kind: "failed", reason: "bad-url" });
    },
  );

  it("gives credentials to their own host and not to the one it redirects to", async () => {
    const { canary, port, get } = await setUp(["127.0.0.99", "127.0.0.1"]);
    const server = await startFeedServer({
      "/go": { status: 302, headers: { location: `http://127.0.0.99:${port}/x` } },
    });
    closers.push(server.close);
    const answer = await get(server.url("/go").replace("http://", "http://me:secret@"));
    expect(server.requests[0]?.headers.authorization).toMatch(/^Basic /);
    expect(canary.requests[0]?.headers.authorization).toBeUndefined();
    expect(JSON.stringify(answer)).not.toContain("secret");
  });
});

describe("isPublicAddress", () => {
  it.each(["8.8.8.8", "93.184.216.34", "2606:4700::1111"])("lets %s through", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "fc00::1",
    "fe80::1%eth0",
    "ff02::1",
    "no address",
  ])("stops %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
