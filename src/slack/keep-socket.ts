import { type App, SocketModeReceiver, type webApi } from "@slack/bolt";
import { classifyError } from "./classify-error.ts";
import type { SlackLogger } from "./slack-logger.ts";

export interface SocketTimes {
  /** How long a new connection may take to say hello. */
  readonly helloMs: number;
  /** How long Slack may take to answer a ping. */
  readonly pongMs: number;
  /** How often the watchdog looks whether the line is still open. */
  readonly watchMs: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}
export const SOCKET_TIMES: SocketTimes = {
  helloMs: 15_000,
  pongMs: 5_000,
  watchMs: 1_000,
  firstWaitMs: 500,
  longestWaitMs: 30_000,
};
/** A connection that ends sooner than this counts as a failed one. */
const SHORT_LIFE_MS = 5_000;
const OPEN = 1;

export interface SocketOptions {
  readonly app: App;
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: SlackLogger;
  readonly now: () => number;
  readonly log: (line: string) => void;
  readonly times?: SocketTimes;
}
export interface SocketStatus {
  readonly connected: boolean;
  /** Since when it has been as it is. */
  readonly since: number;
  readonly failures: number;
  readonly lastError: string | undefined;
}
export interface KeptSocket {
  readonly status: () => SocketStatus;
  readonly stop: () => void;
}

/**
 * Keeps one Socket Mode connection for as long as the process lives. Each connection is a receiver of its own that
 * is thrown away when it ends: the library's own reconnecting gives up, and on invalid_auth it ends the process.
 */
export function keepSocket(options: SocketOptions): KeptSocket {
  const times = options.times ?? SOCKET_TIMES;
  let running = true;
  let current: SocketModeReceiver | undefined;
  let status: SocketStatus = {
    connected: false,
    since: options.now(),
    failures: 0,
    lastError: undefined,
  };
  let wakeUp: () => void = () => {};

  async function loop(): Promise<void> {
    while (running) {
      const startedAt = options.now();
      const error = await liveOnce();
      if (!running) return;
      const failed = error !== undefined || options.now() - startedAt < SHORT_LIFE_MS;
      const failures = failed ? status.failures + 1 : 0;
      status = { connected: false, since: options.now(), failures, lastError: error };
      if (error !== undefined && isTelling(failures)) options.log(`Slack socket: ${error}`);
      if (failures > 0) await sleep(waitAfter(failures, times));
    }
  }

  /** Connects, lives until the connection ends, and tells why it could not connect or undefined when it just ended. */
  async function liveOnce(): Promise<string | undefined> {
    const receiver = openReceiver(options, times);
    current = receiver;
    const ended = new Promise<void>((resolve) => {
      receiver.client.once("disconnected", () => resolve());
    });
    try {
      await within(receiver.start(), times.helloMs);
      status = { connected: true, since: options.now(), failures: status.failures, lastError: undefined };
      await Promise.race([ended, lineLost(receiver)]);
      return undefined;
    } catch (error) {
      return explain(error);
    } finally {
      receiver.stop().catch(() => {});
    }
  }

  /** The library waits 30 s for the close of a line that is dead; we do not. */
  async function lineLost(receiver: SocketModeReceiver): Promise<void> {
    while (running && receiver.client.websocket?.readyState === OPEN) await sleep(times.watchMs);
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  void loop();
  return {
    status: () => status,
    stop() {
      running = false;
      wakeUp();
      current?.stop().catch(() => {});
    },
  };
}

function openReceiver(options: SocketOptions, times: SocketTimes): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger: options.logger,
    autoReconnectEnabled: false,
    clientPingTimeout: times.pongMs,
    installerOptions: { clientOptions: { ...options.clientOptions } },
    customPropertiesExtractor: (args: { readonly envelope_id?: string }) => ({
      envelopeId: args.envelope_id,
    }),
    processEventErrorHandler: async ({ error }) => {
      options.log(`an event from Slack could not be handled: ${error.message}`);
      return false;
    },
  });
  receiver.init(options.app);
  survivingMessages(receiver, options.log);
  return receiver;
}

/** The library leaves the failure of a message that it cannot read to nobody, which ends the process; here it is told and the connection lives on. */
function survivingMessages(receiver: SocketModeReceiver, log: (line: string) => void): void {
  const client = receiver.client as unknown as {
    onWebSocketMessage(data: unknown, isBinary: boolean): Promise<void>;
  };
  receiver.client.removeAllListeners("ws_message");
  receiver.client.on("ws_message", (data: unknown, isBinary: boolean) => {
    client.onWebSocketMessage(data, isBinary).catch((error: unknown) => {
      log(`a message on Slack's socket cannot be read: ${String(error)}`);
    });
  });
}

function waitAfter(failures: number, times: SocketTimes): number {
  return Math.min(times.longestWaitMs, times.firstWaitMs * 2 ** Math.min(failures - 1, 16));
}

/** The first failures are told, then ever fewer, so that an outage of hours does not fill the log. */
function isTelling(failures: number): boolean {
  return failures <= 3 || (failures & (failures - 1)) === 0;
}

function explain(error: unknown): string {
  if (error === undefined) return "the connection ended before Slack said hello";
  const code = (error as { data?: { error?: unknown } }).data?.error;
  if (code === "invalid_auth" || code === "not_authed" || code === "not_allowed_token_type")
    return `${code}: Slack refuses the app token: check SLACK_APP_TOKEN (xapp-…, scope connections:write)`;
  return classifyError(error, { now: 0, tries: 0, channel: "" }).reason;
}

async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Slack did not say hello within ${ms} ms`)), ms);
  });
  // Whoever loses the race may still fail later; nobody is left to hear it.
  promise.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
