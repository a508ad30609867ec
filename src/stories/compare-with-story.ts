import type { Reading, Story } from "../domain.ts";
import { cosine, type TermWeights } from "../text/similarity.ts";
import { JOIN_AT } from "./thresholds.ts";

export interface Comparison {
  readonly storyId: string;
  /** At or above JOIN_AT the article belongs to the story. */
  readonly score: number;
  readonly why: string;
  readonly sharesEntity: boolean;
}
export interface CompareOptions {
  readonly windowMs: number;
  readonly weights: TermWeights;
}

/** How well an article fits a story as a whole, with the reasons. */
export function compareWithStory(read: Reading, story: Story, options: CompareOptions): Comparison {
  const { findings, account, article } = read;
  const victims = findings.carriers.filter((c) => c.role === "victim").map((c) => c.id);
  const storyVictims = story.carriers.filter((c) => c.role === "victim").map((c) => c.id);
  const actors = findings.actors.filter((a) => a.role !== "background").map((a) => a.id);
  const storyActors = story.actors.filter((a) => a.role !== "background").map((a) => a.id);
  const sharedVictims = victims.filter((id) => storyVictims.includes(id));
  const sharedActors = actors.filter((id) => storyActors.includes(id));
  const sharesEntity = sharedVictims.length + sharedActors.length > 0;
  const gap = Math.max(0, article.publishedAt - story.updatedAt, story.openedAt - article.publishedAt);
  const likeness = cosine(account.fingerprint.terms, story.fingerprint.terms, options.weights);
  if (gap > options.windowMs)
    return { storyId: story.id, score: 0, why: "outside the time window", sharesEntity };
  const score = likeness * 3 + (sharedVictims.length > 0 ? 0.7 : 0) + (sharedActors.length > 0 ? 0.5 : 0);
  const why = [
    ...sharedVictims.map((id) => `same victim ${id}`),
    ...sharedActors.map((id) => `same actor ${id}`),
    `text likeness ${likeness.toFixed(2)}`,
    score >= JOIN_AT ? "joined" : "not enough",
  ].join(", ");
  return { storyId: story.id, score, why, sharesEntity };
}
