/** A sentence with its place in the text it was cut from; offsets are UTF-16 units. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Shortened words after which a stop never ends a sentence: a name or number follows. */
const NEVER_ENDS = new Set(
  "mr mrs ms dr prof st sen rep gov gen lt col sgt capt rev hon pres supt no nos vs e.g i.e cf approx est fig jan feb mar apr jun jul aug sep sept oct nov dec mt ft dept al ca".split(
    " ",
  ),
);
/** Shortened words that may also close a sentence: the next word decides. */
const MAY_END = /^(?:inc|corp|ltd|co|llc|plc|bros|jr|sr|etc|a\.m|p\.m|(?:[a-z]\.)+[a-z]|ph\.d)$/i;
const OPENERS = new Set(
  "the a an it its in on at he she they we i you this that these those there but and or so yet for from by as if when while after before since until according another other some many most more no not such what who how why where all both each its his her their our your one two however meanwhile still".split(
    " ",
  ),
);
const CLOSING = /["'”’»)\]]/;
const OPENING = /["'“‘«([]/;

/** Cuts a text into sentences with their offsets; survives "U.S.", "AT&T Inc.", initials, decimals, list numbers and quotes. */
export function splitSentences(text: string): Sentence[] {
  const out: Sentence[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (char === "\n" && /^\s*\n/.test(text.slice(i + 1, i + 40))) {
      push(out, text, start, i);
      start = i;
      continue;
    }
    if (char !== "." && char !== "!" && char !== "?" && char !== "…") continue;
    let end = i + 1;
    while (end < text.length && /[.!?…]/.test(text[end] ?? "")) end += 1;
    while (end < text.length && CLOSING.test(text[end] ?? "")) end += 1;
    if (endsHere(text, start, i, end)) {
      push(out, text, start, end);
      start = end;
    }
    i = end - 1;
  }
  push(out, text, start, text.length);
  return out;
}

function endsHere(text: string, start: number, stop: number, end: number): boolean {
  if (end >= text.length) return true;
  const gap = /^\s+/.exec(text.slice(end, end + 8));
  if (gap === null) return false;
  let next = end + gap[0].length;
  while (next < text.length && OPENING.test(text[next] ?? "")) next += 1;
  const following = text.slice(next, next + 24);
  if (/^\p{Ll}/u.test(following)) return false;
  if (text[stop] !== ".") return true;
  const word =
    /([\p{L}\p{N}][\p{L}\p{N}.&'’-]*)$/u.exec(text.slice(Math.max(start, stop - 24), stop))?.[1] ?? "";
  const bare = word.toLowerCase();
  if (/^\d+$/.test(bare) && text.slice(start, stop).trim() === bare) return false;
  if (NEVER_ENDS.has(bare) && end === stop + 1) return bare === "no" && !/^\d/.test(following);
  if (/^\p{Lu}$/u.test(word)) return bare === "i" || startsNewSentence(following);
  if (MAY_END.test(bare)) return startsNewSentence(following);
  return true;
}

function startsNewSentence(following: string): boolean {
  const word = /^[\p{L}’']+/u.exec(following)?.[0].toLowerCase() ?? "";
  return OPENERS.has(word);
}

function push(out: Sentence[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const body = raw.trim();
  if (body === "") return;
  const start = from + raw.indexOf(body);
  out.push({ text: body, start, end: start + body.length });
}
