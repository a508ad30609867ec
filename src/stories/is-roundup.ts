import type { Article } from "../domain.ts";

const ROUNDUP =
  /\b(?:weekly|monthly|daily|week in|month in|year in review|recap|round-?up|bulletin|in other news|news brief|newsletter|digest|that defined|top \d+|this week in|in brief)\b/i;

/** Whether an article strings several events together, so that it belongs to no single story. */
export function isRoundup(article: Article): boolean {
  return ROUNDUP.test(article.title);
}
