import type { ActorRole } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import { sentenceAt } from "./cut-segments.ts";
import { pastCue, yearCue } from "./find-past-cue.ts";
import { ATTRIBUTION, COMPARISON, HEDGE, UNPROVEN } from "./role-cues.ts";
import type { MentionReading, RoleInput } from "./role-input.ts";

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
const CLAIMS = /\b(?:claim\w*|wrote|writes|posted|boast\w*)\b/i;
/** A sentence that goes on about the group just named. */
const GOES_ON =
  /^(?:In [^,]{1,40},? |On \w+,? )?(?:the (?:group|gang|crew|collective|outfit|actor|hackers)|it|they|its)\b/i;

/** What grammar says of one mention of an actor: a role with the words that decided it. */
export function readActorMention(
  mention: Settled,
  input: Pick<RoleInput, "publishedAt">,
): MentionReading<ActorRole> {
  const { segment, start, end } = mention.candidate;
  const head = segment.field !== "text" || segment.paragraph <= 2;
  const sentence = sentenceAt(segment, start);
  const account = segment.sentences.filter((one) => one.start >= sentence.start).slice(0, 3);
  const read = (role: ActorRole, why: string, firm = true) => ({ role, why, firm });
  const told = account.map((one) => one.text).join(" ");
  const unproven = CLAIMS.test(told) ? UNPROVEN.exec(told) : null;
  if (unproven !== null) return read("suspected", `a claim: “${unproven[0]}”`);
  const before = sentence.text.slice(0, start - sentence.start);
  const whole = sentence.text.slice(end - sentence.start);
  const after = whole.replace(RELATIVE, "");
  if (BESIDE.test(before) && segment.field !== "title")
    return read("background", "named beside, for comparison");
  if (/^[-\s](?:style|like|playbook|inspired|esque)\b/.test(after))
    return read("background", "a manner, not the group");
  if (/\?["'”’]?\s*$/.test(sentence.text)) return read("suspected", "a question");
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
  if (head) return read("attributed", "named at the head of the report", false);
  return read("background", "named without a tie to the event", false);
}
