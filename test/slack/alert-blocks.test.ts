import { describe, expect, it } from "vitest";
import type { Message } from "../../src/domain-delivery.ts";
import { alertBlocks, coreBlocks } from "../../src/slack/alert-blocks.ts";
import { drawLink, escapeMrkdwn, escapePlain } from "../../src/slack/escape-text.ts";
import { MAX_MESSAGE_CHARACTERS, validateBlocks } from "../../src/slack/validate-blocks.ts";

const HOSTILE = [
  "<!channel> wake up",
  "ask <@U1> now",
  "<https://evil.example|bank.com>",
  "twice &amp;lt;b&amp;gt;",
  "code `rm -rf` and ```more```",
  "👩‍👩‍👧‍👦🇬🇧".repeat(200),
  "right\u202eot\u2066 left\u200f",
  "x".repeat(3_500),
  "one\r\ntwo\u2028three\ttabs",
  "*bold* _slanted_ ~gone~",
  "\u0000\u0007bell",
  "broken \ud800 surrogate",
  "   ",
  "https://evil.example/?a=<b>&c=|d",
];
function hostile(text: string): Message {
  return {
    kind: "alert",
    text,
    headline: text,
    severity: "urgent",
    storyId: "S-0001",
    lines: [
      { label: text.slice(0, 20), text, links: [{ label: text, url: "https://a.example/x?y=1&z=<|>" }] },
    ],
    quotes: [{ text, speaker: text, paragraph: 3 }],
    outlets: [{ label: text, url: "https://news.example/a" }],
    footer: text,
    buttons: true,
  };
}

describe("alertBlocks", () => {
  it.each(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    "draws %s within Slack's limits and lets none of it act",
    (_name, text) => {
      for (const kind of ["alert", "reply", "digest", "notice"] as const) {
        const drawn = alertBlocks({ ...hostile(text), kind }, "telwatch:k");
        expect(validateBlocks(drawn.blocks)).toEqual([]);
        const json = JSON.stringify(drawn);
        expect(json).not.toMatch(/<!|<@|<https:\/\/evil|[\u202e\u2066\u200f]|\\u0007|\\ud800/);
        expect(drawn.text.length).toBeGreaterThan(0);
      }
    },
  );

  it("shows what the lock screen needs, the level in the header and the key in the footer's block id", () => {
    const drawn = alertBlocks(hostile("T-Mobile breached"), "telwatch:k");
    expect(drawn.text).toBe("T-Mobile breached");
    expect(drawn.blocks[0]).toMatchObject({ type: "header", text: { text: "[urgent] T-Mobile breached" } });
    expect(drawn.blocks.at(-2)).toMatchObject({ type: "context", block_id: "telwatch:k" });
  });

  it("offers the buttons with the story they act on", () => {
    const actions = alertBlocks(hostile("x"), "m").blocks.at(-1);
    expect(actions).toMatchObject({
      type: "actions",
      elements: [
        { type: "button", value: "S-0001", text: { text: "Ack" } },
        { type: "button", value: "S-0001", text: { text: "Evidence" } },
        { type: "button", value: "S-0001", text: { text: "Not relevant" } },
        { type: "overflow" },
      ],
    });
  });

  it("stays under the size limit by leaving out the least telling end and saying how much", () => {
    const long = "A sentence of some length about the matter. ".repeat(14);
    const message: Message = {
      ...hostile("Digest"),
      kind: "digest",
      buttons: false,
      lines: Array.from({ length: 400 }, (_, n) => ({ label: `S-${n}`, text: long })),
    };
    const drawn = alertBlocks(message, "m");
    expect(JSON.stringify(drawn.blocks).length).toBeLessThanOrEqual(MAX_MESSAGE_CHARACTERS);
    expect(validateBlocks(drawn.blocks)).toEqual([]);
    const shown = JSON.stringify(drawn.blocks).match(/\*S-\d+\*/g)?.length ?? 0;
    const missing = Number(/and (\d+) more/.exec(JSON.stringify(drawn.blocks))?.[1]);
    expect(shown).toBeGreaterThan(3);
    expect(shown + missing).toBe(400);
  });

  it("draws a core without buttons, quotes and menus", () => {
    const core = coreBlocks(hostile("plain"), "m");
    expect(core.blocks.map((block) => block.type)).toEqual(["header", "section", "context", "context"]);
  });
});

