import type { Reading, Story } from "../domain.ts";
import type { Message, Quote } from "../domain-delivery.ts";
import { pickQuotes } from "./pick-quotes.ts";
import type { Rating } from "./rate-severity.ts";
import { storyLines } from "./story-lines.ts";
import { writeLockScreen } from "./write-lock-screen.ts";

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
    text: writeLockScreen(rating.severity, headline, story),
    headline,
    severity: rating.severity,
    storyId: story.id,
    lines: storyLines(input),
    quotes: pickQuotes(input.summary, read, story),
    outlets: story.articles.map((one) => ({ label: one.outlet, url: one.url })),
    footer: footerOf(story),
    buttons: true,
  };
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
