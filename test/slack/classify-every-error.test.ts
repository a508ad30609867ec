import { expect, it } from "vitest";
import { classifyError } from "../../src/slack/classify-error.ts";

/** What each error string of Slack must come to: given up, the whole sender waits, the channel waits, the row waits, or look for it. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "dead -": [
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
    "restricted_action_non_threadable_channel",
    "restricted_action_thread_locked",
    "posting_to_general_channel_denied",
    "ekm_access_denied",
    "cannot_reply_to_message",
    "thread_not_found",
    "message_not_found",
    "edit_window_closed",
    "msg_blocks_too_long",
    "invalid_blocks_format",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "invalid_arg_name",
    "invalid_array_arg",
    "invalid_charset",
    "invalid_form_data",
    "invalid_post_type",
    "missing_post_type",
    "invalid_json",
    "json_not_object",
  ],
  "retry all": [
    "team_disabled",
    "user_removed_from_team",
    "no_permission",
    "access_denied",
    "accesslimited",
    "enterprise_is_restricted",
    "org_login_required",
    "two_factor_setup_required",
    "unknown_method",
  ],
  "retry channel": ["ratelimited", "rate_limited", "message_limit_exceeded"],
  "retry row": ["request_timeout", "team_added_to_org"],
  "unknown -": ["internal_error", "fatal_error", "service_unavailable", "an_error_of_next_year", "__proto__"],
};
const rows = Object.entries(EXPECTED).flatMap(([expected, errors]) =>
  errors.map((error): [string, string] => [error, expected]),
);

it.each(rows)("classifyError › %s comes to %s, with a reason that names it", (error, expected) => {
  const raised = Object.assign(new Error(error), {
    code: "slack_webapi_platform_error",
    data: { ok: false, error },
  });
  const verdict = classifyError(raised, { now: 0, tries: 0, channel: "#threats" });
  const scope = verdict.kind === "retry" ? verdict.scope : "-";
  expect(`${verdict.kind} ${scope}`).toBe(expected);
  expect(verdict.reason).toContain(error === "service_unavailable" ? "unavailable" : error);
});
