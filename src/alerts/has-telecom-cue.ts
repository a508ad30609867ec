import type { Article } from "../domain.ts";

const TELECOM =
  /\b(?:telecom\p{L}*|telecommunications?|telcos?|mobile (?:operators?|networks?|carriers?|providers?)|network operators?|wireless carriers?|phone (?:company|companies|carriers?|networks?)|broadband (?:provider|company|operator)s?|internet (?:service )?providers?|ISPs?|5G core|SS7|roaming exchange|base stations?|SIM[- ]swap\p{L}*|eSIMs?)\b/iu;
const LEAD_PARAGRAPHS = 4;

/** Whether an article is about phone networks: by its feed, or by what its headline, teaser or first paragraphs name. */
export function hasTelecomCue(article: Article): boolean {
  if (article.topic === "telecom") return true;
  const lead = [article.title, article.summary, ...article.paragraphs.slice(0, LEAD_PARAGRAPHS)];
  return lead.some((text) => TELECOM.test(text));
}
