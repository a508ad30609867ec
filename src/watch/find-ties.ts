import type { NamedActor, NamedCarrier, Tie } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import { type Segment, sentenceAt } from "./cut-segments.ts";
import { AFTER_EVENT_BEFORE, COMPARISON, HEDGE, NEIGHBOUR_BEFORE } from "./role-cues.ts";
import type { RoleInput } from "./role-input.ts";

/** The event of the report, or its victim, without a name: "the latest breach", "the operator's network". */
const THE_EVENT =
  /\b(?:the|this|that)\s(?:latest |recent |new |same |whole |[A-Z][a-z]+ |\w+day['’]s )?(?:breach|attack|hack|intrusion|incident|theft|operation|wipe|leak|heist|sabotage|outage|break-in|case|cyber-?attack|job)\b|\b(?:the|its) (?:operator|carrier|company|telco|firm|provider)(?:['’]s)?\b/i;
/** The actor is said not to be it. */
const UNTIED =
  /\b(?:no (?:link|connection|tie|evidence|sign|indication)s?|not (?:\w+ )?(?:linked|connected|tied|related|named|involved|behind)|does not name|did not name|names? no|nothing (?:connects|links|ties|to do)|rul(?:es|ed) out|den(?:y|ies|ied))\b/i;

/** The ties between actors and carriers that a sentence, or the sentence beside it, makes; background actors are tied to nobody. */
export function findTies(
  input: RoleInput,
  actors: readonly NamedActor[],
  carriers: readonly NamedCarrier[],
): Tie[] {
  const tied = new Map<string, Tie>();
  const active = new Set(actors.filter((one) => one.role !== "background").map((one) => one.id));
  const struck = new Set(carriers.filter((one) => one.role.endsWith("victim")).map((one) => one.id));
  const victims = carriers.filter((one) => one.role === "victim").map((one) => one.id);
  for (const one of input.counted) {
    const { segment, start } = one.candidate;
    if (one.name.kind !== "actor" || !active.has(one.name.id)) continue;
    const sentence = sentenceAt(segment, start);
    if (UNTIED.test(sentence.text) || (COMPARISON.test(sentence.text) && segment.field === "text")) continue;
    const here = carriersIn(input.counted, segment, sentence.start, sentence.end).filter((id) =>
      struck.has(id),
    );
    for (const carrier of here.length > 0 ? here : besides(input, segment, sentence, victims)) {
      const key = `${one.name.id} ${carrier}`;
      if (tied.has(key)) continue;
      tied.set(key, {
        actor: one.name.id,
        carrier,
        hedge: HEDGE.exec(sentence.text)?.[0],
        sentence: sentence.text,
        paragraph: segment.paragraph,
      });
    }
  }
  return [...tied.values()];
}

/** Whom a sentence without a carrier is about: the victims of the sentence before it, or the only victim, where its words point there. */
function besides(
  input: RoleInput,
  segment: Segment,
  sentence: { readonly text: string; readonly start: number; readonly end: number },
  victims: readonly string[],
): readonly string[] {
  if (!THE_EVENT.test(sentence.text)) return [];
  if (carriersIn(input.counted, segment, sentence.start, sentence.end).length > 0) return [];
  const before = segment.sentences.filter((one) => one.end <= sentence.start).at(-1);
  const named =
    before === undefined
      ? []
      : carriersIn(input.counted, segment, before.start, before.end).filter((id) => victims.includes(id));
  if (named.length > 0) return named;
  return victims.length === 1 ? victims : [];
}

/** Ids of the carriers named in a stretch of a segment, leaving out rivals, parents and earlier cases. */
function carriersIn(counted: readonly Settled[], segment: Segment, from: number, to: number): string[] {
  const ids = counted.flatMap(({ candidate, name }) => {
    if (name.kind !== "carrier" || name.research || candidate.segment !== segment) return [];
    if (candidate.start < from || candidate.start >= to) return [];
    const before = segment.text.slice(from, candidate.start);
    return NEIGHBOUR_BEFORE.test(before) || AFTER_EVENT_BEFORE.test(before) ? [] : [name.id];
  });
  return [...new Set(ids)];
}
