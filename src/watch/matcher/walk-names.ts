import { ALNUM, FOLD, IGNORED, readEntity, SEPARATOR, SYMBOL } from "../../text/normalise.ts";
import {
  CHILD,
  CODE_MASK,
  FREE,
  GAP_SHIFT,
  gapAllowed,
  HEAD_RECORD,
  headOf,
  IN_RECORD,
  LENGTH,
  LOOK,
  type Matcher,
  NAME,
  NEXT,
  RECORD,
  SPELLED,
  STANDING,
  slotOf,
  stepLook,
} from "./layout.ts";

/** A place where one or more names of the matcher stand; several when catalogue entries share a spelling. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Indexes into the matcher's names. */
  readonly names: readonly number[];
}

export const AMPERSAND = 38;
export const UNDERSCORE = 95;
/** Separators in a row that may stand inside a name: "NoName057 (16)". */
export const MAX_GAP = 2;

/** Walks on from where the whole head leads, of which `count` characters with `hash` were read before `ahead`. */
export function walkBehindHead(
  text: string,
  start: number,
  matcher: Matcher,
  ahead: number,
  count: number,
  hash: number,
): Match | undefined {
  let at = ahead;
  let seen = hash;
  for (let taken = count; taken < LOOK; ) {
    const code = text.charCodeAt(at);
    const kind = FOLD.kind[code] ?? SEPARATOR;
    at += code === AMPERSAND ? entityLength(text, at) : 1;
    if (kind === SEPARATOR || kind === IGNORED) continue;
    seen = stepLook(seen, FOLD.code[code] ?? code);
    taken += 1;
  }
  const { heads } = matcher;
  const head = headOf(heads, seen);
  const standing = heads[head + STANDING] ?? FREE;
  if (standing === FREE) return undefined;
  if (standing > 0) return walk(text, start, matcher, at, LOOK, standing);
  if (standing !== IN_RECORD) return walk(text, start, matcher);
  return walk(text, start, matcher, at, LOOK, 0, heads[head + HEAD_RECORD]);
}

/** Walks the trie, or goes on behind the first `passed` characters, from a node or within the record of the one key that is left. */
export function walk(
  text: string,
  start: number,
  matcher: Matcher,
  from = start,
  passed = 0,
  behind = 0,
  only = 0,
): Match | undefined {
  const { slots, records } = matcher;
  let best: Match | undefined;
  let node = behind;
  let record = only;
  let depth = passed;
  let gap = 0;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = FOLD.kind[code] ?? SEPARATOR;
    if (kind === SEPARATOR) {
      gap += 1;
      if (gap > MAX_GAP) return best;
      at += 1;
      continue;
    }
    at += code === AMPERSAND ? entityLength(text, at) : 1;
    if (kind === IGNORED) continue;
    const folded = FOLD.code[code] ?? code;
    gap = 0;
    let ended = 0;
    if (record > 0) {
      if (((records[record + SPELLED + depth] ?? 0) & CODE_MASK) !== folded) return best;
      if (records[record + LENGTH] === depth + 1) ended = record;
    } else {
      const slot = slotOf(slots, node, folded);
      node = slots[slot + CHILD] ?? 0;
      if (node === 0) return best;
      ended = slots[slot + RECORD] ?? 0;
      if (ended < 0) record = -ended;
    }
    depth += 1;
    if (ended > 0 && endsHere(text, at, kind)) {
      const names = namesAt(text, start, at, ended, matcher);
      if (names.length > 0) best = { start, end: closeBracket(text, at, names, matcher), names };
    }
    if (record > 0 && ended > 0) return best;
  }
  return best;
}

function namesAt(text: string, start: number, end: number, first: number, { records }: Matcher): number[] {
  const names: number[] = [];
  for (let record = first; record !== 0; record = records[record + NEXT] ?? 0)
    if (isSpelled(text, start, end, records, record + SPELLED)) names.push(records[record + NAME] ?? 0);
  return names.reverse();
}

/** Whether the text reads as the name at `from` is spelled, gaps only where it allows them; of a head only the hash has been seen. */
function isSpelled(text: string, start: number, end: number, records: Int32Array, from: number): boolean {
  let index = from;
  let gapFrom = -1;
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    const kind = FOLD.kind[code] ?? SEPARATOR;
    if (kind === SEPARATOR) {
      if (gapFrom < 0) gapFrom = at;
      at += 1;
      continue;
    }
    const next = records[index] ?? 0;
    if (gapFrom >= 0 && !gapAllowed(next >> GAP_SHIFT, text, gapFrom, at)) return false;
    gapFrom = -1;
    if (kind !== IGNORED) {
      if ((next & CODE_MASK) !== (FOLD.code[code] ?? code)) return false;
      index += 1;
    }
    at += code === AMPERSAND ? entityLength(text, at) : 1;
  }
  return true;
}

/** Whether a name may end before `at`: not within a word, "ATT&CK" or "SANDWORM_MODE". */
function endsHere(text: string, at: number, kind: number): boolean {
  let next = at;
  while (FOLD.kind[text.charCodeAt(next)] === IGNORED) next += 1;
  const after = FOLD.kind[text.charCodeAt(next)] ?? SEPARATOR;
  if (after === ALNUM) return kind !== ALNUM;
  if (after !== SYMBOL && text.charCodeAt(next) !== UNDERSCORE) return true;
  return FOLD.kind[text.charCodeAt(next + 1)] !== ALNUM || readEntity(text, next) !== undefined;
}

/** Takes the bracket along that belongs to the name: "NoName057(16)". */
function closeBracket(text: string, end: number, names: readonly number[], matcher: Matcher): number {
  return text[end] === ")" && names.some((name) => matcher.names[name]?.endsWith(")")) ? end + 1 : end;
}

/** How many characters the ampersand at `at` is written with. */
export function entityLength(text: string, at: number): number {
  const entity = readEntity(text, at);
  return entity?.text === "&" ? entity.length : 1;
}
