import type { Article } from "../../domain.ts";

/** Titles of regular columns and lists; a bare "daily" or "newsletter" may be part of the event: "Hackers read daily call records". */
const ROUNDUP = new RegExp(
  [
    String.raw`\b(?:recap|round-?up|in other news|year in review|that defined|this week in)\b`,
    String.raw`\b(?:weekly|monthly|daily)(?: \w+){0,2} (?:digest|bulletin|brief(?:ing)?|newsletter|review|wrap(?:-?up)?|highlights)\b`,
    String.raw`(?:^|[:–—|]\s*)(?:weekly|monthly|daily)\s*[:–—|]`,
    String.raw`\b(?:bulletin|newsletter|digest|news briefs?|in brief)\s*(?:[:–—|#]|$|\d|for (?:the )?(?:week|month)\b)`,
    String.raw`(?:^|[:–—|]\s*|\b(?:the|last|past) )(?:week|month) in\b`,
    String.raw`^(?:the )?top \d+ (?:\w+ ){0,2}(?:stories|headlines|news|ways|things|threats|trends|lessons|reasons|tips|breaches|hacks|attacks|incidents|groups|gangs|vulnerabilities)\b`,
  ].join("|"),
  "i",
);

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
