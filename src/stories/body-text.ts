import type { Article, Findings } from "../domain.ts";
import { splitSentences } from "../text/sentences.ts";

/** One sentence of an article; paragraph 0 is the teaser. */
export interface BodySentence {
  readonly text: string;
  readonly paragraph: number;
  /** Offset in its paragraph. */
  readonly start: number;
}

/** Where a report was written, before its first sentence: "LISBON, March 4 (Wire) — "; a place speaks for nobody. */
const DATELINE =
  /^(?:\p{Lu}{3,}(?:[ .'-]\p{Lu}{2,}){0,3}|\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,2}(?=[^—–-]{0,40}\())(?:, [\p{L}\p{N}., ]{2,30}?)?\s?(?:\([\p{L}\p{N}./ ]{2,40}\)\s?)?(?:—|–|--?)\s+(?=\S)/u;
/** A dateline stands in the first paragraph, or behind a line about the picture. */
const LAST_DATELINE = 3;

/** The sentences that a person would read, furniture left out; a bare teaser where there is no text. */
export function bodySentences(article: Article, findings: Findings): BodySentence[] {
  const out: BodySentence[] = [];
  const furniture = new Set(findings.furniture);
  article.paragraphs.forEach((text, index) => {
    if (furniture.has(index + 1)) return;
    const from = index < LAST_DATELINE ? (DATELINE.exec(text)?.[0].length ?? 0) : 0;
    for (const sentence of splitSentences(text.slice(from)))
      out.push({ text: sentence.text, paragraph: index + 1, start: from + sentence.start });
  });
  if (out.length === 0)
    for (const sentence of splitSentences(article.summary))
      out.push({ text: sentence.text, paragraph: 0, start: sentence.start });
  return out;
}
