import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const lines = readFileSync(join(ROOT, "Dockerfile"), "utf8").replace(/\\\n/g, " ").split("\n");
const steps = (word: string): string[] => lines.filter((line) => line.startsWith(`${word} `));

describe("Dockerfile", () => {
  it("copies only what exists and what .dockerignore lets through", () => {
    const allowed = readFileSync(join(ROOT, ".dockerignore"), "utf8");
    const sources = steps("COPY")
      .filter((line) => !line.includes("--from="))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      expect(existsSync(join(ROOT, source)), source).toBe(true);
      expect(allowed.split("\n"), source).toContain(`!${source}`);
    }
  });

  it("runs as a user of its own on Node 24, in UTC, with exec forms, a state volume and a health check", () => {
    expect(steps("FROM").every((line) => line.includes("node:24-slim"))).toBe(true);
    expect(steps("USER")).toEqual(["USER node"]);
    expect(steps("ENV").join(" ")).toMatch(/\bTZ=UTC\b/);
    expect(steps("VOLUME")).toEqual(['VOLUME ["/state"]']);
    const run = [...steps("ENTRYPOINT"), ...steps("CMD")].map((line) =>
      JSON.parse(line.replace(/^\w+ /, "")),
    );
    expect(run).toEqual([["node", "bin/telwatch.js"], ["run"]]);
    expect(steps("HEALTHCHECK").join("")).toMatch(/CMD \["node", "-e"/);
  });

  it("ships the default configuration under the path that it sets", () => {
    expect(steps("ENV").join(" ")).toContain("TELWATCH_CONFIG=/app/feeds.yaml");
  });
});
