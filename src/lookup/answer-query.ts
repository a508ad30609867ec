import type { Answer, Archive, Asking, Query } from "../domain-lookup.ts";
import { answerActor } from "./answer-actor.ts";
import { answerCarrier } from "./answer-carrier.ts";
import { answerFeeds, answerStatus } from "./answer-health.ts";
import { answerHelp } from "./answer-help.ts";
import { answerMutes, answerWatches } from "./answer-lists.ts";
import { answerSearch } from "./answer-search.ts";
import { answerStory } from "./answer-story.ts";
import { answerTimeline } from "./answer-timeline.ts";
import { answerTrend } from "./answer-trend.ts";
import { answerWhy } from "./answer-why.ts";
import { type Directory, findEntity } from "./find-entity.ts";
import { unknownName } from "./unknown-name.ts";

/** Questions that only read the archive. */
export type ReadQuery = Extract<
  Query,
  {
    kind:
      | "help"
      | "actor"
      | "carrier"
      | "story"
      | "search"
      | "timeline"
      | "trend"
      | "watch-list"
      | "mute-list"
      | "why"
      | "feeds"
      | "status";
  }
>;

const CHANGING: ReadonlySet<Query["kind"]> = new Set<Exclude<Query["kind"], ReadQuery["kind"]>>([
  "watch-add",
  "watch-remove",
  "mute",
  "unmute",
  "digest",
  "test",
]);

/** Whether a question only reads the archive. */
export function isReading(query: Query): query is ReadQuery {
  return !CHANGING.has(query.kind);
}

/** Answers a question that only reads; the same archive and time give the same answer. */
export function answerQuery(
  query: ReadQuery,
  archive: Archive,
  directory: Directory,
  asking: Asking,
): Answer {
  switch (query.kind) {
    case "help":
      return answerHelp(query, asking.command);
    case "actor":
    case "carrier":
      return answerCard(query, archive, directory, asking);
    case "story":
      return answerStory(query, archive);
    case "search":
      return answerSearch(query, archive, directory);
    case "timeline":
      return answerTimeline(query, archive, directory);
    case "trend":
      return answerTrend(query, archive, directory, asking.now);
    case "watch-list":
      return answerWatches(archive.watches());
    case "mute-list":
      return answerMutes(archive.mutes(), asking.now);
    case "why":
      return answerWhy(query, archive);
    case "feeds":
      return answerFeeds(archive.feeds(), asking.now);
    case "status":
      return answerStatus(archive, asking.now);
  }
}

function answerCard(
  query: Extract<Query, { kind: "actor" | "carrier" }>,
  archive: Archive,
  directory: Directory,
  asking: Asking,
): Answer {
  const found = findEntity(query.name, [query.kind], directory);
  if (found.kind !== "one") {
    const other = query.kind === "actor" ? "carrier" : "actor";
    const elsewhere = findEntity(query.name, [other], directory);
    const answer = unknownName(query.kind, query.name, found, (name) => `${query.kind} ${name}`);
    if (found.kind === "many" || elsewhere.kind !== "one") return answer;
    return {
      ...answer,
      bottomLine: `${elsewhere.entity.name} is in the catalogue as a ${other}, not as ${query.kind === "actor" ? "an actor" : "a carrier"}.`,
      buttons: [
        { label: `${other} ${elsewhere.entity.name}`, ask: `${other} ${elsewhere.entity.id}` },
        ...answer.buttons,
      ],
    };
  }
  return query.kind === "actor"
    ? answerActor(query, found.entity, archive, asking)
    : answerCarrier(query, found, archive, asking);
}
