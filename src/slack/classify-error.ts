import type { PostResult } from "../domain-delivery.ts";

export interface ErrorContext {
  readonly now: number;
  /** How often this row was tried before. */
  readonly tries: number;
  readonly channel: string;
}
type Kind = "dead" | "stop" | "retry" | "limit" | "unknown";

/** Until a refused token or a missing scope is looked at again; short enough that a repair shows at once. */
const RECHECK_MS = 30_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;
/** Where Slack limits without saying for how long. */
const DEFAULT_LIMIT_MS = 5_000;

/** Slack's own error strings. What is not listed counts as an unknown outcome, because a new string proves nothing. */
const PLATFORM: Readonly<Record<string, readonly [Kind, string]>> = {
  channel_not_found: [
    "dead",
    "Slack knows no channel {channel}, or it is private: check its name under routes, or invite the bot there with /invite",
  ],
  not_in_channel: ["dead", "the bot is not in {channel}: invite it there with /invite"],
  is_archived: ["dead", "{channel} is archived: unarchive it or name another channel under routes"],
  restricted_action: ["dead", "the workspace does not let apps post in {channel}: ask its owners"],
  restricted_action_read_only_channel: ["dead", "{channel} is read-only: let the bot post there"],
  restricted_action_thread_only_channel: ["dead", "{channel} only takes replies in threads"],
  restricted_action_non_threadable_channel: ["dead", "{channel} takes no replies in threads"],
  restricted_action_thread_locked: ["dead", "the thread is locked"],
  posting_to_general_channel_denied: ["dead", "apps may not post in {channel}: name another channel"],
  ekm_access_denied: ["dead", "the workspace's administrators stopped posting (key management)"],
  cannot_reply_to_message: ["dead", "Slack takes no replies to the message it belongs to"],
  thread_not_found: ["dead", "the message it replies to is gone"],
  message_not_found: ["dead", "the message it belongs to is gone"],
  cant_update_message: ["dead", "the message belongs to another app"],
  edit_window_closed: ["dead", "the workspace no longer lets this message be edited"],
  msg_too_long: ["dead", "the message is too long for Slack"],
  msg_blocks_too_long: ["dead", "the message is too long for Slack"],
  invalid_blocks: ["dead", "Slack refused the message's blocks: please report this"],
  invalid_blocks_format: ["dead", "Slack refused the message's blocks: please report this"],
  no_text: ["dead", "the message is empty: please report this"],
  invalid_metadata_format: ["dead", "Slack refused the delivery key: please report this"],
  invalid_metadata_schema: ["dead", "Slack refused the delivery key: please report this"],
  metadata_too_large: ["dead", "Slack refused the delivery key: please report this"],
  invalid_arguments: ["dead", "Slack refused the call: please report this"],
  invalid_arg_name: ["dead", "Slack refused the call: please report this"],
  invalid_array_arg: ["dead", "Slack refused the call: please report this"],
  invalid_charset: ["dead", "Slack refused the call: please report this"],
  invalid_form_data: ["dead", "Slack refused the call: please report this"],
  invalid_post_type: ["dead", "Slack refused the call: please report this"],
  missing_post_type: ["dead", "Slack refused the call: please report this"],
  invalid_json: ["dead", "Slack refused the call: please report this"],
  json_not_object: ["dead", "Slack refused the call: please report this"],

  invalid_auth: ["stop", "Slack refuses the bot token: check SLACK_BOT_TOKEN"],
  not_authed: ["stop", "no bot token was sent: check SLACK_BOT_TOKEN"],
  token_revoked: ["stop", "the bot token was revoked: install the app again and set SLACK_BOT_TOKEN"],
  token_expired: ["stop", "the bot token has expired: install the app again and set SLACK_BOT_TOKEN"],
  account_inactive: ["stop", "the app or its workspace was disabled: install the app again"],
  team_disabled: ["stop", "the workspace is disabled"],
  user_removed_from_team: ["stop", "the app was removed from the workspace: install it again"],
  missing_scope: ["stop", "add the scope {needed} to the app and install it again"],
  no_permission: ["stop", "the token lacks a permission: compare the app's scopes with manifest.yaml"],
  not_allowed_token_type: ["stop", "SLACK_BOT_TOKEN must be a bot token (xoxb-…)"],
  access_denied: ["stop", "the workspace denies the app access: ask its administrators"],
  accesslimited: ["stop", "the workspace cannot be reached from this network"],
  enterprise_is_restricted: ["stop", "the app must be installed in a workspace, not in the organisation"],
  org_login_required: ["stop", "the workspace is being moved to an organisation; it comes back by itself"],
  team_access_not_granted: ["stop", "the app is not granted access to this workspace: approve it"],
  two_factor_setup_required: ["stop", "the app's owner must set up two-factor sign-in"],
  unknown_method: ["stop", "SLACK_API_URL does not answer as Slack does: check it"],

  ratelimited: ["limit", "Slack limits the rate"],
  rate_limited: ["limit", "Slack limits the rate"],
  message_limit_exceeded: ["limit", "the workspace has reached its message limit"],
  request_timeout: ["retry", "the call reached Slack incomplete"],
  team_added_to_org: ["retry", "the workspace is being moved to an organisation"],

  internal_error: ["unknown", "Slack failed during the call (internal_error)"],
  fatal_error: ["unknown", "Slack failed during the call (fatal_error)"],
  service_unavailable: ["unknown", "Slack was unavailable during the call"],
};

