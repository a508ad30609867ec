import { describe, expect, it } from "vitest";
import type { Query } from "../../src/domain-lookup.ts";
import { parseQuery } from "../../src/lookup/parse-query.ts";

const NOW = Date.UTC(2024, 10, 20, 12);
const DAY = 86_400_000;
const read = (text: string): Query => parseQuery(text, NOW);
const actor = (name: string, since?: number): Query => ({ kind: "actor", name, since });

describe("parseQuery", () => {
  it.each<[string, Query]>([
    ["actor UNC2286", actor("UNC2286")],
    ["  Actor   Salt Typhoon ", actor("Salt Typhoon")],
    ["actor “Salt Typhoon”", actor("Salt Typhoon")],
    ["actor `salt-typhoon`", actor("salt-typhoon")],
    ["actor *Salt* Typhoon?", actor("Salt Typhoon")],
    ["ACTOR Lapsus$.", actor("Lapsus$")],
    ["actor ‘Ghost Emperor’", actor("Ghost Emperor")],
    ['actor "Salt Typhoon', actor("Salt Typhoon")],
    ["actor salt typhoon since 90d", actor("salt typhoon", NOW - 90 * DAY)],
    ["actor salt typhoon since:2 weeks", actor("salt typhoon", NOW - 14 * DAY)],
    ["actor salt typhoon since 2024-11", actor("salt typhoon", Date.UTC(2024, 10, 1))],
    ["actor salt typhoon since Oct 2024", actor("salt typhoon", Date.UTC(2024, 9, 1))],
    ["actor <@U123|salt> typhoon", actor("salt typhoon")],
    ["actor Sal\u200bt \u202eTyphoon", actor("Salt Typhoon")],
    ["/telwatch actor APT28", actor("APT28")],
    ["carrier AT&amp;T", { kind: "carrier", name: "AT&T", since: undefined }],
    ["carrier T‑Mobile!", { kind: "carrier", name: "T-Mobile", since: undefined }],
    ["carrier <#C0123|verizon>", { kind: "carrier", name: "verizon", since: undefined }],
    ["telco three", { kind: "carrier", name: "three", since: undefined }],
    ["story s-142", { kind: "story", target: "S-0142" }],
    ["story S-12345.", { kind: "story", target: "S-12345" }],
    [
      "story <https://a.example/x?y=1&amp;z=2|a.example>",
      { kind: "story", target: "https://a.example/x?y=1&z=2" },
    ],
    ["story hxxps://a[.]example/x", { kind: "story", target: "https://a.example/x" }],
    ["story hxxp[:]//a(.)example/x.", { kind: "story", target: "http://a.example/x" }],
    ["why a[.]example/path", { kind: "why", target: "https://a.example/path" }],
    ["test <http://a.example|a.example>", { kind: "test", url: "http://a.example/" }],
    ["timeline t-mobile since 2y", { kind: "timeline", name: "t-mobile", since: NOW - 730 * DAY }],
    ["trend", { kind: "trend", name: undefined, windowMs: 7 * DAY }],
    ["trend 30d", { kind: "trend", name: undefined, windowMs: 30 * DAY }],
    ["trend salt typhoon 2 weeks", { kind: "trend", name: "salt typhoon", windowMs: 14 * DAY }],
    ["watch", { kind: "watch-list" }],
    ["watch list", { kind: "watch-list" }],
    ["watch add Weaver Ant", { kind: "watch-add", name: "Weaver Ant", as: undefined, until: undefined }],
    [
      "watch add Weaver Ant until 30d",
      { kind: "watch-add", name: "Weaver Ant", as: undefined, until: NOW + 30 * DAY },
    ],
    [
      "watch add new actor Grey Heron",
      { kind: "watch-add", name: "Grey Heron", as: "actor", until: undefined },
    ],
    ["watch remove Weaver Ant", { kind: "watch-remove", name: "Weaver Ant" }],
    ["mute S-0142 7d", { kind: "mute", target: "S-0142", until: NOW + 7 * DAY, because: undefined }],
    [
      "mute lumen technologies for 3 days because we know",
      { kind: "mute", target: "lumen technologies", until: NOW + 3 * DAY, because: "we know" },
    ],
    ["mute lumen", { kind: "mute", target: "lumen", until: NOW + 7 * DAY, because: undefined }],
    ["mute list", { kind: "mute-list" }],
    ["unmute Lumen", { kind: "unmute", target: "Lumen" }],
    ["feeds", { kind: "feeds" }],
    ["status?", { kind: "status" }],
    ["digest", { kind: "digest", when: "now" }],
    ["digest daily 8:30", { kind: "digest", when: { at: "08:30" } }],
    ["digest off", { kind: "digest", when: "off" }],
  ])("reads %j", (text, query) => {
    expect(read(text)).toEqual(query);
  });

  it("reads search words, phrases and filters with or without a space after the colon", () => {
    expect(
      read("search “call records” wiretap carrier: verizon type:intrusion since:30d until:2024-11"),
    ).toEqual({
      kind: "search",
      words: ["call records", "wiretap"],
      filters: {
        actor: undefined,
        carrier: "verizon",
        source: undefined,
        type: "intrusion",
        since: NOW - 30 * DAY,
        until: Date.UTC(2024, 11, 1) - 1,
      },
      page: 1,
    });
    expect(read('search actor:"Salt Typhoon" page:3')).toMatchObject({
      filters: { actor: "Salt Typhoon" },
      words: [],
      page: 3,
    });
  });

  it.each<[string, string | undefined, RegExp | undefined]>([
    ["", undefined, undefined],
    ["   ", undefined, undefined],
    ["help", undefined, undefined],
    ["help search", "search", undefined],
    ["actor", "actor", /Which actor/],
    ["actor --json salt", "actor", /no option --json/],
    ["actor x since yesteryear", "actor", /cannot read "yesteryear"/],
    ["carrier verizon --since=30d", "carrier", /no option/],
    ["story 142abc", "story", /neither a story id/],
    ["story javascript:alert(1)", "story", /neither/],
    ["test file:///etc/passwd", "test", /http/],
    ["test http://user:secret@a.example/", "test", /http/],
    ["trend 5h", "trend", /one day/],
    ["watch banana", "watch", /watch add/],
    ["watch add X until never", "watch", /cannot read "never"/],
    ["mute lumen 99999y", "mute", /cannot read|at most a year/],
    ["mute lumen 2y", "mute", /at most a year/],
    ["digest daily 25:00", "digest", /digest daily/],
    ["search", "search", /which words/],
    ["search type:gossip", "search", /type: is one of/],
    ["search x since:whenever", "search", /cannot read since/],
    ["search x page:0", "search", /page:/],
  ])("answers %j with help and nothing else", (text, verb, problem) => {
    const query = read(text);
    expect(query.kind).toBe("help");
    if (query.kind !== "help") return;
    expect(query.verb).toBe(verb);
    if (problem === undefined) expect(query.problem).toBeUndefined();
    else expect(query.problem).toMatch(problem);
  });

  it("names the nearest verb and offers the archive for a word it does not know", () => {
    expect(read("acter salt typhoon")).toMatchObject({
      kind: "help",
      nearest: "actor",
      words: "acter salt typhoon",
    });
    expect(read("xqzw")).toMatchObject({ kind: "help", nearest: undefined });
  });

  it.each([
    "A".repeat(10_000),
    "actor ".repeat(2_000),
    "'; DROP TABLE story; --",
    "actor '; DROP TABLE story; --",
    "<!channel> *bold* <https://evil.example|bank.example>",
    '"'.repeat(500),
    "search ".concat("(".repeat(900)),
    "\u0000\u001b[31m",
    "actor \ud800",
  ])("never throws on hostile words (%#)", (text) => {
    expect(() => read(text)).not.toThrow();
  });

  it("reads 2,000 characters of any shape in a few milliseconds", () => {
    const started = performance.now();
    for (const piece of ["a ", "<", "[.]", '"', "since ", "&amp;", "*_*", "h**p"])
      read(`search ${piece.repeat(Math.floor(1_900 / piece.length))}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
