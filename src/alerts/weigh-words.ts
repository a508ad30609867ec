import type { Findings } from "../domain.ts";
import { termsOf } from "../text/similarity.ts";
import type { ReadSentence } from "./read-sentences.ts";
import learned from "./word-weights.json" with { type: "json" };

/** What is known about a telling word of an article, before it is asked how likely the word belongs to a fact. */
export const TRAITS = [
  "often",
  "inTitle",
  "inTeaser",
  "onlyInFront",
  "depth",
  "closing",
  "number",
  "besideNumber",
  "opensParagraph",
  "capital",
  "actor",
] as const;
export type Traits = readonly number[];

/** Learned by bench/learn-summary.ts: log-odds of each trait, and of single words that are nobody's name. */
export interface WordWeights {
  readonly bias: number;
  readonly traits: Readonly<Record<(typeof TRAITS)[number], number>>;
  /** How much a word's own log-odds counts. */
  readonly word: number;
  /** Words by their log-odds: how much oftener than others they stand in a fact when they stand in the article. */
  readonly words: Readonly<Record<string, string>>;
}

export const WORD_WEIGHTS: WordWeights = learned;

/** How likely each telling word of an article belongs to a fact that an analyst wants, 0 to 1. */
export function weighWords(
  sentences: readonly ReadSentence[],
  findings: Findings,
  weights: WordWeights = WORD_WEIGHTS,
): ReadonlyMap<string, number> {
  const own = oddsOf(weights);
  const out = new Map<string, number>();
  for (const [term, traits] of traitsOf(sentences, findings)) {
    const byTrait = TRAITS.reduce((sum, name, at) => sum + weights.traits[name] * (traits[at] ?? 0), 0);
    const odds = weights.bias + byTrait + weights.word * (own.get(term) ?? 0);
    out.set(term, 1 / (1 + Math.exp(-odds)));
  }
  return out;
}

const READ = new WeakMap<WordWeights, ReadonlyMap<string, number>>();

function oddsOf(weights: WordWeights): ReadonlyMap<string, number> {
  const known = READ.get(weights);
  if (known !== undefined) return known;
  const odds = new Map(
    Object.entries(weights.words).flatMap(([value, words]) =>
      words.split(" ").map((word): [string, number] => [word, Number(value)]),
    ),
  );
  READ.set(weights, odds);
  return odds;
}

/** The traits of every telling word of an article, in the order of TRAITS. */
export function traitsOf(
  sentences: readonly ReadSentence[],
  findings: Findings,
): ReadonlyMap<string, Traits> {
  const places = new Map<string, ReadSentence[]>();
  for (const sentence of sentences)
    for (const term of sentence.allTerms) places.set(term, [...(places.get(term) ?? []), sentence]);
  const capitals = new Set(
    sentences.filter((one) => one.field !== "title").flatMap((one) => termsOf(capitalsIn(one.text))),
  );
  const actors = new Set(
    findings.actors
      .filter((one) => one.role !== "background")
      .flatMap((one) => [one.name, ...one.matched].flatMap((name) => termsOf(name))),
  );
  const paragraphs = Math.max(1, ...sentences.map((one) => one.place));
  const out = new Map<string, Traits>();
  for (const [term, found] of places) {
    const body = found.filter((one) => one.field === "text");
    const first = body[0]?.place ?? 0;
    out.set(term, [
      Math.log(found.length),
      Number(found.some((one) => one.field === "title")),
      Number(found.some((one) => one.field === "teaser")),
      Number(body.length === 0),
      first / paragraphs,
      Number(paragraphs > 3 && first === paragraphs),
      Number(/\d/.test(term)),
      Number(body.some((one) => /\d/.test(one.text))),
      Number(found.some((one) => one.index === 0)),
      Number(capitals.has(term)),
      Number(actors.has(term)),
    ]);
  }
  return out;
}

/** The capitalised words of a text that do not open it: names, mostly. */
function capitalsIn(text: string): string {
  return (text.match(/(?<=\s["“‘(]?)\p{Lu}[\p{L}\p{N}&.'’$-]*/gu) ?? []).join(" ");
}
