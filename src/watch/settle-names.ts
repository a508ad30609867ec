import type { Candidate, Settled } from "./candidates.ts";
import type { WatchedName } from "./compile-watchlist.ts";
import { collectKnown, entityKey, type KnownNames, knownElsewhere } from "./known-names.ts";
import type { Context } from "./read-context.ts";
import { settleActor } from "./settle-actor.ts";
import { settleCarrier } from "./settle-carrier.ts";
import type { Verdict } from "./verdict.ts";

/** Strengths of cues from which other mentions may lean on a name, in the first round and later. */
const CERTAIN = 3;
const LIKELY = 1.5;
const WEB_ADDRESS =
  /^(?:https?:|www\.)|^\S+@\S+\.\w|^[\w.-]+\.(?:com|net|org|io|[a-z]{2})(?:[/:?#]\S*)?[.,;:)]*$/i;

/** Settles for each candidate whether it counts, for whom, and by which cue; first the sure ones, then those that lean on them. */
export function settleNames(candidates: readonly Candidate[], context: Context): Settled[] {
  let known: KnownNames = new Map();
  let settled: Settled[] = [];
  for (let round = 0; round < 3; round += 1) {
    const telecom = context.telecom || namesOperators(known);
    settled = candidates.map((candidate) => settle(candidate, candidates, { ...context, telecom }, known));
    const next = collectKnown(settled, round === 0 ? CERTAIN : LIKELY);
    if (next.size === known.size && round > 0) break;
    known = next;
  }
  return settled;
}

/** Whether the names found so far make it an article about telecoms: two carriers, or one in the headline. */
function namesOperators(known: KnownNames): boolean {
  const carriers = [...known].filter(([key]) => key.startsWith("carrier:"));
  return (
    carriers.length > 1 || carriers.some(([, places]) => places.some((one) => one.segment.field === "title"))
  );
}

function settle(
  candidate: Candidate,
  all: readonly Candidate[],
  context: Context,
  known: KnownNames,
): Settled {
  const [first] = candidate.names;
  if (first === undefined) throw new Error("a candidate without names");
  if (candidate.start >= candidate.segment.furnitureFrom) return dropped(candidate, first, "page furniture");
  if (isInAddress(candidate)) return dropped(candidate, first, "part of a web address");
  let best: { name: WatchedName; verdict: Verdict; rank: number } | undefined;
  for (const name of closest(candidate)) {
    const verdict =
      name.kind === "actor"
        ? settleActor(candidate, name, { context, known, others: all })
        : settleCarrier(candidate, name, { context, known, others: all });
    const rank =
      verdict.strength +
      (verdict.strength > 0 ? companyBonus(candidate, name, all, known) : 0) +
      (verdict.strength > 0 ? placeBonus(name, context) : 0) +
      (name.alias === name.name ? 0.2 : 0) +
      (isWrittenSo(candidate, name) ? 0.25 : 0);
    if (best === undefined || rank > best.rank) best = { name, verdict, rank };
  }
  if (best === undefined) return dropped(candidate, first, "not settled");
  if (best.verdict.strength === 0) return dropped(candidate, best.name, best.verdict.text);
  return {
    candidate,
    name: best.name,
    cue: best.verdict.text,
    reason: undefined,
    strength: best.verdict.strength,
  };
}

/** How much the article's other names speak for a reading: the more of them are also the entity's, the more. */
function companyBonus(
  candidate: Candidate,
  name: WatchedName,
  all: readonly Candidate[],
  known: KnownNames,
): number {
  if (candidate.names.length === 1 || knownElsewhere(known, name, candidate) === undefined) return 0;
  if (name.kind === "carrier") return 0.4;
  if (name.alias !== name.name && pairsWith(candidate, name, all)) return 0;
  const others = new Set(
    all.flatMap((other) =>
      other.literal !== candidate.literal && other.names.some((one) => entityKey(one) === entityKey(name))
        ? [other.literal]
        : [],
    ),
  );
  return 0.4 + 0.2 * Math.min(others.size, 3);
}

/** Whether "and" joins the candidate with a name of the same entity: "APT36 and SideCopy" are two. */
function pairsWith(candidate: Candidate, name: WatchedName, all: readonly Candidate[]): boolean {
  const { segment } = candidate;
  return all.some((other) => {
    if (other === candidate || other.segment !== segment) return false;
    if (!other.names.some((one) => entityKey(one) === entityKey(name))) return false;
    const [left, right] = other.start < candidate.start ? [other, candidate] : [candidate, other];
    return right.start - left.end < 12 && /^,? (?:and|&) $/.test(segment.text.slice(left.end, right.start));
  });
}

/** The readings of a candidate, each entity by its spelling nearest to the text. */
function closest(candidate: Candidate): readonly WatchedName[] {
  const exact = candidate.names.filter((name) => isWrittenSo(candidate, name));
  const ids = new Set(exact.map(entityKey));
  return [...exact, ...candidate.names.filter((name) => !ids.has(entityKey(name)))];
}

/** Whether the text writes the name as the catalogue does, but for case: "VELVET CHOLLIMA" is as near to one group as to another. */
function isWrittenSo({ literal }: Candidate, { alias }: WatchedName): boolean {
  return alias.toLowerCase() === literal.toLowerCase();
}

/** A carrier whose country the article names is likelier than its namesake elsewhere; one that carries the name as its own likelier than one flagged for it. */
function placeBonus(name: WatchedName, context: Context): number {
  if (name.country === undefined) return 0;
  return (context.countries.has(name.country) ? 0.3 : 0) + (name.listed ? 0.15 : 0);
}

function dropped(candidate: Candidate, name: WatchedName, reason: string): Settled {
  return { candidate, name, cue: undefined, reason, strength: 0 };
}

/** Whether a candidate is part of an address, and not a group that calls itself by one: "Ransomed.vc". */
function isInAddress(candidate: Candidate): boolean {
  const chunk = chunkAround(candidate);
  const whole = chunk.replace(/[.,;:!?'’]+s?$/, "") === candidate.literal;
  return WEB_ADDRESS.test(chunk) && !(whole && candidate.names.some((name) => name.alias.includes(".")));
}

/** The characters without a space around a candidate. */
function chunkAround(candidate: Candidate): string {
  const { text } = candidate.segment;
  let from = candidate.start;
  let to = candidate.end;
  while (from > 0 && candidate.start - from < 80 && !/[\s("“<]/.test(text[from - 1] ?? " ")) from -= 1;
  while (to < text.length && to - candidate.end < 80 && !/[\s)"”>]/.test(text[to] ?? " ")) to += 1;
  return text.slice(from, to);
}
