import type { Settled } from "./candidates.ts";
import { AFTER_EVENT_AFTER, AFTER_EVENT_BEFORE, NEIGHBOUR_BEFORE } from "./role-cues.ts";
import type { RoleInput } from "./role-input.ts";

/** A carrier with at least this share of the leader's weight is told about as much. */
const SHARE = 0.45;
/** A leader that the head does not name needs this much: two mentions in the body. */
const LEAST = 1.4;

/** The ids of the carriers that the report is about: those its head names and its text keeps naming. */
export function findProtagonists(input: RoleInput): ReadonlySet<string> {
  const weights = new Map<string, { weight: number; head: boolean }>();
  for (const one of input.counted) {
    if (one.name.kind !== "carrier" || one.name.research) continue;
    const entry = weights.get(one.name.id) ?? { weight: 0, head: false };
    const aside = isAside(one);
    entry.weight += aside ? 0 : weightOf(one);
    entry.head ||= !aside && isHead(one);
    weights.set(one.name.id, entry);
  }
  const top = Math.max(0, ...[...weights.values()].map((entry) => entry.weight));
  return new Set(
    [...weights].flatMap(([id, { weight, head }]) =>
      weight >= top * SHARE && weight > 0 && (head || weight >= Math.max(LEAST, top)) ? [id] : [],
    ),
  );
}

function isHead(one: Settled): boolean {
  return one.candidate.segment.field !== "text" || one.candidate.segment.paragraph <= 2;
}

function weightOf(one: Settled): number {
  const { field, paragraph } = one.candidate.segment;
  if (field === "title") return 4;
  if (field === "summary") return 2;
  return paragraph <= 2 ? 1.5 : 0.7;
}

function isAside(one: Settled): boolean {
  const { segment, start, end } = one.candidate;
  const before = segment.text.slice(Math.max(0, start - 80), start);
  if (NEIGHBOUR_BEFORE.test(before)) return true;
  return AFTER_EVENT_BEFORE.test(before) && AFTER_EVENT_AFTER.test(segment.text.slice(end, end + 60));
}
