import type { Assignment, Reading, Story } from "../../domain.ts";
import type { TermWeights } from "../../text/similarity.ts";
import { JOIN_AT } from "../thresholds.ts";
import { combineWeights } from "./combine-weights.ts";
import { type Comparison, compareWithStory } from "./compare-with-story.ts";

export interface GroupingOptions {
  readonly group: boolean;
  readonly windowMs: number;
  readonly weights?: TermWeights | undefined;
  /** Carrier id to the ids of the groups it belongs to. */
  readonly parents?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** Finds the story an article belongs to among the given ones, or none, and says why; `storyId` undefined and not `alone` means a new story. */
export function assignStory(read: Reading, stories: readonly Story[], options: GroupingOptions): Assignment {
  const known = stories.find((story) => story.articles.some((member) => member.id === read.article.id));
  if (known !== undefined)
    return { storyId: known.id, alone: false, why: "already in this story", nearest: [], related: [] };
  if (!options.group)
    return { storyId: undefined, alone: false, why: "grouping is off", nearest: [], related: [] };
  if (read.account.fingerprint.roundup)
    return { storyId: undefined, alone: true, why: "a roundup of several events", nearest: [], related: [] };
  const weights = combineWeights(options.weights);
  const compared = stories
    .filter((story) => story.mergedInto === undefined)
    .map((story) => compareWithStory(read, story, { ...options, weights }))
    .sort((a, b) => b.score - a.score);
  const best = compared[0];
  const joins = best !== undefined && best.score >= JOIN_AT;
  return {
    storyId: joins ? best.storyId : undefined,
    alone: false,
    why: joins
      ? best.why
      : best === undefined
        ? "no open story"
        : `nearest story ${best.storyId}: ${best.why}`,
    nearest: compared.slice(0, 3).map(({ storyId, score, why }) => ({ storyId, score, why })),
    related: relatedTo(compared, joins ? best.storyId : undefined),
  };
}

function relatedTo(compared: readonly Comparison[], joined: string | undefined): string[] {
  return compared
    .filter((one) => one.storyId !== joined && one.sharesEntity)
    .slice(0, 3)
    .map((one) => one.storyId);
}
