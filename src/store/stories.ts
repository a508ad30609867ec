import type { DatabaseSync } from "node:sqlite";
import type { EntityKind, Story } from "../domain.ts";

interface DocRow {
  readonly doc: string;
}

/** The next story id, S-0001 upwards; call it inside the transaction that saves the story. */
export function nextStoryId(db: DatabaseSync): string {
  db.prepare(
    "INSERT INTO counter (name, value) VALUES ('story', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1",
  ).run();
  const row = db.prepare("SELECT value FROM counter WHERE name = 'story'").get();
  return `S-${String(row?.value).padStart(4, "0")}`;
}

/** Writes a story and its entity rows, replacing the former version. */
export function saveStory(db: DatabaseSync, story: Story): void {
  db.prepare(
    `INSERT INTO story (id, opened_at, updated_at, event, severity, alerted, merged_into, doc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET opened_at = excluded.opened_at, updated_at = excluded.updated_at, event = excluded.event,
       severity = excluded.severity, alerted = excluded.alerted, merged_into = excluded.merged_into, doc = excluded.doc`,
  ).run(
    story.id,
    story.openedAt,
    story.updatedAt,
    story.event,
    story.severity,
    story.alerted ? 1 : 0,
    story.mergedInto ?? null,
    JSON.stringify(story),
  );
  db.prepare("DELETE FROM story_entity WHERE story_id = ?").run(story.id);
  const add = db.prepare(
    "INSERT OR IGNORE INTO story_entity (kind, entity_id, updated_at, story_id, role) VALUES (?, ?, ?, ?, ?)",
  );
  for (const actor of story.actors) add.run("actor", actor.id, story.updatedAt, story.id, actor.role);
  for (const carrier of story.carriers)
    add.run("carrier", carrier.id, story.updatedAt, story.id, carrier.role);
}

/** One story, or undefined. */
export function loadStory(db: DatabaseSync, id: string): Story | undefined {
  const row = db.prepare("SELECT doc FROM story WHERE id = ?").get(id) as DocRow | undefined;
  return row && parseStory(row);
}

interface Parsed {
  readonly doc: string;
  readonly story: Story;
}
/** Stories parsed before, for each open database: a poll asks for all open ones once for every article. */
const PARSED = new WeakMap<DatabaseSync, Map<string, Parsed>>();

function parseKnown(db: DatabaseSync, id: string, doc: string): Story {
  const known = PARSED.get(db) ?? new Map<string, Parsed>();
  PARSED.set(db, known);
  const before = known.get(id);
  if (before?.doc === doc) return before.story;
  const story = parseStory({ doc });
  known.set(id, { doc, story });
  return story;
}

/** Stories not merged away whose newest article is at or after since, newest first. */
export function listStoriesSince(db: DatabaseSync, since: number): Story[] {
  const rows = db
    .prepare(
      "SELECT id, doc FROM story WHERE updated_at >= ? AND merged_into IS NULL ORDER BY updated_at DESC",
    )
    .all(since) as unknown as (DocRow & { readonly id: string })[];
  return rows.map((row) => parseKnown(db, row.id, row.doc));
}

/** Stories that name an entity, newest first. */
export function listStoriesOf(
  db: DatabaseSync,
  kind: EntityKind,
  entityId: string,
  options: { readonly since: number; readonly limit: number },
): Story[] {
  const rows = db
    .prepare(
      `SELECT story.doc FROM story_entity JOIN story ON story.id = story_entity.story_id
       WHERE story_entity.kind = ? AND story_entity.entity_id = ? AND story_entity.updated_at >= ? AND story.merged_into IS NULL
       ORDER BY story_entity.updated_at DESC LIMIT ?`,
    )
    .all(kind, entityId, options.since, options.limit) as unknown as DocRow[];
  return rows.map(parseStory);
}

function parseStory(row: DocRow): Story {
  return JSON.parse(row.doc) as Story;
}

/** When the stories of an entity, or all, were opened, at or after since. */
export function listStoryTimes(
  db: DatabaseSync,
  entity: { readonly kind: EntityKind; readonly id: string } | undefined,
  since: number,
): number[] {
  const rows =
    entity === undefined
      ? db.prepare("SELECT opened_at FROM story WHERE opened_at >= ? AND merged_into IS NULL").all(since)
      : db
          .prepare(
            `SELECT DISTINCT story.id, story.opened_at FROM story_entity JOIN story ON story.id = story_entity.story_id
             WHERE story_entity.kind = ? AND story_entity.entity_id = ? AND story_entity.updated_at >= ? AND story.opened_at >= ? AND story.merged_into IS NULL`,
          )
          .all(entity.kind, entity.id, since, since);
  return rows.map((row) => Number(row.opened_at));
}

/** The newest stories, at most a number of them. */
export function listNewestStories(db: DatabaseSync, since: number, limit: number): Story[] {
  const rows = db
    .prepare(
      "SELECT doc FROM story WHERE updated_at >= ? AND merged_into IS NULL ORDER BY updated_at DESC LIMIT ?",
    )
    .all(since, limit) as unknown as DocRow[];
  return rows.map(parseStory);
}
