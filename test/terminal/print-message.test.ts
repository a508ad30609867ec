import { describe, expect, it } from "vitest";
import { printMessage } from "../../src/terminal/print-message.ts";
import { columnsOf } from "../../src/terminal/wrap-text.ts";
import { aMessage } from "./a-message.ts";

const PLAIN = { color: false, links: false, width: 72 };
const RICH = { color: true, links: true, width: 72 };
const ESC = "\u001B";

describe("printMessage", () => {
  it("shows headline, lines, quotes with their speaker, sources and footer in this order", () => {
    const text = printMessage(aMessage(), { ...PLAIN, width: 100 });
    const parts = [
      "URGENT  Nordwave breached",
      "Victim   Nordwave",
      "Actor    Salt",
      "│ We see",
      "— Nordwave",
      "Sources",
      "1 outlet",
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("writes no escape sequence and spells addresses out where there is no terminal", () => {
    const text = printMessage(aMessage(), PLAIN);
    expect(text).not.toContain(ESC);
    expect(text).toContain("evidence (https://wire.example/a?b=1)");
  });

  it("colours by severity and makes links clickable on a terminal", () => {
    const text = printMessage(aMessage(), RICH);
    expect(text).toContain(`${ESC}[1;31mURGENT`);
    expect(text).toContain(`${ESC}]8;;https://wire.example/a${ESC}\\Daily Wire${ESC}]8;;${ESC}\\`);
    expect(text).not.toContain("(https://");
    expect(printMessage(aMessage({ severity: "notice" }), RICH)).toContain(`${ESC}[1;33mNOTICE`);
  });

  it("keeps every line within the width, wide characters counted twice", () => {
    const headline = `${"漏洩した通信記録 ".repeat(12)}${"a long headline ".repeat(8)}`;
    for (const style of [PLAIN, RICH])
      for (const line of printMessage(aMessage({ headline }), style).split("\n"))
        expect(columnsOf(line)).toBeLessThanOrEqual(72);
  });

  it("lets a label that is too long for its column lead the text", () => {
    const lines = [{ label: "Nordwave still limits it", text: "no evidence of any impact" }];
    expect(printMessage(aMessage({ lines }), PLAIN)).toContain(
      "          Nordwave still limits it: no evidence",
    );
  });

  it("lets nothing from a feed act on the terminal", () => {
    const evil = `${ESC}]0;owned\u0007${ESC}[2J\u009b31m\u202eevil\r\nnext`;
    const message = aMessage({
      headline: evil,
      footer: evil,
      lines: [{ label: evil, text: evil, links: [{ label: evil, url: `javascript:alert(1)` }] }],
      quotes: [{ text: evil, speaker: evil, paragraph: 1 }],
      outlets: [{ label: evil, url: `https://x.example/${ESC}\\${ESC}[2J` }],
    });
    const plain = printMessage(message, PLAIN);
    expect(plain).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(plain).not.toContain("javascript:");
    const rich = printMessage(message, RICH);
    expect(rich).not.toContain(`${ESC}[2J`);
    expect(rich).not.toContain(`${ESC}]0;`);
  });
});
