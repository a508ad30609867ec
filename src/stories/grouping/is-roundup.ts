import type { Article } from "../../domain.ts";

const ROUNDUP =
  /\b(?:weekly|monthly|daily|week in|month in|year in review|recap|round-?up|bulletin|in other news|news brief|newsletter|digest|that defined|top \d+|this week in|in brief)\b/i;

const COUNTED_VULNERABILITIES =
  /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|multiple)\b.*\b(?:vulnerabilities|flaws|bugs|cves|advisories)\b/i;
const SEVERAL_STORIES =
  /\b(?:(?:other |more )?(?:noteworthy )?stories that (?:might|may) have|\d+ more stories|and more$|stories you may have missed|(?:this|last|past) week'?s? (?:top|biggest|most important)? ?(?:stories|news))/i;

/** Whether an article strings several events together, or lists several vulnerabilities as a catalogue does, so that it belongs to no single story. */
export function isRoundup(article: Article): boolean {
  const title = article.title.replace(/[’]/g, "'").trim();
  if (ROUNDUP.test(title) || SEVERAL_STORIES.test(title) || SEVERAL_STORIES.test(article.summary))
    return true;
  const cves = new Set(`${title} ${article.summary}`.match(/\bCVE-\d{4}-\d{4,7}\b/gi) ?? []);
  return cves.size > 1 && COUNTED_VULNERABILITIES.test(title) && /\bcatalogu?e?\b/i.test(title);
}
