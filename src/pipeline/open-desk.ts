import { statusOf } from "../alerts/story-status.ts";
import { SEVERITIES, type Severity } from "../domain.ts";
import type { Catalogue } from "../domain-catalogue.ts";
import type { Config } from "../domain-config.ts";
import type { Desk, HomePage, Outcome, Person, Preferences, Verdict } from "../domain-desk.ts";
import type { Fetcher } from "../domain-intake.ts";
import { answerFeeds } from "../lookup/answer-health.ts";
import { cutText, row, sayDay, sayMinute, sayTitle } from "../lookup/say.ts";
import { sayMute, sayWatch } from "../lookup/standing.ts";
import { isOpen, storyRow } from "../lookup/story-line.ts";
import { listArticlesOfStory } from "../store/articles.ts";
import { appendAudit } from "../store/audit.ts";
import { loadPreferences, saveFeedback, savePreferences } from "../store/desk-notes.ts";
import { loadFeedStates } from "../store/feed-state.ts";
import { activeMutes } from "../store/mutes.ts";
import type { Store } from "../store/open-store.ts";
import { newestDigest } from "../store/outbox.ts";
import { listNewestStories, loadStory } from "../store/stories.ts";
import { loadWatches } from "../store/watches.ts";
import { acknowledgeStory } from "./acknowledge-story.ts";
import { answerCommand } from "./answer-command.ts";
import { type Corrected, mergeStories, splitStory } from "./correct-story.ts";
import { findEvidence } from "./find-evidence.ts";
import type { KeptWatchlist } from "./keep-watchlist.ts";
import { ruleOf } from "./rate-feedback.ts";

const DAY_MS = 86_400_000;
const USUAL: Preferences = { severity: "info", days: 7 };
const HOME_STORIES = 15;
const MAX_NOTE = 300;
const MAX_NEIGHBOURS = 60;

export interface DeskParts {
  readonly db: Store;
  readonly config: () => Config;
  readonly catalogue: Catalogue;
  readonly kept: () => KeptWatchlist;
  readonly now: () => number;
  readonly fetcher: () => Fetcher;
  readonly permalink?: (ref: string) => string | undefined;
}

/** What people can ask and do, over the store; every change is allowed only to the listed people and leaves an audit line. */
export function openDesk(parts: DeskParts): Desk {
  const { db, now } = parts;
  const mayWrite = (person: Person): boolean => {
    const writers = parts.config().slack.writers;
    return writers === undefined || writers.includes(person.id);
  };
  const changing = (person: Person, words: string, change: () => Outcome): Outcome => {
    const outcome = mayWrite(person)
      ? change()
      : { ok: false, line: "Only the people listed under slack.writers in feeds.yaml may do that." };
    appendAudit(db, { at: now(), by: person.name, words, outcome: outcome.line });
    return outcome;
  };
  return {
    ask: (words, person, channel) =>
      answerCommand(words, {
        db,
        config: parts.config(),
        catalogue: parts.catalogue,
        kept: parts.kept(),
        now: now(),
        command: parts.config().slack.command,
        asker: { name: person.name, mayWrite: mayWrite(person), channel },
        fetcher: parts.fetcher,
        ...(parts.permalink !== undefined && { permalink: parts.permalink }),
      }),
    acknowledge: (storyId, person) =>
      changing(person, `ack ${storyId}`, () => acknowledgeStory(db, storyId, person, now())),
    evidence: (storyId) => findEvidence(db, storyId),
    judge: (storyId, verdict, note, person) =>
      changing(person, `not relevant ${storyId} ${verdict}`, () =>
        judge({ storyId, verdict, note, person }, parts),
      ),
    articles: (storyId) =>
      listArticlesOfStory(db, storyId).map(({ article }) => ({
        id: article.id,
        label: `${article.outlet}: ${sayTitle(article.title)}`,
      })),
    neighbours: (storyId) =>
      listNewestStories(db, now() - 30 * DAY_MS, MAX_NEIGHBOURS)
        .filter(({ id, alerted }) => id !== storyId && alerted)
        .map(({ id, title }) => ({ id, label: `${id} ${sayTitle(title)}` })),
    split: (storyId, articleId, person) =>
      changing(person, `split ${articleId} off ${storyId}`, () =>
        outcomeOf(splitStory(db, articleId, { by: person.name, now: now(), us: parts.config().us })),
      ),
    merge: (storyId, into, person) =>
      changing(person, `merge ${storyId} into ${into}`, () =>
        outcomeOf(
          mergeStories(db, { from: storyId, into }, { by: person.name, now: now(), us: parts.config().us }),
        ),
      ),
    home: (person) => homeOf(person, parts),
    prefer: (person, preferences) => {
      savePreferences(db, person.id, preferences);
      return { ok: true, line: "Kept." };
    },
  };
}

