import type { ActorRole } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import type { Reading } from "./reading.ts";

/** An actor's role in an article, with the words that decided it. */
export function rateActorRole(
  mentions: readonly Settled[],
  _reading: Reading,
): { role: ActorRole; why: string } {
  if (mentions.some((mention) => mention.candidate.segment.field !== "text"))
    return { role: "attributed", why: "named at the head of the article" };
  return { role: "background", why: "named in passing" };
}
