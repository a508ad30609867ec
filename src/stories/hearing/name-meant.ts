import { foldText } from "../../text/similarity.ts";
import { nameOf, type SpeakerIndex } from "../names/index-speakers.ts";
import { isNewsroom } from "../names/newsrooms.ts";
import { isOffice } from "../names/speaker-kind.ts";
import { BY_PRONOUN, COMPANY } from "./subject-patterns.ts";

/** What was said before, so that "it" and "the firm" can be read. */
export interface Memory {
  readonly speaker: string | undefined;
  /** The last organisation that spoke and is not a watched carrier. */
  readonly firm: string | undefined;
  readonly actor: string | undefined;
  /** Who spoke in the sentence just before; nobody where it reports no speech. */
  readonly last: string | undefined;
  /** The newsroom named last. */
  readonly press: string | undefined;
  /** The authority named last. */
  readonly office: string | undefined;
  /** Who issued the statement that is being quoted. */
  readonly paper: string | undefined;
  /** Who or what the last sentence of the same paragraph was about. */
  readonly topic: string | undefined;
  /** The same before the sentence at hand began. */
  readonly about: string | undefined;
  /** The unnamed people whom the sentence before spoke of ("security researchers"). */
  readonly crowd: string | undefined;
  /** The carriers that the sentence before named, for "both" and "the two". */
  readonly pair: readonly string[];
}
/** The memory before the first sentence. */
export const NOTHING_SAID: Memory = {
  speaker: undefined,
  firm: undefined,
  actor: undefined,
  topic: undefined,
  about: undefined,
  paper: undefined,
  press: undefined,
  last: undefined,
  office: undefined,
  crowd: undefined,
  pair: [],
};

/** "The company": the carrier this paragraph speaks of, else the one the article is about. */
export function companyMeant(index: SpeakerIndex, memory: Memory): string | undefined {
  const { topic, about } = memory;
  if (about !== undefined && index.carriers.has(about) && !(topic !== undefined && index.carriers.has(topic)))
    return about;
  const proper = topic !== undefined && /^\p{Lu}/u.test(topic) && !isOffice(topic) && !isNewsroom(topic);
  if (proper && !index.actors.has(topic) && index.main !== undefined && !index.sure) return topic;
  if (topic !== undefined && (index.carriers.has(topic) || topic === index.main)) return topic;
  if (index.main !== undefined) return index.main;
  return topic !== undefined && !isOffice(topic) ? topic : memory.firm;
}

/** "The gang", "the seller": the claimant named last; for a gang also the only one there is, for a single person also whom the paragraph is about. */
export function claimantMeant(noun: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const one = /^(?:hacker|seller|poster|intruder|attacker|thief|claimant|extortionist|culprit)$/.test(noun);
  const { topic } = memory;
  const person = one && topic !== undefined && /^\p{Lu}[\p{L}\d_-]+$/u.test(topic);
  if (person && !index.carriers.has(topic) && topic !== index.main && !isOffice(topic)) return topic;
  for (const name of [topic, memory.actor, memory.speaker])
    if (name !== undefined && (index.claimants.has(name) || index.handles.has(name))) return name;
  const all = one ? [...index.handles] : [...index.claimants, ...index.handles];
  return all.length === 1 ? all[0] : undefined;
}

/** The watched carrier that a passage names last. */
export function carrierIn(text: string, index: SpeakerIndex): string | undefined {
  const folded = ` ${foldText(text).replace(/[^\p{L}\p{N}&]+/gu, " ")} `;
  let best: { readonly at: number; readonly name: string } | undefined;
  for (const [spelling, name] of index.names) {
    const at = index.carriers.has(name) ? folded.lastIndexOf(` ${spelling} `) : -1;
    if (at >= 0 && at > (best?.at ?? -1)) best = { at, name };
  }
  return best?.name;
}

/** Whom "it", "he" or "they" at the end of a passage means. */
export function pronounMeant(text: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const before = text.slice(0, -4);
  if (new RegExp(`\\bthe ${COMPANY}\\b`, "u").test(before)) return companyMeant(index, memory);
  const pronoun = BY_PRONOUN.exec(text)?.groups?.it?.toLowerCase();
  const it = pronoun === "it";
  const told = memory.topic ?? memory.last;
  if (told === undefined || (it && /^unnamed \p{L}+s$/u.test(told)))
    return it ? index.main : personBefore(pronoun, memory);
  return told;
}

/** "He" and "she" at the start of a paragraph go on with whoever spoke last. */
function personBefore(pronoun: string | undefined, memory: Memory): string | undefined {
  return pronoun === "he" || pronoun === "she" ? memory.speaker : undefined;
}

/** "Ida Moe of the SBU": the house speaks. */
const MEMBER =
  /^\p{Lu}\p{Ll}+ \p{Lu}[\p{L}’'-]+ (?:of|at) (?:the )?(?<org>\p{Lu}{3,}|(?:\p{Lu}[\p{L}&]+ ){1,4}(?:Center|Centre|Institute|University|Labs?|Foundation|Agency|Authority|Commission))$/u;

/** The carriers that a passage names, each once, in the order of the text. */
export function carriersIn(text: string, index: SpeakerIndex): string[] {
  const folded = ` ${foldText(text).replace(/[^\p{L}\p{N}&]+/gu, " ")} `;
  const places = [...index.names]
    .filter(([, name]) => index.carriers.has(name))
    .map(([spelling, name]) => ({ name, at: folded.indexOf(` ${spelling} `) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return [...new Set(places.map(({ name }) => name))];
}

/** The organisation a person speaks for, else the name to show for what is printed. */
export function personOrName(printed: string, index: SpeakerIndex): string {
  const name = printed
    .replace(/^.*[’']s (?=\p{Lu})/u, "")
    .replace(MEMBER, "$<org>")
    .replace(/^(?:CEO|CTO|CFO|Chancellor|President|Premier) (?=\p{Lu})/u, "");
  if (/^(?:CEO|CTO|CFO) /.test(printed) && index.main !== undefined) return index.main;
  const folded = foldText(name);
  return (
    index.people.get(folded) ?? index.people.get(folded.split(" ").at(-1) ?? folded) ?? nameOf(index, name)
  );
}
