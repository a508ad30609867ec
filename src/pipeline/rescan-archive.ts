import type { Article } from "../domain.ts";
import type { Config } from "../domain-config.ts";
import type { AnswerRow, ArchivedArticle, EntityFacts } from "../domain-lookup.ts";
import { row, sayDay, sayTitle } from "../lookup/say.ts";
import { findArticles } from "../store/find-articles.ts";
import type { Store } from "../store/open-store.ts";
import { loadStory } from "../store/stories.ts";
import type { Watchlist } from "../watch/compile-watchlist.ts";
import { judgeArticle } from "./judge-article.ts";
import { othersTurn } from "./take-turns.ts";

/** Articles of the archive that a new watch looks at, for each of its names and in all: more than an analyst reads. */
const PER_NAME = 100;
const IN_ALL = 150;

/** What a new watch would have alerted: articles of the archive judged again with the new watchlist, one row a story, newest first. Between two articles others have their turn, as Slack wants every command acknowledged within three seconds. */
export async function rescanArchive(
  db: Store,
  entity: Pick<EntityFacts, "kind" | "id" | "names" | "name">,
  context: { readonly config: Config; readonly watchlist: Watchlist; readonly now: number },
): Promise<{ readonly rows: readonly AnswerRow[]; readonly looked: number }> {
  const candidates = findCandidates(db, entity);
  const seen = new Set<string>();
  const rows: AnswerRow[] = [];
  for (const archived of candidates) {
    await othersTurn();
    const outcome = wouldAlert(archived.article, entity, context);
    if (outcome === undefined) continue;
    const group = archived.storyId ?? archived.article.id;
    if (seen.has(group)) continue;
    seen.add(group);
    const told = archived.storyId !== undefined && loadStory(db, archived.storyId)?.alerted === true;
    const label = `${archived.storyId ?? "no story"} ${sayDay(archived.article.publishedAt)}`;
    rows.push(
      row(
        label,
        `${sayTitle(archived.article.title)} · ${outcome}${told ? " · this story was alerted anyway" : ""}`,
        [{ label: archived.article.outlet, url: archived.article.url }],
      ),
    );
  }
  return { rows, looked: candidates.length };
}

function findCandidates(db: Store, entity: Pick<EntityFacts, "names" | "name">): ArchivedArticle[] {
  const found = new Map<string, ArchivedArticle>();
  const names = [...new Set([entity.name, ...entity.names.map(({ name }) => name)])];
  for (const name of names)
    for (const archived of findArticles(db, { ...NO_FILTER, words: [name], limit: PER_NAME, offset: 0 }))
      found.set(archived.article.id, archived);
  return [...found.values()].sort((a, b) => b.article.publishedAt - a.article.publishedAt).slice(0, IN_ALL);
}

const NO_FILTER = {
  actor: undefined,
  carrier: undefined,
  source: undefined,
  type: undefined,
  since: undefined,
  until: undefined,
} as const;

/** The decision on an article by itself, where it alerts because of the entity; undefined otherwise. */
function wouldAlert(
  article: Article,
  entity: Pick<EntityFacts, "kind" | "id">,
  context: { readonly config: Config; readonly watchlist: Watchlist; readonly now: number },
): string | undefined {
  const judgement = judgeArticle(article, {
    ...context,
    stories: [],
    weights: undefined,
    mutes: [],
    newStoryId: () => "(new)",
    alertsOf: () => [],
    readingOf: () => undefined,
  });
  const { findings } = judgement.read;
  const named = entity.kind === "actor" ? findings.actors : findings.carriers;
  if (!named.some(({ id, role }) => id === entity.id && role !== "background")) return undefined;
  const { kind, reason } = judgement.decision;
  return kind === "skip" ? undefined : `${kind} (${reason}), ${judgement.rating.severity}`;
}
