import type { SpeakerIndex } from "../names/index-speakers.ts";
import { isTimeOrPlace, NAME, trimName } from "../names/name-pattern.ts";
import { findCrowd } from "./find-crowd.ts";
import { companyMeant, type Memory, personOrName } from "./name-meant.ts";
import { subjectAtEnd } from "./subject-at-end.ts";
import { COMPANY, LEADS_HERE, OFFICE, PAPER, SOURCES } from "./subject-patterns.ts";

const TURNS_ROUND =
  /^(?:said|says|say|stated|states|explained|explains|added|adds|wrote|writes|warned|warns|replied|replies|answered|insisted|insists|argued|argues|conceded|concedes|remarked|remarks|observed|noted|notes|admitted|admits|complained|complains|claimed|claims|reckons|believes|thinks|countered|asserted|asserts|reported|reports|recalled|promised|promises|threatened|threatens|declared|declares|acknowledged|suggested|suggests|grumbled|joked|confirmed|confirms|maintains|maintained|stressed|stresses)$/;
/** Where a noun phrase behind a verb may end; a verb there makes it the subject of its own clause. */
const PHRASE_END =
  /[,.;:“”"()–—]|$|\s(?:who|which|whose|in|on|at|from|after|before|when|while|as|with|to|by|late|early|today|yesterday|this|last|but)\b/gu;
const FINITE =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|do|should|it|they|he|she|we)\b/;
const MOST_ENDS = 4;

/** `"…," said the FBI and CISA`, "it is over, says a spokeswoman in Bern": who stands behind the verb. */
export function subjectBehind(
  left: string,
  right: string,
  verb: string,
  index: SpeakerIndex,
  memory: Memory,
): string | undefined {
  if (!/[,?!”"]\s*$|^(?:So)?\s*$/.test(left) || !TURNS_ROUND.test(verb)) return undefined;
  const near = right.slice(0, 110);
  if (!/^\s+\S/.test(near) || /^\s+(?:up|out|off|down|that|back|it|so|as)\b/.test(near)) return undefined;
  let tried = 0;
  for (const end of near.matchAll(PHRASE_END)) {
    const phrase = near.slice(0, end.index);
    if (FINITE.test(phrase) || tried >= MOST_ENDS) return undefined;
    if (phrase.trim() === "") continue;
    tried += 1;
    const leads = index.sure && LEADS_HERE.test(phrase.trim());
    const found = leads
      ? companyMeant(index, memory)
      : (subjectAtEnd(phrase, index, memory) ?? findCrowd(phrase.trim(), "end"));
    if (found !== undefined) return found;
  }
  return undefined;
}

const VOICE =
  /^(?:company |\p{Lu}[\p{L}&-]+ )?(?:spokes(?:person|man|woman)|representative)(?: (?:for|of) (?:the )?\p{Lu}[\p{L}&-]+)?\b/u;
/** Who stands behind "according to". */
export function subjectOfAccording(rest: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const sources = SOURCES.exec(rest.slice(0, 60));
  if (sources !== null && sources.index < 25) return "unnamed sources";
  if (/^(?:it|him|her|them)\b/.test(rest)) return memory.speaker;
  const paper = new RegExp(`^(?:[\\p{Ll}-]+ ){0,2}${PAPER}\\b(?! (?:by|from)\\b)`, "u").test(rest);
  if (paper) return memory.paper ?? (index.sure ? companyMeant(index, memory) : memory.topic);
  if (/^(?:joint )?statement\b/.test(rest)) return memory.paper ?? memory.speaker;
  if (new RegExp(`^(?:chief executive|${COMPANY})\\b`).test(rest)) return index.main ?? memory.speaker;
  if (/^(?:firm|same account|researchers?|report)\b/.test(rest)) return memory.firm ?? memory.speaker;
  const voice = rest.slice(0, 60).match(VOICE)?.[0];
  if (voice !== undefined) return subjectAtEnd(`a ${voice}`, index, memory);
  const named = new RegExp(`^(?:[\\p{Ll}-]+ ){0,3}?(?<it>${NAME})`, "u").exec(rest);
  const name = trimName(named?.groups?.it ?? "");
  if (name !== "" && !isTimeOrPlace(name)) return personOrName(name, index);
  const office = new RegExp(`^(?<it>(?:[\\p{Ll}-]+ ){0,3}?${OFFICE})`, "u").exec(rest);
  return office?.groups?.it;
}
