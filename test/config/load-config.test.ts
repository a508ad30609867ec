import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkConfig, loadConfig } from "../../src/config/load-config.ts";

const folder = mkdtempSync(join(tmpdir(), "telwatch-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = `
feeds:
  - { name: Daily Wire, url: "https://news.example/feed", topic: security, every: 30m }
  - name: "Réseau & Co."
    url: https://reseau.example/rss
routes:
  - { channel: "#telecom", when: { carriers: any } }
  - { channel: "#actors", when: { actors: [salt-typhoon] }, deliver: digest }
`;

function problemsOf(text: string): string[] {
  return checkConfig(text).problems.map((p) => `${p.line}:${p.column} ${p.key}: ${p.message}`);
}

describe("checkConfig", () => {
  it("fills in the defaults that the documentation promises", () => {
    const { config, problems } = checkConfig(GOOD);
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      schedule: "*/10 * * * *",
      timezone: "UTC",
      firstPollHours: 0,
      watch: { actors: "all", carriers: "all", aliases: [] },
      stories: { group: true, windowMs: 7 * 86_400_000 },
      network: { allowHosts: [], intervalMs: 15 * 60_000 },
      slack: { graceMs: 30_000, command: "/telwatch" },
    });
    expect(config?.feeds.map((feed) => [feed.id, feed.topic, feed.everyMs])).toEqual([
      ["daily-wire", "security", 1_800_000],
      ["reseau-co", "general", 900_000],
    ]);
    expect(config?.routes.map((route) => route.at)).toEqual([undefined, "08:30"]);
  });

  it("lists all mistakes at once, each with its line and column", () => {
    const text = [
      'schedule: "61 * * * *"',
      "timezone: Europe/Londn",
      "feeds:",
      "  - { name: A, url: ftp://a.example/x, topic: securty }",
      "  - { nme: B, url: https://b.example/x }",
      "watch: { actors: al, carriers: [att, Nope!] }",
      "stories: { group: yes please, windw: 7d }",
      "routes:",
      "  - { channel: general, when: { event: [outage] }, deliver: digest, at: 8 }",
    ].join("\n");
    expect(problemsOf(text)).toEqual([
      '1:11 schedule: expected a cron expression of 5 fields, or 6 with seconds, such as "*/10 * * * *", got "61 * * * *"',
      '2:11 timezone: expected an IANA time zone such as Europe/London or UTC, got "Europe/Londn"',
      '4:21 feeds[0].url: expected an http:// or https:// address, got "ftp://a.example/x"',
      '4:47 feeds[0].topic: expected one of telecom, security, general, got "securty"; did you mean "security"?',
      "5:5 feeds[1].name: expected a text that is not empty, got nothing",
      '5:7 feeds[1].nme: unknown key "nme"; did you mean "name"?',
      '6:18 watch.actors: expected "all", or a list, got "al"',
      '6:38 watch.carriers[1]: expected an id of small letters, digits and hyphens, such as salt-typhoon, or keys with values, got "Nope!"',
      '7:19 stories.group: expected true or false, got "yes please"',
      '7:31 stories.windw: unknown key "windw"; did you mean "window"?',
      '9:16 routes[0].channel: expected a channel such as "#telecom-threats" (in quotes) or a channel id such as C0123456789, got "general"',
      '9:33 routes[0].when.event: unknown key "event"; did you mean "events"?',
      '9:73 routes[0].at: expected a time of day in quotes, such as "08:30", got 8',
    ]);
  });

  it("explains a mistake inside an own entry by the key that is wrong", () => {
    expect(problemsOf("watch: { carriers: [{ id: my-telco, name: My Telco, nmaes: [MyTel] }] }")).toEqual([
      '1:53 watch.carriers[0].nmaes: unknown key "nmaes"; did you mean "names"?',
    ]);
  });

  it.each([
    ["30s", 30_000],
    ["15m", 900_000],
    ["1h30m", 5_400_000],
    ["7d", 604_800_000],
    ["2w", 1_209_600_000],
  ])("reads the window %s as %i ms", (text, ms) => {
    expect(checkConfig(`stories: { window: ${text} }`).config?.stories.windowMs).toBe(ms);
  });

  it.each(["7", "7 days", "-1d", "0s", "d", "1e3s", "1.5", "[7d]"])("refuses %s as a duration", (text) => {
    expect(problemsOf(`stories: { window: ${text} }`)[0]).toContain("expected a duration such as 30s");
  });

  it("takes cron expressions with seconds", () => {
    expect(checkConfig('schedule: "*/5 * * * * *"').config?.schedule).toBe("*/5 * * * * *");
    expect(problemsOf('schedule: "* * * *"')).toHaveLength(1);
  });

  it("keeps public feeds at five minutes and lets allowed hosts be asked more often", () => {
    const feeds =
      "feeds: [{ name: A, url: 'https://a.example/', every: 1m }, { name: B, url: 'http://127.0.0.1:9/' }]";
    const every = (text: string) =>
      checkConfig(`${text}\n${feeds}`).config?.feeds.map((feed) => feed.everyMs);
    expect(every("network: { interval: 1s }")).toEqual([300_000, 300_000]);
    expect(every("network: { interval: 1s, allowHosts: [127.0.0.1] }")).toEqual([300_000, 1_000]);
    expect(every("network: { interval: 1s, allowHosts: [a.example] }")).toEqual([60_000, 300_000]);
  });

  it("refuses two feeds of one name", () => {
    const text = "feeds:\n- {name: A b, url: 'https://a.example/'}\n- {name: a-B, url: 'https://a.example/'}";
    expect(problemsOf(text)).toEqual([
      "3:10 feeds[1].name: expected a name of its own, got the name of feeds[0] again; remove one of them",
    ]);
  });

  it("refuses a digest hour on a route that posts at once", () => {
    expect(problemsOf('routes: [{ channel: "#a", at: "08:30" }]')[0]).toContain(
      "1:31 routes[0].at: expected deliver: digest",
    );
  });

  it("refuses ids that neither the catalogue nor an own entry has, naming the nearest", () => {
    const known = { actors: ["salt-typhoon", "lapsus"], carriers: ["verizon", "att"] };
    const text = [
      "us: verizn",
      "watch:",
      "  actors: [salt-tyfoon, lapsus, { id: my-group, name: Mine }]",
      "  carriers: [att, atlantis]",
      "  aliases: [{ actor: salt-typhon, alias: Foo, source: me }]",
      'routes: [{ channel: "#a", when: { actors: [my-group], carriers: [attt] } }]',
    ].join("\n");
    expect(checkConfig(text, known).problems.map((p) => `${p.line}:${p.column} ${p.message}`)).toEqual([
      '1:5 no carrier of the catalogue has the id "verizn"; did you mean "verizon"?',
      '3:12 no actor of the catalogue has the id "salt-tyfoon"; did you mean "salt-typhoon"?',
      expect.stringMatching(/^4:19 no carrier of the catalogue has the id "atlantis"; npx telwatch lookup/),
      '5:22 no actor of the catalogue has the id "salt-typhon"; did you mean "salt-typhoon"?',
      '6:66 no carrier of the catalogue has the id "attt"; did you mean "att"?',
    ]);
  });

  it("never repeats what looks like a secret", () => {
    const found = problemsOf("us: xoxb-1234-5678\nnetwork: { interval: https://user:pass@host/ }").join("\n");
    expect(found).toContain("looks like a secret");
    expect(found).not.toMatch(/1234|pass@/);
  });

  it.each([
    ["broken YAML", "feeds: [", "not readable as YAML"],
    ["a repeated key", "us: a\nus: b", "2:1"],
    ["an empty file", "", "the file is empty"],
    ["a mere list", "- a\n- b", "expected keys with values, got a list of 2"],
    [
      "a bomb of aliases",
      `a: &a [x,x]\n${"bcdefghij"
        .split("")
        .map((k, i) => `${k}: &${k} [${`*${"abcdefghij"[i]},`.repeat(9)}]`)
        .join("\n")}`,
      "not readable as YAML",
    ],
  ])("names the trouble with %s", (_, text, message) => {
    expect(problemsOf(text).join("\n")).toContain(message);
    expect(checkConfig(text).config).toBeUndefined();
  });
});

describe("loadConfig", () => {
  it("says what to do when the file is missing, a folder, binary or huge", () => {
    const binary = join(folder, "binary.yaml");
    writeFileSync(binary, Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    const huge = join(folder, "huge.yaml");
    writeFileSync(huge, "x".repeat(3 * 1024 * 1024));
    const messages = [join(folder, "none.yaml"), folder, binary, huge].map(
      (path) => loadConfig(path).problems[0]?.message ?? "",
    );
    expect(messages[0]).toMatch(/there is no such file; name another with --config/);
    expect(messages[1]).toMatch(/it is a folder/);
    expect(messages[2]).toMatch(/expected text in UTF-8/);
    expect(messages[3]).toMatch(/expected a configuration under 2 MB/);
  });

  it("reads the file that the environment names when none is given", () => {
    const path = join(folder, "good.yaml");
    writeFileSync(path, GOOD);
    expect(loadConfig(undefined, { configPath: path })).toMatchObject({ path, problems: [] });
  });
});
