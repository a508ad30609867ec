import type { Article, Findings, HistoryRow } from "../domain.ts";

/** Past events told in an article, as timeline rows. */
export function findHistory(_article: Article, _findings: Findings): HistoryRow[] {
  return [];
}
