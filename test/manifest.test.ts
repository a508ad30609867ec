import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadConfig } from "../src/config/load-config.ts";
import { readEnvironment } from "../src/config/read-environment.ts";

const root = resolve(import.meta.dirname, "..");
const manifest = parse(readFileSync(resolve(root, "manifest.yaml"), "utf8")) as {
  features: { slash_commands: { command: string }[]; app_home: { home_tab_enabled: boolean } };
  oauth_config: { scopes: { bot: string[] } };
  settings: { socket_mode_enabled: boolean; interactivity: { is_enabled: boolean } };
};

describe("manifest.yaml", () => {
  it("asks for no scope that docs/slack-setup.md does not explain", () => {
    const docs = readFileSync(resolve(root, "docs/slack-setup.md"), "utf8");
    for (const scope of manifest.oauth_config.scopes.bot) expect(docs).toContain(`\`${scope}\``);
  });
  it("names the slash command that the shipped configuration names", () => {
    const { environment } = readEnvironment({});
    const { config } = loadConfig(resolve(root, "feeds.yaml"), environment);
    expect(manifest.features.slash_commands.map((one) => one.command)).toEqual([config?.slack.command]);
  });
  it("uses Socket Mode, buttons and the Home tab", () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
    expect(manifest.features.app_home.home_tab_enabled).toBe(true);
  });
});
