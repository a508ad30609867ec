import type { News, Reading, Story } from "../domain.ts";
import type { Message } from "../domain-delivery.ts";
import { count, footerOf } from "./write-alert.ts";

export interface ReplyInput {
  readonly before: Story;
  readonly story: Story;
  readonly read: Reading;
  readonly news: News;
}

/** A later report of the same event: only what is new and what differs. */
export function writeReply(input: ReplyInput): Message {
  const { story, before, read, news } = input;
  const outlets = new Set(story.articles.map((one) => one.outlet)).size;
  const still = story.origins.length === before.origins.length ? "still " : "";
  const headline = `+ ${read.article.outlet} · same event · now ${count(outlets, "outlet")}, ${still}${count(story.origins.length, "origin")}`;
  const lines = [...news.added, ...news.differs.map((one) => ({ label: "Differs", text: one.text }))];
  if (news.missing.length > 0) lines.push({ label: "Not here", text: news.missing.join(" · ") });
  return {
    kind: "reply",
    text: `${headline}: ${read.article.title}`,
    headline,
    severity: undefined,
    storyId: story.id,
    lines,
    quotes: [],
    outlets: [{ label: read.article.outlet, url: read.article.url }],
    footer: footerOf(story),
    buttons: false,
  };
}
