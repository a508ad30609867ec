import { EVENT_TYPES, type EventType } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import type { Segment } from "./cut-segments.ts";
import {
  ATTACKED,
  AUTHORITY_ACTS,
  ENCRYPTED,
  ENTERED,
  EVENT_SIGNS,
  FLAW,
  RANSOMED,
  SECURITY_TYPES,
  SPYING,
  TAKEN,
  THEFT_TYPES,
} from "./event-signs.ts";
import { stripNegations } from "./strip-negations.ts";

export interface EventReading {
  readonly type: EventType;
  /** The words that decided, as they stand in the article. */
  readonly why: string;
}

/** A headline says what an article is about; a teaser nearly so; the body fades. */
const TITLE = 3;
const SUMMARY = 1.8;
const LEAD = 1;
const BODY = 0.25;
/** Below this an article has no event that we know. */
const LEAST = 2.4;

/** The kind of event an article tells, with the words that decided. */
export function classifyEvent(segments: readonly Segment[], counted: readonly Settled[]): EventReading {
  const scores = scoreTypes(segments, BODY);
  let best = highest(scores);
  if (best === "other") {
    const whole = scoreTypes(segments, LEAD);
    best = highest(whole);
    if (best !== "other") return { type: best, why: wordsOf(whole, best) };
    const headed = counted.filter((one) => one.candidate.segment.paragraph <= 2);
    if (headed.some((one) => one.name.kind === "actor") && (whole.get("intrusion")?.score ?? 0) > 0)
      return { type: "intrusion", why: wordsOf(whole, "intrusion") };
    if (headed.some((one) => one.candidate.segment.field !== "text" && isOperator(one)))
      return { type: "business", why: "a carrier in the headline and no security event" };
    return { type: "other", why: "no telling words" };
  }
  const sharper = sharpen(best, scores, segments, counted);
  return { type: sharper, why: wordsOf(scores, sharper) };
}

/** Settles the pairs that share their words: an outage that is an attack, a hack that is a theft, a theft with encryption. */
function sharpen(
  type: EventType,
  scores: Scores,
  segments: readonly Segment[],
  counted: readonly Settled[],
): EventType {
  const head = segments.filter(
    (one) => one.furnitureFrom > 0 && (one.field !== "text" || one.paragraph <= 2),
  );
  const tells = (pattern: RegExp, where: readonly Segment[] = segments) =>
    where.some((one) => pattern.test(stripNegations(one.text.slice(0, one.furnitureFrom))));
  if (["intrusion", "data-breach", "outage"].includes(type) && (tells(ENCRYPTED) || tells(RANSOMED, head)))
    return "ransomware";
  if (type === "outage" && tells(ATTACKED, head)) return "intrusion";
  const scoreOf = (other: EventType) => scores.get(other)?.score ?? 0;
  const theft = scoreOf("data-breach");
  if (type === "intrusion" && !tells(SPYING, head) && theft >= LEAST && theft * 2 >= scoreOf("intrusion"))
    return "data-breach";
  const named = counted.some((one) => one.name.kind === "actor" && one.candidate.segment.field === "title");
  if (
    type === "data-breach" &&
    (named || tells(SPYING, head)) &&
    !THEFT_TYPES.some((sign) => tells(sign, head))
  )
    return "intrusion";
  const title = segments.filter((one) => one.field === "title");
  if (
    type === "data-breach" &&
    tells(FLAW, title) &&
    !tells(TAKEN, title) &&
    scoreOf("vulnerability") * 2 >= theft
  )
    return "vulnerability";
  if (type === "vulnerability" && tells(ENTERED, title))
    return theft > scoreOf("intrusion") && !named ? "data-breach" : "intrusion";
  if (type === "business") {
    const crime = SECURITY_TYPES.find(
      (other) => scoreOf(other) * 2 >= scoreOf("business") && scoreOf(other) >= LEAST,
    );
    if (crime !== undefined) return crime;
  }
  if (tells(AUTHORITY_ACTS, title) && scoreOf("policy") >= LEAST) return "policy";
  return type;
}

function isOperator(one: Settled): boolean {
  return one.name.kind === "carrier" && !one.name.research;
}

type Scores = ReadonlyMap<EventType, { readonly score: number; readonly words: readonly string[] }>;

function scoreTypes(segments: readonly Segment[], body: number): Scores {
  const scores = new Map<EventType, { score: number; words: string[] }>();
  for (const segment of segments) {
    const text = stripNegations(segment.text.slice(0, segment.furnitureFrom));
    if (text.trim() === "") continue;
    for (const sign of EVENT_SIGNS) {
      const found = sign.words.exec(text)?.[0];
      if (found === undefined) continue;
      const entry = scores.get(sign.type) ?? { score: 0, words: [] };
      entry.score += sign.weight * weightOf(segment, body);
      entry.words.push(found.length > 40 ? `${found.slice(0, 39)}…` : found);
      scores.set(sign.type, entry);
    }
  }
  return scores;
}

function highest(scores: Scores): EventType {
  let best: EventType = "other";
  let top = LEAST;
  for (const type of EVENT_TYPES) {
    const score = scores.get(type)?.score ?? 0;
    if (score > top) [best, top] = [type, score];
  }
  return best;
}

function wordsOf(scores: Scores, type: EventType): string {
  const words = [...new Set(scores.get(type)?.words ?? [])];
  return words.length === 0 ? "no telling words" : words.slice(0, 4).join(" · ");
}

function weightOf(segment: Segment, body: number): number {
  if (segment.field === "title") return TITLE;
  if (segment.field === "summary") return SUMMARY;
  return segment.paragraph <= 2 ? LEAD : body;
}
