import type { Account, Article, Findings } from "../domain.ts";
import type { Quote } from "../domain-delivery.ts";
import { splitSentences } from "../text/sentences.ts";

/** Longest summary, in characters over all its sentences. */
export const SUMMARY_CHARS = 420;

/** Two or three sentences as they stand in the article, at most SUMMARY_CHARS long in all, in the order of the article. */
export function summarise(article: Article, findings: Findings, account: Account): Quote[] {
  const furniture = new Set(findings.furniture);
  const candidates = article.paragraphs.flatMap((text, index) =>
    furniture.has(index + 1)
      ? []
      : splitSentences(text).map((one) => ({ text: one.text, paragraph: index + 1 })),
  );
  const pool =
    candidates.length > 0
      ? candidates
      : splitSentences(article.summary).map((one) => ({ text: one.text, paragraph: 0 }));
  const out: Quote[] = [];
  let left = SUMMARY_CHARS;
  for (const one of pool) {
    if (out.length === 3 || one.text.length > left) continue;
    const speaker = account.statements.find((statement) => statement.text === one.text)?.speaker;
    out.push({ text: one.text, speaker, paragraph: one.paragraph });
    left -= one.text.length + 1;
  }
  return out;
}
