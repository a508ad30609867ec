import { App, HTTPReceiver, type Receiver, type webApi } from "@slack/bolt";
import type { Poster } from "../domain-delivery.ts";
import { checkToken, type TokenCheck, type TokenStatus } from "./check-token.ts";
import { type ClaimEnvelope, dropRepeats } from "./drop-repeats.ts";
import { type KeptSocket, keepSocket, type SocketStatus, type SocketTimes } from "./keep-socket.ts";
import { clientOptions, openClient } from "./open-client.ts";
import { createSlackPoster, type SlackPosterOptions } from "./post-message.ts";
import { redactTokens, slackLogger } from "./slack-logger.ts";

/** Two connections at a time: Slack recycles each one now and then, and the other hears what comes meanwhile. */
const SOCKETS = 2;

export interface SlackOptions {
  readonly botToken: string;
  /** Socket Mode when given. */
  readonly appToken: string | undefined;
  /** HTTP mode when given together with a port and without an app token. */
  readonly signingSecret: string | undefined;
  readonly port: number | undefined;
  readonly apiUrl: string | undefined;
  readonly now: () => number;
  readonly log: (line: string) => void;
  readonly graceMs: number;
  /** The newest message sent to a channel by a time, from the outbox. */
  readonly lastSent: SlackPosterOptions["lastSent"];
  readonly claimEnvelope: ClaimEnvelope;
  /** Adds the listeners for commands, buttons and the Home tab. */
  readonly register: (app: App) => void;
  readonly times?: SocketTimes;
}
export interface SlackStatus {
  readonly mode: "socket" | "http" | "post-only";
  readonly token: TokenStatus;
  readonly sockets: readonly SocketStatus[];
  /** Whether commands and buttons reach us. */
  readonly listening: boolean;
  readonly problem: string | undefined;
}
export interface SlackConnection {
  readonly poster: Poster;
  readonly client: webApi.WebClient;
  readonly status: () => SlackStatus;
  /** The web address of a message by its reference, once Slack has said which workspace this is. */
  readonly permalink: (ref: string) => string | undefined;
  readonly stop: () => Promise<void>;
}

/** Connects to Slack without waiting for it: posting works at once, listening as soon as Slack answers, and both again after every outage. */
export function connectSlack(options: SlackOptions): SlackConnection {
  const logger = slackLogger(options.log);
  const web = clientOptions({ apiUrl: options.apiUrl, logger });
  const client = openClient(options.botToken, { apiUrl: options.apiUrl, logger });
  const token = checkToken(client, { now: options.now, log: options.log });
  const http = options.appToken === undefined ? httpReceiver(options) : undefined;
  const app = new App({
    receiver: http ?? SOCKETS_OUTSIDE,
    authorize: async () => ({ botToken: options.botToken, ...idsOf(token.identity()) }),
    clientOptions: web,
    logger,
    convoStore: false,
  });
  app.error(async (error) => options.log(`a Slack listener failed: ${redactTokens(error.message)}`));
  app.use(dropRepeats(options.claimEnvelope));
  options.register(app);

  const sockets = options.appToken === undefined ? [] : openSockets(options, options.appToken, app, web);
  let httpProblem: string | undefined;
  let httpListens = false;
  http?.start(options.port ?? 0).then(
    () => {
      httpListens = true;
    },
    (error: unknown) => {
      httpProblem = `port ${options.port} cannot be used: ${String(error)}`;
      options.log(httpProblem);
    },
  );

  return {
    poster: createSlackPoster({
      client,
      now: options.now,
      graceMs: options.graceMs,
      lastSent: options.lastSent,
    }),
    client,
    status() {
      const states = sockets.map((socket) => socket.status());
      const mode = sockets.length > 0 ? "socket" : http !== undefined ? "http" : "post-only";
      const listening = states.some((one) => one.connected) || httpListens;
      const problem = listening ? undefined : (states.find((one) => one.lastError)?.lastError ?? httpProblem);
      return { mode, token: token.status(), sockets: states, listening, problem };
    },
    permalink: (ref) => permalink(token.identity().teamUrl, ref),
    async stop() {
      token.stop();
      for (const socket of sockets) socket.stop();
      if (httpListens) await http?.stop();
    },
  };
}

function idsOf({ botId, botUserId }: ReturnType<TokenCheck["identity"]>): {
  botId?: string;
  botUserId?: string;
} {
  return { ...(botId !== undefined && { botId }), ...(botUserId !== undefined && { botUserId }) };
}

function permalink(teamUrl: string | undefined, ref: string): string | undefined {
  const [channel, ts] = ref.split(":");
  if (teamUrl === undefined || channel === undefined || ts === undefined) return undefined;
  return `${teamUrl.replace(/\/$/, "")}/archives/${channel}/p${ts.replace(".", "")}`;
}

/** The sockets feed the app by themselves; what Bolt starts and stops is nothing. */
const SOCKETS_OUTSIDE: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };

function openSockets(
  options: SlackOptions,
  appToken: string,
  app: App,
  web: webApi.WebClientOptions,
): KeptSocket[] {
  const { now, log, times } = options;
  const logger = slackLogger(() => {});
  return Array.from({ length: SOCKETS }, () =>
    keepSocket({
      app,
      appToken,
      clientOptions: web,
      logger,
      now,
      log,
      ...(times !== undefined && { times }),
    }),
  );
}

/** Bolt checks signature and age of every request. */
function httpReceiver(options: SlackOptions): HTTPReceiver | undefined {
  if (options.signingSecret === undefined || options.port === undefined) return undefined;
  return new HTTPReceiver({
    signingSecret: options.signingSecret,
    port: options.port,
    logger: slackLogger(options.log),
    processEventErrorHandler: async ({ error, response }) => {
      options.log(`a request from Slack could not be handled: ${redactTokens(error.message)}`);
      response.writeHead(500).end();
      return true;
    },
  });
}
