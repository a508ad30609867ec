import { describe, expect, it } from "vitest";
import { readEnvironment } from "../../src/config/read-environment.ts";

describe("readEnvironment", () => {
  it("needs nothing", () => {
    expect(readEnvironment({})).toMatchObject({
      problems: [],
      environment: {
        slackBotToken: undefined,
        configPath: "feeds.yaml",
        stateDir: ".telwatch",
        logLevel: "info",
        healthPort: undefined,
        healthHost: "127.0.0.1",
        noColor: false,
      },
    });
  });

  it("notices swapped tokens without repeating them", () => {
    const { problems } = readEnvironment({
      SLACK_BOT_TOKEN: "xapp-secret-1",
      SLACK_APP_TOKEN: "xoxb-secret-2",
    });
    expect(problems.map((p) => p.key)).toEqual(["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]);
    expect(JSON.stringify(problems)).not.toContain("secret");
  });

  it("lists every wrong variable at once", () => {
    const { problems } = readEnvironment({
      PORT: "http",
      HEALTH_PORT: "70000",
      LOG_LEVEL: "loud",
      SLACK_API_URL: "x",
    });
    expect(problems.map((p) => p.key).sort()).toEqual(["HEALTH_PORT", "LOG_LEVEL", "PORT", "SLACK_API_URL"]);
  });

  it("treats empty variables as unset", () => {
    expect(
      readEnvironment({ SLACK_BOT_TOKEN: " ", TELWATCH_STATE: "", NO_COLOR: "" }).environment,
    ).toMatchObject({
      slackBotToken: undefined,
      stateDir: ".telwatch",
      noColor: false,
    });
  });
});
