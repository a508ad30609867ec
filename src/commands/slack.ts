import { openClient } from "../slack/open-client.ts";
import { redactTokens, slackLogger } from "../slack/slack-logger.ts";
import { type SetupCheck, testSetup } from "../slack/test-setup.ts";
import { readArguments } from "./read-arguments.ts";
import { readSettings } from "./read-settings.ts";
import { UsageError } from "./usage-error.ts";

/** `slack test`: tries tokens and every routed channel with a message that is taken away again, and names what is missing. */
export async function slackCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("slack", args);
  if (given.words[0] !== "test" || given.words.length > 1) throw new UsageError("expected slack test");
  const { config, environment } = readSettings(given);
  const { slackBotToken, slackAppToken, slackApiUrl } = environment;
  if (slackBotToken === undefined)
    throw new UsageError("SLACK_BOT_TOKEN is not set; docs/slack-setup.md says where it comes from");
  const options = { apiUrl: slackApiUrl, logger: slackLogger(() => {}) };
  const channels = new Set(config.routes.map((route) => route.channel));
  if (config.slack.opsChannel !== undefined) channels.add(config.slack.opsChannel);
  const checks = await testSetup({
    bot: openClient(slackBotToken, options),
    app: slackAppToken === undefined ? undefined : openClient(slackAppToken, options),
    channels: [...channels],
    now: Date.now,
  });
  if (given.has("json")) console.log(JSON.stringify(checks));
  else for (const check of checks) console.log(drawCheck(check));
  return checks.every((check) => check.ok || check.optional) ? 0 : 1;
}

function drawCheck(check: SetupCheck): string {
  const mark = check.ok ? "✓" : check.optional ? "–" : "✗";
  return `${mark} ${check.what}: ${redactTokens(check.says)}`;
}
