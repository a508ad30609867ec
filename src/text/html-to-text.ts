import { decodeEntities } from "./decode-entities.ts";

const BLOCKS = new Set(
  "address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const CELLS = new Set(["td", "th", "option"]);
/** Elements whose content is no text of the page. */
const SILENT = new Set(["script", "style", "template", "svg", "math", "iframe", "head", "noembed"]);
/** How far a quoted attribute may run on behind a ">" before the quote counts as a mistake. */
const MAX_QUOTED = 2_000;
// Control, zero-width and bidirectional characters: invisible, and made to mislead.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;

/** Gives an HTML fragment as plain text in linear time: one line for each block, entities decoded once, no tags, no control characters. */
export function htmlToText(html: string): string {
  return htmlToParagraphs(html).join("\n");
}

/** Gives an HTML fragment as paragraphs of plain text, broken where blocks begin and end; empty ones are left out. */
export function htmlToParagraphs(html: string): string[] {
  return dropTags(html)
    .split("\n")
    .map((line) => tidy(decodeEntities(line)))
    .filter((line) => line !== "");
}

/** One line of plain text without control, zero-width and bidirectional characters, spaces collapsed. */
export function tidy(text: string): string {
  return text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}

function dropTags(html: string): string {
  if (!html.includes("<"))
    return html
      .replace(/\n[ \t\r]*\n/g, "\0")
      .replace(/\s+/g, " ")
      .replaceAll("\0", "\n");
  const out: string[] = [];
  let at = 0;
  const lastClose = html.lastIndexOf(">");
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0 || open > lastClose) {
      out.push(html.slice(at).replace(/\s+/g, " "));
      break;
    }
    out.push(html.slice(at, open).replace(/\s+/g, " "));
    const tag = readTag(html, open);
    if (tag === undefined) {
      out.push("<");
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (SILENT.has(tag.name) && !tag.closing && !tag.empty) at = skipElement(html, tag.name, at);
    else if (BLOCKS.has(tag.name) || tag.name === "br") out.push("\n");
    else if (CELLS.has(tag.name)) out.push(" ");
  }
  return out.join("");
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly empty: boolean;
  readonly end: number;
}

function readTag(html: string, open: number): Tag | undefined {
  if (html.startsWith("<!--", open)) {
    const end = html.indexOf("-->", open + 4);
    return { name: "!--", closing: false, empty: true, end: end < 0 ? html.length : end + 3 };
  }
  const head = /<([/!?]?)([A-Za-z][\w:-]*|(?<=[!?])[^\s>]*)/y;
  head.lastIndex = open;
  const match = head.exec(html);
  if (!match) return undefined;
  const end = endOfTag(html, head.lastIndex);
  if (end === undefined) return undefined;
  return {
    name: (match[2] ?? "").toLowerCase(),
    closing: match[1] === "/",
    empty: html[end - 2] === "/",
    end,
  };
}

/** The index behind the tag's ">", with a ">" inside quotes passed over. */
function endOfTag(html: string, from: number): number | undefined {
  const first = html.indexOf(">", from);
  if (first < 0) return undefined;
  const quote = openQuote(html.slice(from, first));
  if (quote === "") return first + 1;
  const close = html.slice(first, first + MAX_QUOTED).indexOf(quote);
  const end = close < 0 ? -1 : html.indexOf(">", first + close);
  return end < 0 || end > first + MAX_QUOTED ? first + 1 : end + 1;
}

function openQuote(attributes: string): string {
  let quote = "";
  for (let i = 0; i < attributes.length; i += 1) {
    const char = attributes[i] ?? "";
    if (quote !== "") quote = char === quote ? "" : quote;
    else if ((char === '"' || char === "'") && attributes[i - 1] === "=") quote = char;
  }
  return quote;
}

function skipElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\b[^>]{0,200}>`, "gi");
  close.lastIndex = from;
  const match = close.exec(html);
  return match ? close.lastIndex : html.length;
}
