import type { Message, Quote } from "../domain-delivery.ts";
import { paint, paintLink, plainText, type TerminalStyle, type Tone } from "./paint.ts";
import { wrapText } from "./wrap-text.ts";

const LABEL_COLUMNS = 9;

/** Draws a message for a terminal, without an end of line: headline in its severity's colour, labelled lines, quotes, outlets, footer. */
export function printMessage(message: Message, style: TerminalStyle): string {
  const tone = toneOf(message);
  const bar = paint("┃", tone, style);
  const inner = style.width - 2;
  const lines = [
    ...drawHeadline(message, tone, inner, style),
    ...message.lines.flatMap((line) => {
      const links = (line.links ?? []).map((link) => paintLink(link.label, link.url, style));
      return drawLabelled(
        line.label,
        [plainText(line.text), ...links].filter((part) => part !== "").join(" · "),
        inner,
        style,
      );
    }),
    ...message.quotes.flatMap((quote) => drawQuote(quote, inner, style)),
    ...(message.outlets.length === 0
      ? []
      : drawLabelled(
          "Sources",
          message.outlets.map((outlet) => paintLink(outlet.label, outlet.url, style)).join(" · "),
          inner,
          style,
        )),
    ...wrapText(plainText(message.footer), inner)
      .filter((line) => line !== "")
      .map((line) => paint(line, "faint", style)),
  ];
  return lines.map((line) => `${bar} ${line}`).join("\n");
}

/** Beside a bar rather than in quotation marks, which many a sentence brings itself. */
function drawQuote(quote: Quote, width: number, style: TerminalStyle): string[] {
  const lead = `${" ".repeat(LABEL_COLUMNS)}${paint("│", "faint", style)} `;
  const speaker = quote.speaker === undefined ? "" : ` — ${plainText(quote.speaker)}`;
  const lines = wrapText(`${plainText(quote.text)}${speaker}`, width - LABEL_COLUMNS - 2);
  return lines.map((line) => `${lead}${line}`);
}

function toneOf(message: Message): Tone {
  return message.severity ?? (message.kind === "reply" ? "good" : "info");
}

function drawHeadline(message: Message, tone: Tone, width: number, style: TerminalStyle): string[] {
  const badge = message.kind === "reply" ? "↳ reply" : (message.severity ?? message.kind).toUpperCase();
  const [first = "", ...rest] = wrapText(`${badge}  ${plainText(message.headline)}`, width);
  const painted = `${paint(badge, tone, style)}${paint(first.slice(badge.length), "strong", style)}`;
  return [painted, ...rest.map((line) => paint(line, "strong", style))];
}

function drawLabelled(label: string, text: string, width: number, style: TerminalStyle): string[] {
  const name = plainText(label);
  const indent = " ".repeat(LABEL_COLUMNS);
  if (name.length < LABEL_COLUMNS)
    return wrapText(text, width - LABEL_COLUMNS).map((line, index) =>
      index === 0 ? `${paint(name.padEnd(LABEL_COLUMNS), "faint", style)}${line}` : `${indent}${line}`,
    );
  // A label too long for its column leads the text instead.
  const [first = "", ...rest] = wrapText(`${name}: ${text}`, width - LABEL_COLUMNS);
  const cut = Math.min(name.length + 1, first.length);
  return [`${paint(first.slice(0, cut), "faint", style)}${first.slice(cut)}`, ...rest].map(
    (line) => `${indent}${line}`,
  );
}
