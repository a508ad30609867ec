import type { Article, Findings, Stance, Statement } from "../domain.ts";
import { bodySentences } from "./body-text.ts";

/** Who says what, with the stance, one sentence each. */
export function findStatements(article: Article, findings: Findings): Statement[] {
  const out: Statement[] = [];
  for (const sentence of bodySentences(article, findings)) {
    const carrier = findings.carriers.find(
      (c) => c.role === "victim" && c.matched.some((name) => sentence.text.includes(name)),
    );
    if (
      carrier === undefined ||
      !/\b(?:said|says|told|confirmed|den(?:ied|ies)|declined)\b/.test(sentence.text)
    )
      continue;
    out.push({
      speaker: carrier.name,
      stance: stanceOf(sentence.text),
      text: sentence.text,
      paragraph: sentence.paragraph,
    });
  }
  return out;
}

function stanceOf(text: string): Stance {
  if (/\bdeclined\b|\bno comment\b/i.test(text)) return "no-comment";
  if (/\bden(?:y|ied|ies)\b/i.test(text)) return "denies";
  if (/\bno (?:evidence|sign|indication)\b|\bnot\b/i.test(text)) return "limits";
  return "confirms";
}
