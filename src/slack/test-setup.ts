import type { webApi } from "@slack/bolt";
import { classifyError } from "./classify-error.ts";

export interface SetupCheck {
  readonly what: string;
  readonly ok: boolean;
  /** Whether Telwatch does without it. */
  readonly optional: boolean;
  /** What was found, or what to do. */
  readonly says: string;
}
export interface SetupParts {
  readonly bot: webApi.WebClient;
  /** A client with the app token; undefined when none is set. */
  readonly app: webApi.WebClient | undefined;
  readonly channels: readonly string[];
  readonly now: () => number;
}

/** Checks both tokens, posts a test message to each channel and takes it away again, and tells what is missing. Never throws for what Slack answers. */
export async function testSetup(parts: SetupParts): Promise<SetupCheck[]> {
  const checks = [await checkBot(parts), await checkApp(parts)];
  if (checks[0]?.ok !== true) return checks;
  for (const channel of parts.channels) checks.push(...(await checkChannel(channel, parts)));
  return checks;
}

async function checkBot(parts: SetupParts): Promise<SetupCheck> {
  return attempt("bot token", "", parts, async () => {
    const answer = await parts.bot.auth.test();
    return `accepted by ${answer.team ?? "the workspace"} as ${answer.user ?? answer.user_id ?? "the bot"}`;
  });
}

async function checkApp(parts: SetupParts): Promise<SetupCheck> {
  const { app } = parts;
  if (app === undefined)
    return {
      what: "app token",
      ok: false,
      optional: true,
      says: "SLACK_APP_TOKEN is not set: commands and buttons need it, unless SLACK_SIGNING_SECRET and PORT are",
    };
  const check = await attempt("app token", "", parts, async () => {
    await app.apps.connections.open({});
    return "accepted for Socket Mode";
  });
  if (check.ok) return check;
  return {
    ...check,
    says: check.says.replaceAll("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN").replace("bot token", "app token"),
  };
}

async function checkChannel(channel: string, parts: SetupParts): Promise<SetupCheck[]> {
  const { bot } = parts;
  let place: { readonly channel: string; readonly ts: string } | undefined;
  const posted = await attempt(channel, channel, parts, async () => {
    const text = "Telwatch test message; it removes itself.";
    const answer = await bot.chat.postMessage({ channel, text, unfurl_links: false, unfurl_media: false });
    place = { channel: answer.channel ?? channel, ts: answer.ts ?? "" };
    return "a test message was posted";
  });
  if (place === undefined) return [posted];
  const { channel: id, ts } = place;
  const read = await attempt(`${channel} history`, channel, parts, async () => {
    await bot.conversations.history({
      channel: id,
      limit: 1,
      oldest: ts,
      inclusive: true,
      include_all_metadata: true,
    });
    return "can be read: a message with unclear outcome is looked for before it is sent again";
  });
  const removed = await attempt(`${channel} clean-up`, channel, parts, async () => {
    await bot.chat.delete({ channel: id, ts });
    return "the test message was removed";
  });
  return [posted, { ...read, optional: true }, removed];
}

async function attempt(
  what: string,
  channel: string,
  parts: SetupParts,
  act: () => Promise<string>,
): Promise<SetupCheck> {
  try {
    return { what, ok: true, optional: false, says: await act() };
  } catch (error) {
    const verdict = classifyError(error, { now: parts.now(), tries: 0, channel });
    return { what, ok: false, optional: false, says: verdict.reason };
  }
}
