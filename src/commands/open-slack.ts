import type { App } from "@slack/bolt";
import type { Environment } from "../domain-config.ts";
import type { Log } from "../ops/open-log.ts";
import { createPace, type Pace } from "../pipeline/pace-channel.ts";
import { connectSlack, type SlackConnection } from "../slack/connect.ts";
import { openEnvelopes } from "../store/envelopes.ts";
import type { Store } from "../store/open-store.ts";
import { lastSent } from "../store/outbox.ts";

/** Slack takes about one message a second and channel, and a few at once after a quiet time. */
const PACE = { everyMs: 1_000, burst: 5 };

export interface SlackParts {
  readonly environment: Environment;
  readonly db: Store;
  readonly log: Log;
  /** False for a command that only posts and ends. */
  readonly listen: boolean;
  /** Adds the listeners for commands, buttons and the Home tab. */
  readonly register: (app: App) => void;
}

/** Connects to Slack when a bot token is set, without waiting for Slack; undefined without a token. */
export function openSlack(
  parts: SlackParts,
): { readonly connection: SlackConnection; readonly pace: Pace } | undefined {
  const { environment, db, log } = parts;
  if (environment.slackBotToken === undefined) return undefined;
  const listens =
    environment.slackAppToken !== undefined ||
    (environment.slackSigningSecret !== undefined && environment.port !== undefined);
  if (parts.listen && !listens)
    log.warn(
      "alerts are posted, but commands and buttons do not reach us: set SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET and PORT (docs/slack-setup.md)",
    );
  const connection = connectSlack({
    botToken: environment.slackBotToken,
    appToken: parts.listen ? environment.slackAppToken : undefined,
    signingSecret: parts.listen ? environment.slackSigningSecret : undefined,
    port: environment.port,
    apiUrl: environment.slackApiUrl,
    now: Date.now,
    log: (line) => log.warn(line),
    lastSent: (channel) => lastSent(db, channel),
    claimEnvelope: openEnvelopes(db, Date.now),
    register: parts.register,
  });
  return { connection, pace: createPace(PACE) };
}
