import type { Mention } from "../domain.ts";
import type { Evidence, EvidencePiece } from "../domain-desk.ts";
import type { ArchivedArticle } from "../domain-lookup.ts";
import { sayTitle } from "../lookup/say.ts";
import { listArticlesOfStory } from "../store/articles.ts";
import type { Store } from "../store/open-store.ts";
import { loadStory } from "../store/stories.ts";

const MAX_PIECES = 60;
/** Text kept on either side of a match, at most. */
const AROUND = 350;

/** Every mention of a story's articles with its paragraph, one piece for each name and paragraph. */
export function findEvidence(db: Store, storyId: string): Evidence | undefined {
  const story = loadStory(db, storyId);
  if (story === undefined) return undefined;
  const pieces = listArticlesOfStory(db, storyId).flatMap(piecesOf);
  return {
    storyId,
    title: sayTitle(story.title),
    pieces: pieces.slice(0, MAX_PIECES),
    more: Math.max(0, pieces.length - MAX_PIECES),
  };
}

function piecesOf(report: ArchivedArticle): EvidencePiece[] {
  const { findings } = report;
  return [...findings.carriers, ...findings.actors].flatMap((entity) => {
    const seen = new Set<string>();
    return entity.mentions
      .filter(({ place }) => {
        const spot = `${place.field} ${place.paragraph}`;
        return !seen.has(spot) && seen.add(spot).size > 0;
      })
      .map((mention) => pieceOf(report, mention, `${entity.name} (${entity.role})`, entity.why));
  });
}

function pieceOf({ article }: ArchivedArticle, mention: Mention, name: string, why: string): EvidencePiece {
  const { field, paragraph, start, end } = mention.place;
  const text =
    field === "title"
      ? article.title
      : field === "summary"
        ? article.summary
        : (article.paragraphs[paragraph - 1] ?? "");
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return {
    name,
    outlet: article.outlet,
    url: article.url,
    where: field === "text" ? `paragraph ${paragraph}` : field,
    before: `${from > 0 ? "…" : ""}${text.slice(from, start)}`,
    match: text.slice(start, end),
    after: `${text.slice(end, to)}${to < text.length ? "…" : ""}`,
    why: `${mention.cue}; role: ${why}`,
  };
}
