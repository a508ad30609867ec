import { EVENT_TYPES, type EventType } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import type { Segment } from "./cut-segments.ts";
import {
  ATTACKED,
  AUTHORITY_ACTS,
  CHARGED,
  CODE_AT_WORK,
  DEMAND,
  ENCRYPTED,
  ENTERED,
  EVENT_SIGNS,
  FLAW,
  FLOODED,
  INSIDE,
  LEAK_SITE,
  RANSOM_GANG,
  RANSOMED,
  SECURITY_TYPES,
  SPYING,
  TAKEN,
  THEFT_TYPES,
} from "./event-signs.ts";
import { INCIDENT } from "./role-cues.ts";
import { stripNegations } from "./strip-negations.ts";
import { CYBER, TELECOM } from "./words.ts";

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
/** Kinds of event that need computers. */
const COMPUTER_TYPES: readonly EventType[] = ["intrusion", "data-breach", "ransomware", "vulnerability"];
/** A headline about the law needs this much of it in the text. */
const ARREST_LEAST = 1;
/** Where headline and lead tell nothing, the body counts more. */
const WHOLE = 0.6;
/** Below this an article has no event that we know. */
const LEAST = 2.4;

/** An earlier event told in passing: "which began after the theft of SIM data at SK Telecom". */
const BEFOREHAND =
  /\b(?:after|following|since) (?:the|a|an|last|its) (?:[\w-]+ ){0,2}(?:thefts?|breach|hack|attack|leak|intrusion|outage|incident)\b[^.;,]{0,60}/gi;

/** The kind of event an article tells, with the words that decided. */
export function classifyEvent(segments: readonly Segment[], counted: readonly Settled[]): EventReading {
  const scores = scoreTypes(segments, BODY);
  let best = highest(scores);
  if (best === "other") {
    const whole = scoreTypes(segments, WHOLE);
    best = highest(whole);
    if (best === "business" && !isAboutOperators(segments, counted)) best = "other";
    if (best !== "other") return { type: best, why: wordsOf(whole, best) };
    const headed = counted.filter((one) => one.candidate.segment.paragraph <= 2);
    if (headed.some((one) => one.name.kind === "actor") && (whole.get("intrusion")?.score ?? 0) > 0)
      return { type: "intrusion", why: wordsOf(whole, "intrusion") };
    const told = headTexts(segments).some((text) => INCIDENT.test(text));
    if (told && headed.some(isOperator)) return { type: "intrusion", why: "an incident in the lead" };
    if (headed.some((one) => one.candidate.segment.field !== "text" && isOperator(one)))
      return { type: "business", why: "a carrier in the headline and no security event" };
    return { type: "other", why: "no telling words" };
  }
  if (counted.length === 0 && COMPUTER_TYPES.includes(best) && !segments.some((one) => CYBER.test(one.text)))
    return { type: "other", why: "no word of computer crime" };
  const sharper = sharpen(best, scores, segments, counted);
  if (sharper === "business" && !isAboutOperators(segments, counted))
    return { type: "other", why: "trade words, but no operator in headline or lead" };
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
    where.some((one) => pattern.test(tellingText(one)));
  const says = (pattern: RegExp, where: readonly Segment[] = segments) =>
    where.some((one) => pattern.test(stripNegations(one.text.slice(0, one.furnitureFrom))));
  const scoreOf = (other: EventType) => scores.get(other)?.score ?? 0;
  if (["intrusion", "data-breach", "outage"].includes(type) && (says(ENCRYPTED) || says(RANSOMED, head)))
    return "ransomware";
  const teaser = segments.filter((one) => one.field !== "text");
  if (type === "data-breach" && (tells(RANSOM_GANG, teaser) || (tells(LEAK_SITE) && tells(DEMAND))))
    return "ransomware";
  if (tells(CHARGED, teaser.slice(0, 1)) && scoreOf("arrest") >= ARREST_LEAST) return "arrest";
  if (
    ["intrusion", "outage"].includes(type) &&
    tells(FLOODED) &&
    !tells(INSIDE) &&
    scoreOf("outage") >= LEAST
  )
    return tells(FLAW, segments.slice(0, 1)) ? "vulnerability" : "outage";
  if (type === "outage" && (tells(ATTACKED, head) || tells(CODE_AT_WORK))) return "intrusion";
  const theft = scoreOf("data-breach");
  if (
    type === "intrusion" &&
    !tells(SPYING, head) &&
    theft >= LEAST &&
    theft * 2 >= scoreOf("intrusion") &&
    THEFT_TYPES.some((sign) => tells(sign))
  )
    return "data-breach";
  const named = counted.some((one) => one.name.kind === "actor" && one.candidate.segment.paragraph <= 2);
  if (
    type === "data-breach" &&
    (named || tells(SPYING, head)) &&
    !THEFT_TYPES.some((sign) => tells(sign, head))
  )
    return "intrusion";
  const titled = counted.some((one) => one.name.kind === "actor" && one.candidate.segment.field === "title");
  const title = segments.filter((one) => one.field === "title");
  if (
    ["data-breach", "intrusion", "outage"].includes(type) &&
    tells(FLAW, title) &&
    !tells(TAKEN, title) &&
    scoreOf("vulnerability") * 2 >= scoreOf(type)
  )
    return "vulnerability";
  const spied = counted.some((one) => one.name.state && one.candidate.segment.paragraph <= 2);
  if (type === "data-breach" && spied) return "intrusion";
  if (type === "policy" && titled && !tells(AUTHORITY_ACTS, title) && scoreOf("intrusion") >= LEAST)
    return "intrusion";
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

/** Whether headline, teaser or lead name an operator or speak of telecoms. */
function isAboutOperators(segments: readonly Segment[], counted: readonly Settled[]): boolean {
  if (counted.some((one) => isOperator(one) && one.candidate.segment.paragraph <= 2)) return true;
  return segments.some((one) => one.field !== "text" && TELECOM.test(one.text));
}

function headTexts(segments: readonly Segment[]): string[] {
  return segments
    .filter((one) => one.field !== "text" || one.paragraph <= 1)
    .map((one) => stripNegations(one.text.slice(0, one.furnitureFrom)));
}

function isOperator(one: Settled): boolean {
  return one.name.kind === "carrier" && !one.name.research;
}

type Scores = ReadonlyMap<EventType, { readonly score: number; readonly words: readonly string[] }>;

function scoreTypes(segments: readonly Segment[], body: number): Scores {
  const scores = new Map<EventType, { score: number; words: string[] }>();
  for (const segment of segments) {
    const text = tellingText(segment);
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

/** A segment's own words without what they deny and, in the body, without earlier events told in passing. */
function tellingText(segment: Segment): string {
  const own = stripNegations(segment.text.slice(0, segment.furnitureFrom));
  return segment.field === "text" ? own.replace(BEFOREHAND, " ") : own;
}

function weightOf(segment: Segment, body: number): number {
  if (segment.field === "title") return TITLE;
  if (segment.field === "summary") return SUMMARY;
  return segment.paragraph <= 2 ? LEAD : body;
}
