import { type ChildProcess, spawn } from "node:child_process";
import { openSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

export interface DaemonRun {
  readonly folder: string;
  readonly feedUrl: string;
  readonly slackUrl: string;
  readonly tokens: { readonly bot: string; readonly app: string };
  readonly graceSeconds: number;
}
/** The real daemon as a child process that can be killed and started again on the same state. */
export interface Daemon {
  readonly start: () => void;
  readonly alive: () => boolean;
  /** SIGKILL; resolves when the process is gone. False when it was not running. */
  readonly kill: () => Promise<boolean>;
  /** SIGTERM; resolves with the milliseconds until the end and the exit code. */
  readonly terminate: () => Promise<{ readonly ms: number; readonly code: number | null }>;
}

/** Prepares configuration and environment of a daemon that polls every second. */
export function prepareDaemon(run: DaemonRun): Daemon {
  const config = join(run.folder, "feeds.yaml");
  writeFileSync(
    config,
    `schedule: "*/1 * * * * *"
feeds:
  - { name: Growing, url: "${run.feedUrl}", topic: security, every: 1s }
stories: { group: false }
network: { allowHosts: ["127.0.0.1"], interval: 1s }
slack: { grace: ${run.graceSeconds}s }
routes:
  - { channel: "#telecom-threats", when: { actors: any } }
`,
  );
  const log = openSync(join(run.folder, "daemon.log"), "a");
  let child: ChildProcess | undefined;
  let gone: Promise<number | null> = Promise.resolve(null);
  return {
    start() {
      const started = spawn(process.execPath, [join(ROOT, "src/cli.ts"), "run"], {
        cwd: ROOT,
        stdio: ["ignore", log, log],
        env: {
          PATH: process.env.PATH,
          SLACK_API_URL: run.slackUrl,
          SLACK_BOT_TOKEN: run.tokens.bot,
          SLACK_APP_TOKEN: run.tokens.app,
          TELWATCH_CONFIG: config,
          TELWATCH_STATE: join(run.folder, "state"),
        },
      });
      child = started;
      gone = new Promise((done) => {
        started.once("exit", (code) => {
          if (child === started) child = undefined;
          done(code);
        });
      });
    },
    alive: () => child !== undefined,
    async kill() {
      if (child === undefined) return false;
      child.kill("SIGKILL");
      await gone;
      return true;
    },
    async terminate() {
      const from = Date.now();
      child?.kill("SIGTERM");
      const code = await gone;
      return { ms: Date.now() - from, code };
    },
  };
}
