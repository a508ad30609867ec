import type { Article, Findings } from "../domain.ts";
import { splitSentences } from "../text/sentences.ts";
import { termsOf } from "../text/similarity.ts";

/** A sentence of an article, its headline counted as one, with where it stands. */
export interface ReadSentence {
  readonly text: string;
  readonly field: "title" | "teaser" | "text";
  /** Paragraphs of the text count from 1, as printed; headline and teaser are 0. */
  readonly paragraph: number;
  /** The same with page furniture left out. */
  readonly place: number;
  /** Its number in its paragraph. */
  readonly index: number;
  /** Offsets in its paragraph. */
  readonly start: number;
  readonly end: number;
  /** Its telling words, repeated ones too. */
  readonly allTerms: readonly string[];
}

/** Headline, teaser and text of an article as sentences in reading order; page furniture left out. */
export function readSentences(article: Article, findings: Findings): ReadSentence[] {
  const furniture = new Set(findings.furniture);
  const { title } = article;
  const out: ReadSentence[] = [];
  const add = (source: string, field: "teaser" | "text", paragraph: number, place: number): void => {
    splitSentences(source).forEach((one, index) => {
      out.push({ ...one, field, paragraph, place, index, allTerms: termsOf(one.text) });
    });
  };
  out.push({
    text: title,
    field: "title",
    paragraph: 0,
    place: 0,
    index: 0,
    start: 0,
    end: title.length,
    allTerms: termsOf(title),
  });
  add(article.summary, "teaser", 0, 0);
  let place = 0;
  article.paragraphs.forEach((text, index) => {
    if (furniture.has(index + 1)) return;
    place += 1;
    add(text, "text", index + 1, place);
  });
  return out;
}
