import type { Account, Article, Findings } from "../domain.ts";
import type { Quote } from "../domain-delivery.ts";
import { choosePassages } from "./choose-passages.ts";
import { findPassages } from "./find-passages.ts";
import { readSentences } from "./read-sentences.ts";
import { WORD_WEIGHTS, type WordWeights, weighWords } from "./weigh-words.ts";

/** Longest summary, in characters over all its passages. */
export const SUMMARY_CHARS = 420;
const BOUNDS = { chars: SUMMARY_CHARS, passages: 3, sentences: 3 } as const;

/** At most three sentences as they stand in the article, and its headline where that carries facts, in at most three passages beside it and SUMMARY_CHARS characters, in the order of the article: together they hold most of the words that facts are told in (docs/adr/0009). */
export function summarise(
  article: Article,
  findings: Findings,
  account: Account,
  weights: WordWeights = WORD_WEIGHTS,
): Quote[] {
  const sentences = readSentences(article, findings);
  const passages = findPassages({ article, findings, account }, sentences, BOUNDS);
  return choosePassages(passages, weighWords(sentences, findings, weights), BOUNDS).map((one) => ({
    text: one.text,
    speaker: account.statements.find((said) => said.text === one.text)?.speaker,
    paragraph: one.paragraph,
  }));
}
