import { FOLD, IGNORED, SEPARATOR } from "../text/normalise.ts";

/** Names shorter than this are found as whole tokens only. */
export const LOOK = 4;
/** Bits of the first look: 2^20 keep wrong passes under one in twenty at 50,000 names and fit the second-level cache. */
const LOOK_BITS = 20;
export const LOOK_MASK = (1 << LOOK_BITS) - 1;
const NO_GAP = 0;
const SOFT_GAP = 1;
const HARD_GAP = 2;

/** Names as a trie in typed arrays, with a bitmap that answers most tokens in one look. */
export interface Matcher {
  readonly names: readonly string[];
  /** One bit per hash of the first four folded characters of a name, or of a shorter first part. */
  readonly look: Uint8Array;
  /** Open addressing over (node, code): slot to child node, 0 for a free slot. */
  readonly slotNode: Int32Array;
  readonly slotCode: Uint16Array;
  readonly slotChild: Int32Array;
  /** Of each node, the first name that ends there plus one, or 0; `nextName` chains the others. */
  readonly firstName: Int32Array;
  readonly nextName: Int32Array;
  /** Of each name, which gap may stand before its n-th folded character. */
  readonly gaps: readonly Uint8Array[];
}

interface Key {
  readonly codes: readonly number[];
  readonly gaps: Uint8Array;
}

/** Compiles names once; the cost of a scan afterwards does not grow with their number. */
export function compileMatcher(names: readonly string[]): Matcher {
  const keys = names.map(keyOf);
  const size = tableSize(keys.reduce((sum, key) => sum + key.codes.length, 1));
  const slotNode = new Int32Array(size);
  const slotCode = new Uint16Array(size);
  const slotChild = new Int32Array(size);
  const firstName: number[] = [0];
  const nextName = new Int32Array(names.length);
  const look = new Uint8Array((LOOK_MASK + 1) >> 3);
  keys.forEach((key, index) => {
    if (key.codes.length === 0) return;
    markLook(look, key);
    let node = 0;
    for (const code of key.codes) {
      let slot = slotOf(node, code, size - 1);
      while (slotChild[slot] !== 0 && !(slotNode[slot] === node && slotCode[slot] === code))
        slot = (slot + 1) & (size - 1);
      if (slotChild[slot] === 0) {
        slotNode[slot] = node;
        slotCode[slot] = code;
        slotChild[slot] = firstName.push(0) - 1;
      }
      node = slotChild[slot] ?? 0;
    }
    nextName[index] = firstName[node] ?? 0;
    firstName[node] = index + 1;
  });
  return {
    names,
    look,
    slotNode,
    slotCode,
    slotChild,
    firstName: Int32Array.from(firstName),
    nextName,
    gaps: keys.map((key) => key.gaps),
  };
}

export function slotOf(node: number, code: number, mask: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** One step of the hash over the first characters of a token. */
export function stepLook(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x9e3779b1) ^ (hash >>> 13);
}

export function lookBit(hash: number): number {
  return (hash ^ (hash >>> 12)) & LOOK_MASK;
}

/** Whether the gap `text[from, to)` may stand before the `at`-th folded character of a name. */
export function gapAllowed(gaps: Uint8Array, at: number, text: string, from: number, to: number): boolean {
  const allowed = gaps[at] ?? NO_GAP;
  if (allowed === NO_GAP) return false;
  const gap = text.slice(from, to);
  if (/^(?:[-_\s‐‑–]|\s{2})$/.test(gap)) return true;
  return allowed === HARD_GAP && /^[\s.'’(),/:!|-]{1,2}$/.test(gap);
}

/** A name as folded characters without separators, and the places where a separator may stand. */
export function keyOf(name: string): Key {
  const codes: number[] = [];
  const gaps: number[] = [];
  let pending = NO_GAP;
  let previous = "";
  for (let at = 0; at < name.length; at += 1) {
    const char = name[at] ?? "";
    const code = name.charCodeAt(at);
    const kind = FOLD.kind[code] ?? SEPARATOR;
    if (kind === IGNORED) continue;
    if (kind === SEPARATOR) {
      pending = Math.max(pending, /[-_\s‐‑]/.test(char) ? SOFT_GAP : HARD_GAP);
      continue;
    }
    if (pending === NO_GAP && previous !== "" && isSeam(previous, char, name[at + 1] ?? ""))
      pending = SOFT_GAP;
    gaps.push(codes.length === 0 ? NO_GAP : pending);
    codes.push(FOLD.code[code] ?? code);
    pending = NO_GAP;
    previous = char;
  }
  if (codes.length < LOOK) gaps.fill(NO_GAP);
  return { codes, gaps: Uint8Array.from(gaps) };
}

/** Whether two neighbouring characters of a name may be written apart: "GhostEmperor", "APT28". */
function isSeam(before: string, after: string, next: string): boolean {
  if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(after)) return true;
  if (/\p{Lu}/u.test(before) && /\p{Lu}/u.test(after) && /\p{Ll}/u.test(next)) return true;
  return (/\p{L}/u.test(before) && /\d/.test(after)) || (/\d/.test(before) && /\p{L}/u.test(after));
}

function markLook(look: Uint8Array, key: Key): void {
  let hash = 0;
  for (let at = 0; at < key.codes.length && at < LOOK; at += 1) {
    const short = at > 0 && (key.gaps[at] ?? NO_GAP) !== NO_GAP;
    if (short) setBit(look, lookBit(hash));
    hash = stepLook(hash, key.codes[at] ?? 0);
  }
  setBit(look, lookBit(hash));
}

function setBit(look: Uint8Array, bit: number): void {
  look[bit >> 3] = (look[bit >> 3] ?? 0) | (1 << (bit & 7));
}

function tableSize(entries: number): number {
  let size = 1024;
  while (size < entries * 2) size *= 2;
  return size;
}
