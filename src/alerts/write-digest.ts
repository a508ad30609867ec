import type { Story } from "../domain.ts";
import type { Message } from "../domain-delivery.ts";
import { count } from "./write-alert.ts";

/** One message for the stories of a digest's period, newest first, one line each with its link. */
export function writeDigest(stories: readonly Story[], day: string): Message {
  const sorted = [...stories].sort((a, b) => b.updatedAt - a.updatedAt);
  const headline = `Digest ${day}: ${sorted.length === 1 ? "1 story" : `${sorted.length} stories`}`;
  return {
    kind: "digest",
    text: headline,
    headline,
    severity: undefined,
    storyId: undefined,
    lines: sorted.map((story) => ({
      label: story.id,
      text: `${story.title} · ${count(new Set(story.articles.map((one) => one.outlet)).size, "outlet")}`,
      links: story.articles.slice(0, 1).map((one) => ({ label: one.outlet, url: one.url })),
    })),
    quotes: [],
    outlets: [],
    footer: "",
    buttons: false,
  };
}
