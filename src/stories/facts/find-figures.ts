import type { Article, Figure, Findings } from "../../domain.ts";
import { bodySentences } from "../body-text.ts";

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  bn: 1e9,
  m: 1e6,
  k: 1e3,
};
const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};
/** A number in words is read only with its scale ("two million"): "two firms" counts nothing telling. */
const IN_WORDS = `(?:${Object.keys(WORDS)
  .map((word) => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`)
  .join("|")})(?=[ -](?:thousand|million|billion)\\b)`;
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const NUMBER = new RegExp(
  `(?<currency>US\\$|A\\$|[$€£¥])?(?<number>${IN_WORDS}|\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)(?:[ \\u00a0-]?(?<scale>thousand|million|billion|bn|m|k)\\b)?(?<percent>\\s?%| per ?cent\\b)?(?:[ \\u00a0-](?<counts>(?:\\p{L}[\\p{L}’'-]*[ \\u00a0]){0,4}\\p{L}[\\p{L}’'-]*))?`,
  "gu",
);
const COUNTED =
  /(?:customer|subscriber|user|account|record|people|person|patient|individual|citizen|resident|compan|organi[sz]ation|operator|carrier|telco|provider|victim|server|computer|machine|device|router|identit|number|sample|countr|countries|contract|household|line|employee|email|file|log|site|facilit|breach|bitcoin|dollar|euro|pound|rupee|won|gigabyte|terabyte|GB|TB|day|week|month|year|hour|count)/i;
const STOPS =
  /^(?:of|in|on|at|to|and|or|by|for|from|with|that|which|who|was|were|is|are|has|have|had|as|but|after|before|since)$/i;

/** Numbers with their unit and what they count, as printed; dates and list numbers are not figures. */
export function findFigures(article: Article, findings: Findings): Figure[] {
  const out: Figure[] = [];
  const sentences = [{ text: article.title, paragraph: 0, start: 0 }, ...bodySentences(article, findings)];
  for (const sentence of sentences) {
    for (const match of sentence.text.matchAll(NUMBER)) {
      const figure = figureOf(match, sentence.text);
      if (
        figure !== undefined &&
        !out.some((known) => known.value === figure.value && known.counts === figure.counts)
      )
        out.push(figure);
    }
  }
  return out;
}

function figureOf(match: RegExpMatchArray, sentence: string): Figure | undefined {
  const { currency, number, scale, percent, counts } = match.groups ?? {};
  if (number === undefined || /[\p{L}\d-]/u.test(sentence[match.index! - 1] ?? " ")) return undefined;
  const value =
    (WORDS[number.toLowerCase()] ?? Number(number.replace(/,/g, ""))) * (SCALES[scale ?? ""] ?? 1);
  if (MONTH.test(counts ?? "")) return undefined;
  const words = (counts ?? "").split(/\s+/).filter((word) => word !== "");
  const of = words[0] === "of" ? words.slice(1) : words;
  const cut = of.findIndex((word) => STOPS.test(word));
  const noun = (cut < 0 ? of : of.slice(0, cut)).slice(0, 4);
  while (noun.length > 0 && !COUNTED.test(noun.at(-1) ?? "")) noun.pop();
  const counted = noun.join(" ");
  if (currency === undefined && percent === undefined && scale === undefined && counted === "")
    return undefined;
  const bareYear = currency === undefined && scale === undefined && /^(?:19|20)\d\d$/.test(number);
  if (bareYear || /-old\b/.test(counted)) return undefined;
  const unit = currency ?? (percent === undefined ? "" : "%");
  const head = `${currency ?? ""}${number}${match[0].slice((currency ?? "").length + number.length).split(counts ?? "\u0000")[0] ?? ""}`;
  return { value, unit, counts: counted, literal: head.trim(), sentence };
}
