import type { Article } from "../domain.ts";
import type { Config } from "../domain-config.ts";
import type { Store } from "../store/open-store.ts";
import type { Watchlist } from "../watch/compile-watchlist.ts";
import type { Judgement } from "./judge-article.ts";
import { recordArticle } from "./record-article.ts";

/** Judges and records articles one after the other, each at the time it was fetched; the same path as a poll, without the network. */
export function* replayArticles(
  db: Store,
  articles: readonly Article[],
  settings: { readonly config: Config; readonly watchlist: Watchlist },
): Generator<Judgement> {
  for (const article of articles) {
    yield recordArticle(db, article, { ...settings, weights: undefined, mutes: [], now: article.fetchedAt });
  }
}
