import type { Article, Topic } from "../../src/domain.ts";

/** An article for tests: title, summary and paragraphs as given, the rest plain defaults. */
export function articleOf(parts: {
  title?: string;
  summary?: string;
  paragraphs?: readonly string[];
  topic?: Topic;
}): Article {
  return {
    id: "test:1",
    url: "https://news.example/1",
    outlet: "News",
    feedId: "test",
    topic: parts.topic ?? "general",
    title: parts.title ?? "",
    summary: parts.summary ?? "",
    publishedAt: Date.UTC(2026, 0, 15),
    fetchedAt: Date.UTC(2026, 0, 15),
    paragraphs: parts.paragraphs ?? [],
    textFrom: "page",
  };
}
