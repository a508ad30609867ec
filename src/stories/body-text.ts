import type { Article, Findings } from "../domain.ts";
import { splitSentences } from "../text/sentences.ts";

/** One sentence of an article; paragraph 0 is the teaser. */
export interface BodySentence {
  readonly text: string;
  readonly paragraph: number;
  /** Offset in its paragraph. */
  readonly start: number;
}

/** The sentences that a person would read, furniture left out; a bare teaser where there is no text. */
export function bodySentences(article: Article, findings: Findings): BodySentence[] {
  const out: BodySentence[] = [];
  const furniture = new Set(findings.furniture);
  article.paragraphs.forEach((text, index) => {
    if (furniture.has(index + 1)) return;
    for (const sentence of splitSentences(text))
      out.push({ text: sentence.text, paragraph: index + 1, start: sentence.start });
  });
  if (out.length === 0)
    for (const sentence of splitSentences(article.summary))
      out.push({ text: sentence.text, paragraph: 0, start: sentence.start });
  return out;
}
