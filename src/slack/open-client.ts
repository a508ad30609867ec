import { webApi } from "@slack/bolt";
import { CALL_LIMIT_MS } from "../domain-delivery.ts";
import type { SlackLogger } from "./slack-logger.ts";

export interface ClientOptions {
  /** Another base than https://slack.com/api/, for tests and proxies. */
  readonly apiUrl: string | undefined;
  readonly logger: SlackLogger;
  readonly timeoutMs?: number;
}

/** web-api's options for a client that never tries twice: its own retries post a message twice and report success. */
export function clientOptions(options: ClientOptions): webApi.WebClientOptions {
  const timeout = options.timeoutMs ?? CALL_LIMIT_MS;
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: options.logger,
    // Bolt's respond() takes this fetch without a timeout of its own.
    fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeout) }),
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl }),
  };
}

/** A Web API client that makes each call once, fails after ten seconds and reports rate limits instead of waiting. */
export function openClient(token: string, options: ClientOptions): webApi.WebClient {
  return new webApi.WebClient(token, clientOptions(options));
}
