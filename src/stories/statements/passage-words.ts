import { foldText, stem } from "../../text/similarity.ts";
import type { SpeakerKind } from "../names/speaker-kind.ts";
import { ruledStance } from "./stance-rules.ts";

const NEGATES = /^(?:no|not|never|none|nor|neither|without|nothing|nobody|cannot|few|fewer|only)$/;
/** How many words behind a negation stand under it. */
const REACH = 4;
/** Words that change what the next one says; such a pair is a sign of its own. */
const TURNS =
  /^(?:no|not|never|none|nor|neither|without|nothing|nobody|would|will|could|can|did|does|do|has|have|had|was|were|is|are|any|whether|who|which|what|how|so|yet|out|in|on|of|it|its|own|only|still|any|further|too)$/;
const MOST_WORDS = 70;

const SIDE: Readonly<Record<SpeakerKind, string>> = {
  affected: "house",
  carrier: "house",
  actor: "gang",
  official: "office",
  abroad: "abroad",
  press: "outside",
  crowd: "outside",
  third: "outside",
};

/** The words of a passage as signs of its stance: who speaks, stemmed words, words under a negation, turns of phrase (each also with the side that speaks), and what the rules say. */
export function passageWords(passage: string, kind: SpeakerKind): string[] {
  const words = wordsOf(passage);
  const rule = ruledStance(passage, kind);
  const out = new Set<string>([`kind ${kind}`, `rule ${rule}`, `rule ${rule} ${kind}`]);
  const add = (sign: string): void => void out.add(sign).add(`${SIDE[kind]}: ${sign}`);
  let under = 0;
  for (const [at, word] of words.entries()) {
    const stemmed = stem(word);
    add(stemmed);
    if (under > 0) add(`not ${stemmed}`);
    under = NEGATES.test(word) ? REACH : under - 1;
    const next = words[at + 1];
    if (next !== undefined && (TURNS.test(word) || TURNS.test(next))) add(`${stemmed}+${stem(next)}`);
  }
  if (words.some((word) => NEGATES.test(word))) out.add(`negation ${kind}`);
  return [...out];
}

/** Lower-case words in order, figures as one sign; names of the text teach nothing about other texts. */
function wordsOf(passage: string): string[] {
  const text = passage.replace(/\b(?:can|won)[’']t\b|\bcannot\b/g, "can not").replace(/n[’']t\b/g, " not");
  const out: string[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)) {
    if (out.length >= MOST_WORDS) break;
    if (/^\p{N}/u.test(match[0])) out.push("#");
    else if (!/^\p{Lu}/u.test(match[0]) || match.index < 2) out.push(foldText(match[0]).replace(/'s?$/, ""));
  }
  return out;
}
