import { ALNUM, FOLD, IGNORED, readEntity, SEPARATOR, SYMBOL, UNSPACED } from "../text/normalise.ts";
import {
  CHILD,
  FIRST_NAME,
  gapAllowed,
  hasBit,
  LOOK,
  lookBit,
  type Matcher,
  slotOf,
  stepLook,
} from "./compile-matcher.ts";

/** A place where one or more names of the matcher stand; several when catalogue entries share a spelling. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Indexes into the matcher's names. */
  readonly names: readonly number[];
}

const AMPERSAND = 38;
const UNDERSCORE = 95;
/** Separators in a row that may stand inside a name: "NoName057 (16)". */
const MAX_GAP = 2;

/** Finds every name in one pass, longest first from the left, without overlaps; offsets are those of the text given. */
export function matchNames(text: string, matcher: Matcher): Match[] {
  const out: Match[] = [];
  const kinds = FOLD.kind;
  const codes = FOLD.code;
  const look = matcher.look;
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = kinds[text.charCodeAt(at)] ?? SEPARATOR;
    if (kind !== ALNUM && kind !== UNSPACED) {
      at += 1;
      continue;
    }
    let hash = 0;
    let count = 0;
    let ahead = at;
    let plain = kind === ALNUM;
    let endsEarly = false;
    while (count < LOOK && ahead < length) {
      const code = text.charCodeAt(ahead);
      const inside = kinds[code] ?? SEPARATOR;
      if (inside === SEPARATOR || (inside === UNSPACED && count > 0)) break;
      if (inside !== ALNUM) plain = false;
      // A short name may end before a sign that others contain: "EE&O2" beside "AT&T".
      if (inside === SYMBOL && hasBit(matcher.brief, lookBit(hash))) endsEarly = true;
      if (inside !== IGNORED) {
        hash = stepLook(hash, codes[code] ?? code);
        count += 1;
      }
      if (inside === UNSPACED) break;
      ahead += code === AMPERSAND ? entityLength(text, ahead) : 1;
    }
    if (
      (endsEarly ||
        (hasBit(look, lookBit(hash)) && (count === LOOK || goesOn(text, ahead, hash, count, matcher)))) &&
      startsHere(text, at)
    ) {
      const match = walk(text, at, matcher);
      if (match !== undefined) {
        out.push(match);
        at = match.end;
        continue;
      }
    }
    at = plain ? ahead : at + 1;
    if (kind === ALNUM) while (at < length && kinds[text.charCodeAt(at)] === ALNUM) at += 1;
  }
  return out;
}

/**
 * A second look for a token shorter than the first: ordinary words such as "The" begin names, so what follows the gap
 * is taken in too before the trie is asked. True unless no name can stand here.
 */
function goesOn(text: string, from: number, hash: number, count: number, matcher: Matcher): boolean {
  let seen = hash;
  let taken = count;
  let gap = 0;
  for (let at = from; at < text.length && taken < LOOK; ) {
    if (gap === 0 && hasBit(matcher.brief, lookBit(seen))) return true;
    const code = text.charCodeAt(at);
    const kind = FOLD.kind[code] ?? SEPARATOR;
    if (kind === UNSPACED) return true;
    if (kind === SEPARATOR) gap += 1;
    else if (kind !== IGNORED) {
      gap = 0;
      taken += 1;
      seen = stepLook(seen, FOLD.code[code] ?? code);
    }
    if (gap > MAX_GAP) return false;
    at += code === AMPERSAND ? entityLength(text, at) : 1;
  }
  return hasBit(taken === LOOK ? matcher.look : matcher.brief, lookBit(seen));
}

function walk(text: string, start: number, matcher: Matcher): Match | undefined {
  const { slots, tails } = matcher;
  let best: Match | undefined;
  let node = 0;
  let gap = 0;
  let at = start;
  // Within the tail of the one key that is left: the place of its next code, its end, and its first name plus one.
  let tail = 0;
  let tailEnd = 0;
  let tailName = 0;
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
    let name = 0;
    if (tailEnd > 0) {
      if (tails[tail] !== folded) return best;
      tail += 1;
      if (tail === tailEnd) name = tailName;
    } else {
      const slot = slotOf(slots, node, folded);
      node = slots[slot + CHILD] ?? 0;
      if (node === 0) return best;
      name = slots[slot + FIRST_NAME] ?? 0;
      if (name < 0) {
        tail = 1 - name;
        tailEnd = tail + (tails[tail - 2] ?? 0);
        tailName = tails[tail - 1] ?? 0;
        name = 0;
      }
    }
    if (name !== 0 && endsHere(text, at, kind)) {
      const names = namesAt(text, start, at, name, matcher);
      if (names.length > 0) best = { start, end: closeBracket(text, at, names, matcher), names };
    }
    if (tailEnd > 0 && tail === tailEnd) return best;
  }
  return best;
}

function namesAt(text: string, start: number, end: number, first: number, matcher: Matcher): number[] {
  const names: number[] = [];
  for (let name = first; name !== 0; name = matcher.nextName[name - 1] ?? 0)
    if (gapsAgree(text, start, end, matcher.gaps[name - 1] ?? new Uint8Array())) names.push(name - 1);
  return names.reverse();
}

function gapsAgree(text: string, start: number, end: number, gaps: Uint8Array): boolean {
  let index = 0;
  let gapFrom = -1;
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    const kind = FOLD.kind[code] ?? SEPARATOR;
    if (kind === SEPARATOR) {
      if (gapFrom < 0) gapFrom = at;
      at += 1;
      continue;
    }
    if (gapFrom >= 0 && !gapAllowed(gaps, index, text, gapFrom, at)) return false;
    gapFrom = -1;
    if (kind !== IGNORED) index += 1;
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

/** Whether a name may start at `at`: not after "X_". */
function startsHere(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) !== UNDERSCORE || FOLD.kind[text.charCodeAt(at - 2)] !== ALNUM;
}

/** Takes the bracket along that belongs to the name: "NoName057(16)". */
function closeBracket(text: string, end: number, names: readonly number[], matcher: Matcher): number {
  return text[end] === ")" && names.some((name) => matcher.names[name]?.endsWith(")")) ? end + 1 : end;
}

function entityLength(text: string, at: number): number {
  const entity = readEntity(text, at);
  return entity?.text === "&" ? entity.length : 1;
}
