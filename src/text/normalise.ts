import { decodeEntities } from "./decode-entities.ts";

/** How a character counts when names are compared. */
export const SEPARATOR = 0;
export const IGNORED = 1;
export const ALNUM = 2;
/** Stands inside names ("AT&T", "Lapsus$", "LG U+") without being a letter. */
export const SYMBOL = 3;
/** Scripts written without spaces: every character is a token border. */
export const UNSPACED = 4;

const CODES = 65_536;
const SYMBOLS = "&$+@#";
/** Letters without a canonical decomposition that readers take for plain Latin ones. */
const PLAIN: Readonly<Record<string, string>> = { ø: "o", đ: "d", ł: "l", ı: "i", ħ: "h", ð: "d" };
interface FoldTables {
  /** Folded UTF-16 code of each code: lower case, no accent, half width. */
  readonly code: Uint16Array;
  /** SEPARATOR, IGNORED, ALNUM, SYMBOL or UNSPACED of each code. */
  readonly kind: Uint8Array;
}

/** Tables over UTF-16 codes for matching without a copy of the text; surrogates count as separators. */
export const FOLD: FoldTables = buildTables();

export interface Normalised {
  readonly text: string;
  /** For each unit of `text` its offset in the original; one more entry for the end. */
  readonly offsets: Uint32Array;
}

/** The text in lower case without accents, entities, odd quotes, dashes and spaces, with the way back to the original. */
export function normalise(original: string): Normalised {
  const units: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < original.length; ) {
    const entity = original[at] === "&" ? readEntity(original, at) : undefined;
    const raw = entity?.text ?? original[at] ?? "";
    for (const unit of plain(raw)) {
      if (unit === " " && units.at(-1) === " ") continue;
      units.push(unit);
      offsets.push(at);
    }
    at += entity?.length ?? 1;
  }
  offsets.push(original.length);
  return { text: units.join(""), offsets: Uint32Array.from(offsets) };
}

/** The character reference that starts at `at`, if one does: what it stands for and its length in the source. */
export function readEntity(text: string, at: number): { text: string; length: number } | undefined {
  const whole = /^&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});/i.exec(text.slice(at, at + 10))?.[0];
  if (whole === undefined) return undefined;
  const decoded = decodeEntities(whole);
  return decoded.length === 1 ? { text: decoded, length: whole.length } : undefined;
}

function plain(char: string): string {
  const code = char.charCodeAt(0);
  if (FOLD.kind[code] === IGNORED) return "";
  if (/\s/.test(char)) return " ";
  if (/[‘’ʼ′`´]/.test(char)) return "'";
  if (/[“”«»„″]/.test(char)) return '"';
  if (/[‐‑‒–—―−]/.test(char)) return "-";
  return FOLD.kind[code] === SEPARATOR ? char : String.fromCharCode(FOLD.code[code] ?? code);
}

function buildTables(): FoldTables {
  const code = new Uint16Array(CODES);
  const kind = new Uint8Array(CODES);
  for (let at = 0; at < CODES; at += 1) {
    code[at] = at;
    kind[at] = kindOf(at);
    if (kind[at] !== ALNUM && kind[at] !== SYMBOL && at < 0xff00) continue;
    const folded = fold(String.fromCharCode(at));
    code[at] = folded;
    if (folded !== at) kind[at] = kindOf(folded);
  }
  return { code, kind };
}

function fold(char: string): number {
  const bare = char.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const single = bare.length === 1 ? bare : char;
  return (PLAIN[single] ?? single).charCodeAt(0);
}

function kindOf(at: number): number {
  if (at < 128) {
    const char = String.fromCharCode(at);
    if (/[0-9A-Za-z]/.test(char)) return ALNUM;
    return SYMBOLS.includes(char) ? SYMBOL : SEPARATOR;
  }
  if (at === 0xad || (at >= 0x300 && at <= 0x36f) || (at >= 0x200b && at <= 0x200d)) return IGNORED;
  if (at === 0x2060 || at === 0xfeff || (at >= 0xfe00 && at <= 0xfe0f)) return IGNORED;
  if ((at >= 0x2e80 && at <= 0xd7ff) || (at >= 0xf900 && at <= 0xfaff))
    return /[\p{L}\p{N}]/u.test(String.fromCharCode(at)) ? UNSPACED : SEPARATOR;
  if (at >= 0xd800 && at <= 0xdfff) return SEPARATOR;
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(at)) ? ALNUM : SEPARATOR;
}
