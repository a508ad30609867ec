import type { ArchivedArticle } from "../domain-lookup.ts";
import { splitSentences } from "../text/sentences.ts";
import { foldName } from "./nearest-names.ts";

/** A sentence of an article that an answer may show, verbatim. */
export interface Excerpt {
  readonly text: string;
  readonly outlet: string;
  readonly url: string;
  readonly at: number;
  /** Who says it, where the article has it as someone's statement. */
  readonly speaker: string | undefined;
}

/** What intruders take or reach: kinds of data and systems, in the words of the trade. */
const ASSET =
  /\b(?:call (?:detail )?records?|call data|CDRs?|communications?|metadata|messages|text messages|voicemails?|wiretap\w*|lawful[- ]intercept\w*|intercept(?:ion)? systems?|law[- ]enforcement|court orders|surveillance|credentials|passwords|source code|customer (?:data|information|records|accounts)|personal (?:data|information|details)|subscriber\w*|SIM\b[\w -]*keys?|location data|network information|configurations?|routers?|core network|billing|email\w*|documents)\b/i;
/** What intruders do to it. */
const TAKEN =
  /\b(?:theft|st(?:ole|olen|eal\w*)|exfiltrat\w*|compromis\w*|access(?:ed|ing)|copy(?:ing)|copied|intercept\w*|collect\w*|target(?:ed|ing)|expos\w*|leak\w*|obtain\w*|harvest\w*|breach\w*|infiltrat\w*|siphon\w*|download\w*)\b/i;
/** Sentences that say nothing was taken, or that nobody knows. */
const NOT_TAKEN =
  /\b(?:no|not|never|without|unclear|denie[sd]|any)\b.{0,60}\b(?:evidence|disclos\w*|confirm\w*|impact\w*|theft|leak\w*|exfiltrat\w*)\b/i;

/** Sentences about what was touched, oldest article first; a sentence that two articles share stands once. */
export function findTouched(reports: readonly ArchivedArticle[], limit: number): Excerpt[] {
  const found: Excerpt[] = [];
  const folded: string[] = [];
  for (const report of [...reports].sort((a, b) => a.article.publishedAt - b.article.publishedAt)) {
    const furniture = new Set(report.findings.furniture);
    for (const [index, paragraph] of report.article.paragraphs.entries()) {
      if (furniture.has(index + 1)) continue;
      for (const { text } of splitSentences(paragraph)) {
        if (!ASSET.test(text) || !TAKEN.test(text) || NOT_TAKEN.test(text)) continue;
        const key = quoteKey(text);
        if (folded.some((other) => other.includes(key) || key.includes(other))) continue;
        folded.push(key);
        found.push(excerptOf(report, text));
        if (found.length === limit) return found;
      }
    }
  }
  return found;
}

/** An excerpt with its speaker, where the article's statements hold the sentence. */
export function excerptOf(report: ArchivedArticle, text: string): Excerpt {
  const { article, account } = report;
  const key = foldName(text);
  const statement = account.statements.find((one) => {
    const said = foldName(one.text);
    return said.includes(key) || key.includes(said);
  });
  return {
    text,
    outlet: article.outlet,
    url: article.url,
    at: article.publishedAt,
    speaker: statement?.speaker,
  };
}

/** The quoted words where a sentence is mostly a quotation, so that two framings of one quote are one. */
function quoteKey(text: string): string {
  const quoted = /[“"]([^”"]{60,})[”"]/.exec(text)?.[1];
  return foldName(quoted ?? text).slice(0, 400);
}

/** Whether any of the articles' texts matches. */
export function anyText(reports: readonly ArchivedArticle[], pattern: RegExp): boolean {
  return reports.some(({ article }) =>
    [article.title, article.summary, ...article.paragraphs].some((text) => pattern.test(text)),
  );
}
