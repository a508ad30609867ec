import type { Story } from "../domain.ts";
import type { Message } from "../domain-delivery.ts";

/** One message for a feed that brought more matching entries at once than anybody wants as messages of their own. */
export function writeFlood(
  outlet: string,
  stories: readonly Story[],
  from = 0,
  count: number = stories.length,
): Message {
  const headline = `${outlet}: ${stories.length} matching stories at once`;
  return {
    kind: from === 0 ? "digest" : "reply",
    text: headline,
    headline,
    severity: undefined,
    storyId: undefined,
    lines: stories.slice(from, from + count).map((story) => ({
      label: story.id,
      text: story.title,
      links: story.articles.slice(0, 1).map((one) => ({ label: one.outlet, url: one.url })),
    })),
    quotes: [],
    outlets: [],
    footer: "Gathered into one message because they came in one poll. Ask for a story by its id.",
    buttons: false,
  };
}
