/** Characters of a token that the first look takes in. */
export const LOOK = 6;
/** Bits of the first look: 2^19 let pass hardly more than the heads let in, and leave the caches to the rest. */
const LOOK_BITS = 19;
export const LOOK_MASK = (1 << LOOK_BITS) - 1;
export const SLOT = 4;
/** Offsets within a slot. */
export const CHILD = 2;
export const RECORD = 3;
/** Which gap may stand before a character of a name. */
export const NO_GAP = 0;
export const SOFT_GAP = 1;
export const HARD_GAP = 2;
/** Offsets within a head, and what its second number says beside a node of the trie. */
export const STANDING = 1;
export const HEAD_RECORD = 2;
export const FREE = 0;
/** A shorter name may end within the head, or two heads hash alike: the trie is walked from its root. */
export const FROM_ROOT = -1;
/** Only one key goes on from here: compare its record. */
export const IN_RECORD = -2;
/** Offsets within a record, and how its characters hold the gap that may stand before each. */
export const NEXT = 0;
export const NAME = 1;
export const LENGTH = 2;
export const SPELLED = 3;
export const GAP_SHIFT = 16;
export const CODE_MASK = (1 << GAP_SHIFT) - 1;

/** Names as a trie in typed arrays, with a bitmap that answers most tokens in one look. */
export interface Matcher {
  readonly names: readonly string[];
  /** One bit per hash of the first six folded characters of a name, of a shorter first part, and of that with the character behind it. */
  readonly look: Uint8Array;
  /** One bit per hash of a whole name that is shorter than the look. */
  readonly brief: Uint8Array;
  /**
   * Open addressing over (node, code), four numbers a slot so that a probe touches one cache line: node, code, child node
   * (0: free), and the record of the name that ends at the child, or minus that of the one key that goes on from here.
   */
  readonly slots: Int32Array;
  /**
   * Open addressing over the hash of a key's first six characters, four numbers each, so that a walk begins behind them:
   * the hash, the node there (or IN_RECORD, FROM_ROOT, 0: free), and the record of a key with this head.
   */
  readonly heads: Int32Array;
  /**
   * Each name's record, beginning behind an unused number: the next record with the same key or 0, which name it is, its
   * length, and its folded characters as `code | gap << GAP_SHIFT`, so that a key's rest is compared in one piece.
   */
  readonly records: Int32Array;
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

/** Where the head with this hash stands in the heads, or would stand: a free one has no standing. */
export function headOf(heads: Int32Array, hash: number): number {
  const mask = heads.length - 1;
  let head = ((hash ^ (hash >>> 15)) * SLOT) & mask;
  while (heads[head + STANDING] !== FREE && heads[head] !== hash) head = (head + SLOT) & mask;
  return head;
}

/** One step of the hash over the first characters of a token. */
export function stepLook(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x9e3779b1) ^ (hash >>> 13);
}

export function lookBit(hash: number): number {
  return (hash ^ (hash >>> 12)) & LOOK_MASK;
}

/** Whether a bit is set. */
export function hasBit(bits: Uint8Array, bit: number): boolean {
  return ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}

/** Whether the gap `text[from, to)` may stand before a character that allows such gaps. */
export function gapAllowed(allowed: number, text: string, from: number, to: number): boolean {
  if (allowed === NO_GAP) return false;
  const gap = text.slice(from, to);
  if (/^(?:[-_\s‐‑–]|\s{2})$/.test(gap)) return true;
  return allowed === HARD_GAP && /^[\s.'’(),/:!|-]{1,2}$/.test(gap);
}
