import type { Article, Findings, Statement } from "../domain.ts";

/** On whom the report rests. */
export function traceOrigins(
  _article: Article,
  _findings: Findings,
  statements: readonly Statement[],
): string[] {
  return [...new Set(statements.map((statement) => statement.speaker))];
}
