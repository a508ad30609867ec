import type { EntityKind } from "../domain.ts";
import type { Candidate } from "./candidates.ts";
import { entityKey, type KnownNames } from "./known-names.ts";

const CONNECTOR =
  /^["'”’]?\s*(?:['’]s\s*)?(?:,|\/|;|&|\+|–|-|\bvs?\.?)?\s*(?:(?:and|or|as well as|aka|a\.k\.a\.|also known as|plus|along with|alongside|like|with|\(aka|\()\s*)?["'“‘]?\s*$/i;
/** Parentheses and notes that may stand between two names of a list. */
const LONGEST_GAP = 24;

/** Whether a candidate stands in one list with another name of the kind that needs no cue or has one, directly or over further members. */
export function joinsList(
  candidate: Candidate,
  others: readonly Candidate[],
  kind: EntityKind,
  known: KnownNames,
): boolean {
  // Two doubtful names side by side vouch for one another where the article names a third.
  const namesOthers = [...known.keys()].some((key) => key.startsWith(`${kind}:`));
  const row = others.filter((other) => other.segment === candidate.segment);
  const at = row.indexOf(candidate);
  return [1, -1].some((step) => reaches(row, at, step, kind, known, namesOthers));
}

function reaches(
  row: readonly Candidate[],
  from: number,
  step: number,
  kind: EntityKind,
  known: KnownNames,
  namesOthers: boolean,
): boolean {
  for (let at = from; ; at += step) {
    const here = row[at];
    const next = row[at + step];
    if (here === undefined || next === undefined) return false;
    const [left, right] = step === 1 ? [here, next] : [next, here];
    const gap = left.segment.text.slice(left.end, right.start);
    if (gap.length > LONGEST_GAP || !CONNECTOR.test(gap)) return false;
    const same = next.names.filter((name) => name.kind === kind);
    if (same.some((name) => isFirm(name.ambiguity?.level))) return true;
    if (same.some((name) => known.get(entityKey(name))?.includes(next))) return true;
    if (same.length === 0) return false;
    if (namesOthers && same.every((name) => !here.names.some((own) => own.id === name.id))) return true;
  }
}

function isFirm(level: string | undefined): boolean {
  return level === undefined || level === "low";
}
