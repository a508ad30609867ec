import type { Article } from "../domain.ts";
import { htmlToParagraphs } from "../text/html-to-text.ts";
import type { ArticleInput } from "./parse-article.ts";

/** The article with paragraphs read out of the HTML it came with; unchanged without HTML. */
export async function withPageText(input: ArticleInput): Promise<Article> {
  if (input.html === undefined) return input.article;
  const paragraphs = htmlToParagraphs(input.html);
  return { ...input.article, title: input.article.title || paragraphs[0] || "(no title)", paragraphs };
}