function outcomeOf(corrected: Corrected): Outcome {
  if (corrected.kind === "refused") return { ok: false, line: `Not done: ${corrected.why}.` };
  const { from, to } = corrected;
  return {
    ok: true,
    line:
      from.mergedInto === undefined
        ? `Split off ${from.id}: the article is now ${to.id}. Later reports respect it.`
        : `${from.id} is now part of ${to.id}. Later reports go there.`,
  };
}

/** Keeps the verdict as a labelled example with the rule and the names that had made the alert. */
function judge(
  given: {
    readonly storyId: string;
    readonly verdict: Verdict;
    readonly note: string;
    readonly person: Person;
  },
  parts: DeskParts,
): Outcome {
  const { db, now } = parts;
  const story = loadStory(db, given.storyId);
  const reports = listArticlesOfStory(db, given.storyId);
  const alerting = reports.find(({ decision }) => decision.kind === "alert") ?? reports[0];
  if (story === undefined || alerting === undefined)
    return { ok: false, line: `There is no story ${given.storyId} in the archive.` };
  const { findings, article } = alerting;
  saveFeedback(db, {
    at: now(),
    by: given.person.name,
    storyId: story.id,
    verdict: given.verdict,
    note: cutText(given.note.trim(), MAX_NOTE),
    rule: ruleOf(alerting, parts.config()),
    title: story.title,
    url: article.url,
    names: [...findings.carriers, ...findings.actors].map(({ id, role }) => `${id} (${role})`),
  });
  return { ok: true, line: `Kept as an example: ${story.id} is ${given.verdict}. See telwatch feedback.` };
}

function homeOf(person: Person, parts: DeskParts): HomePage {
  const { db } = parts;
  const now = parts.now();
  const preferences = loadPreferences(db, person.id, USUAL);
  const loud = (severity: Severity) =>
    SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(preferences.severity);
  const stories = listNewestStories(db, now - preferences.days * DAY_MS, 300)
    .filter((story) => story.alerted && isOpen(story, now) && loud(story.severity))
    .slice(0, HOME_STORIES);
  const states = loadFeedStates(db);
  const feeds = parts.config().feeds.map((feed) => ({ feed, state: states.get(feed.id) }));
  const failing = answerFeeds(feeds, now).sections.find(({ heading }) => heading === "Failing");
  const digest = newestDigest(db);
  return {
    stories: stories.map((story) => storyRow(story, { statusOf })),
    watches: loadWatches(db, now)
      .filter(({ by }) => by === person.id || by.endsWith(`(${person.id})`))
      .slice(0, 10)
      .map((watch) => row(`${watch.name} (${watch.kind})`, sayWatch(watch))),
    mutes: activeMutes(db, now)
      .slice(0, 10)
      .map((mute) => row(`${mute.name} (${mute.kind})`, sayMute(mute))),
    feeds: failing?.rows.slice(0, 10) ?? [],
    digest:
      digest === undefined
        ? `None yet (${sayDay(now)}).`
        : `${digest.message.headline} in ${digest.channel}, ${sayMinute(digest.createdAt)}`,
    preferences,
  };
}
