import type { Article } from "../domain.ts";

/** No language has words this long; the patterns of the story stage would try every cut of one. */
const LONGEST_WORD = 300;
const LONGEST_PARAGRAPH = 5_000;
const LONGEST_TEXT = 120_000;
const LONGEST_TITLE = 500;

/** The article as far as the story stage reads it, so that hostile text costs no more than long text; paragraphs keep their numbers. */
export function boundArticle(article: Article): Article {
  let left = LONGEST_TEXT;
  const paragraphs = article.paragraphs.map((text) => {
    const kept = bound(text, Math.min(LONGEST_PARAGRAPH, left));
    left -= kept.length;
    return kept;
  });
  return {
    ...article,
    title: bound(article.title, LONGEST_TITLE),
    summary: bound(article.summary, LONGEST_PARAGRAPH),
    paragraphs,
  };
}

function bound(text: string, length: number): string {
  const cut = text.slice(0, Math.max(0, length));
  return cut.split(/\s/).some((word) => word.length > LONGEST_WORD) ? "" : cut;
}
