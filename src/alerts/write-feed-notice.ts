import type { Message } from "../domain-delivery.ts";

/** A notice about a feed's health for the ops channel: what is wrong, or that it is well again. */
export function writeFeedNotice(
  feed: { readonly name: string; readonly url: string },
  text: string,
): Message {
  const headline = `${feed.name} ${text.split(/(?<=[.:;]) /)[0]?.replace(/[:;.]$/, "") ?? text}`;
  return {
    kind: "notice",
    text: `${feed.name} ${text}`.slice(0, 300),
    headline: headline.slice(0, 150),
    severity: undefined,
    storyId: undefined,
    lines: [{ label: feed.name, text, links: [{ label: "the feed", url: feed.url }] }],
    quotes: [],
    outlets: [],
    footer: "telwatch feeds shows the health of every feed.",
    buttons: false,
  };
}
