import type { Reading, Story } from "../../domain.ts";
import { cosine, type TermWeights } from "../../text/similarity.ts";
import * as at from "../thresholds.ts";
import { isSeriesOf } from "./is-series.ts";
import { gapBetween, rareNamesShared, readSigns, type Signs } from "./read-signs.ts";

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
  readonly parents?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** How well an article fits a story as a whole, with the reasons in order of their weight. */
export function compareWithStory(read: Reading, story: Story, options: CompareOptions): Comparison {
  const signs = readSigns(read, story, options);
  const sameCarrier = (signs.sameVictim ?? signs.sameFocus) !== undefined;
  const sharesEntity = sameCarrier || signs.sameActor !== undefined;
  const refuse = (why: string): Comparison => ({ storyId: story.id, score: 0, why, sharesEntity });
  const gap = gapBetween(read, story);
  if (gap > options.windowMs * at.FOLLOW_UP_FACTOR) return refuse("outside the time window");
  if (gap > options.windowMs && !sameCarrier && rareNamesShared(read, story, options.weights).length < 2)
    return refuse("outside the time window");
  if (read.article.publishedAt - story.openedAt > at.LONGEST_STORY_MS) return refuse("the story is too old");
  if (isSeriesOf(read, story) && likeness(read, story, options.weights) < at.SAME_TEXT)
    return refuse("another part of a series with equal titles");
  const parts = weigh(signs);
  const sum = parts.reduce((total, [points]) => total + points, 0);
  return { storyId: story.id, score: Math.max(0, sum), why: reasons(parts), sharesEntity };
}

function likeness(read: Reading, story: Story, weights: TermWeights): number {
  return cosine(read.account.fingerprint.terms, story.fingerprint.terms, weights);
}

function weigh(signs: Signs): [points: number, why: string][] {
  return Object.entries(signs).map(([name, { value, why }]) => [
    (value * at.WEIGHTS[name as at.SignName]) / at.BAR,
    why,
  ]);
}

function reasons(parts: readonly (readonly [number, string])[]): string {
  return parts
    .filter(([points]) => Math.abs(points) >= 0.02)
    .sort((a, b) => Math.abs(b[0]) - Math.abs(a[0]))
    .map(([points, why]) => `${why} (${points > 0 ? "+" : "−"}${Math.abs(points).toFixed(2)})`)
    .join("; ");
}
