import type { Story } from "../domain.ts";
import type { AnswerRow, Archive } from "../domain-lookup.ts";
import { row, sayCount, sayDay, sayTitle } from "./say.ts";

/** Age after which a story without a new article counts as closed: the longest window in which follow-ups still join. */
const OPEN_MS = 14 * 86_400_000;

/** Whether a story may still grow. */
export function isOpen(story: Story, now: number): boolean {
  return now - story.updatedAt <= OPEN_MS;
}

/** "2 outlets, 1 origin (The Wall Street Journal)". */
export function saySpread(story: Story): string {
  const outlets = new Set(story.articles.map(({ outlet }) => outlet)).size;
  const named = story.origins.length > 0 && story.origins.length <= 3 ? ` (${story.origins.join(", ")})` : "";
  const origins =
    story.origins.length === 0 ? "origin not stated" : `${sayCount(story.origins.length, "origin")}${named}`;
  return `${sayCount(outlets, "outlet")}, ${origins}`;
}

/** One story as one row: id and day, title, status, spread, link to the first article. */
export function storyRow(story: Story, archive: Pick<Archive, "statusOf">): AnswerRow {
  const first = story.articles[0];
  const text = `${sayTitle(story.title)} · ${story.event} · ${archive.statusOf(story)} · ${saySpread(story)}`;
  return row(
    `${story.id} ${sayDay(story.openedAt)}`,
    text,
    first === undefined ? [] : [{ label: first.outlet, url: first.url }],
  );
}
