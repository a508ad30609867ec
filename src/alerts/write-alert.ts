import type { Reading, Story } from "../domain.ts";
import type { Message, Quote } from "../domain-delivery.ts";
import type { Rating } from "./rate-severity.ts";
import { storyLines } from "./story-lines.ts";
import { victimsWord } from "./story-status.ts";

export interface AlertInput {
  readonly story: Story;
  readonly read: Reading;
  readonly rating: Rating;
  readonly summary: readonly Quote[];
  /** Whose team this is, for "Why us". */
  readonly us: string | undefined;
}

/** The first message about a story: who, by whom, what is claimed and denied, the sentences, why it came. */
export function writeAlert(input: AlertInput): Message {
  const { story, read, rating } = input;
  const headline = read.article.title;
  return {
    kind: "alert",
    text: `[${rating.severity}] ${headline}`,
    headline,
    severity: rating.severity,
    storyId: story.id,
    lines: storyLines(input),
    quotes: quotesOf(input),
    outlets: story.articles.map((one) => ({ label: one.outlet, url: one.url })),
    footer: footerOf(story),
    buttons: true,
  };
}

/** The summary, and the victim's own denial or limit where the summary left it out. */
function quotesOf({ story, summary }: AlertInput): Quote[] {
  const word = victimsWord(story);
  const quotes = summary.map((one) => ({ ...one, speaker: speakerOf(one, story) }));
  if (word === undefined || summary.some((one) => one.text === word.text)) return quotes;
  return [...quotes, { text: word.text, speaker: speakerOf(word, story), paragraph: word.paragraph }];
}

/** "T-Mobile US to Reuters". */
function speakerOf(quote: { readonly text: string }, story: Story): string | undefined {
  const said = story.statements.find((one) => one.text === quote.text);
  return said === undefined
    ? undefined
    : said.to === undefined
      ? said.speaker
      : `${said.speaker} to ${said.to}`;
}

/** "2 outlets · 1 origin (The Wall Street Journal) · S-0142 · first seen 07:12Z". */
export function footerOf(story: Story): string {
  const outlets = new Set(story.articles.map((one) => one.outlet)).size;
  const origins = story.origins.length;
  const named = origins === 0 ? "" : ` (${story.origins.slice(0, 3).join(", ")}${origins > 3 ? ", …" : ""})`;
  const seen = new Date(story.openedAt).toISOString().slice(11, 16);
  return `${count(outlets, "outlet")} · ${origins === 0 ? "no origin named" : `${count(origins, "origin")}${named}`} · ${story.id} · first seen ${seen}Z`;
}

/** "1 outlet", "2 outlets". */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