/** Errors of the operating system and of undici that come before a request has left. */
const NOT_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_INVALID_URL",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Says what an error of Slack's client means for the delivery: try again (when, and how much must wait), look for it, or give it up with the remedy. */
export function classifyError(error: unknown, context: ErrorContext): Exclude<PostResult, { kind: "sent" }> {
  const raised = readError(error);
  switch (raised.code) {
    case "slack_webapi_platform_error":
      return classifyPlatform(raised.data, context);
    case "slack_webapi_rate_limited_error":
      return limited(raised.retryAfterMs, "Slack limits the rate", context);
    case "slack_webapi_http_error":
      return classifyStatus(raised.status, context);
    case "slack_webapi_request_error":
      return classifyRequest(raised, context);
    default:
      // web-api raises a plain error for a 429 whose Retry-After cannot be read; such a call was not carried out.
      if (/retry header did not contain a valid timeout/i.test(raised.message))
        return limited(undefined, "Slack limits the rate", context);
      return { kind: "unknown", reason: `an error nobody expected: ${raised.message}` };
  }
}

/** The delay before the next try after `tries` failed ones: doubling from a second, capped. */
export function retryDelay(tries: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(tries, 10));
}

function classifyPlatform(data: PlatformData, context: ErrorContext): ReturnType<typeof classifyError> {
  const known = Object.hasOwn(PLATFORM, data.error) ? PLATFORM[data.error] : undefined;
  if (known === undefined)
    return { kind: "unknown", reason: `Slack answered with an unknown error: ${data.error.slice(0, 80)}` };
  const [kind, words] = known;
  const told = words
    .replace("{channel}", context.channel)
    .replace("{needed}", data.needed ?? "that it lacks (see manifest.yaml)");
  const reason = `${data.error}: ${told}`;
  switch (kind) {
    case "dead":
      return { kind, reason };
    case "stop":
      return { kind: "retry", at: context.now + RECHECK_MS, reason, scope: "all" };
    case "limit":
      return limited(data.retryAfterMs, reason, context);
    case "retry":
      return { kind, at: context.now + retryDelay(context.tries), reason, scope: "row" };
    case "unknown":
      return { kind, reason };
  }
}

function classifyStatus(status: number, context: ErrorContext): ReturnType<typeof classifyError> {
  if (status >= 500 || status === 408)
    return { kind: "unknown", reason: `Slack answered with HTTP ${status}` };
  const reason = `HTTP ${status}: something between here and Slack refuses the call; check proxies and SLACK_API_URL`;
  return { kind: "retry", at: context.now + RECHECK_MS, reason, scope: "all" };
}

function classifyRequest(raised: RaisedError, context: ErrorContext): ReturnType<typeof classifyError> {
  if (raised.causes.some((cause) => NOT_SENT.has(cause.code) || cause.syscall === "connect")) {
    const at = context.now + retryDelay(context.tries);
    return { kind: "retry", at, reason: `Slack cannot be reached: ${raised.message}`, scope: "all" };
  }
  return { kind: "unknown", reason: `the connection broke during the call: ${raised.message}` };
}

function limited(
  waitMs: number | undefined,
  reason: string,
  context: ErrorContext,
): ReturnType<typeof classifyError> {
  const at = context.now + Math.max(waitMs ?? DEFAULT_LIMIT_MS, 250);
  return { kind: "retry", at, reason, scope: "channel" };
}

interface PlatformData {
  readonly error: string;
  readonly needed: string | undefined;
  readonly retryAfterMs: number | undefined;
}
interface RaisedError {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  readonly data: PlatformData;
  /** The error's own and its causes' codes, outermost first. */
  readonly causes: readonly { readonly code: string; readonly syscall: string }[];
}

function readError(error: unknown): RaisedError {
  const own = fieldsOf(error);
  const data = fieldsOf(own.data);
  const metadata = fieldsOf(data.response_metadata);
  return {
    code: String(own.code ?? ""),
    message: error instanceof Error ? error.message : String(error),
    status: Number(own.statusCode ?? 0),
    retryAfterMs: seconds(own.retryAfter),
    data: {
      error: String(data.error ?? ""),
      needed: typeof data.needed === "string" ? data.needed : undefined,
      retryAfterMs: seconds(metadata.retryAfter),
    },
    causes: causesOf(own.original ?? own.cause, 0),
  };
}

function causesOf(error: unknown, depth: number): RaisedError["causes"] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const own = fieldsOf(error);
  const several = Array.isArray(own.errors) ? own.errors : [];
  return [
    { code: String(own.code ?? ""), syscall: String(own.syscall ?? "") },
    ...several.flatMap((one: unknown) => causesOf(one, depth + 1)),
    ...causesOf(own.cause, depth + 1),
  ];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function seconds(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value * 1_000 : undefined;
}
