import type { Article, Entry } from "../domain.ts";
import type { Watchlist } from "../watch/compile-watchlist.ts";
import { findMentions } from "../watch/find-mentions.ts";

/** Whether an edited entry names a watched actor or carrier that its former title and summary did not: only then is it looked at again. */
export function gainsName(entry: Entry, before: string, watchlist: Watchlist): boolean {
  const known = namesIn(before, watchlist);
  return [...namesIn(`${entry.title}\n${entry.summary}`, watchlist)].some((name) => !known.has(name));
}

function namesIn(words: string, watchlist: Watchlist): Set<string> {
  const [title = "", ...rest] = words.split("\n");
  const article: Article = {
    id: "",
    url: "",
    outlet: "",
    feedId: "",
    topic: "security",
    title,
    summary: rest.join("\n"),
    publishedAt: 0,
    fetchedAt: 0,
    paragraphs: [],
    textFrom: "feed",
  };
  const { actors, carriers } = findMentions(article, watchlist);
  return new Set([...actors.map(({ id }) => `actor ${id}`), ...carriers.map(({ id }) => `carrier ${id}`)]);
}
