import { afterEach, describe, expect, it } from "vitest";
import { openClient } from "../../src/slack/open-client.ts";
import { slackLogger } from "../../src/slack/slack-logger.ts";
import { testSetup } from "../../src/slack/test-setup.ts";
import { CHANNELS, type FakeSlack, startFakeSlack, TOKENS } from "../fakes/slack-server.ts";

let slack: FakeSlack;
afterEach(() => slack.stop());

async function check(channels: readonly string[], tokens = TOKENS) {
  const options = { apiUrl: slack.url, logger: slackLogger(() => {}) };
  const checks = await testSetup({
    bot: openClient(tokens.bot, options),
    app: openClient(tokens.app, options),
    channels,
    now: Date.now,
  });
  return checks.map(
    (one) => `${one.ok ? "ok" : one.optional ? "without" : "missing"} ${one.what}: ${one.says}`,
  );
}

describe("testSetup", () => {
  it("finds nothing wrong where nothing is, and leaves no message behind", async () => {
    slack = await startFakeSlack();
    const says = await check(["#threats", "#threat-actors"]);
    expect(says.every((line) => line.startsWith("ok "))).toBe(true);
    expect(says.length).toBe(2 + 2 * 3);
    expect(slack.calls.filter((call) => call.method === "chat.postMessage").length).toBe(2);
    expect(slack.workspace.messages).toEqual([]);
  });

  it("names the channel to which the bot must be invited, the archived one and the unknown one", async () => {
    slack = await startFakeSlack({
      channels: [
        { ...CHANNELS[0]!, member: false },
        { ...CHANNELS[1]!, archived: true },
      ],
    });
    const says = (await check(["#telecom-threats", "#threat-actors", "#nowhere"])).slice(2);
    expect(says).toEqual([
      expect.stringMatching(/^missing #telecom-threats: .*invite it there/),
      expect.stringMatching(/^missing #threat-actors: .*unarchive it/),
      expect.stringMatching(/^missing #nowhere: .*check its name under routes/),
    ]);
  });

  it("names the scope that is missing and says which one it can do without", async () => {
    slack = await startFakeSlack({ scopes: ["chat:write"] });
    expect((await check(["#threats"])).slice(2)).toEqual([
      expect.stringMatching(/^ok #threats/),
      expect.stringMatching(/^without #threats history: .*channels:history/),
      expect.stringMatching(/^ok #threats clean-up/),
    ]);
  });

  it("stops at a refused bot token and tells it from the app token", async () => {
    slack = await startFakeSlack();
    expect(await check(["#threats"], { bot: "xoxb-no", app: "xapp-no" })).toEqual([
      expect.stringMatching(/^missing bot token: .*SLACK_BOT_TOKEN/),
      expect.stringMatching(/^missing app token: .*SLACK_APP_TOKEN/),
    ]);
  });
});
