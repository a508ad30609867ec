import { describe, expect, it } from "vitest";
import { chooseRoutes } from "../../src/alerts/choose-routes.ts";
import type { Route } from "../../src/domain-config.ts";
import { article, read } from "../stories/read.ts";

const route = (channel: string, when: Route["when"]): Route => ({
  channel,
  when,
  deliver: "now",
  at: undefined,
});
const routes = [
  route("#any", { carriers: "any" }),
  route("#telia", { carriers: ["telia"] }),
  route("#victims", { carriers: "any", roles: ["victim"] }),
];
const channelsFor = (title: string, text: string) =>
  chooseRoutes(read(article(title, [text])).findings, "notice", { routes }).map((one) => one.channel);

describe("chooseRoutes", () => {
  it("takes a report on a victim to those who watch the victim, not to those who watch a bystander", () => {
    const text = "Telenor said that hackers had copied records of its customers. Telia declined to comment.";
    expect(channelsFor("Hackers copy Telenor records", text)).toEqual(["#any", "#victims"]);
  });

  it("takes a report that names nobody hit to those who watch whom it names, unless they want victims", () => {
    const text = "Hackers broke into three mobile operators, a ministry said. Telia declined to comment.";
    expect(channelsFor("Spies raid mobile operators", text)).toEqual(["#any", "#telia"]);
  });
});
