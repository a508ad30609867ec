import { MONTHS, PAST } from "./role-cues.ts";

/** A month older than this many months before publication is another event. */
const MONTHS_BACK = 1;

/** The words that put a sentence before the event reported: an earlier year or month, "last year", "previously". */
export function pastCue(sentence: string, publishedAt: number): string | undefined {
  const date = new Date(publishedAt);
  for (const match of sentence.matchAll(
    /\b(?:(?:in|of|since|from|during|the|a|an|late|early|mid-)\s*)?((?:19|20)\d\d)\b(?!-)/g,
  ))
    if (Number(match[1]) < date.getUTCFullYear()) return match[0].trim();
  const word = PAST.exec(sentence)?.[0];
  if (word !== undefined) return word;
  for (const match of sentence.matchAll(
    /\b(?:(?:in|of|since|last|on)\s(?:\d{1,2} )?)([A-Z][a-z]+)\b(?: (\d{4}))?/g,
  )) {
    const month = MONTHS.indexOf(match[1] ?? "");
    if (month < 0) continue;
    const back = (date.getUTCMonth() - month + 12) % 12;
    const year = match[2] === undefined ? undefined : Number(match[2]);
    if (year !== undefined && year >= date.getUTCFullYear() && back <= MONTHS_BACK) continue;
    if (back > MONTHS_BACK && back < 12) return match[0];
  }
  return undefined;
}
