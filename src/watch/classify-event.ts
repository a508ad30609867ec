import { EVENT_TYPES, type EventType } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import type { Segment } from "./cut-segments.ts";
import { eventTraits } from "./weigh/event-traits.ts";
import eventWeights from "./weigh/event-weights.json" with { type: "json" };
import { sayTrait } from "./weigh/say-trait.ts";
import { toWeights, weighTraits } from "./weigh/weigh-traits.ts";

export interface EventReading {
  readonly type: EventType;
  /** What decided: words as they stand in the article, signs, and the type's share among all, 0 to 1. */
  readonly why: string;
}

const MOST_REASONS = 4;
const WEIGHTS = toWeights(EVENT_TYPES, eventWeights);

/** The kind of event an article tells, with what decided. */
export function classifyEvent(segments: readonly Segment[], counted: readonly Settled[]): EventReading {
  const { label, share, because } = weighTraits(eventTraits(segments, counted), WEIGHTS);
  const why = [...new Set(because.flatMap((trait) => sayTrait(trait) ?? []))].slice(0, MOST_REASONS);
  return { type: label, why: `${why.join(" · ") || "no telling words"} (${share.toFixed(2)})` };
}
