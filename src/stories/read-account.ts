import type { Account, Article, Findings } from "../domain.ts";
import { boundArticle } from "./bound-article.ts";
import { findDetails } from "./facts/find-details.ts";
import { findFigures } from "./facts/find-figures.ts";
import { findHistory } from "./facts/find-history.ts";
import { fingerprint } from "./grouping/fingerprint.ts";
import { traceOrigins } from "./origins/trace-origins.ts";
import { findStatements } from "./statements/find-statements.ts";

/** Reads what the story stage needs out of one article: origins, statements, figures, history and the fingerprint. */
export function readAccount(whole: Article, findings: Findings): Account {
  const article = boundArticle(whole);
  const { heard, statements, hints } = findStatements(article, findings);
  const origins = traceOrigins(article, findings, heard);
  const history = findHistory(article, findings);
  return {
    origins,
    statements,
    hints,
    figures: findFigures(article, findings).filter(
      (figure) =>
        !history.some((row) => figure.sentence.includes(row.text) && row.text.includes(figure.literal)),
    ),
    history,
    fingerprint: fingerprint(article, findings),
    details: findDetails(article, findings, history),
  };
}
