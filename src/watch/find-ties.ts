import type { Tie } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import type { EventReading } from "./classify-event.ts";
import { type Segment, sentenceAt } from "./cut-segments.ts";

/** The sentences that name an actor and a carrier together. */
export function findTies(
  _segments: readonly Segment[],
  counted: readonly Settled[],
  _event: EventReading,
): Tie[] {
  const ties = new Map<string, Tie>();
  for (const actor of counted.filter((one) => one.name.kind === "actor"))
    for (const carrier of counted.filter((one) => one.name.kind === "carrier")) {
      if (carrier.candidate.segment !== actor.candidate.segment) continue;
      const sentence = sentenceAt(actor.candidate.segment, actor.candidate.start);
      if (carrier.candidate.start < sentence.start || carrier.candidate.start >= sentence.end) continue;
      const key = `${actor.name.id} ${carrier.name.id} ${sentence.text}`;
      if (ties.has(key)) continue;
      ties.set(key, {
        actor: actor.name.id,
        carrier: carrier.name.id,
        hedge: undefined,
        sentence: sentence.text,
        paragraph: actor.candidate.segment.paragraph,
      });
    }
  return [...ties.values()];
}
