import type { Article } from "../domain.ts";
import { parsePage } from "../intake/parse-page.ts";
import type { ArticleInput } from "./parse-article.ts";

/** The article with the paragraphs of the HTML it came with, read as the poller reads a page; unchanged without HTML. */
export async function withPageText(input: ArticleInput): Promise<Article> {
  const { article, html } = input;
  if (html === undefined) return article;
  const page = await parsePage(new TextEncoder().encode(html), "text/html; charset=utf-8", article.url);
  if (typeof page === "string") return { ...article, textFrom: "feed", textNote: page };
  return {
    ...article,
    title: article.title || page.title || page.paragraphs[0] || "(no title)",
    paragraphs: page.paragraphs,
  };
}
