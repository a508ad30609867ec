import type { Account, Article, Findings } from "../domain.ts";
import type { Quote } from "../domain-delivery.ts";
import { splitSentences } from "../text/sentences.ts";
import { foldText, termsOf } from "../text/similarity.ts";

/** Longest summary, in characters over all its sentences. */
export const SUMMARY_CHARS = 420;
const MOST_SENTENCES = 3;
/** Only the best by their own worth are combined, so that a long article costs no more than a short one. */
const MOST_CANDIDATES = 28;
const SHORTEST = 25;

interface Candidate {
  readonly text: string;
  readonly paragraph: number;
  readonly order: number;
  readonly terms: ReadonlySet<string>;
  readonly extra: number;
  /** The company's own denial, limit or confirmation. */
  readonly ownWord: boolean;
}

/** Two or three sentences as they stand in the article, at most SUMMARY_CHARS long in all, in the order of the article: together they carry most of who, by whom, what, how many, since when and the victim's word. */
export function summarise(article: Article, findings: Findings, account: Account): Quote[] {
  const candidates = candidatesOf(article, findings, account);
  const weights = termWorth(article, findings, account, candidates);
  const best = [...candidates]
    .sort((a, b) => worth([b], weights) - worth([a], weights))
    .slice(0, MOST_CANDIDATES);
  const chosen = bestSet(best, weights);
  return [...chosen]
    .sort((a, b) => a.order - b.order)
    .map(({ text, paragraph }) => ({
      text,
      speaker: account.statements.find((one) => one.text === text)?.speaker,
      paragraph,
    }));
}

function candidatesOf(article: Article, findings: Findings, account: Account): Candidate[] {
  const furniture = new Set(findings.furniture);
  const sources = [
    { text: article.summary, paragraph: 0 },
    ...article.paragraphs.map((text, at) => ({ text, paragraph: at + 1 })),
  ].filter((one) => !furniture.has(one.paragraph));
  const out: Candidate[] = [];
  for (const { text, paragraph } of sources) {
    for (const sentence of splitSentences(text)) {
      if (!usable(sentence.text, article.title) || out.some((one) => one.text === sentence.text)) continue;
      const statements = account.statements.filter((one) => one.text === sentence.text);
      const own = statements.some((one) =>
        findings.carriers.some((c) => c.name === one.speaker && c.role === "victim"),
      );
      const history = account.history.some((row) => sentence.text.includes(row.text));
      const position = paragraph === 0 ? 0 : Math.max(0, 1 - (paragraph - 1) / 8);
      out.push({
        text: sentence.text,
        paragraph,
        order: out.length,
        terms: new Set(termsOf(sentence.text)),
        extra: position + (own ? 1.2 : 0) - (history ? 3 : 0) - (dangles(sentence.text) ? 1.5 : 0),
        ownWord: own,
      });
    }
  }
  return out;
}

/** Questions, cut-off teasers, headings and advice to the reader carry no news. */
function usable(text: string, title: string): boolean {
  if (text.length < SHORTEST || text.length > SUMMARY_CHARS || /\?["”]?$/.test(text)) return false;
  if (/(?:\[(?:…|\.\.\.)\]|…|\.\.\.)$/.test(text) || foldText(text) === foldText(title)) return false;
  return /[.!"”’)]$/.test(text);
}

/** Begins with a word that points back and so cannot stand alone. */
function dangles(text: string): boolean {
  return /^(?:He|She|They|It|That|This|These|Those|But|And|So|Both|Neither|Such|Then|There)\b/.test(text);
}

/** What each word of the article is worth: how often it returns, more for names, numbers and headline words. */
function termWorth(
  article: Article,
  findings: Findings,
  account: Account,
  candidates: readonly Candidate[],
): Map<string, number> {
  const count = new Map<string, number>();
  for (const candidate of candidates)
    for (const term of candidate.terms) count.set(term, (count.get(term) ?? 0) + 1);
  const title = new Set(termsOf(`${article.title} ${article.summary}`));
  const named = new Set(
    [...findings.actors, ...findings.carriers].flatMap((one) => one.matched.flatMap(termsOf)),
  );
  const numbers = new Set(account.figures.flatMap((one) => termsOf(`${one.literal} ${one.counts}`)));
  const details = new Set((account.details ?? []).flatMap((one) => termsOf(one.literal)));
  const out = new Map<string, number>();
  for (const [term, n] of count) {
    let value = Math.log2(1 + n);
    if (title.has(term)) value += 0.8;
    if (named.has(term)) value += 1;
    if (numbers.has(term)) value += 1;
    if (details.has(term)) value += 0.5;
    if (/^\d/.test(term)) value += 0.5;
    out.set(term, value);
  }
  return out;
}

function worth(set: readonly Candidate[], weights: ReadonlyMap<string, number>): number {
  const covered = new Set(set.flatMap((one) => [...one.terms]));
  let sum = 0;
  for (const term of covered) sum += weights.get(term) ?? 0;
  const own = set.some((one) => one.ownWord) ? 2 : 0;
  return sum + own + set.reduce((extra, one) => extra + one.extra, 0);
}

function bestSet(pool: readonly Candidate[], weights: ReadonlyMap<string, number>): readonly Candidate[] {
  let best: readonly Candidate[] = [];
  let most = Number.NEGATIVE_INFINITY;
  const tryOut = (set: readonly Candidate[]): void => {
    const length = set.reduce((sum, one) => sum + one.text.length, set.length - 1);
    const value = worth(set, weights);
    if (length <= SUMMARY_CHARS && value > most) {
      best = set;
      most = value;
    }
  };
  pool.forEach((a, i) => {
    tryOut([a]);
    pool.slice(i + 1).forEach((b, j) => {
      tryOut([a, b]);
      if (MOST_SENTENCES > 2 && a.text.length + b.text.length < SUMMARY_CHARS - SHORTEST)
        for (const c of pool.slice(i + j + 2)) tryOut([a, b, c]);
    });
  });
  return best;
}
