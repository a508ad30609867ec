import type { Acknowledgement, Feedback, Preferences } from "../domain-desk.ts";
import type { Store } from "./open-store.ts";

/** Keeps who took a story on; the first one stands. Gives who that is. */
export function saveAcknowledgement(db: Store, one: Acknowledgement): Acknowledgement {
  db.prepare(
    "INSERT INTO acknowledgement (story_id, given_by, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  ).run(one.storyId, one.by, one.at);
  return loadAcknowledgement(db, one.storyId) ?? one;
}

/** Who took a story on and when, or undefined. */
export function loadAcknowledgement(db: Store, storyId: string): Acknowledgement | undefined {
  const row = db.prepare("SELECT * FROM acknowledgement WHERE story_id = ?").get(storyId);
  return row && { storyId, by: String(row.given_by), at: Number(row.at) };
}

/** Keeps a person's verdict on an alert; a second verdict of the same person replaces the first. */
export function saveFeedback(db: Store, one: Feedback): void {
  db.prepare(
    `INSERT INTO feedback (at, given_by, story_id, verdict, rule, doc) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (story_id, given_by) DO UPDATE SET at = excluded.at, verdict = excluded.verdict, rule = excluded.rule, doc = excluded.doc`,
  ).run(one.at, one.by, one.storyId, one.verdict, one.rule, JSON.stringify(one));
}

/** Every verdict, newest first. */
export function listFeedback(db: Store): Feedback[] {
  const rows = db.prepare("SELECT doc FROM feedback ORDER BY at DESC, id DESC").all();
  return rows.map((row) => JSON.parse(String(row.doc)) as Feedback);
}

/** Ids of stories that somebody took on. */
export function listAcknowledged(db: Store): string[] {
  return db
    .prepare("SELECT story_id FROM acknowledgement")
    .all()
    .map((row) => String(row.story_id));
}

/** What a person wants to see at home; `usual` where nothing was chosen. */
export function loadPreferences(db: Store, person: string, usual: Preferences): Preferences {
  const row = db.prepare("SELECT doc FROM preference WHERE person = ?").get(person);
  return row === undefined ? usual : { ...usual, ...(JSON.parse(String(row.doc)) as Partial<Preferences>) };
}

/** Keeps what a person wants to see at home. */
export function savePreferences(db: Store, person: string, preferences: Preferences): void {
  db.prepare("INSERT OR REPLACE INTO preference (person, doc) VALUES (?, ?)").run(
    person,
    JSON.stringify(preferences),
  );
}
