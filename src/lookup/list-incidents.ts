import type { Story } from "../domain.ts";
import type { AnswerRow, Archive, EntityFacts } from "../domain-lookup.ts";
import { foldName } from "./nearest-names.ts";
import { cutText, row, sayDay, sayTitle } from "./say.ts";

/** Incidents of an actor or a carrier by event date, oldest first: stories it is struck or blamed in, and history that articles tell. */
export function listIncidents(
  entity: EntityFacts,
  stories: readonly Story[],
  archive: Pick<Archive, "statusOf">,
): AnswerRow[] {
  const dated: { at: number; row: AnswerRow; key: string }[] = [];
  for (const story of stories) {
    if (isParty(entity, story))
      dated.push({
        at: story.openedAt,
        key: story.id,
        row: row(
          sayDay(story.openedAt),
          `${sayTitle(story.title)} · ${story.id} · ${archive.statusOf(story)}`,
        ),
      });
    for (const past of story.history.filter(({ entities }) => entities.includes(entity.id)))
      dated.push({
        at: past.at,
        key: `${past.when} ${foldName(past.text).slice(0, 60)}`,
        row: row(
          `${past.when}${past.resolved ? " (counted from the article's date)" : ""}`,
          `${cutText(past.text, 240)} (history: ${past.outlet})`,
        ),
      });
  }
  const seen = new Set<string>();
  return dated
    .filter(({ key }) => !seen.has(key) && seen.add(key).size > 0)
    .sort((a, b) => a.at - b.at)
    .map((one) => one.row);
}

/** A carrier that is merely mentioned, or an actor of the background, has no incident of its own there. */
function isParty(entity: EntityFacts, story: Story): boolean {
  if (entity.kind === "carrier")
    return story.carriers.some(({ id, role }) => id === entity.id && role === "victim");
  return story.actors.some(({ id, role }) => id === entity.id && role !== "background");
}
