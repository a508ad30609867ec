import type { Segment } from "./cut-segments.ts";

const LOOKS_BACK =
  /\b(?:look(?:ing|s)? back|in retrospect|a retrospective|anniversary|remembering|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:years?|decades?) (?:on|later|after))\b/i;
const FRESH =
  /\b(?:today|yesterday|this (?:week|morning|month)|last (?:week|night)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|newly|(?:has|have) (?:confirmed|disclosed|revealed|announced|warned))\b/i;
const YEAR = /\b((?:19|20)\d\d)\b/;

/** The words by which an article says that it looks back: in headline or teaser, where the text then starts in an earlier year and tells of nothing fresh. Undefined for a report of news. */
export function findRetrospect(segments: readonly Segment[], publishedAt: number): string | undefined {
  const head = segments.filter((segment) => segment.field !== "text");
  const words = head
    .map((segment) => LOOKS_BACK.exec(segment.text)?.[0])
    .find((found) => found !== undefined);
  if (words === undefined) return undefined;
  const text = segments.filter((segment) => segment.field === "text" && segment.furnitureFrom > 0);
  const year = Number(YEAR.exec(text[0]?.text ?? "")?.[1] ?? Number.NaN);
  if (!(year < new Date(publishedAt).getUTCFullYear())) return undefined;
  return text.some((segment) => FRESH.test(segment.text.slice(0, segment.furnitureFrom))) ? undefined : words;
}
