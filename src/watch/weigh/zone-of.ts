import type { Segment } from "../cut-segments.ts";

/** Where in the report something stands: a headline says what it is about, a teaser nearly so, the first two paragraphs lead. */
export type Zone = "headline" | "teaser" | "lead" | "body";

const LEAD_PARAGRAPHS = 2;

export function zoneOf(segment: Segment): Zone {
  if (segment.field === "title") return "headline";
  if (segment.field === "summary") return "teaser";
  return segment.paragraph <= LEAD_PARAGRAPHS ? "lead" : "body";
}
