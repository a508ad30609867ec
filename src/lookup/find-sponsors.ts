import type { AnswerRow, ArchivedArticle } from "../domain-lookup.ts";
import { splitSentences } from "../text/sentences.ts";
import { quote, row, sayDay } from "./say.ts";

const STATE =
  "(?:PRC|DPRK|China|Chinese|Russia|Russian|Iran|Iranian|North Korea|North Korean|Vietnam|Vietnamese|Belarus|Belarusian|Turkey|Turkish|Israel|Israeli|India|Indian|Pakistan|Pakistani)";
/** A claim about who is behind a group: backed or linked by name, or a group called by its country. */
const CLAIMS: readonly RegExp[] = [
  /\b(?:state|government|nation[- ]state)[- ](?:sponsored|backed|linked|affiliated|aligned|run)\b/i,
  new RegExp(`\\b${STATE}[- ](?:sponsored|backed|linked|affiliated|aligned|nexus)\\b`),
  new RegExp(
    `\\b${STATE}(?:'s|’s)?\\s+(?:[\\w-]+\\s+){0,3}(?:hackers?|hacker group|hacking group|group|gang|actors?|spies|intelligence|cyberspies)\\b`,
  ),
  /\b(?:GRU|SVR|FSB|MSS|IRGC|Ministry of State Security|military intelligence|intelligence agency)\b/,
];
/** Words between the claim and the name beyond which the sentence speaks of something else. */
const MAX_APART = 90;

/** Sentences that say of this actor, and of no other in the same breath, which state is behind it; with the outlet. */
export function findSponsors(actorId: string, reports: readonly ArchivedArticle[]): AnswerRow[] {
  const rows: AnswerRow[] = [];
  for (const { article, findings } of reports) {
    const names = findings.actors.find(({ id }) => id === actorId)?.matched ?? [];
    const others = findings.actors.filter(({ id }) => id !== actorId).flatMap(({ matched }) => matched);
    const sentence = article.paragraphs
      .filter((_, index) => !findings.furniture.includes(index + 1))
      .flatMap((paragraph) => splitSentences(paragraph))
      .find(({ text }) => !others.some((name) => text.includes(name)) && isClaim(text, names));
    if (sentence !== undefined)
      rows.push(row(`${article.outlet} ${sayDay(article.publishedAt)}`, quote(sentence.text, 280)));
  }
  return rows.slice(0, 3);
}

function isClaim(text: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const at = text.indexOf(name);
    if (at < 0) return false;
    return CLAIMS.some((claim) => {
      const match = claim.exec(text);
      if (match === null) return false;
      const gap = match.index < at ? at - (match.index + match[0].length) : match.index - (at + name.length);
      return gap <= MAX_APART;
    });
  });
}
