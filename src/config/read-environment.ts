import type { ConfigProblem, Environment } from "../domain-config.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Every variable that Telwatch reads, with its line of documentation. */
export const ENVIRONMENT_KEYS: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: "Bot token (`xoxb-…`). Without it alerts are printed on the terminal.",
  SLACK_APP_TOKEN: "App-level token (`xapp-…`) for Socket Mode, the default way to receive commands.",
  SLACK_SIGNING_SECRET: "Signing secret, for HTTP mode instead of Socket Mode; needs `PORT`.",
  PORT: "Port on which HTTP mode listens for Slack's requests.",
  SLACK_API_URL: "Another base address of Slack's Web API, for proxies and tests.",
  TELWATCH_CONFIG: "Path of the configuration; `feeds.yaml` when unset.",
  TELWATCH_STATE: "Folder of the database; `.telwatch` when unset.",
  LOG_LEVEL: "`fatal`, `error`, `warn`, `info` (default), `debug`, `trace` or `silent`.",
  HEALTH_PORT: "Port of the health page, metrics and status page; none when unset.",
  HEALTH_HOST: "Address of the health page; `127.0.0.1` when unset.",
  NO_COLOR: "Set to anything to have no colours on the terminal.",
};

/** Reads what the environment says, defaults filled in, and lists every mistake; never repeats the value of a secret. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): {
  readonly environment: Environment;
  readonly problems: readonly ConfigProblem[];
} {
  const problems: ConfigProblem[] = [];
  const text = (key: string): string | undefined => env[key]?.trim() || undefined;
  const complain = (key: string, message: string): undefined => {
    problems.push({ line: 0, column: 0, key, message });
    return undefined;
  };
  const token = (key: string, prefix: string, swapped: string): string | undefined => {
    const value = text(key);
    if (value === undefined || !value.startsWith(swapped)) return value;
    return complain(
      key,
      `expected a token that starts with ${prefix}, got one that starts with ${swapped}; are the two swapped?`,
    );
  };
  const port = (key: string): number | undefined => {
    const value = text(key);
    if (value === undefined) return undefined;
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
    return complain(key, `expected a port from 0 to 65535, got ${JSON.stringify(value.slice(0, 40))}`);
  };
  const level = text("LOG_LEVEL")?.toLowerCase() ?? "info";
  const logLevel = LOG_LEVELS.find((known) => known === level);
  if (logLevel === undefined)
    complain(
      "LOG_LEVEL",
      `expected one of ${LOG_LEVELS.join(", ")}, got ${JSON.stringify(level.slice(0, 40))}`,
    );
  const apiUrl = text("SLACK_API_URL");
  if (apiUrl !== undefined && !/^https?:$/.test(URL.parse(apiUrl)?.protocol ?? ""))
    complain("SLACK_API_URL", "expected an http:// or https:// address");
  const environment: Environment = {
    slackBotToken: token("SLACK_BOT_TOKEN", "xoxb-", "xapp-"),
    slackAppToken: token("SLACK_APP_TOKEN", "xapp-", "xoxb-"),
    slackSigningSecret: text("SLACK_SIGNING_SECRET"),
    slackApiUrl: apiUrl,
    port: port("PORT"),
    configPath: text("TELWATCH_CONFIG") ?? "feeds.yaml",
    stateDir: text("TELWATCH_STATE") ?? ".telwatch",
    logLevel: logLevel ?? "info",
    healthPort: port("HEALTH_PORT"),
    healthHost: text("HEALTH_HOST") ?? "127.0.0.1",
    noColor: text("NO_COLOR") !== undefined,
  };
  return { environment, problems };
}
