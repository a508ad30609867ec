import type { ActorRole } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import { sentenceAt } from "./cut-segments.ts";
import { pastCue } from "./find-past-cue.ts";
import { ATTRIBUTION, COMPARISON, HEDGE, UNPROVEN } from "./role-cues.ts";
import type { Rated, RoleInput } from "./role-input.ts";

/** An actor's role in an article, with the words that decided it. `mentions` are all of one actor, in order. */
export function rateActorRole(mentions: readonly Settled[], input: RoleInput): Rated<ActorRole> {
  const readings = mentions.map((mention) => readMention(mention, input));
  const sum = (role: ActorRole) =>
    readings.reduce((total, reading) => total + (reading.role === role ? reading.weight : 0), 0);
  const why = (role: ActorRole) =>
    readings.filter((reading) => reading.role === role).sort((left, right) => right.weight - left.weight)[0]
      ?.why ?? "named in passing";
  const unproven = readings.find((reading) => reading.unproven);
  if (unproven !== undefined) return { role: "suspected", why: unproven.why };
  const [attributed, suspected] = [sum("attributed"), sum("suspected")];
  if (suspected > 0 && suspected >= attributed) return { role: "suspected", why: why("suspected") };
  if (attributed > 0) return { role: "attributed", why: why("attributed") };
  return { role: "background", why: why("background") };
}

interface MentionReading extends Rated<ActorRole> {
  readonly weight: number;
  readonly unproven: boolean;
}

function readMention(mention: Settled, input: RoleInput): MentionReading {
  const { segment, start, end } = mention.candidate;
  const sentence = sentenceAt(segment, start);
  const text = sentence.text;
  const after = segment.text.slice(end, sentence.end);
  const weight =
    segment.field === "title" ? 3 : segment.field === "summary" ? 2 : segment.paragraph <= 2 ? 1.5 : 1;
  const read = (role: ActorRole, why: string, factor = 1): MentionReading => ({
    role,
    why,
    weight: weight * factor,
    unproven: false,
  });
  const nextText = segment.sentences
    .filter((one) => one.start >= sentence.start)
    .slice(0, 3)
    .map((one) => one.text)
    .join(" ");
  const unproven = UNPROVEN.exec(nextText);
  if (
    unproven !== null &&
    /\bclaim|\bwrote\b|\bposted?\b|\bboast/i.test(nextText) &&
    /^(?:[^.]{0,200})$/.test(text)
  )
    return { ...read("suspected", `a claim: “${unproven[0]}”`), unproven: true };
  const comparison = COMPARISON.exec(text);
  const past = segment.field === "text" ? pastCue(text, input.publishedAt) : undefined;
  const attribution = ATTRIBUTION.exec(text);
  if (comparison !== null && segment.field === "text")
    return read("background", `for comparison: “${comparison[0]}”`);
  const hedge = HEDGE.exec(text);
  if (hedge !== null) return read("suspected", `hedged: “${hedge[0]}”`);
  if (past !== undefined && input.segments.some((one) => one.field !== "text") && !isHead(segment.paragraph))
    return read("background", `in the past: “${past}”`, 0.5);
  if (attribution !== null) return read("attributed", `“${attribution[0]}”`);
  if (segment.field !== "text" || segment.paragraph <= 2)
    return read("attributed", "named at the head of the report", 0.8);
  return read("background", after === "" ? "named in passing" : "named without a tie to the event", 0.1);
}

function isHead(paragraph: number): boolean {
  return paragraph <= 2;
}
