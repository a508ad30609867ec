import type { Answer, Archive, Query } from "../domain-lookup.ts";
import { type Directory, findEntity } from "./find-entity.ts";
import { listIncidents } from "./list-incidents.ts";
import { sayCount, section } from "./say.ts";
import { unknownName } from "./unknown-name.ts";

const MAX_STORIES = 200;
const MAX_ROWS = 40;

/** Incidents of an actor or carrier by event date, oldest first. */
export function answerTimeline(
  query: Extract<Query, { kind: "timeline" }>,
  archive: Archive,
  directory: Directory,
): Answer {
  const found = findEntity(query.name, ["actor", "carrier"], directory);
  if (found.kind !== "one") return unknownName("timeline", query.name, found, (name) => `timeline ${name}`);
  const { entity } = found;
  const stories = archive.storiesOf(entity.kind, entity.id, { since: query.since ?? 0, limit: MAX_STORIES });
  const rows = listIncidents(entity, stories, archive);
  return {
    kind: "timeline",
    ok: true,
    title: `Timeline of ${entity.name}`,
    bottomLine:
      rows.length === 0
        ? `The archive tells no incident of ${entity.name}.`
        : `${sayCount(rows.length, "incident")}, oldest first${rows.length > MAX_ROWS ? `; the newest ${MAX_ROWS} are shown` : ""}.`,
    sections: section("By date of the event", rows.slice(-MAX_ROWS)),
    buttons: [{ label: entity.name, ask: `${entity.kind} ${entity.id}` }],
    footer: "A story's date is that of its first report; history rows carry the date that the article gives.",
  };
}
