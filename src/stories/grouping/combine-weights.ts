import type { TermWeights } from "../../text/similarity.ts";
import { BACKGROUND_WEIGHTS } from "./background-weights.ts";

/** What the archive has learned on top of what is known of the trade's language from the start; good for one article, as it remembers what it was asked. */
export function combineWeights(learned: TermWeights | undefined): TermWeights {
  if (learned === undefined) return BACKGROUND_WEIGHTS;
  // An article is held against hundreds of stories that use the same words.
  const known = new Map<string, number>();
  const count = (term: string): number => {
    const frequency = learned.frequency(term) + BACKGROUND_WEIGHTS.frequency(term);
    known.set(term, frequency);
    return frequency;
  };
  return {
    documents: learned.documents + BACKGROUND_WEIGHTS.documents,
    frequency: (term) => known.get(term) ?? count(term),
  };
}
