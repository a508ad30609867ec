import type { Settled } from "./candidates.ts";
import { sentenceAt } from "./cut-segments.ts";
import { AFTER_EVENT_AFTER, AFTER_EVENT_BEFORE, INCIDENT, NEIGHBOUR_BEFORE } from "./role-cues.ts";
import type { RoleInput } from "./role-input.ts";

/** A carrier with at least this share of the leader's weight is told about as much. */
const SHARE = 0.45;
/** A leader that the head does not name must be named this often. */
const LEAST_TIMES = 2;

/** The ids of the carriers that the report is about: those its head names and its text keeps naming. */
export function findProtagonists(input: RoleInput): ReadonlySet<string> {
  const weights = new Map<string, { weight: number; head: boolean; times: number }>();
  const cited = new Set(input.counted.filter((one) => one.name.research).map((one) => one.name.id));
  for (const one of input.counted) {
    if (one.name.kind !== "carrier" || cited.has(one.name.id)) continue;
    const entry = weights.get(one.name.id) ?? { weight: 0, head: false, times: 0 };
    const aside = isAside(one);
    entry.times += 1;
    entry.weight += aside ? 0 : weightOf(one);
    entry.head ||= !aside && isHead(one);
    weights.set(one.name.id, entry);
  }
  const top = Math.max(0, ...[...weights.values()].map((entry) => entry.weight));
  const found = [...weights].flatMap(([id, { weight, head, times }]) =>
    weight >= top * SHARE && weight > 0 && (head || (times >= LEAST_TIMES && weight >= top)) ? [id] : [],
  );
  if (found.length > 0 || input.event.type === "policy") return new Set(found);
  // A report that names its only carrier in passing is still about that carrier.
  const leads = [...weights].filter(([, { weight }]) => weight === top && weight >= LEAD);
  return new Set(leads.length === 1 ? leads.map(([id]) => id) : []);
}

/** The weight of one mention in the first two paragraphs. */
const LEAD = 1.5;

function isHead(one: Settled): boolean {
  const { segment, start } = one.candidate;
  if (segment.field === "title") return true;
  if (segment.field === "text" && segment.paragraph > 2) return false;
  return INCIDENT.test(sentenceAt(segment, start).text) || segment.paragraph === 1;
}

function weightOf(one: Settled): number {
  const { field, paragraph } = one.candidate.segment;
  if (field === "title") return 4;
  if (field === "summary") return 2;
  return paragraph <= 2 ? LEAD : 0.7;
}

function isAside(one: Settled): boolean {
  const { segment, start, end } = one.candidate;
  const before = segment.text.slice(Math.max(0, start - 80), start);
  if (NEIGHBOUR_BEFORE.test(before)) return true;
  return AFTER_EVENT_BEFORE.test(before) && AFTER_EVENT_AFTER.test(segment.text.slice(end, end + 60));
}
