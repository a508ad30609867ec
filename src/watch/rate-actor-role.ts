import type { ActorRole } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import { type Segment, sentenceAt } from "./cut-segments.ts";
import { pastCue, yearCue } from "./find-past-cue.ts";
import { ATTRIBUTION, COMPARISON, HEDGE, UNPROVEN } from "./role-cues.ts";
import type { Rated, RoleInput } from "./role-input.ts";

/** An actor's role in an article, with the words that decided it. `mentions` are all of one actor, in order. */
export function rateActorRole(mentions: readonly Settled[], input: RoleInput): Rated<ActorRole> {
  if (input.lookingBack !== undefined)
    return { role: "background", why: `the article looks back: “${input.lookingBack}”` };
  const readings = bySentence(mentions).map((mention) => readMention(mention, input));
  const sum = (role: ActorRole) =>
    readings.reduce((total, reading) => total + (reading.role === role ? reading.weight : 0), 0);
  const why = (role: ActorRole) =>
    readings.filter((reading) => reading.role === role).sort((left, right) => right.weight - left.weight)[0]
      ?.why ?? "named in passing";
  const quiet = input.event.type === "business" || input.event.type === "other";
  const denied = input.segments.some((one) => one.field !== "text" && DISMISSED.test(one.text));
  if (denied && readings.some((reading) => reading.role !== "background"))
    return { role: "suspected", why: "its claim is denied in headline or teaser" };
  const policy = input.event.type === "policy" || quiet;
  if (policy && mentions.every((mention) => mention.candidate.segment.field === "text"))
    return {
      role: "background",
      why: quiet ? "the article tells of no event" : "the cause of what authorities do",
    };
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

/** A relative clause about the actor: its hedges are about something else. */
const RELATIVE = /,? (?:which|who|whose)\b[^,.;]*,?/g;
/** A doubt further away than this is about something else. */
const HEDGE_BEFORE = 90;
const HEDGE_AFTER = 60;
/** So far back a comparison still governs the name. */
const COMPARED = 110;
/** Words right before a name that stands for comparison. */
const BESIDE =
  /\b(?:like|unlike|such as|as did|as with|(?:ever )?since|in the wake of|reminiscent of|echo(?:es|ing) of|recall(?:s|ing)|similar to|compared (?:to|with)|nor|neither|rather than|no hint (?:either )?of|no trace of|(?:heir|successor|offshoot|rebrand|remnants?) (?:of|to)|code (?:\w+ )?(?:from|of)|other than|not)\s(?:the )?$/i;
/** A headline in which somebody rejects a claim. */
const DISMISSED =
  /\b(?:dismiss|den(?:y|ie)|reject|rubbish|refute|trash|dispute|contest)(?:es|ed|s)?\b[^.;]{0,40}\b(?:claims?|hack|breach|reports?|allegations?|boasts?)\b/i;
const CLAIMS = /\b(?:claim\w*|wrote|writes|posted|boast\w*)\b/i;
/** A sentence that goes on about the group just named. */
const GOES_ON =
  /^(?:In [^,]{1,40},? |On \w+,? )?(?:the (?:group|gang|crew|collective|outfit|actor|hackers)|it|they|its)\b/i;

/** One mention for each sentence: a list of aliases is said once. */
function bySentence(mentions: readonly Settled[]): Settled[] {
  const seen = new Map<string, Settled>();
  for (const mention of mentions) {
    const { segment, start } = mention.candidate;
    const key = `${segment.field} ${segment.paragraph} ${sentenceAt(segment, start).start}`;
    if (!seen.has(key)) seen.set(key, mention);
  }
  return [...seen.values()];
}

function readMention(mention: Settled, input: RoleInput): MentionReading {
  const { segment, start, end } = mention.candidate;
  const head = segment.field !== "text" || segment.paragraph <= 2;
  const sentence = sentenceAt(segment, start);
  const account = segment.sentences.filter((one) => one.start >= sentence.start).slice(0, 3);
  const read = (role: ActorRole, why: string, factor = 1, unproven = false): MentionReading => ({
    role,
    why,
    weight: weightOf(segment) * factor,
    unproven,
  });
  const told = account.map((one) => one.text).join(" ");
  const unproven = CLAIMS.test(told) ? UNPROVEN.exec(told) : null;
  if (unproven !== null) return read("suspected", `a claim: “${unproven[0]}”`, 1, true);
  const before = sentence.text.slice(0, start - sentence.start);
  const whole = sentence.text.slice(end - sentence.start);
  const after = whole.replace(RELATIVE, "");
  if (BESIDE.test(before) && segment.field !== "title")
    return read("background", "named beside, for comparison");
  if (/^[-\s](?:style|like|playbook|inspired|esque)\b/.test(after))
    return read("background", "a manner, not the group");
  if (/\?["'”’]?\s*$/.test(sentence.text))
    return read("suspected", "a question", 1, segment.field === "title");
  if (/^(?:['’]s)?\s(?:members?|affiliates?|associates?|suspects?|alumni|imitators?|copycats?)\b/.test(after))
    return read("suspected", "only people close to it are named");
  const hedge =
    segment.field === "title"
      ? HEDGE.exec(sentence.text)
      : HEDGE.exec(`${before.slice(-HEDGE_BEFORE)} ${after.slice(0, HEDGE_AFTER)}`);
  const comparison =
    segment.field === "title"
      ? null
      : COMPARISON.exec(`${before.slice(-COMPARED)} ${whole.slice(0, HEDGE_AFTER)}`);
  if (comparison !== null && (hedge === null || comparison.index < hedge.index))
    return read("background", `for comparison: “${comparison[0]}”`);
  if (hedge !== null) return read("suspected", `hedged: “${hedge[0]}”`);
  const earlier = segment.sentences.filter((one) => one.end <= sentence.start).at(-1)?.text ?? "";
  const past = head
    ? undefined
    : (pastCue(`${before} ${after}`, input.publishedAt) ?? yearCue(earlier, input.publishedAt));
  if (past !== undefined) return read("background", `in the past: “${past}”`);
  const next = account[1]?.text ?? "";
  const attribution = ATTRIBUTION.exec(sentence.text) ?? (GOES_ON.test(next) ? ATTRIBUTION.exec(next) : null);
  if (attribution !== null) return read("attributed", `“${attribution[0]}”`);
  if (head) return read("attributed", "named at the head of the report", 0.8);
  return read("background", "named without a tie to the event");
}

function weightOf(segment: Segment): number {
  if (segment.field === "title") return 3;
  if (segment.field === "summary") return 2;
  return segment.paragraph <= 2 ? 1.5 : 1;
}
