import { rateSeverity } from "../../src/alerts/rate-severity.ts";
import { summarise } from "../../src/alerts/summarise.ts";
import { writeAlert } from "../../src/alerts/write-alert.ts";
import { writeReply } from "../../src/alerts/write-reply.ts";
import type { Article, Story } from "../../src/domain.ts";
import type { Message } from "../../src/domain-delivery.ts";
import { assignStory } from "../../src/stories/grouping/assign-story.ts";
import { findNews } from "../../src/stories/news/find-news.ts";
import { growStory } from "../../src/stories/news/grow-story.ts";
import { DAY, read } from "../stories/read.ts";

const OPTIONS = { group: true, windowMs: 7 * DAY } as const;

/** The alert that an article opens a story with. */
export function alertOf(one: Article, us?: string): { readonly story: Story; readonly message: Message } {
  const reading = read(one);
  const story = growStory(undefined, "S-0007", reading, assignStory(reading, [], OPTIONS), "urgent");
  const rating = rateSeverity(reading.findings, { us });
  const summary = summarise(one, reading.findings, reading.account);
  return { story, message: writeAlert({ story, read: reading, rating, summary, us }) };
}

/** The reply that a second article gives to the story of a first. */
export function replyOf(first: Article, second: Article): Message {
  const { story } = alertOf(first);
  const reading = read(second);
  const grown = growStory(story, story.id, reading, assignStory(reading, [story], OPTIONS), "urgent");
  return writeReply({ before: story, story: grown, read: reading, news: findNews(story, reading) });
}

/** The text of the line with a label, undefined where there is none. */
export function lineOf(message: Message, label: string): string | undefined {
  return message.lines.find((one) => one.label.startsWith(label))?.text;
}
