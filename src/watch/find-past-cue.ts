import { MONTHS, PAST } from "./role-cues.ts";

/** What happened longer ago than this belongs to an earlier event. */
const DAYS_BACK = 5;
const DAY_MS = 86_400_000;
/** A month without a day counts to its end. */
const LAST_OF_MONTH = 28;
const YEAR = /\b(?:(?:in|of|since|from|during|the|a|an|late|early|mid-)\s*)?((?:19|20)\d\d)\b(?!-)/g;
const DAY_OR_MONTH =
  /\b(?:in|of|since|last|on|from|until)\s(?:(\d{1,2}) )?(?:early |late |mid-)?([A-Z][a-z]+)\b(?: ((?:19|20)\d\d))?/g;

/** The words that name a year before the one of publication. */
export function yearCue(sentence: string, publishedAt: number): string | undefined {
  const published = new Date(publishedAt).getUTCFullYear();
  for (const match of sentence.matchAll(YEAR)) if (Number(match[1]) < published) return match[0].trim();
  return undefined;
}

/** The words that put a sentence before the event reported: an earlier year, month or day, "last year", "previously". */
export function pastCue(sentence: string, publishedAt: number): string | undefined {
  const published = new Date(publishedAt).getUTCFullYear();
  const year = yearCue(sentence, publishedAt);
  if (year !== undefined) return year;
  const word = PAST.exec(sentence)?.[0];
  if (word !== undefined) return word;
  for (const match of sentence.matchAll(DAY_OR_MONTH)) {
    const month = MONTHS.indexOf(match[2] ?? "");
    if (month < 0) continue;
    const day = match[1] === undefined ? LAST_OF_MONTH : Number(match[1]);
    const year = match[3] === undefined ? published : Number(match[3]);
    let at = Date.UTC(year, month, day);
    if (at > publishedAt + LAST_OF_MONTH * DAY_MS) at = Date.UTC(year - 1, month, day);
    if (publishedAt - at > DAYS_BACK * DAY_MS) return match[0];
  }
  return undefined;
}
