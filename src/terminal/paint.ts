/** How a terminal may be written to. */
export interface TerminalStyle {
  readonly color: boolean;
  /** OSC-8 links; otherwise addresses are spelled out. */
  readonly links: boolean;
  /** Columns to wrap at. */
  readonly width: number;
}
export type Tone = "urgent" | "notice" | "info" | "good" | "strong" | "faint";

const CODES: Readonly<Record<Tone, readonly [number | string, number]>> = {
  urgent: ["1;31", 0],
  notice: ["1;33", 0],
  info: ["1;36", 0],
  good: ["32", 39],
  strong: [1, 22],
  faint: [2, 22],
};
const MAX_WIDTH = 100;
const PLAIN_WIDTH = 100;

/** Gives what a stream can show: plain without a terminal, and no colour where NO_COLOR is set. */
export function readStyle(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  noColor: boolean,
): TerminalStyle {
  if (stream.isTTY !== true) return { color: false, links: false, width: PLAIN_WIDTH };
  // A terminal that does not know its width says 0.
  const width = Math.min(Math.max(stream.columns || 80, 40), MAX_WIDTH);
  return { color: !noColor, links: !noColor, width };
}

/** Colours a text; untouched where the terminal shows no colours. */
export function paint(text: string, tone: Tone, style: TerminalStyle): string {
  const [on, off] = CODES[tone];
  return style.color ? `\u001B[${on}m${text}\u001B[${off}m` : text;
}

/** Makes a text from outside harmless on a terminal: no control, escape or direction-changing characters, one line. */
export function plainText(text: string): string {
  return text
    .replace(/[\s\u0085\u2028\u2029]+/gu, " ")
    .replace(/[\p{Cc}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, "")
    .trim();
}

/** A link under its label: clickable where the terminal can, else "label (address)"; only http and https. */
export function paintLink(label: string, url: string, style: TerminalStyle): string {
  const text = plainText(label);
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return text;
  // The parsed form is percent-encoded and cannot carry an escape sequence.
  if (style.links) return `\u001B]8;;${parsed.href}\u001B\\${text}\u001B]8;;\u001B\\`;
  return `${text} (${parsed.href})`;
}
