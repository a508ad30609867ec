import { FOLD, IGNORED, SEPARATOR, UNSPACED } from "../text/normalise.ts";

/** Characters of a token that the first look takes in. */
export const LOOK = 6;
/** Names shorter than this are found as whole tokens only. */
const SHORT = 4;
/** Bits of the first look: 2^21 keep wrong passes near one in forty at 50,000 names and fit the second-level cache. */
const LOOK_BITS = 21;
export const LOOK_MASK = (1 << LOOK_BITS) - 1;
const SLOT = 4;
/** Offsets within a slot. */
export const CHILD = 2;
export const FIRST_NAME = 3;
const NO_GAP = 0;
const SOFT_GAP = 1;
const HARD_GAP = 2;

/** Names as a trie in typed arrays, with a bitmap that answers most tokens in one look. */
export interface Matcher {
  readonly names: readonly string[];
  /** One bit per hash of the first six folded characters of a name, or of a shorter first part. */
  readonly look: Uint8Array;
  /** One bit per hash of a whole name that is shorter than the look. */
  readonly brief: Uint8Array;
  /**
   * Open addressing over (node, code), four numbers a slot so that a probe touches one cache line: node, code, child node
   * (0: free), and what ends at the child: the first name plus one, or below zero where only one key goes on from here:
   * minus one minus the place of its tail.
   */
  readonly slots: Int32Array;
  /** The rest of each key from where it shares nothing with others, so that it is compared in one piece: its length, its first name plus one, its codes. */
  readonly tails: Int32Array;
  /** Of each name, the next one with the same key plus one, or 0. */
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
  const nextName = new Int32Array(names.length);
  const look = new Uint8Array((LOOK_MASK + 1) >> 3);
  const brief = new Uint8Array((LOOK_MASK + 1) >> 3);
  const firstName = new Map<string, number>();
  keys.forEach((key, index) => {
    if (key.codes.length === 0) return;
    markLook(look, brief, key);
    const spelled = String.fromCharCode(...key.codes);
    nextName[index] = firstName.get(spelled) ?? 0;
    firstName.set(spelled, index + 1);
  });
  return { names, look, brief, nextName, gaps: keys.map((key) => key.gaps), ...plant(firstName) };
}

/** Puts keys into the trie up to where each shares nothing with another, and the rest of each into the tails. */
function plant(firstName: ReadonlyMap<string, number>): Pick<Matcher, "slots" | "tails"> {
  const sorted = [...firstName.keys()].sort();
  const shared = sorted.map((key, at) => sharedStart(key, sorted[at - 1] ?? ""));
  const trunks = sorted.map((key, at) =>
    Math.min(key.length, Math.max(shared[at] ?? 0, shared[at + 1] ?? 0) + 1),
  );
  const slots = new Int32Array(tableSize(trunks.reduce((sum, length) => sum + length, 1)) * SLOT);
  const tails: number[] = [];
  let nodes = 0;
  sorted.forEach((key, at) => {
    const trunk = trunks[at] ?? key.length;
    let [node, slot] = [0, 0];
    for (let n = 0; n < trunk; n += 1) {
      const code = key.charCodeAt(n);
      slot = slotOf(slots, node, code);
      if (slots[slot + CHILD] === 0) {
        slots[slot] = node;
        slots[slot + 1] = code;
        nodes += 1;
        slots[slot + CHILD] = nodes;
      }
      node = slots[slot + CHILD] ?? 0;
    }
    const first = firstName.get(key) ?? 0;
    if (trunk === key.length) slots[slot + FIRST_NAME] = first;
    else {
      slots[slot + FIRST_NAME] = -1 - tails.length;
      tails.push(key.length - trunk, first);
      for (let n = trunk; n < key.length; n += 1) tails.push(key.charCodeAt(n));
    }
  });
  return { slots, tails: Int32Array.from(tails) };
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

/** Where the step from a node by a code stands in the slots, or would stand: a free slot has no child. */
export function slotOf(slots: Int32Array, node: number, code: number): number {
  const mask = slots.length - 1;
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  let slot = ((mixed ^ (mixed >>> 15)) * SLOT) & mask;
  while (slots[slot + CHILD] !== 0 && (slots[slot] !== node || slots[slot + 1] !== code))
    slot = (slot + SLOT) & mask;
  return slot;
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
  if (codes.length < SHORT) gaps.fill(NO_GAP);
  return { codes, gaps: Uint8Array.from(gaps) };
}

/** Whether two neighbouring characters of a name may be written apart: "GhostEmperor", "APT28". */
function isSeam(before: string, after: string, next: string): boolean {
  if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(after)) return true;
  if (/\p{Lu}/u.test(before) && /\p{Lu}/u.test(after) && /\p{Ll}/u.test(next)) return true;
  return (/\p{L}/u.test(before) && /\d/.test(after)) || (/\d/.test(before) && /\p{L}/u.test(after));
}

function markLook(look: Uint8Array, brief: Uint8Array, key: Key): void {
  let hash = 0;
  let at = 0;
  for (; at < key.codes.length && at < LOOK; at += 1) {
    if (at > 0 && (endsLook(key.codes[at] ?? 0) || endsLook(key.codes[0] ?? 0))) break;
    const short = at > 0 && (key.gaps[at] ?? NO_GAP) !== NO_GAP;
    if (short) setBit(look, lookBit(hash));
    hash = stepLook(hash, key.codes[at] ?? 0);
  }
  setBit(look, lookBit(hash));
  // A name that ends here, or goes on in a script without spaces: the look over the gap cannot refuse it.
  if (at < LOOK) setBit(brief, lookBit(hash));
}

/** Whether a bit is set. */
export function hasBit(bits: Uint8Array, bit: number): boolean {
  return ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}

/** Whether the look stops at this character: without spaces nobody knows where a token ends. */
function endsLook(code: number): boolean {
  return FOLD.kind[code] === UNSPACED;
}

function setBit(look: Uint8Array, bit: number): void {
  look[bit >> 3] = (look[bit >> 3] ?? 0) | (1 << (bit & 7));
}

function tableSize(entries: number): number {
  let size = 1024;
  while (size < entries * 2) size *= 2;
  return size;
}
