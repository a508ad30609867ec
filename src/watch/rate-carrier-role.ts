import type { CarrierRole } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import type { Reading } from "./reading.ts";

/** A carrier's role in an article, with the words that decided it. */
export function rateCarrierRole(
  mentions: readonly Settled[],
  reading: Reading,
): { role: CarrierRole; why: string } {
  if (mentions.every((mention) => mention.name.research))
    return { role: "source", why: "its research is cited" };
  if (reading.event.type === "business" || reading.event.type === "other")
    return { role: "mentioned", why: `the article tells of ${reading.event.type}` };
  if (mentions.some((mention) => mention.candidate.segment.paragraph <= 1))
    return { role: "victim", why: "named at the head of an incident report" };
  return { role: "mentioned", why: "named in passing" };
}
