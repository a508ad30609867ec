import type { TermWeights } from "../text/similarity.ts";
import { BACKGROUND_WEIGHTS } from "./background-weights.ts";

/** What the archive has learned on top of what is known of the trade's language from the start. */
export function combineWeights(learned: TermWeights | undefined): TermWeights {
  if (learned === undefined) return BACKGROUND_WEIGHTS;
  return {
    documents: learned.documents + BACKGROUND_WEIGHTS.documents,
    frequency: (term) => learned.frequency(term) + BACKGROUND_WEIGHTS.frequency(term),
  };
}
