import { execFile } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { demoMessages } from "../../src/commands/preview.ts";
import { drawPreview } from "../../src/slack/draw-preview.ts";
import { previewPage } from "../../src/slack/preview-page.ts";

const run = promisify(execFile);
const NOW = Date.UTC(2026, 0, 5, 8, 0);

function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(canRun);
}
function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

describe("drawPreview", () => {
  it("draws bold, quotes, links and dates as Slack does", () => {
    const text =
      "*Victim*  T-Mobile &amp; co\n> “words” (someone)\n<https://a.example/x?a=1&amp;b=2|Outlet> (a.example)";
    const html = drawPreview([{ type: "section", text: { type: "mrkdwn", text } }]);
    expect(html).toContain("<strong>Victim</strong>  T-Mobile &amp; co");
    expect(html).toContain("<blockquote>“words” (someone)</blockquote>");
    expect(html).toContain('<a href="https://a.example/x?a=1&amp;b=2" rel="noreferrer nofollow">Outlet</a>');
  });
  it("lets no text become markup", () => {
    const html = drawPreview([
      { type: "header", text: { type: "plain_text", text: "&lt;script&gt;alert(1)&lt;/script&gt;" } },
      { type: "section", text: { type: "mrkdwn", text: '&lt;img src=x onerror="x"&gt;' } },
    ]);
    expect(html).not.toMatch(/<script|<img/);
  });
});

describe("previewPage", () => {
  it("shows the demo's alert and reply, a digest, an error and hostile text, all within Slack's limits", () => {
    const messages = demoMessages(NOW);
    const titles = messages.map((message) => message.title).join(" · ");
    for (const kind of ["alert", "reply", "digest", "error", "hostile"]) expect(titles).toContain(kind);
    expect(previewPage(messages)).not.toContain('class="problem"');
  });

  it("is drawn by a headless Chromium without running or loading anything", async (test) => {
    const browser = findBrowser();
    if (browser === undefined) return test.skip("no Chromium on this machine");
    const asked: string[] = [];
    const server = createServer((request, respond) => {
      asked.push(request.url ?? "");
      respond
        .writeHead(200, { "content-type": "text/html; charset=utf-8" })
        .end(previewPage(demoMessages(NOW)));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const folder = mkdtempSync(join(tmpdir(), "telwatch-preview-"));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        `--user-data-dir=${folder}`,
      ];
      const picture = join(folder, "page.png");
      const { stdout } = await run(
        browser,
        [...flags, `--screenshot=${picture}`, "--window-size=420,2000", "--dump-dom", url],
        { maxBuffer: 10_000_000 },
      );
      expect(stdout.match(/<article/g)?.length).toBe(demoMessages(NOW).length);
      const links = [...stdout.matchAll(/<a href="([^"]*)"/g)].map((match) => match[1] ?? "");
      expect(links.length).toBeGreaterThan(3);
      expect(links.filter((link) => !/^https:\/\/[a-z.-]+\.example\//.test(link))).toEqual([]);
      expect(links.filter((link) => link.includes("evil"))).toEqual([]);
      expect(statSync(picture).size).toBeGreaterThan(20_000);
      expect(asked.filter((path) => path !== "/" && path !== "/favicon.ico")).toEqual([]);
    } finally {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
