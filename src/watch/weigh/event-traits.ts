import type { Settled } from "../candidates.ts";
import type { Segment } from "../cut-segments.ts";
import { EVENT_PATTERNS, EVENT_SIGNS } from "../event-signs.ts";
import { stripNegations } from "../strip-negations.ts";
import { articleWords, wordsOf } from "./article-words.ts";
import type { Traits } from "./weigh-traits.ts";
import { zoneOf } from "./zone-of.ts";

/** A sign in the body counts fully when two in so many paragraphs have it. */
const BODY_SHARE = 2;
const MOST = 2;

/** What in an article speaks for a kind of event: its words by place, the signs of each kind, and who is named where. Names are masked, so that no operator or group stands for a kind. */
export function eventTraits(segments: readonly Segment[], counted: readonly Settled[]): Traits {
  const heads = new Map<string, number>();
  const signs = new Map<string, number>();
  let bodies = 0;
  for (const segment of segments) {
    if (segment.furnitureFrom === 0) continue;
    const zone = zoneOf(segment);
    if (zone === "body") bodies += 1;
    const head = zone === "headline" || zone === "teaser";
    if (head) for (const word of wordsOf(segment, counted)) add(heads, word, 1);
    const text = stripNegations(segment.text.slice(0, segment.furnitureFrom));
    for (const [at, sign] of EVENT_SIGNS.entries())
      if (sign.words.test(text)) add(signs, `${sign.type} sign ${at} in ${zone}`, 1);
    for (const [name, pattern] of EVENT_PATTERNS) if (pattern.test(text)) add(signs, `${name} in ${zone}`, 1);
  }
  const out = new Map(articleWords(segments, counted));
  for (const [word, count] of heads) out.set(`“${word}” in headline or teaser`, Math.min(MOST, count));
  for (const [sign, count] of signs)
    out.set(
      sign,
      sign.endsWith("in body")
        ? Math.min(1, (count * BODY_SHARE) / Math.max(BODY_SHARE, bodies))
        : Math.min(MOST, count),
    );
  for (const trait of namedTraits(counted)) out.set(trait, 1);
  return out;
}

function add(to: Map<string, number>, key: string, by: number): void {
  to.set(key, (to.get(key) ?? 0) + by);
}

function namedTraits(counted: readonly Settled[]): string[] {
  const actors = counted.filter((one) => one.name.kind === "actor");
  const carriers = counted.filter((one) => one.name.kind === "carrier");
  const heads = actors.filter((one) => one.candidate.segment.paragraph <= 2);
  const titled = (list: readonly Settled[]): boolean =>
    list.some((one) => one.candidate.segment.field === "title");
  return [
    ...(actors.length > 0 ? ["an actor is named"] : []),
    ...(heads.length > 0 ? ["an actor is named at the head"] : []),
    ...(heads.some((one) => one.name.state) ? ["a state's group is named at the head"] : []),
    ...(titled(actors) ? ["an actor is named in the headline"] : []),
    ...(carriers.length > 0 ? ["a carrier is named"] : []),
    ...(titled(carriers) ? ["a carrier is named in the headline"] : []),
  ];
}
