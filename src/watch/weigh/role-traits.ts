import { stem } from "../../text/similarity.ts";
import type { Settled } from "../candidates.ts";
import { type Segment, sentenceAt } from "../cut-segments.ts";
import { pastCue, yearCue } from "../find-past-cue.ts";
import type { MentionReading, RoleInput } from "../role-input.ts";
import { classesOf } from "./cue-classes.ts";
import { entityTraits } from "./entity-traits.ts";
import { maskNames, OWN, type Stretch } from "./mention-tokens.ts";
import type { Traits } from "./weigh-traits.ts";
import { zoneOf } from "./zone-of.ts";

/** What the article says elsewhere counts less than what it says of the name. */
const ARTICLE_WORDS = 0.6;
/** Words this close to a name are its neighbourhood. */
const NEAR = 4;
/** A cue this close speaks of the name. */
const CLOSE = 6;

/** What in an article speaks for the role of one entity: words and cues around its mentions, what the grammar rules say of each, and how prominent it is. Strengths are shares of the sentences that name it. */
export function roleTraits(
  mentions: readonly Settled[],
  input: RoleInput,
  readMention: (mention: Settled) => MentionReading<string>,
): Traits {
  const perSentence = onePerSentence(mentions);
  const out = new Map<string, number>();
  for (const mention of perSentence)
    for (const [trait, strength] of sentenceTraits(mention, input, readMention(mention)))
      out.set(trait, (out.get(trait) ?? 0) + strength / perSentence.length);
  for (const trait of [...out.keys()])
    if (trait.endsWith(IN_ITS_SENTENCE) && !trait.startsWith("“"))
      out.set(trait.replace(IN_ITS_SENTENCE, " in any sentence of it"), 1);
  for (const [word, strength] of input.words) out.set(`${word} in the article`, strength * ARTICLE_WORDS);
  for (const [trait, strength] of entityTraits(mentions, perSentence.length, input)) out.set(trait, strength);
  return out;
}

const IN_ITS_SENTENCE = " in its sentence";

/** A list of aliases is said once. */
function onePerSentence(mentions: readonly Settled[]): Settled[] {
  const seen = new Map<string, Settled>();
  for (const mention of mentions) {
    const { segment, start } = mention.candidate;
    const key = `${segment.field} ${segment.paragraph} ${sentenceAt(segment, start).start}`;
    if (!seen.has(key)) seen.set(key, mention);
  }
  return [...seen.values()];
}

function sentenceTraits(mention: Settled, input: RoleInput, rule: MentionReading<string>): Traits {
  const { segment, start } = mention.candidate;
  const sentence = sentenceAt(segment, start);
  const zone = zoneOf(segment);
  const tokens = maskNames(segment, sentence, input.counted, mention.name.id);
  const own = tokens.flatMap((token, at) => (token === OWN ? [at] : []));
  const head = zone !== "body";
  const out = new Map<string, number>([[`stands in ${zone}`, 1]]);
  const add = (trait: string): void => void out.set(trait, (out.get(trait) ?? 0) + 1);
  for (const at of own) {
    add(`“${tokens[at - 1] ?? "^"}” right before`);
    add(`“${tokens[at + 1] ?? "$"}” right after`);
    for (const word of tokens.slice(Math.max(0, at - NEAR), at)) add(`“${stem(word)}” before`);
    for (const word of tokens.slice(at + 1, at + 1 + NEAR)) add(`“${stem(word)}” after`);
  }
  for (const word of new Set(tokens.map(stem))) if (word !== OWN) add(`“${word}”${IN_ITS_SENTENCE}`);
  const first = own[0] ?? 0;
  for (const [name, places] of placesOfClasses(tokens)) {
    add(`${name}${IN_ITS_SENTENCE}`);
    if (head) add(`${name} in its sentence at the head`);
    if (places.some((at) => at < first && first - at <= CLOSE)) add(`${name} before`);
    if (places.some((at) => at > first && at - first <= CLOSE)) add(`${name} after`);
  }
  const { before, after } = neighbours(segment, sentence);
  for (const name of classesIn(segment, before, input)) add(`${name} in the sentence before`);
  for (const name of classesIn(segment, after, input)) add(`${name} in the next sentence`);
  add(`read as ${rule.role}`);
  add(`read as ${rule.role}: ${rule.why.replace(/[“:].*$/, "").trim()}`);
  if (head) add(`read as ${rule.role} at the head`);
  if (rule.firm) add(`firmly ${rule.role}`);
  if (tokens.includes("?")) add(head ? "in a question at the head" : "in a question");
  if (pastCue(sentence.text, input.publishedAt) !== undefined) add("with an earlier time");
  if (yearCue(sentence.text, input.publishedAt) !== undefined) add("with an earlier year");
  if (tokens.includes("§carrier")) add("beside a carrier");
  if (tokens.includes("§actor")) add("beside an actor");
  if (first === 0) add("opens its sentence");
  return out;
}

function placesOfClasses(tokens: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const out = new Map<string, number[]>();
  for (const [at, token] of tokens.entries())
    for (const name of classesOf(token)) out.set(name, [...(out.get(name) ?? []), at]);
  return out;
}

function classesIn(segment: Segment, stretch: Stretch | undefined, input: RoleInput): ReadonlySet<string> {
  if (stretch === undefined) return new Set();
  return new Set(maskNames(segment, stretch, input.counted, undefined).flatMap(classesOf));
}

function neighbours(
  segment: Segment,
  sentence: Stretch,
): { readonly before: Stretch | undefined; readonly after: Stretch | undefined } {
  return {
    before: segment.sentences.filter((one) => one.end <= sentence.start).at(-1),
    after: segment.sentences.find((one) => one.start >= sentence.end),
  };
}
