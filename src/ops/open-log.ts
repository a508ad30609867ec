import pino from "pino";

/** Writes one record with a static message and its fields beside it; never a token, never a whole article. */
export interface Log {
  readonly debug: (message: string, fields?: object) => void;
  readonly info: (message: string, fields?: object) => void;
  readonly warn: (message: string, fields?: object) => void;
  readonly error: (message: string, fields?: object) => void;
}

const SECRET = /\b(?:xox[a-z]-[\w-]+|xapp-[\w-]+|https:\/\/hooks\.slack\.com\/[^\s"]+)/g;

/** Opens the log on stderr: one readable line each on a terminal, JSON elsewhere. Tokens are masked in either. */
export function openLog(level: string, terminal: boolean): Log {
  const logger = terminal
    ? undefined
    : pino({ level, base: undefined }, pino.destination({ fd: 2, sync: true }));
  const write = (name: "debug" | "info" | "warn" | "error") => {
    return (message: string, fields: object = {}): void => {
      const clean = JSON.parse(mask(JSON.stringify(fields))) as Record<string, unknown>;
      if (logger) logger[name](clean, message);
      else if (rank(name) >= rank(level)) process.stderr.write(`${readable(name, message, clean)}\n`);
    };
  };
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

function mask(text: string): string {
  return text.replace(SECRET, "[secret]");
}

function rank(level: string): number {
  const order = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
  const index = order.indexOf(level);
  return index < 0 ? 2 : index;
}

function readable(level: string, message: string, fields: Record<string, unknown>): string {
  const rest = Object.entries(fields)
    .map(([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" ");
  const mark = level === "info" || level === "debug" ? "·" : level === "warn" ? "!" : "✗";
  return `${mark} ${message}${rest ? `  ${rest}` : ""}`;
}
