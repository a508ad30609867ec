import type { CarrierRole } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import { type Segment, sentenceAt } from "./cut-segments.ts";
import { pastCue, yearCue } from "./find-past-cue.ts";
import {
  AFTER_CASE,
  AFTER_EVENT_AFTER,
  AFTER_EVENT_BEFORE,
  AFTER_SUBJECT,
  AGENT,
  ALL_OF_THEM,
  ALREADY_LISTED,
  CLEARED,
  EARLIER_CASE,
  EARLIER_LIST,
  FAULT,
  INCIDENT,
  ITS_UNIT,
  JOINS,
  LIKEWISE,
  NEIGHBOUR_AFTER,
  NEIGHBOUR_BEFORE,
  SAME_AS,
  SOURCE_AFTER,
  SOURCE_BEFORE,
  SUFFERED,
} from "./role-cues.ts";
import type { MentionReading, RoleInput } from "./role-input.ts";

/** A relative clause right after the name: "SK Telecom, which lost data in April, said …". */
const RELATIVE = /^,? (?:which|who|whose|itself)\b[^,.;]{0,100}/;

/** What grammar says of one mention of a carrier: a role with the words that decided it, or a weak reading where only the absence of cues speaks. */
export function readCarrierMention(mention: Settled, input: RoleInput): MentionReading<CarrierRole> {
  const { segment, start, end } = mention.candidate;
  const sentence = sentenceAt(segment, start);
  const before = segment.text.slice(sentence.start, start);
  const after = segment.text.slice(end, Math.max(end, sentence.end));
  const loose = (role: CarrierRole, why: string) => ({ role, why, firm: false });
  const firm = (role: CarrierRole, why: string) => ({ role, why, firm: true });
  const team = input.counted.find(
    (one) =>
      one.name.research &&
      one.name.id === mention.name.id &&
      one.candidate.segment === segment &&
      one.candidate.start >= sentence.start &&
      one.candidate.start < sentence.end,
  );
  if (team !== undefined) return firm("source", `its ${team.candidate.literal} is cited`);
  if (mention.name.research) return firm("source", `its ${mention.candidate.literal} is cited`);
  const cites = SOURCE_AFTER.exec(after) ?? SOURCE_BEFORE.exec(before);
  if (cites !== null) return firm("source", `cited: “${cites[0].trim()}”`);
  const past = pastCue(sentence.text, input.publishedAt);
  const clause = RELATIVE.exec(after)?.[0] ?? "";
  if (INCIDENT.test(clause) && pastCue(clause, input.publishedAt) !== undefined)
    return firm("past-victim", `in the past: “${clause.trim()}”`);
  const lead = listStart(before, mention, input);
  const afterCase = AFTER_CASE.exec(lead);
  if (SAME_AS.test(lead)) return firm("past-victim", "an earlier case of the same kind");
  if (AFTER_SUBJECT.test(lead) && SUFFERED.test(after) && INCIDENT.test(sentence.text))
    return firm("past-victim", "an earlier case: “after”");
  if (afterCase !== null) return firm("past-victim", "an earlier case: “after”");
  if (/\b(?:like|as)\s$/i.test(lead) && /^\s(?:had|did|was|were|has)\b/.test(after) && past !== undefined)
    return firm("past-victim", `in the past: “${past}”`);
  if (NEIGHBOUR_AFTER.test(after)) return firm("mentioned", "a neighbour of the victim");
  const earlier = AFTER_EVENT_BEFORE.exec(before);
  if (earlier !== null && AFTER_EVENT_AFTER.test(after))
    return firm("past-victim", `an earlier event: “${earlier[0].trim()} …”`);
  const neighbour = NEIGHBOUR_BEFORE.exec(lead);
  if (neighbour !== null) return firm("mentioned", `beside the victim: “${neighbour[0].trim()}”`);
  const unit = ITS_UNIT.exec(after) ?? ITS_UNIT.exec(before);
  if (unit !== null && INCIDENT.test(sentence.text))
    return firm("mentioned", `a unit of it is hit: “${unit[0]}”`);
  if (CLEARED.test(sentence.text)) return firm("mentioned", `cleared: “${CLEARED.exec(sentence.text)?.[0]}”`);
  const listed = ALREADY_LISTED.exec(before);
  if (listed !== null) return firm("past-victim", `an earlier victim: “${listed[0].trim()}”`);
  const led = INCIDENT.test(sentence.text) ? JOINS.exec(lead) : null;
  if (led !== null) return firm("past-victim", "joined by the new victim");
  const named =
    /\b(?:had|have) (?:all |both |also |already )?been named\b|\bnamed (?:before|earlier|previously)\b/i.exec(
      sentence.text,
    );
  if (named !== null) return firm("past-victim", `an earlier victim: “${named[0]}”`);
  const joined = INCIDENT.test(sentence.text) ? EARLIER_LIST.exec(sentence.text) : null;
  if (joined !== null && (/^had /i.test(joined[0]) || joined.index < before.length))
    return firm("past-victim", `an earlier victim: “${joined[0]}”`);
  const next = nextSentence(segment, sentence.end);
  const told = happens(sentence.text) ?? happens(next) ?? happens(summing(segment, sentence.end));
  const year = yearCue(sentence.text, input.publishedAt);
  if (year !== undefined && EARLIER_CASE.test(sentence.text))
    return firm("past-victim", `an earlier case: “${year}”`);
  if (told !== undefined && past !== undefined) return firm("past-victim", `in the past: “${past}”`);
  if (told !== undefined) return loose("victim", `with “${told}” in the sentence`);
  const previous = segment.sentences.filter((one) => one.end <= sentence.start).at(-1)?.text ?? "";
  if (LIKEWISE.test(sentence.text) && INCIDENT.test(previous)) {
    const cue = pastCue(previous, input.publishedAt);
    if (cue !== undefined) return loose("past-victim", `as the sentence before: “${cue}”`);
  }
  if (input.event.type === "outage" && FAULT.test(sentence.text))
    return loose("victim", `with “${FAULT.exec(sentence.text)?.[0]}” in the sentence`);
  if (
    past !== undefined &&
    (INCIDENT.test(segment.text) || /\b(?:second|third|latest|another|similar) case\b/.test(segment.text))
  )
    return loose("past-victim", `in the past: “${past}”`);
  return loose("mentioned", "named in passing");
}

