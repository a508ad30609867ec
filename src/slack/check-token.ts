import type { webApi } from "@slack/bolt";
import { classifyError, retryDelay } from "./classify-error.ts";

/** While Slack accepts the token it is asked this often, so that health tells of a revoked one without an alert to send. */
const RECHECK_OK_MS = 10 * 60_000;

export type TokenStatus =
  | { readonly kind: "unchecked" }
  | { readonly kind: "accepted"; readonly team: string }
  | { readonly kind: "refused" | "unreachable"; readonly reason: string };
export interface TokenCheck {
  readonly status: () => TokenStatus;
  /** Who the bot is, once Slack has said so. */
  readonly identity: () => {
    readonly botId?: string;
    readonly botUserId?: string;
    readonly teamUrl?: string;
  };
  readonly stop: () => void;
}

/** Asks Slack in the background who the bot token belongs to, again and again for as long as the process lives. */
export function checkToken(
  client: webApi.WebClient,
  options: { readonly now: () => number; readonly log: (line: string) => void },
): TokenCheck {
  let status: TokenStatus = { kind: "unchecked" };
  let identity: ReturnType<TokenCheck["identity"]> = {};
  let timer: NodeJS.Timeout | undefined;
  let running = true;
  let tries = 0;

  async function check(): Promise<void> {
    const wait = await askOnce();
    if (!running) return;
    timer = setTimeout(() => void check(), wait);
    timer.unref();
  }

  async function askOnce(): Promise<number> {
    try {
      const answer = await client.auth.test();
      identity = {
        ...(answer.bot_id !== undefined && { botId: answer.bot_id }),
        ...(answer.user_id !== undefined && { botUserId: answer.user_id }),
        ...(answer.url !== undefined && { teamUrl: answer.url }),
      };
      status = { kind: "accepted", team: answer.team ?? "" };
      tries = 0;
      return RECHECK_OK_MS;
    } catch (error) {
      tries += 1;
      const now = options.now();
      const verdict = classifyError(error, { now, tries, channel: "" });
      const refused = verdict.kind === "retry" && verdict.scope === "all" && !isAway(verdict.reason);
      const before = status.kind;
      status = { kind: refused ? "refused" : "unreachable", reason: verdict.reason };
      if (status.kind !== before) options.log(`Slack bot token: ${verdict.reason}`);
      return verdict.kind === "retry" ? Math.max(1_000, verdict.at - now) : retryDelay(tries);
    }
  }

  void check();
  return {
    status: () => status,
    identity: () => identity,
    stop() {
      running = false;
      clearTimeout(timer);
    },
  };
}

function isAway(reason: string): boolean {
  return reason.startsWith("Slack cannot be reached");
}
