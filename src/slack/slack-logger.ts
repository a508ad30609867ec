import { LogLevel } from "@slack/bolt";

/** What Slack's libraries ask of a logger. */
export interface SlackLogger {
  debug(...parts: unknown[]): void;
  info(...parts: unknown[]): void;
  warn(...parts: unknown[]): void;
  error(...parts: unknown[]): void;
  setLevel(level: LogLevel): void;
  getLevel(): LogLevel;
  setName(name: string): void;
}

/** Passes the warnings of Slack's libraries on as one line each, without tokens; their debug lines hold message texts and are dropped. */
export function slackLogger(log: (line: string) => void): SlackLogger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log(toLine(parts)),
    error: (...parts) => log(toLine(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

/** Takes out anything that looks like a Slack token, a signed socket address or a webhook. */
export function redactTokens(text: string): string {
  return text
    .replace(/\bx(?:ox[a-z]|app)-[A-Za-z0-9-]+/g, "x…-redacted")
    .replace(/wss?:\/\/\S+/g, "wss://…redacted")
    .replace(/https?:\/\/hooks\.slack\.com\/\S+/g, "https://hooks.slack.com/…redacted")
    .replace(/([?&](?:ticket|token|app_id)=)[^\s&]+/g, "$1redacted");
}

function toLine(parts: readonly unknown[]): string {
  const words = parts.map((part) => (part instanceof Error ? part.message : String(part)));
  return redactTokens(words.join(" ")).slice(0, 500);
}
