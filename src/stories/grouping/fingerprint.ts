import type { Article, Findings, Fingerprint } from "../../domain.ts";
import { isAccident } from "../../text/is-accident.ts";
import { termsOf } from "../../text/similarity.ts";
import { bodySentences } from "../body-text.ts";
import { foldWord } from "./fold-words.ts";
import { isRoundup } from "./is-roundup.ts";

const TERMS_KEPT = 300;
/** A teaser has 30 to 60 words; some feeds carry the whole article in its place. */
const HEAD_TERMS_KEPT = 80;
/** Quoted passages from this length are passed from outlet to outlet and say nothing about the event. */
const LONG_QUOTE = /[“"][^“”"]{120,}[”"]/g;
const BOILERPLATE =
  /\bThe post .{0,200} appeared first on .{0,60}$|\[\s*(?:\.\.\.|…)\s*\]|View CSAF Summary/g;

/** What an article is about, for grouping: title and teaser count double, long quotes and furniture not at all. */
export function fingerprint(article: Article, findings: Findings): Fingerprint {
  const body = bodySentences(article, findings).map((sentence) => sentence.text);
  const teaser = `${article.title}. ${article.summary}`.replace(BOILERPLATE, " ");
  const text = (article.paragraphs.length === 0 ? "" : body.join(" ")).replace(LONG_QUOTE, " ");
  // Watched names are compared as what they are; as words they would make two events of one company look alike.
  const watched = new Set(
    [...findings.carriers, ...findings.actors].flatMap((one) =>
      [one.name, ...one.matched].flatMap((name) => termsOf(name)),
    ),
  );
  const telling = (of: string): string[] =>
    termsOf(of)
      .filter((term) => !watched.has(term))
      .map(foldWord);
  const counts = new Map<string, number>();
  for (const term of telling(teaser)) counts.set(term, (counts.get(term) ?? 0) + 2);
  for (const term of telling(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const terms = [...counts].sort((a, b) => b[1] - a[1]).slice(0, TERMS_KEPT);
  const title = [...new Set(telling(article.title))];
  return {
    terms,
    titleTerms: title,
    heads: [{ title, terms: [...new Set(telling(teaser))].slice(0, HEAD_TERMS_KEPT) }],
    names: rareNames(`${teaser} ${text}`).filter((name) => !watched.has(name)),
    roundup: isRoundup(article),
    accident: findings.event.type === "outage" && isAccident(article),
  };
}

/** CVE numbers and words that carry capitals or digits inside a sentence: names of malware, products, people, places. */
function rareNames(text: string): string[] {
  const out = new Set<string>();
  for (const match of text.matchAll(/\bCVE-\d{4}-\d{4,7}\b/gi)) out.add(match[0].toLowerCase());
  for (const match of text.matchAll(/(?<=[\p{Ll},;:'’"“”)] )[\p{Lu}][\p{L}\p{N}&-]+/gu)) {
    const name = termsOf(match[0])[0];
    if (name !== undefined) out.add(foldWord(name));
  }
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}])(?:\p{Lu}+\p{Ll}+\p{Lu}[\p{L}\p{N}]*|\p{L}+\d+\p{L}*)/gu,
  ))
    for (const name of termsOf(match[0])) out.add(foldWord(name));
  return [...out];
}
