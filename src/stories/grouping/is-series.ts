import type { Reading, Story } from "../../domain.ts";
import { foldText } from "../../text/similarity.ts";
import { SERIES_TITLE_OVERLAP } from "../thresholds.ts";

const COUNT_WORDS =
  /^(?:\d.*|one|two|three|four|five|six|seven|eight|nine|ten|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Whether an article looks like the next part of a series that one outlet prints under one title: such titles say nothing about the event. */
export function isSeriesOf(read: Reading, story: Story): boolean {
  const mine = titleWords(read.article.title);
  return story.articles.some((member) => {
    if (member.outlet !== read.article.outlet || member.id === read.article.id) return false;
    const theirs = titleWords(member.title);
    const shared = [...mine].filter((word) => theirs.has(word)).length;
    const all = new Set([...mine, ...theirs]).size;
    return all >= 3 && shared / all >= SERIES_TITLE_OVERLAP;
  });
}

function titleWords(title: string): Set<string> {
  return new Set(
    (foldText(title).match(/\p{L}[\p{L}\p{N}-]*/gu) ?? []).filter((word) => !COUNT_WORDS.test(word)),
  );
}
