import type { Store } from "./open-store.ts";

/** A person's word on grouping: an article taken out of a story, or a story put into another. */
export interface Correction {
  readonly kind: "split" | "merge";
  readonly articleId: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly at: number;
}

/** Keeps a correction, inside the caller's transaction. */
export function saveCorrection(db: Store, one: Correction): void {
  db.prepare(
    "INSERT INTO story_correction (kind, article_id, from_story, to_story, made_by, at) VALUES (?, ?, ?, ?, ?, ?)",
  ).run(one.kind, one.articleId ?? null, one.from, one.to, one.by, one.at);
}

/** All corrections, oldest first. */
export function listCorrections(db: Store): Correction[] {
  return db
    .prepare("SELECT * FROM story_correction ORDER BY id")
    .all()
    .map((row) => ({
      kind: row.kind === "split" ? "split" : "merge",
      articleId: row.article_id === null ? undefined : String(row.article_id),
      from: String(row.from_story),
      to: String(row.to_story),
      by: String(row.made_by),
      at: Number(row.at),
    }));
}
