import { stem } from "../../text/similarity.ts";
import { pastCue, yearCue } from "../find-past-cue.ts";
import { readActorMention } from "../read-actor-mention.ts";
import type { RoleInput } from "../role-input.ts";
import { classesOf } from "../weigh/cue-classes.ts";
import { OWN } from "../weigh/mention-tokens.ts";
import type { Traits } from "../weigh/weigh-traits.ts";
import { zoneOf } from "../weigh/zone-of.ts";
import type { ActorSentence, PlacedSentence } from "./place-sentences.ts";

/** What of an article is asked for when its sentences are read. */
export type BlameInput = Pick<RoleInput, "counted" | "publishedAt" | "event">;

/** Farther back than this a name is far. */
const FAR = 4;
const NEAR = 3;
const MANY = 4;

/** The words of a sentence, alone and in pairs, and their classes; `tokens` as maskNames gives them. */
export function wordTraits(tokens: readonly string[]): Traits {
  const words = stemsOf(tokens);
  const out = new Map<string, number>();
  words.forEach((word, at) => {
    out.set(word, 1);
    const next = words[at + 1];
    if (next !== undefined) out.set(`${word} ${next}`, 1);
  });
  for (const name of new Set(tokens.flatMap(classesOf))) out.set(`class ${name}`, 1);
  return out;
}

/** What else stands in a sentence that names the actor: the words right beside the name, classes of words, what the grammar rules say. */
export function namedTraits(place: PlacedSentence, tokens: readonly string[], input: BlameInput): Traits {
  const words = stemsOf(tokens);
  const out = new Map<string, number>();
  words.forEach((word, at) => {
    if (word !== OWN) return;
    out.set(`before it ${words[at - 1] ?? "^"}`, 1);
    out.set(`behind it ${words[at + 1] ?? "$"}`, 1);
  });
  for (const name of new Set(tokens.flatMap(classesOf))) out.set(`class ${name} with it`, 1);
  const [first] = place.own;
  if (first === undefined) return out;
  const rule = readActorMention(first, input);
  out.set(`read as ${rule.role}`, 1);
  out.set(`read as ${rule.role}: ${rule.why.replace(/[“:].*$/, "").trim()}`, 1);
  return out;
}

/** Where the sentence stands in the article and in the actor's case. `actors` are those named in the article. */
export function placeTraits(place: PlacedSentence, actors: number): Traits {
  const { since, other, otherSince, own, sameParagraph } = place;
  const far = since === undefined ? "before it" : since >= FAR ? "far" : String(since);
  const near = since === undefined ? "before it" : String(Math.min(since, NEAR));
  const standing = `${own.length > 0 ? "named" : ""} ${other ? "other" : ""} ${otherSince ? "other since" : ""} ${actors === 1 ? "alone" : ""} ${near}`;
  return new Map([
    [`distance ${far}`, 1],
    [`other ${other}`, 1],
    [`other since ${otherSince}`, 1],
    [`actors ${Math.min(MANY, actors)}`, 1],
    [`same paragraph ${sameParagraph}`, 1],
    [`case ${standing}`, 1],
  ]);
}

/** What of a sentence is the same for every actor: its zone, the kind of event, whether it tells of earlier times. */
export function settingTraits({ segment, sentence }: ActorSentence, input: BlameInput): Traits {
  return new Map([
    [`zone ${zoneOf(segment)}`, 1],
    [`event ${input.event.type}`, 1],
    [`past ${pastCue(sentence.text, input.publishedAt) !== undefined}`, 1],
    [`year ${yearCue(sentence.text, input.publishedAt) !== undefined}`, 1],
  ]);
}

/** Masked names have no ending to cut. */
function stemsOf(tokens: readonly string[]): string[] {
  return tokens.map((token) => (token.startsWith("§") ? token : stem(token)));
}