describe("escapePlain", () => {
  it("cuts at the end of a sentence when one is near, else at a word", () => {
    expect(escapePlain("One two three four. Five six seven eight nine.", 30)).toBe("One two three four. …");
    expect(escapePlain("alpha beta gamma delta epsilon", 20)).toBe("alpha beta gamma…");
  });
  it("never tears a grapheme or an entity", () => {
    const family = "👩‍👩‍👧‍👦";
    expect(escapePlain(family.repeat(5), family.length * 2 + 5)).toBe(`${family.repeat(2)}…`);
    const cut = escapePlain("&".repeat(50), 33);
    expect(cut).toMatch(/^(&amp;)+…$/);
    expect(cut.length).toBeLessThanOrEqual(33);
  });
  it("escapes once and keeps other letters", () => {
    expect(escapePlain("AT&T <b> é 漢字 עברית", 100)).toBe("AT&amp;T &lt;b&gt; é 漢字 עברית");
  });
});

describe("escapeMrkdwn", () => {
  it("lets nothing format, and leaves inner underscores alone", () => {
    expect(escapeMrkdwn("*a* _b_ ~c~ `d` snake_case", 100)).toBe("∗a∗ ˍbˍ ∼c∼ ˋdˋ snake_case");
  });
});

describe("drawLink", () => {
  it("shows the host beside the label", () => {
    expect(drawLink("Outlet", "https://www.news.example/a?b=1&c=2", 300)).toBe(
      "<https://www.news.example/a?b=1&amp;c=2|Outlet> (news.example)",
    );
  });
  it.each([["javascript:alert(1)"], ["data:text/html,x"], ["not a url"], ["https://user:pw@bank.example/"]])(
    "makes no link of %s",
    (address) => {
      expect(drawLink("Label", address, 300)).toBe("Label");
    },
  );
  it("cannot be broken out of", () => {
    const drawn = drawLink("a|b>c<d", "https://x.example/a|b>c", 300);
    expect(drawn.match(/[<>|]/g)).toEqual(["<", "|", ">"]);
  });
});

describe("validateBlocks", () => {
  const text = { type: "mrkdwn", text: "hello" };
  const section = { type: "section", text };
  const button = { type: "button", action_id: "a", text: { type: "plain_text", text: "Go" } };
  it.each([
    ["no block", [], /at least one/],
    ["51 blocks", Array.from({ length: 51 }, () => ({ type: "divider" })), /at most 50/],
    ["an unknown type", [{ type: "carousel" }], /unknown type carousel/],
    ["an unknown key", [{ ...section, colour: "red" }], /unknown key/],
    ["a section without text", [{ type: "section" }], /needs text/],
    [
      "a long section",
      [{ type: "section", text: { type: "mrkdwn", text: "x".repeat(3_001) } }],
      /at most 3000/,
    ],
    [
      "a long header",
      [{ type: "header", text: { type: "plain_text", text: "x".repeat(151) } }],
      /at most 150/,
    ],
    ["a mrkdwn header", [{ type: "header", text }], /expected plain_text/],
    ["an empty text", [{ type: "section", text: { type: "mrkdwn", text: "" } }], /expected text/],
    ["a long block id", [{ ...section, block_id: "x".repeat(256) }], /at most 255/],
    [
      "a block id used twice",
      [
        { ...section, block_id: "x" },
        { ...section, block_id: "x" },
      ],
      /used twice/,
    ],
    ["eleven context elements", [{ type: "context", elements: Array(11).fill(text) }], /at most 10/],
    ["26 buttons", [{ type: "actions", elements: Array(26).fill(button) }], /at most 25/],
    [
      "a long button",
      [{ type: "actions", elements: [{ ...button, text: { type: "plain_text", text: "x".repeat(76) } }] }],
      /at most 75/,
    ],
    [
      "a long value",
      [{ type: "actions", elements: [{ ...button, value: "x".repeat(2_001) }] }],
      /at most 2000/,
    ],
    ["a mention", [{ type: "section", text: { type: "mrkdwn", text: "hey <@U123>" } }], /a mention/],
    ["a channel call", [{ type: "section", text: { type: "mrkdwn", text: "hey <!channel>" } }], /a mention/],
    ["a bare angle", [{ type: "section", text: { type: "mrkdwn", text: "1 < 2" } }], /unescaped/],
    [
      "a strange link",
      [{ type: "section", text: { type: "mrkdwn", text: "<javascript:x|y>" } }],
      /neither a link/,
    ],
    [
      "too much in all",
      Array.from({ length: 5 }, () => ({
        type: "section",
        text: { type: "mrkdwn", text: "x".repeat(2_500) },
      })),
      /at most 10000/,
    ],
    ["emoji in mrkdwn", [{ type: "section", text: { ...text, emoji: true } }], /only plain_text/],
    ["a thing that is no list", { type: "section" }, /expected a list/],
  ])("refuses %s", (_name, blocks, problem) => {
    expect(validateBlocks(blocks).join("\n")).toMatch(problem);
  });
  it("accepts a plain message", () => {
    expect(validateBlocks([section, { type: "divider" }, { type: "actions", elements: [button] }])).toEqual(
      [],
    );
  });
});
