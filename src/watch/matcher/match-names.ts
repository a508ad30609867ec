import { ALNUM, FOLD, IGNORED, SEPARATOR, SYMBOL, UNSPACED } from "../../text/normalise.ts";
import { hasBit, LOOK, lookBit, type Matcher, stepLook } from "./layout.ts";
import {
  AMPERSAND,
  entityLength,
  MAX_GAP,
  type Match,
  UNDERSCORE,
  walk,
  walkBehindHead,
} from "./walk-names.ts";

/** What may stand at a token: no name, one that may be shorter than the head, or one whose whole head has been seen. */
const NOTHING = 0;
const SHORT_NAME = 1;
const WHOLE_HEAD = 2;

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
    let may = NOTHING;
    if (endsEarly) may = SHORT_NAME;
    else if (hasBit(look, lookBit(hash)))
      may = count === LOOK ? WHOLE_HEAD : goesOn(text, ahead, hash, count, matcher);
    if (may !== NOTHING && startsHere(text, at)) {
      const match =
        may === WHOLE_HEAD ? walkBehindHead(text, at, matcher, ahead, count, hash) : walk(text, at, matcher);
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
 * is taken in too before the trie is asked.
 */
function goesOn(text: string, from: number, hash: number, count: number, matcher: Matcher): number {
  const kinds = FOLD.kind;
  const codes = FOLD.code;
  const { look, brief } = matcher;
  let seen = hash;
  let taken = count;
  let gap = 0;
  for (let at = from; at < text.length && taken < LOOK; ) {
    if (gap === 0 && hasBit(brief, lookBit(seen))) return SHORT_NAME;
    const code = text.charCodeAt(at);
    const kind = kinds[code] ?? SEPARATOR;
    if (kind === UNSPACED) return SHORT_NAME;
    if (kind === SEPARATOR) gap += 1;
    else if (kind !== IGNORED) {
      taken += 1;
      seen = stepLook(seen, codes[code] ?? code);
      if (gap > 0 && !hasBit(look, lookBit(seen))) return NOTHING;
      gap = 0;
    }
    if (gap > MAX_GAP) return NOTHING;
    at += code === AMPERSAND ? entityLength(text, at) : 1;
  }
  if (taken === LOOK) return hasBit(look, lookBit(seen)) ? WHOLE_HEAD : NOTHING;
  return hasBit(brief, lookBit(seen)) ? SHORT_NAME : NOTHING;
}

/** Whether a name may start at `at`: not after "X_". */
function startsHere(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) !== UNDERSCORE || FOLD.kind[text.charCodeAt(at - 2)] !== ALNUM;
}
