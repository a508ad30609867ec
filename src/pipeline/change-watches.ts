import type { EntityKind } from "../domain.ts";
import type { Answer, EntityFacts, Query, Watch } from "../domain-lookup.ts";
import { findEntity } from "../lookup/find-entity.ts";
import { foldName } from "../lookup/nearest-names.ts";
import { cutText, sayCount, sayDay, section } from "../lookup/say.ts";
import { sayChange } from "../lookup/say-change.ts";
import { sayWatch } from "../lookup/standing.ts";
import { unknownName } from "../lookup/unknown-name.ts";
import { loadWatches, removeWatch, saveWatch } from "../store/watches.ts";
import { compileWatchlist } from "../watch/compile-watchlist.ts";
import type { ChangeContext } from "./answer-command.ts";
import { applyWatches } from "./apply-watches.ts";
import { rescanArchive } from "./rescan-archive.ts";

const MAX_NAME = 80;
const MAX_WATCHES = 200;
const MAX_ROWS = 20;

/** Adds a watch and says what the archive would have alerted; a name already watched, unknown or ambiguous changes nothing. */
export async function addWatch(
  query: Extract<Query, { kind: "watch-add" }>,
  context: ChangeContext,
): Promise<Answer> {
  const { db, now, asker } = context;
  if (loadWatches(db, now).length >= MAX_WATCHES)
    return sayChange("watch-add", false, "Too many watches", {
      line: `There are ${MAX_WATCHES}; remove one first.`,
    });
  const entity =
    query.as === undefined ? knownEntity(query, context) : ownEntity(query.name, query.as, context);
  if ("bottomLine" in entity) return entity;
  const own = !context.directory.byId.has(`${entity.kind}:${entity.id}`);
  const watch: Watch = {
    kind: entity.kind,
    id: entity.id,
    name: entity.name,
    own,
    until: query.until,
    by: asker.name,
    at: now,
  };
  saveWatch(db, watch);
  const { rows, looked } = await rescan(entity, context);
  const until = query.until === undefined ? "" : ` until ${sayDay(query.until)}`;
  return sayChange("watch-add", true, `Watching ${entity.name}${until}`, {
    line: `${sayCount(rows.length, "story", "stories")} of the archive would have alerted (${sayCount(looked, "article")} read again).`,
    sections: section("Would have alerted", rows.slice(0, MAX_ROWS)),
    buttons: [
      { label: `Remove the watch`, ask: `watch remove ${entity.id}` },
      { label: entity.name, ask: `${entity.kind} ${entity.id}` },
    ],
  });
}

/** Ends watches that people added; what feeds.yaml watches stays watched, and the answer says so. */
export function removeWatches(
  query: Extract<Query, { kind: "watch-remove" }>,
  context: ChangeContext,
): Answer {
  const { db, now } = context;
  const wanted = foldName(query.name);
  const watches = loadWatches(db, now);
  const found = findEntity(query.name, ["actor", "carrier"], context.directory);
  const id = found.kind === "one" ? `${found.entity.kind}:${found.entity.id}` : undefined;
  const going = watches.filter(
    (watch) =>
      foldName(watch.name) === wanted || foldName(watch.id) === wanted || `${watch.kind}:${watch.id}` === id,
  );
  if (going.length === 0)
    return sayChange("watch-remove", false, `No watch on "${cutText(query.name, 60)}"`, {
      line:
        found.kind === "one" && found.entity.watched
          ? `${found.entity.name} is watched by feeds.yaml; take it off there, or mute it for a while.`
          : `${sayCount(watches.length, "watch", "watches")} were added by people.`,
      buttons: [{ label: "Watches", ask: "watch list" }],
    });
  for (const watch of going) removeWatch(db, watch.kind, watch.id);
  return sayChange("watch-remove", true, `No longer watching ${going.map(({ name }) => name).join(", ")}`, {
    line: `Was ${going.map(sayWatch).join("; ")}.`,
  });
}

function knownEntity(
  query: Extract<Query, { kind: "watch-add" }>,
  context: ChangeContext,
): EntityFacts | Answer {
  const found = findEntity(query.name, ["actor", "carrier"], context.directory);
  if (found.kind === "one") {
    const byPerson = loadWatches(context.db, context.now).find(
      ({ kind, id }) => kind === found.entity.kind && id === found.entity.id,
    );
    // A person's watch may be prolonged; what the file watches needs none.
    if (!found.entity.watched || byPerson !== undefined) return found.entity;
    return sayChange("watch-add", false, `${found.entity.name} is already watched`, {
      line: "feeds.yaml watches it.",
      buttons: [{ label: found.entity.name, ask: `${found.entity.kind} ${found.entity.id}` }],
    });
  }
  const answer = unknownName("watch-add", query.name, found, (name) => `watch add ${name}`);
  if (found.kind === "many" || query.name.length > MAX_NAME) return answer;
  return {
    ...answer,
    bottomLine: `${answer.bottomLine} To watch it as it is written, say which kind it is.`,
    buttons: [
      { label: "Watch as an actor", ask: `watch add new actor ${query.name}` },
      { label: "Watch as a carrier", ask: `watch add new carrier ${query.name}` },
      ...answer.buttons,
    ],
    footer: "Changed nothing.",
  };
}

/** A name that no catalogue knows, watched as it is written. */
function ownEntity(name: string, kind: EntityKind, context: ChangeContext): EntityFacts | Answer {
  const letters = foldName(name);
  if (letters.length < 3 || name.length > MAX_NAME)
    return sayChange("watch-add", false, "That name cannot be watched", {
      line: `A name has at least three letters or digits and at most ${MAX_NAME} characters; shorter ones stand in every article.`,
    });
  const known = context.directory.byName.get(letters)?.find((one) => one.kind === kind);
  if (known !== undefined) return known;
  const asserted = {
    name,
    sources: [`watch by ${context.asker.name}`],
    status: "agreed",
    note: undefined,
  } as const;
  return {
    kind,
    id: `own-${letters.slice(0, 60)}`,
    name,
    names: [asserted],
    legal: undefined,
    country: undefined,
    sponsor: undefined,
    references: [],
    watched: true,
  };
}

function rescan(entity: EntityFacts, context: ChangeContext) {
  const { db, config, now } = context;
  const applied = applyWatches(context.catalogue, config.watch, loadWatches(db, now));
  const watchlist = compileWatchlist(applied.catalogue, applied.watch);
  return rescanArchive(db, entity, { config, watchlist, now });
}
