import { chooseRoutes } from "../alerts/choose-routes.ts";
import { decide } from "../alerts/decide.ts";
import { hasTelecomCue } from "../alerts/has-telecom-cue.ts";
import { type Rating, rateSeverity } from "../alerts/rate-severity.ts";
import { summarise } from "../alerts/summarise.ts";
import type { Article, Assignment, Decision, Mute, News, Reading, Story } from "../domain.ts";
import type { Config, Route } from "../domain-config.ts";
import type { Delivery, Quote } from "../domain-delivery.ts";
import { assignStory } from "../stories/grouping/assign-story.ts";
import { findNews } from "../stories/news/find-news.ts";
import { growStory } from "../stories/news/grow-story.ts";
import { readAccount } from "../stories/read-account.ts";
import type { TermWeights } from "../text/similarity.ts";
import type { Watchlist } from "../watch/compile-watchlist.ts";
import { findMentions } from "../watch/find-mentions.ts";
import { digestsFor, writeDeliveries } from "./write-deliveries.ts";

/** What an article is judged against; everything that the store knows comes through here. */
export interface JudgeContext {
  readonly config: Config;
  readonly watchlist: Watchlist;
  /** Stories that may still grow. */
  readonly stories: readonly Story[];
  readonly weights: TermWeights | undefined;
  readonly mutes: readonly Mute[];
  readonly now: number;
  /** Names a new story; called at most once, and only when one opens. */
  readonly newStoryId: () => string;
  /** The alerts already recorded for a story, to reply to and to update. */
  readonly alertsOf: (storyId: string) => readonly { readonly key: string; readonly channel: string }[];
  /** What was read from the article that opened a story, to write its alert anew. */
  readonly readingOf: (articleId: string) => Reading | undefined;
}

/** Everything decided about one article. Nothing is written: recordArticle does that. */
export interface Judgement {
  readonly read: Reading;
  readonly assignment: Assignment;
  readonly rating: Rating;
  readonly routes: readonly Route[];
  readonly decision: Decision;
  readonly news: News | undefined;
  readonly summary: readonly Quote[];
  /** The story with the article in it; undefined for one that belongs to none. */
  readonly story: Story | undefined;
  readonly deliveries: readonly Delivery[];
  /** The digests that the story goes into. */
  readonly digests: readonly { readonly channel: string; readonly dueAt: number }[];
}

/** Reads an article, puts it into its story and decides what is said about it; pure, and the same for poll, replay, explain and eval. */
export function judgeArticle(article: Article, context: JudgeContext): Judgement {
  const { config } = context;
  const findings = findMentions(article, context.watchlist);
  const account = readAccount(article, findings);
  const read: Reading = { article, findings, account };
  const assignment = assignStory(read, context.stories, {
    ...config.stories,
    weights: context.weights,
    parents: context.watchlist.parents,
  });
  const before = context.stories.find((story) => story.id === assignment.storyId);
  const rating = rateSeverity(findings, config, hasTelecomCue(article));
  const routes = chooseRoutes(findings, rating.severity, config);
  const news = before && findNews(before, read, context.watchlist.disputed);
  const summary = summarise(article, findings, account);
  const decision = decide({
    read,
    before,
    alone: assignment.alone,
    news,
    routes,
    mutes: context.mutes,
    now: context.now,
  });
  const shared = { read, assignment, rating, routes, decision, news, summary };
  if (assignment.alone) return { ...shared, story: undefined, deliveries: [], digests: [] };
  const id = before?.id ?? context.newStoryId();
  const grown = growStory(before, id, read, assignment, rating.severity);
  const story = decision.kind === "alert" || decision.kind === "digest" ? { ...grown, alerted: true } : grown;
  const judged = { ...shared, before, story };
  return {
    ...shared,
    story,
    deliveries: writeDeliveries(judged, context),
    digests: digestsFor(judged, context),
  };
}
