import type { Account, Article, Findings } from "../domain.ts";
import { boundArticle } from "./bound-article.ts";
import { findDetails } from "./find-details.ts";
import { findFigures } from "./find-figures.ts";
import { findHistory } from "./find-history.ts";
import { findStatements } from "./find-statements.ts";
import { fingerprint } from "./fingerprint.ts";
import { traceOrigins } from "./trace-origins.ts";

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
