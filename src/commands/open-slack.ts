import type { App } from "@slack/bolt";
import type { Environment } from "../domain-config.ts";
import type { Poster } from "../domain-delivery.ts";
import type { Log } from "../ops/open-log.ts";
import { createPace, type Pace } from "../pipeline/pace-channel.ts";
import type { SlackConnection, SlackStatus } from "../slack/connect.ts";
import { openEnvelopes } from "../store/envelopes.ts";
import type { Store } from "../store/open-store.ts";
import { lastSent } from "../store/outbox.ts";

/** Slack takes about one message a second and channel, a few at once after a quiet time, and more for a while before it objects. */
const PACE = { everyMs: 1_000, burst: 5, lateEveryMs: 300 };
/** Bolt takes a while to load, and nothing is watched before the first poll: that one goes first. */
const CONNECT_AFTER_MS = 300;
const NOT_YET: SlackStatus = {
  mode: "post-only",
  token: { kind: "unchecked" },
  sockets: [],
  listening: false,
  problem: undefined,
};

export interface SlackParts {
  readonly environment: Environment;
  readonly db: Store;
  readonly log: Log;
  readonly graceMs: number;
  /** False for a command that only posts and ends. */
  readonly listen: boolean;
  /** Adds the listeners for commands, buttons and the Home tab. */
  readonly register: (app: App) => void;
}
export interface OpenedSlack {
  readonly poster: Poster;
  readonly pace: Pace;
  readonly status: () => SlackStatus;
  /** The web address of a message by its reference, once Slack has said which workspace this is. */
  readonly permalink: (ref: string) => string | undefined;
  readonly stop: () => Promise<void>;
}

/** Connects to Slack when a bot token is set, a moment later and without waiting for Slack; undefined without a token. */
export function openSlack(parts: SlackParts): OpenedSlack | undefined {
  const { environment, log } = parts;
  const token = environment.slackBotToken;
  if (token === undefined) return undefined;
  const listens =
    environment.slackAppToken !== undefined ||
    (environment.slackSigningSecret !== undefined && environment.port !== undefined);
  if (parts.listen && !listens)
    log.warn(
      "alerts are posted, but commands and buttons do not reach us: set SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET and PORT (docs/slack-setup.md)",
    );
  let connecting: Promise<SlackConnection> | undefined;
  let connected: SlackConnection | undefined;
  async function load(): Promise<SlackConnection> {
    const { connectSlack } = await import("../slack/connect.ts");
    connected = connectSlack(connectOptions(parts, token ?? ""));
    return connected;
  }
  function connect(): Promise<SlackConnection> {
    connecting ??= load();
    return connecting;
  }
  const timer = setTimeout(() => {
    connect().catch((error: unknown) =>
      log.error("Slack's library cannot be loaded", { error: String(error) }),
    );
  }, CONNECT_AFTER_MS);
  return {
    poster: {
      name: "slack",
      post: async (row, parentRef) => (await connect()).poster.post(row, parentRef),
      find: async (row, parentRef) => (await connect()).poster.find(row, parentRef),
    },
    pace: createPace(PACE),
    status: () => connected?.status() ?? NOT_YET,
    permalink: (ref) => connected?.permalink(ref),
    async stop() {
      clearTimeout(timer);
      await (await connecting)?.stop();
    },
  };
}

function connectOptions(parts: SlackParts, botToken: string) {
  const { environment, db, log, listen, register } = parts;
  return {
    botToken,
    appToken: listen ? environment.slackAppToken : undefined,
    signingSecret: listen ? environment.slackSigningSecret : undefined,
    port: environment.port,
    apiUrl: environment.slackApiUrl,
    now: Date.now,
    log: (line: string) => log.warn(line),
    graceMs: parts.graceMs,
    lastSent: (channel: string, until: number) => lastSent(db, channel, until),
    claimEnvelope: openEnvelopes(db, Date.now),
    register,
  };
}
