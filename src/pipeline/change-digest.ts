import type { Answer, Query } from "../domain-lookup.ts";
import { sayCount, sayDay, section } from "../lookup/say.ts";
import { sayChange } from "../lookup/say-change.ts";
import { storyRow } from "../lookup/story-line.ts";
import { removeSubscription, saveSubscription } from "../store/digest-subscriptions.ts";
import type { ChangeContext } from "./answer-command.ts";

const DAY_MS = 86_400_000;
const MAX_STORIES = 20;

/** The digest of the last day now, or the daily digest of this channel switched on or off. */
export function changeDigest(query: Extract<Query, { kind: "digest" }>, context: ChangeContext): Answer {
  const { db, now, asker, config } = context;
  if (query.when === "now") return digestNow(context);
  if (asker.channel === undefined)
    return sayChange("digest", false, "No channel", {
      line: "A daily digest belongs to a Slack channel; ask there.",
    });
  if (query.when === "off") {
    const was = removeSubscription(db, asker.channel);
    return sayChange("digest", was, was ? "No more daily digest here" : "There was no daily digest here", {
      line: was ? `Switched off by ${asker.name}.` : "Say digest daily 08:30 to have one.",
    });
  }
  saveSubscription(db, { channel: asker.channel, hour: query.when.at, by: asker.name, at: now });
  return sayChange("digest", true, `Daily digest at ${query.when.at}`, {
    line: `In this channel every day at ${query.when.at} (${config.timezone}), asked for by ${asker.name}.`,
    buttons: [{ label: "Digest now", ask: "digest now" }],
  });
}

function digestNow(context: ChangeContext): Answer {
  const { archive, now } = context;
  const stories = archive.openStories({ since: now - DAY_MS, limit: MAX_STORIES + 1 }).filter(isTelling);
  return {
    kind: "digest",
    ok: true,
    title: `Digest ${sayDay(now)}`,
    bottomLine: `${sayCount(Math.min(stories.length, MAX_STORIES), "story", "stories")} with news in the last 24 hours${stories.length > MAX_STORIES ? ", and more" : ""}.`,
    sections: section(
      "Stories",
      stories.slice(0, MAX_STORIES).map((story) => storyRow(story, archive)),
    ),
    buttons: [],
    footer: "",
  };
}

/** Stories that name nobody watched are kept for grouping and search, not for people. */
function isTelling(story: { readonly alerted: boolean }): boolean {
  return story.alerted;
}
