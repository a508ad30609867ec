import type { Article, Reading, Story } from "../../src/domain.ts";
import { assignStory } from "../../src/stories/grouping/assign-story.ts";
import { findNews } from "../../src/stories/news/find-news.ts";
import { growStory } from "../../src/stories/news/grow-story.ts";
import { readAccount } from "../../src/stories/read-account.ts";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../src/watch/compile-watchlist.ts";
import { findMentions } from "../../src/watch/find-mentions.ts";

export const WATCHLIST = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
export const NOON = Date.parse("2031-03-04T12:00:00Z");
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const OPTIONS = { group: true, windowMs: 7 * DAY } as const;

let made = 0;
/** An invented article; the first paragraph is the teaser unless one is given. */
export function article(title: string, paragraphs: readonly string[], more: Partial<Article> = {}): Article {
  made += 1;
  const id = more.id ?? `article-${made}`;
  return {
    id,
    url: `https://paper.example/${id}`,
    outlet: "Paper",
    feedId: "paper",
    topic: "security",
    title,
    summary: "",
    publishedAt: NOON,
    fetchedAt: NOON,
    paragraphs,
    textFrom: "page",
    ...more,
  };
}

export function read(one: Article): Reading {
  const findings = findMentions(one, WATCHLIST);
  return { article: one, findings, account: readAccount(one, findings) };
}

/** Puts articles into stories one after the other; the names of the stories in the order of the articles, "alone" for none. */
export function group(articles: readonly Article[]): {
  readonly ids: string[];
  readonly stories: Story[];
  readonly whys: string[];
} {
  let stories: Story[] = [];
  const ids: string[] = [];
  const whys: string[] = [];
  for (const one of articles) {
    const reading = read(one);
    const assigned = assignStory(reading, stories, OPTIONS);
    whys.push(assigned.why);
    if (assigned.alone) {
      ids.push("alone");
      continue;
    }
    const id = assigned.storyId ?? `S-${stories.length + 1}`;
    const before = stories.find((story) => story.id === id);
    const after = growStory(before, id, reading, assigned, "notice");
    stories = [...stories.filter((story) => story.id !== id), after];
    ids.push(id);
  }
  return { ids, stories, whys };
}

/** The news of the second article over a story opened by the first. */
export function newsOf(first: Article, second: Article) {
  const opened = growStory(undefined, "S-1", read(first), assignStory(read(first), [], OPTIONS), "notice");
  return findNews(opened, read(second));
}
