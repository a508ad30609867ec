import { describe, expect, it } from "vitest";
import { chooseRoutes } from "../../src/alerts/choose-routes.ts";
import type { CarrierRole, Findings } from "../../src/domain.ts";
import type { Route } from "../../src/domain-config.ts";

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
function channelsFor(roles: Readonly<Record<string, CarrierRole>>): string[] {
  const carriers = Object.entries(roles).map(([id, role]) => ({
    id,
    name: id,
    role,
    matched: [id],
    mentions: [],
    why: "",
  }));
  const event = { type: "intrusion", why: "" } as const;
  const findings: Findings = { actors: [], carriers, ties: [], dropped: [], furniture: [], event };
  return chooseRoutes(findings, "notice", { routes }).map((one) => one.channel);
}

describe("chooseRoutes", () => {
  it("takes a report on a victim to those who watch the victim, not to those who watch a bystander", () => {
    expect(channelsFor({ telenor: "victim", telia: "mentioned" })).toEqual(["#any", "#victims"]);
  });

  it("takes a report that names nobody hit to those who watch whom it names, unless they want victims", () => {
    expect(channelsFor({ telia: "mentioned" })).toEqual(["#any", "#telia"]);
    expect(channelsFor({ telia: "source" })).toEqual([]);
  });
});
