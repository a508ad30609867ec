import type { DatabaseSync } from "node:sqlite";
import type { EntityKind } from "../domain.ts";
import type { ArchivedArticle } from "../domain-lookup.ts";

interface DocRow {
  readonly doc: string;
}

/** Writes an article with its entity rows and search text, replacing the former version of the same id. */
export function saveArticle(db: DatabaseSync, archived: ArchivedArticle): void {
  const { article, findings, decision } = archived;
  db.prepare(
    `INSERT INTO article (id, url, outlet, feed_id, published_at, story_id, decision, reason, doc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET url = excluded.url, outlet = excluded.outlet, published_at = excluded.published_at,
       story_id = excluded.story_id, decision = excluded.decision, reason = excluded.reason, doc = excluded.doc`,
  ).run(
    article.id,
    article.url,
    article.outlet,
    article.feedId,
    article.publishedAt,
    archived.storyId ?? null,
    decision.kind,
    decision.reason,
    JSON.stringify(archived),
  );
  const row = db.prepare("SELECT rowid FROM article WHERE id = ?").get(article.id);
  const rowid = Number(row?.rowid);
  db.prepare("DELETE FROM article_text WHERE rowid = ?").run(rowid);
  db.prepare("INSERT INTO article_text (rowid, title, summary, body) VALUES (?, ?, ?, ?)").run(
    rowid,
    article.title,
    article.summary,
    article.paragraphs.join("\n"),
  );
  db.prepare("DELETE FROM article_entity WHERE article_id = ?").run(article.id);
  const add = db.prepare(
    "INSERT OR IGNORE INTO article_entity (kind, entity_id, published_at, article_id, role) VALUES (?, ?, ?, ?, ?)",
  );
  for (const actor of findings.actors)
    add.run("actor", actor.id, article.publishedAt, article.id, actor.role);
  for (const carrier of findings.carriers)
    add.run("carrier", carrier.id, article.publishedAt, article.id, carrier.role);
}

/** One archived article by our id, or undefined. */
export function loadArticle(db: DatabaseSync, id: string): ArchivedArticle | undefined {
  const row = db.prepare("SELECT doc FROM article WHERE id = ?").get(id) as DocRow | undefined;
  return row && parseArticle(row);
}

/** The newest archived article with this URL, or undefined. */
export function loadArticleByUrl(db: DatabaseSync, url: string): ArchivedArticle | undefined {
  const row = db
    .prepare("SELECT doc FROM article WHERE url = ? ORDER BY published_at DESC LIMIT 1")
    .get(url) as DocRow | undefined;
  return row && parseArticle(row);
}

/** The newest archived article with this canonical address, whatever tracking its link carried, or undefined. */
export function loadArticleByAddress(db: DatabaseSync, address: string): ArchivedArticle | undefined {
  const row = db
    .prepare(
      "SELECT doc FROM article WHERE substr(id, instr(id, '|') + 1) = ? ORDER BY published_at DESC LIMIT 1",
    )
    .get(address) as DocRow | undefined;
  return row && parseArticle(row);
}

/** The articles of a story in order of publication. */
export function listArticlesOfStory(db: DatabaseSync, storyId: string): ArchivedArticle[] {
  const rows = db.prepare("SELECT doc FROM article WHERE story_id = ? ORDER BY published_at").all(storyId);
  return (rows as unknown as DocRow[]).map(parseArticle);
}

/** Articles that name an entity, newest first. */
export function listArticlesOf(
  db: DatabaseSync,
  kind: EntityKind,
  entityId: string,
  options: { readonly since: number; readonly limit: number },
): ArchivedArticle[] {
  const rows = db
    .prepare(
      `SELECT article.doc FROM article_entity JOIN article ON article.id = article_entity.article_id
       WHERE article_entity.kind = ? AND article_entity.entity_id = ? AND article_entity.published_at >= ?
       ORDER BY article_entity.published_at DESC LIMIT ?`,
    )
    .all(kind, entityId, options.since, options.limit);
  return (rows as unknown as DocRow[]).map(parseArticle);
}

/** Articles whose text matches an FTS5 expression, newest first (bm25 over common words is too slow). */
export function searchArticles(
  db: DatabaseSync,
  expression: string,
  page: { readonly limit: number; readonly offset: number },
): ArchivedArticle[] {
  const rows = db
    .prepare(
      `SELECT article.doc FROM article_text JOIN article ON article.rowid = article_text.rowid
       WHERE article_text MATCH ? ORDER BY article_text.rowid DESC LIMIT ? OFFSET ?`,
    )
    .all(expression, page.limit, page.offset);
  return (rows as unknown as DocRow[]).map(parseArticle);
}

/** Reads an article back from its stored document. */
export function parseArticle(row: DocRow): ArchivedArticle {
  return JSON.parse(row.doc) as ArchivedArticle;
}

/** The articles that made alerts, newest first. */
export function* listAlerting(db: DatabaseSync): Generator<ArchivedArticle> {
  const rows = db
    .prepare("SELECT doc FROM article WHERE decision = 'alert' ORDER BY published_at DESC")
    .iterate() as unknown as Iterable<DocRow>;
  for (const row of rows) yield parseArticle(row);
}
