import type { Reading } from "../domain.ts";
import { foldText } from "../text/similarity.ts";
import type { ReadSentence } from "./read-sentences.ts";

/** A stretch of an article as printed: its headline, a sentence, or neighbouring sentences of one paragraph. */
export interface Passage {
  readonly text: string;
  readonly paragraph: number;
  /** Sentences in it; the headline counts none, it is shown with every message anyway. */
  readonly sentences: number;
  /** Positions of its first and last sentence in the article. */
  readonly from: number;
  readonly to: number;
  readonly terms: ReadonlySet<string>;
  /** Begins with a word that points back at what stands before it. */
  readonly pointsBack: boolean;
  /** Tells of an older event. */
  readonly past: boolean;
  /** Holds a word of a victim about itself; a refusal to speak is none. */
  readonly ownWord: boolean;
}

const SHORTEST = 25;

/** Every passage of at most so many sentences and characters that can stand in a summary. */
export function findPassages(
  read: Reading,
  sentences: readonly ReadSentence[],
  most: { readonly sentences: number; readonly chars: number },
): Passage[] {
  const { article } = read;
  const out: Passage[] = [];
  const seen = new Set<string>([foldText(article.title)]);
  sentences.forEach((first, from) => {
    if (first.field === "title") {
      if (first.text.length <= most.chars) out.push(passageOf(read, [first], from, first.text));
      return;
    }
    if (!usable(first.text) || seen.has(foldText(first.text))) return;
    seen.add(foldText(first.text));
    const source =
      first.field === "teaser" ? article.summary : (article.paragraphs[first.paragraph - 1] ?? "");
    for (let to = from; to < from + most.sentences; to += 1) {
      const last = sentences[to];
      if (last === undefined || last.field !== first.field || last.paragraph !== first.paragraph) return;
      if (last.end - first.start > most.chars || !usable(last.text)) return;
      out.push(passageOf(read, sentences.slice(from, to + 1), from, source.slice(first.start, last.end)));
    }
  });
  return out;
}

function passageOf(
  { findings, account }: Reading,
  inside: readonly ReadSentence[],
  from: number,
  text: string,
): Passage {
  const headline = inside[0]?.field === "title";
  const victims = findings.carriers.filter((one) => one.role === "victim").map((one) => one.name);
  return {
    text,
    paragraph: inside[0]?.paragraph ?? 0,
    sentences: headline ? 0 : inside.length,
    from,
    to: from + inside.length - 1,
    terms: new Set(inside.flatMap((one) => one.allTerms)),
    pointsBack: !headline && POINTS_BACK.test(text),
    past: account.history.some((row) => text.includes(row.text)),
    ownWord: account.statements.some(
      (said) => said.stance !== "no-comment" && victims.includes(said.speaker) && text.includes(said.text),
    ),
  };
}

const POINTS_BACK =
  /^["“]?(?:He|She|They|It|Its|His|Her|Their|That|This|These|Those|But|And|So|Both|Neither|Such|Then|There|Others?|Another|Nor|Yet|Or|Instead|However|Also|(?:On|In|At|By|From|Of|With|After|Among|Behind|According to|(?:One|None|Most|Some|All|Each|Neither) of) (?:it|them|him|her|that|this|these|those)|(?:A|An|The) (?:\p{Ll}+ )?ones?)\b/u;
/** What a feed's software adds under a teaser. */
const SIGNS_OFF = /^The (?:post|article|entry)\b.* (?:appeared first|was first published|first appeared)\b/i;

/** Questions, cut-off teasers, headings and a feed's own lines carry no news. */
function usable(text: string): boolean {
  if (text.length < SHORTEST || /\?["”]?$/.test(text)) return false;
  if (/(?:\[(?:…|\.\.\.)\]|…|\.\.\.)$/.test(text) || SIGNS_OFF.test(text)) return false;
  return /[.!"”’)]$/.test(text);
}
