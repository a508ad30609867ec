import type { StatementSync } from "node:sqlite";
import type { ArchivedArticle, SearchRequest } from "../domain-lookup.ts";
import { parseArticle } from "./articles.ts";
import type { Store } from "./open-store.ts";

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}
const MAX_OUTLETS = 50;

/** Articles that meet a search, newest first: by time where only filters are given, by time of arrival where words are (bm25 is too slow on common words). */
export function findArticles(db: Store, request: SearchRequest): ArchivedArticle[] {
  const match = ftsExpression(request.words);
  if (request.words.length > 0 && match === undefined) return [];
  const conditions = conditionsOf(db, request);
  if (conditions === undefined) return [];
  const ids = findIds(db, request, match, conditions);
  const read = db.prepare("SELECT doc FROM article WHERE rowid = ?");
  return ids.map((id) => parseArticle(read.get(id) as unknown as { readonly doc: string }));
}

/** The page's row numbers; narrow columns only, as the wide documents are read for the page alone. */
function findIds(
  db: Store,
  request: SearchRequest,
  match: string | undefined,
  conditions: readonly Condition[],
): number[] {
  const page = [request.limit, request.offset];
  const values = conditions.flatMap((condition) => condition.values);
  const where = conditions.map(({ sql }) => sql);
  if (match !== undefined && conditions.length === 0)
    return idsOf(
      db.prepare(
        "SELECT rowid AS id FROM article_text WHERE article_text MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?",
      ),
      [match, ...page],
    );
  const entity = request.actor !== undefined || request.carrier !== undefined;
  const from = entity
    ? "article_entity CROSS JOIN article ON article.id = article_entity.article_id"
    : "article";
  const order = `${entity ? "article_entity" : "article"}.published_at DESC`;
  if (match === undefined)
    return idsOf(
      db.prepare(
        `SELECT article.rowid AS id FROM ${from} WHERE ${where.join(" AND ") || "1"} ORDER BY ${order} LIMIT ? OFFSET ?`,
      ),
      [...values, ...page],
    );
  // Few matches are a set to look rows up in; many are best asked row by row, as a page of them is soon full.
  const inText = isRare(db, match)
    ? "article.rowid IN (SELECT rowid FROM article_text WHERE article_text MATCH ?)"
    : "EXISTS (SELECT 1 FROM article_text WHERE article_text MATCH ? AND article_text.rowid = article.rowid)";
  return idsOf(
    db.prepare(
      `SELECT article.rowid AS id FROM ${from} WHERE ${[...where, inText].join(" AND ")} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ),
    [...values, match, ...page],
  );
}

const RARE = 3_000;

function isRare(db: Store, match: string): boolean {
  const row = db
    .prepare(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM article_text WHERE article_text MATCH ? LIMIT ${RARE})`,
    )
    .get(match);
  return Number(row?.n) < RARE;
}

function idsOf(statement: StatementSync, values: readonly (string | number)[]): number[] {
  return statement.all(...values).map(({ id }) => Number(id));
}

/** Words as an FTS5 expression in which nothing is an operator: each a quoted phrase, all required. */
export function ftsExpression(words: readonly string[]): string | undefined {
  const phrases = words
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `"${word.replaceAll('"', " ").replaceAll("\u0000", " ")}"`);
  return phrases.length === 0 ? undefined : phrases.join(" AND ");
}

function conditionsOf(db: Store, request: SearchRequest): Condition[] | undefined {
  const list: Condition[] = [];
  const { actor, carrier } = request;
  if (actor !== undefined && carrier !== undefined) {
    list.push(
      { sql: "article_entity.kind = 'actor' AND article_entity.entity_id = ?", values: [actor] },
      {
        sql: "EXISTS (SELECT 1 FROM article_entity AS other WHERE other.article_id = article.id AND other.kind = 'carrier' AND other.entity_id = ?)",
        values: [carrier],
      },
    );
  } else if (actor !== undefined || carrier !== undefined) {
    const kind = actor === undefined ? "carrier" : "actor";
    list.push({
      sql: "article_entity.kind = ? AND article_entity.entity_id = ?",
      values: [kind, actor ?? carrier ?? ""],
    });
  }
  if (request.source !== undefined) {
    const outlets = outletsLike(db, request.source);
    if (outlets.length === 0) return undefined;
    list.push({ sql: `article.outlet IN (${outlets.map(() => "?").join(", ")})`, values: outlets });
  }
  if (request.type !== undefined) list.push({ sql: "article.event = ?", values: [request.type] });
  if (request.since !== undefined) list.push({ sql: "article.published_at >= ?", values: [request.since] });
  if (request.until !== undefined) list.push({ sql: "article.published_at <= ?", values: [request.until] });
  return list;
}

/** Outlets whose name has the typed letters in it, spaces and case aside; a hop from name to name along the index. */
export function outletsLike(db: Store, typed: string): string[] {
  const wanted = fold(typed);
  if (wanted === "") return [];
  const names = listOutlets(db);
  const exact = names.filter((name) => fold(name) === wanted);
  return (exact.length > 0 ? exact : names.filter((name) => fold(name).includes(wanted))).slice(
    0,
    MAX_OUTLETS,
  );
}

/** Every outlet of the archive. */
export function listOutlets(db: Store): string[] {
  const rows = db
    .prepare(
      `WITH RECURSIVE outlet (name) AS (
         SELECT MIN(outlet) FROM article
         UNION ALL SELECT (SELECT MIN(article.outlet) FROM article WHERE article.outlet > outlet.name) FROM outlet WHERE outlet.name IS NOT NULL)
       SELECT name FROM outlet WHERE name IS NOT NULL`,
    )
    .all();
  return rows.map((row) => String(row.name));
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
