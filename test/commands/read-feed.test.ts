import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { feedsCommand } from "../../src/commands/feeds.ts";
import { readFeedCommand } from "../../src/commands/read-feed.ts";
import { rss, startFeedServer } from "../fakes/feed-server.ts";

const folder = mkdtempSync(join(tmpdir(), "telwatch-read-feed-"));
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closers.splice(0)) await close();
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
async function json(run: () => Promise<number>): Promise<{ code: number; out: Record<string, unknown> }> {
  const said: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  const code = await run();
  expect(said).toHaveLength(1);
  return { code, out: JSON.parse(said[0] ?? "") };
}

describe("readFeedCommand", () => {
  it("prints the items of a file as one JSON object", async () => {
    const path = file(
      "a.xml",
      rss([
        {
          title: "AT&T says no",
          link: "https://a.example/1",
          guid: "g",
          date: "Mon, 23 Nov 2026 10:00:00 GMT",
          description: "<p>No.</p>",
        },
      ]),
    );
    const { code, out } = await json(() => readFeedCommand([path, "--json"]));
    expect(code).toBe(0);
    expect(out).toEqual({
      title: "A feed",
      items: [
        {
          title: "AT&T says no",
          link: "https://a.example/1",
          guid: "g",
          date: "2026-11-23T10:00:00.000Z",
          summary: "No.",
        },
      ],
    });
  });

  it("gives the reason and what to do for what is no feed", async () => {
    const { code, out } = await json(() =>
      readFeedCommand([file("b.xml", "<html><body>Hi</body></html>"), "--json"]),
    );
    expect(code).toBe(0);
    expect(out).toMatchObject({
      items: [],
      reason: "html-page",
      advice: expect.stringContaining("address of its feed"),
    });
  });

  it("asks a URL as the poller would, refusing a host that is not opened", async () => {
    const server = await startFeedServer({ "/f": rss([{ title: "One", link: "/1" }]) });
    closers.push(server.close);
    const closed = file("closed.yaml", "feeds: []");
    const refused = await json(() => readFeedCommand([server.url("/f"), "--json", "--config", closed]));
    expect(refused).toMatchObject({ code: 1, out: { items: [], reason: "refused-address" } });
    vi.restoreAllMocks();
    const open = file("open.yaml", "network: { allowHosts: [127.0.0.1] }");
    const read = await json(() => readFeedCommand([server.url("/f"), "--json", "--config", open]));
    expect(read).toMatchObject({ code: 0, out: { items: [{ title: "One", link: server.url("/1") }] } });
  });
});

describe("feedsCommand", () => {
  it("shows a feed that was never polled, and one whose address stands twice", async () => {
    const path = file(
      "feeds.yaml",
      "feeds:\n- { name: A, url: 'https://me:pw@a.example/f' }\n- { name: B, url: 'https://a.example/f' }",
    );
    const { out } = await json(() => feedsCommand(["--json", "--config", path, "--state", folder]));
    expect(out).toMatchObject([
      { name: "A", health: "never polled", url: "https://a.example/f" },
      { name: "B", health: "twice" },
    ]);
  });
});
