import { FOLD, IGNORED, SEPARATOR, UNSPACED } from "../../text/normalise.ts";
import {
  CHILD,
  FREE,
  FROM_ROOT,
  GAP_SHIFT,
  HARD_GAP,
  headOf,
  IN_RECORD,
  LOOK,
  LOOK_MASK,
  lookBit,
  type Matcher,
  NO_GAP,
  RECORD,
  SLOT,
  SOFT_GAP,
  STANDING,
  slotOf,
  stepLook,
} from "./layout.ts";

/** Names shorter than this are found as whole tokens only. */
const SHORT = 4;

interface Key {
  readonly codes: readonly number[];
  readonly gaps: Uint8Array;
}

/** Compiles names once; the cost of a scan afterwards does not grow with their number. */
export function compileMatcher(names: readonly string[]): Matcher {
  const look = new Uint8Array((LOOK_MASK + 1) >> 3);
  const brief = new Uint8Array((LOOK_MASK + 1) >> 3);
  const records = [0];
  const firstRecord = new Map<string, number>();
  names.map(keyOf).forEach((key, index) => {
    const { codes, gaps } = key;
    if (codes.length === 0) return;
    markLook(look, brief, key);
    const spelled = String.fromCharCode(...codes);
    const next = firstRecord.get(spelled) ?? 0;
    firstRecord.set(spelled, records.length);
    records.push(next, index, codes.length);
    for (const [at, code] of codes.entries()) records.push(code | ((gaps[at] ?? NO_GAP) << GAP_SHIFT));
  });
  return { names, look, brief, records: Int32Array.from(records), ...plant(firstRecord) };
}

/** Puts keys into the trie up to where each shares nothing with another; from there on its record is compared. */
function plant(firstRecord: ReadonlyMap<string, number>): Pick<Matcher, "slots" | "heads"> {
  const sorted = [...firstRecord.keys()].sort();
  const shared = sorted.map((key, at) => sharedStart(key, sorted[at - 1] ?? ""));
  const trunks = sorted.map((key, at) =>
    Math.min(key.length, Math.max(shared[at] ?? 0, shared[at + 1] ?? 0) + 1),
  );
  const slots = new Int32Array(tableSize(trunks.reduce((sum, length) => sum + length, 1)) * SLOT);
  const whole = sorted.filter((key) => key.length >= LOOK);
  const heads = new Int32Array(tableSize(new Set(whole.map(hashOf)).size) * SLOT);
  let nodes = 0;
  sorted.forEach((key, at) => {
    const trunk = trunks[at] ?? key.length;
    const record = firstRecord.get(key) ?? 0;
    let [node, slot, behindHead] = [0, 0, 0];
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
      if (n === LOOK - 1) behindHead = node;
    }
    slots[slot + RECORD] = trunk === key.length ? record : -record;
    if (key.length < LOOK) return;
    const standing = endsInHead(key, firstRecord) ? FROM_ROOT : trunk > LOOK ? behindHead : IN_RECORD;
    setHead(heads, hashOf(key), standing, record);
  });
  return { slots, heads };
}

/** Whether a name ends within the first characters of this key. */
function endsInHead(key: string, firstRecord: ReadonlyMap<string, number>): boolean {
  for (let length = 1; length <= LOOK; length += 1) if (firstRecord.has(key.slice(0, length))) return true;
  return false;
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

/** Keys that share a head agree on where it leads; where they do not, two heads hash alike. */
function setHead(heads: Int32Array, hash: number, standing: number, record: number): void {
  const head = headOf(heads, hash);
  const known = heads[head + STANDING] ?? FREE;
  const agreed = known === FREE || (known === standing && standing !== IN_RECORD) ? standing : FROM_ROOT;
  heads.set([hash, agreed, record], head);
}

function hashOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < LOOK; at += 1) hash = stepLook(hash, key.charCodeAt(at));
  return hash;
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
    const seam = at > 0 && (key.gaps[at] ?? NO_GAP) !== NO_GAP;
    if (seam) setBit(look, lookBit(hash));
    hash = stepLook(hash, key.codes[at] ?? 0);
    // The first character behind a seam settles most tokens that end there.
    if (seam) setBit(look, lookBit(hash));
  }
  setBit(look, lookBit(hash));
  // A name that ends here, or goes on in a script without spaces: the look over the gap cannot refuse it.
  if (at < LOOK) setBit(brief, lookBit(hash));
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