/** The words before the first member of the list that ends with the mention. */
function listStart(before: string, mention: Settled, input: RoleInput): string {
  const { segment, start } = mention.candidate;
  let at = start;
  const row = input.counted.filter((one) => one.candidate.segment === segment && one.candidate.start < start);
  for (const other of row.reverse()) {
    const gap = segment.text.slice(other.candidate.end, at);
    if (!/^\s*(?:,|and|or|,\s*and|&)\s*$/.test(gap)) break;
    at = other.candidate.start;
  }
  return before.slice(0, Math.max(0, before.length - (start - at)));
}

/** The next sentence where it goes on about the same subject. */
function nextSentence(segment: Segment, end: number): string {
  const next = segment.sentences.find((one) => one.start >= end)?.text ?? "";
  return /^(?:It|Its|The (?:company|operator|carrier|firm|group|telco|provider))\b/.test(next) ? next : "";
}

/** The word that tells of something done to somebody, beyond naming who does such things. */
function happens(text: string): string | undefined {
  return text.match(new RegExp(INCIDENT.source, "gi"))?.find((word) => !AGENT.test(word));
}

/** A later sentence that sums up those named before it: "All three are on the list of victims." */
function summing(segment: Segment, end: number): string {
  return segment.sentences.filter((one) => one.start >= end && ALL_OF_THEM.test(one.text))[0]?.text ?? "";
}
