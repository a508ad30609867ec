import { describe, expect, it } from "vitest";
import { type DecideInput, decide } from "../../src/alerts/decide.ts";
import { digestTime } from "../../src/alerts/digest-time.ts";
import { rateSeverity } from "../../src/alerts/rate-severity.ts";
import type { Route } from "../../src/domain-config.ts";
import { assignStory } from "../../src/stories/grouping/assign-story.ts";
import { growStory } from "../../src/stories/news/grow-story.ts";
import { article, DAY, NOON, read } from "../stories/read.ts";

const NOW_ROUTE: Route = { channel: "#a", when: { carriers: "any" }, deliver: "now", at: undefined };
const DIGEST: Route = { channel: "#d", when: { actors: "any" }, deliver: "digest", at: "08:30" };

const breach = article("Intruders copied customer records of Telenor", [
  "Telenor said on Tuesday that hackers had copied records of 1.2 million customers.",
]);
function input(one = breach, more: Partial<DecideInput> = {}): DecideInput {
  return {
    read: read(one),
    before: undefined,
    alone: false,
    news: undefined,
    routes: [NOW_ROUTE],
    mutes: [],
    now: NOON,
    ...more,
  };
}
const opened = growStory(
  undefined,
  "S-0001",
  read(breach),
  assignStory(read(breach), [], { group: true, windowMs: 7 * DAY }),
  "urgent",
);

describe("decide", () => {
  it.each([
    ["a watched victim", input(), "alert", "new-story"],
    [
      "a weakness in what phone networks run on, an operator named with it",
      input(
        article("Flaw in eSIM software lets attackers copy a profile", [
          "Researchers found a vulnerability in the eSIM software that Telenor and other mobile operators use. No attack is known.",
          "A patch for the flaw, which is tracked as CVE-2031-1234, is out.",
        ]),
      ),
      "alert",
      "new-story",
    ],
    [
      "a weakness in something else, an operator named in passing",
      input(
        article("Flaw in photo editor lets attackers run code", [
          "Researchers found a vulnerability in a photo editor. A patch for the flaw, tracked as CVE-2031-1235, is out.",
          "One of them works for Telenor in her day job.",
        ]),
      ),
      "skip",
      "background-only",
    ],
    [
      "an attack on phone networks that names an operator only in passing",
      input(
        article("Spies raid mobile operators in the north for call records", [
          "Hackers broke into mobile operators in three countries and copied call records, a ministry said on Monday. It named none of them.",
          "Asked by this newspaper, Telenor declined to comment.",
        ]),
      ),
      "alert",
      "new-story",
    ],
    ["only a digest's route", input(breach, { routes: [DIGEST] }), "digest", "digest-route"],
    ["no route", input(breach, { routes: [] }), "skip", "no-route"],
    ["a roundup", input(breach, { alone: true }), "skip", "roundup"],
    [
      "a story that nobody watched was in",
      input(breach, { before: { ...opened, alerted: false } }),
      "alert",
      "watched-name-joined",
    ],
    [
      "news of an alerted story",
      input(breach, {
        before: { ...opened, alerted: true },
        news: { added: [{ label: "New", text: "x" }], differs: [], missing: [] },
      }),
      "reply",
      "adds-news",
    ],
    [
      "nothing new",
      input(breach, {
        before: { ...opened, alerted: true },
        news: { added: [], differs: [], missing: ["x"] },
      }),
      "skip",
      "nothing-new",
    ],
    [
      "business",
      input(
        article("Telenor raises prices in Norway", [
          "Telenor will charge ten kroner more from May, the operator said.",
        ]),
      ),
      "skip",
      "no-security-event",
    ],
    [
      "an accident",
      input(
        article("Excavator cuts Telenor cable, 9,000 customers offline", [
          "Some 9,000 Telenor customers lost internet service on Monday after an excavator cut a fibre cable near Hamar.",
        ]),
      ),
      "skip",
      "accident",
    ],
    [
      "nobody watched",
      input(article("Bakery robbed", ["A bakery in Hamar was robbed."])),
      "skip",
      "no-watched-name",
    ],
    [
      "a muted company",
      input(breach, { mutes: [{ kind: "entity", target: "telenor", until: NOON + 1 }] }),
      "skip",
      "muted-entity",
    ],
    [
      "a muted source",
      input(breach, { mutes: [{ kind: "source", target: "paper", until: NOON + 1 }] }),
      "skip",
      "muted-source",
    ],
    [
      "a source whose mute has ended",
      input(breach, { mutes: [{ kind: "source", target: "paper", until: NOON - 1 }] }),
      "alert",
      "new-story",
    ],
    [
      "a story whose mute has ended",
      input(breach, {
        before: { ...opened, alerted: true },
        news: { added: [{ label: "New", text: "x" }], differs: [], missing: [] },
        mutes: [{ kind: "story", target: opened.id, until: NOON - 1 }],
      }),
      "reply",
      "adds-news",
    ],
    [
      "a muted story",
      input(breach, { before: opened, mutes: [{ kind: "story", target: "S-0001", until: NOON + 1 }] }),
      "skip",
      "muted-story",
    ],
    [
      "a mute that has ended",
      input(breach, { mutes: [{ kind: "entity", target: "telenor", until: NOON }] }),
      "alert",
      "new-story",
    ],
  ])("for %s", (_, given, kind, reason) => {
    expect(decide(given)).toEqual({ kind, reason });
  });

  it("does not call an outage with sabotage in question an accident", () => {
    const outage = article("Outage silences Telenor customers in northern Norway", [
      "A Telenor outage left customers without service on Monday after two cables were severed. Police said that sabotage could not be ruled out.",
    ]);
    expect(decide(input(outage))).toEqual({ kind: "alert", reason: "new-story" });
  });
});

describe("rateSeverity", () => {
  it("is urgent for a victim and says by which rule, and names us where we are the victim", () => {
    const { findings } = read(breach);
    expect(rateSeverity(findings, { us: undefined })).toEqual({
      severity: "urgent",
      rule: "carriers+data-breach",
    });
    expect(rateSeverity(findings, { us: "telenor" })).toEqual({ severity: "urgent", rule: "us+data-breach" });
  });
});

describe("digestTime", () => {
  it.each([
    ["08:30", "UTC", "2031-03-04T07:00:00Z", "2031-03-04T08:30:00.000Z"],
    ["08:30", "UTC", "2031-03-04T08:30:00Z", "2031-03-05T08:30:00.000Z"],
    ["08:30", "Europe/London", "2031-07-01T12:00:00Z", "2031-07-02T07:30:00.000Z"],
    ["08:30", "Europe/London", "2031-03-29T12:00:00Z", "2031-03-30T07:30:00.000Z"],
    ["08:30", "Asia/Kolkata", "2031-01-01T00:00:00Z", "2031-01-01T03:00:00.000Z"],
  ])("finds %s in %s after %s", (at, zone, now, expected) => {
    expect(new Date(digestTime(at, zone, Date.parse(now))).toISOString()).toBe(expected);
  });
});
