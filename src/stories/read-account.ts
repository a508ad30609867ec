import type { Account, Article, Findings } from "../domain.ts";
import { findFigures } from "./find-figures.ts";
import { findHistory } from "./find-history.ts";
import { findStatements } from "./find-statements.ts";
import { fingerprint } from "./fingerprint.ts";
import { traceOrigins } from "./trace-origins.ts";

/** Reads what the story stage needs out of one article: origins, statements, figures, history and the fingerprint. */
export function readAccount(article: Article, findings: Findings): Account {
  const statements = findStatements(article, findings);
  return {
    origins: traceOrigins(article, findings, statements),
    statements,
    figures: findFigures(article, findings),
    history: findHistory(article, findings),
    fingerprint: fingerprint(article, findings),
  };
}
