/** Control characters, bidirectional marks and overrides, invisible joiners that only serve to deceive; tabs and breaks become spaces first. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0001}\u{e0020}-\u{e007f}]/gu;
/** Marks that Slack's mrkdwn reads as formatting, and what is shown in their place. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  "*": "∗",
  "~": "∼",
  "`": "ˋ",
};
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Escapes plain text for a plain_text object or a message's text: one line, no control or bidi characters, `& < >` as entities, at most `max` UTF-16 units after escaping, cut at a sentence, word or grapheme. */
export function escapePlain(text: string, max: number): string {
  return cut(oneLine(text), max, escapeThree);
}

/** The same for mrkdwn, where also nothing in the text may format: asterisks, tildes, backticks and outer underscores are shown by lookalikes. */
export function escapeMrkdwn(text: string, max: number): string {
  return cut(oneLine(text), max, (part) => escapeThree(defuse(part)));
}

/** A mrkdwn link with its host shown; the label alone when the address is not plain http or https. */
export function drawLink(label: string, address: string, max: number): string {
  const url = readHttpUrl(address);
  const name = escapeMrkdwn(label.replaceAll("|", "¦"), Math.min(max, 150));
  if (url === undefined) return name;
  const href = url.href.replace(/[|<>]/g, encodeURIComponent).replaceAll("&", "&amp;");
  const host = escapeThree(url.host.replace(/^www\./, ""));
  const drawn = name === "" || host === name ? `<${href}|${host}>` : `<${href}|${name}> (${host})`;
  return drawn.length > max ? name : drawn;
}

function readHttpUrl(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const plain = (url.protocol === "https:" || url.protocol === "http:") && url.username === "";
  return plain ? url : undefined;
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, " ")
    .replace(UNSEEN, "")
    .replace(/\s+/g, " ")
    .trim();
}

function escapeThree(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function defuse(text: string): string {
  return text
    .replace(/[*~`]/g, (mark) => LOOKALIKE[mark] ?? mark)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "ˍ");
}

/** Cuts before escaping, so that no entity and no grapheme is torn; the ellipsis says that something is missing. */
function cut(text: string, max: number, escaped: (part: string) => string): string {
  const whole = escaped(text);
  if (whole.length <= max) return whole;
  let kept = "";
  let length = 0;
  for (const { segment } of graphemes.segment(text)) {
    length += escaped(segment).length;
    if (length > max - 2) break;
    kept += segment;
  }
  return `${escaped(cutAtBorder(kept))}…`;
}

function cutAtBorder(text: string): string {
  const sentence = Math.max(...[". ", "! ", "? "].map((end) => text.lastIndexOf(end)));
  if (sentence > text.length * 0.6) return `${text.slice(0, sentence + 1)} `;
  const word = text.lastIndexOf(" ");
  return word > text.length * 0.8 ? text.slice(0, word) : text;
}
