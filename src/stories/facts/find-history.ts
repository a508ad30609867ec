import type { Article, Findings, HistoryRow } from "../../domain.ts";
import { bodySentences } from "../body-text.ts";

const YEAR_MS = 365 * 86_400_000;
const YEARS = /\b(?<from>(?:19|20)\d\d)(?:(?: and |–|-| to |\/)(?<to>(?:19|20)?\d\d))?\b/gu;
const NOT_AN_EVENT =
  /\b(?:since|until|by|before|from|for|through|of|to|after) (?:at least |early |late |mid-)?$/i;
const HAPPENED =
  /\b(?:breach\w*|incidents?|attack\w*|hack\w*|theft|stolen|stole|exposed|compromis\w+|leak\w*|outages?|intrusions?|arrest\w*|fined|settle\w+|accessed|ransomware|malware|wiper|extort\w*|cut power|broke into|broken into|raided|drained|admitted|disclosed)\b/i;
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const RELATIVE = new RegExp(
  `\\b(?:[Ll]ast (?<unit>week|month|year)|(?:[Ii]n|[Ll]ast) (?<month>${MONTHS})|(?<count>${[...COUNTS, ...COUNTS.map((word) => word[0]?.toUpperCase() + word.slice(1))].join("|")}|[Aa]|\\d{1,2}) (?<span>week|month|year)s? ago)\\b(?! \\d{4})`,
  "u",
);
/** An event beside the one that the report is about. */
const ANOTHER =
  /\b(?:another|earlier|previous|prior|separate|second|third|unrelated) (?:[\p{L}-]+ ){0,3}?(?:breach|incident|attack|outage|leak|theft|hack|intrusion|case)\b|\bfined\b/iu;

/** Past events told in passing, one row for each clause with its own year; "last year" is resolved against publication and marked so. */
export function findHistory(article: Article, findings: Findings): HistoryRow[] {
  const out: HistoryRow[] = [];
  const thisYear = new Date(article.publishedAt).getUTCFullYear();
  for (const sentence of bodySentences(article, findings)) {
    for (const clause of clausesOf(sentence.text)) {
      const row = datedRow(clause, thisYear) ?? relativeRow(clause, article.publishedAt, findings);
      if (row === undefined || !HAPPENED.test(clause)) continue;
      out.push({ ...row, text: clause, entities: entitiesIn(clause, sentence.text, findings) });
    }
  }
  return out.filter((row) => row.entities.length > 0);
}

type When = Pick<HistoryRow, "when" | "at" | "resolved">;

function datedRow(clause: string, thisYear: number): When | undefined {
  for (const match of clause.matchAll(YEARS)) {
    const from = Number(match.groups?.from);
    const last = match.groups?.to;
    if (from >= thisYear || NOT_AN_EVENT.test(clause.slice(0, match.index))) continue;
    const to =
      last === undefined ? undefined : last.length === 2 ? `${String(from).slice(0, 2)}${last}` : last;
    return {
      when: to === undefined ? String(from) : `${from}–${to}`,
      at: Date.UTC(from, 0, 1),
      resolved: false,
    };
  }
  return undefined;
}

/** "Last year", "in October", "two years ago": only where the clause names a company hurt before or another event, else it tells the event itself. */
function relativeRow(clause: string, publishedAt: number, findings: Findings): When | undefined {
  const match = RELATIVE.exec(clause);
  const past = findings.carriers.some(
    (one) => one.role === "past-victim" && one.matched.some((name) => clause.includes(name)),
  );
  if (match === null || !(past || ANOTHER.test(clause))) return undefined;
  const { unit, month, span, count } = match.groups ?? {};
  const published = new Date(publishedAt);
  if (month !== undefined) {
    const index = MONTHS.split("|").indexOf(month);
    const year = published.getUTCFullYear() - (index > published.getUTCMonth() ? 1 : 0);
    return {
      when: `${year}-${String(index + 1).padStart(2, "0")}`,
      at: Date.UTC(year, index, 1),
      resolved: true,
    };
  }
  const word = (count ?? "one").toLowerCase();
  const times = word === "a" ? 1 : COUNTS.includes(word) ? COUNTS.indexOf(word) + 1 : Number(word);
  const kind = unit ?? span;
  const at =
    publishedAt - times * (kind === "week" ? 7 * 86_400_000 : kind === "month" ? 30 * 86_400_000 : YEAR_MS);
  const day = new Date(at).toISOString();
  return { when: day.slice(0, kind === "year" ? 4 : kind === "month" ? 7 : 10), at, resolved: true };
}

/** Cuts a sentence at commas and "while" so that each listed year stands in its own clause; words without a year join the clause before. */
function clausesOf(sentence: string): string[] {
  if ([...sentence.matchAll(YEARS)].length < 2) return [sentence];
  const pieces = sentence.split(
    /(?<=,)\s+(?:and\s+)?(?=\S)|;\s+|(?<=,)\s+|\s+(?=while\b)|\s+and\s+(?=(?:another|one|an?)\b)/u,
  );
  const out: string[] = [];
  let pending = "";
  for (const piece of pieces) {
    const dated = /\b(?:19|20)\d\d\b/.test(piece);
    if (dated || out.length === 0) {
      if (dated) out.push(pending === "" ? piece : piece);
      else pending = piece;
      continue;
    }
    out[out.length - 1] = `${out.at(-1)} ${piece}`;
  }
  const clauses = out.map((piece) => piece.replace(/[,;]\s*$/, ""));
  return clauses.filter((piece) => sentence.includes(piece)).length === clauses.length ? clauses : [sentence];
}

function entitiesIn(clause: string, sentence: string, findings: Findings): string[] {
  const all = [...findings.carriers.filter((one) => one.role !== "source"), ...findings.actors];
  const named = (text: string): string[] =>
    all.filter((one) => one.matched.some((name) => text.includes(name))).map((one) => one.id);
  const here = named(clause);
  const carriers = findings.carriers.filter((one) => here.includes(one.id));
  if (carriers.length > 0) return here;
  const beside = named(sentence);
  const actors = findings.actors.filter((one) => beside.includes(one.id));
  const main = findings.carriers.filter((one) => one.role === "victim").slice(0, 1);
  const known = findings.carriers.filter((one) => beside.includes(one.id)).map((one) => one.id);
  return [
    ...new Set([
      ...here,
      ...(known.length > 0 ? known : actors.length > 0 ? actors : main).map((one) =>
        typeof one === "string" ? one : one.id,
      ),
    ]),
  ];
}
