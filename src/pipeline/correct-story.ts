import { hasTelecomCue } from "../alerts/has-telecom-cue.ts";
import { rateSeverity } from "../alerts/rate-severity.ts";
import type { Assignment, Story } from "../domain.ts";
import type { ArchivedArticle } from "../domain-lookup.ts";
import { listArticlesOfStory, loadArticle, loadArticleByUrl, saveArticle } from "../store/articles.ts";
import { saveCorrection } from "../store/corrections.ts";
import { inTransaction, type Store } from "../store/open-store.ts";
import { loadStory, nextStoryId, saveStory } from "../store/stories.ts";
import { growStory } from "../stories/news/grow-story.ts";

export type Corrected =
  | { readonly kind: "done"; readonly from: Story; readonly to: Story }
  | { readonly kind: "refused"; readonly why: string };

interface By {
  readonly by: string;
  readonly now: number;
  /** Our own carrier, whose stories are always urgent. */
  readonly us: string | undefined;
}

const BY_HAND: Assignment = {
  storyId: undefined,
  alone: false,
  why: "put there by a person",
  nearest: [],
  related: [],
};

/** Takes an article out of its story into one of its own; kept, so that later reports and edits respect it. */
export function splitStory(db: Store, article: string, { by, now, us }: By): Corrected {
  const archived = loadArticle(db, article) ?? loadArticleByUrl(db, article);
  if (archived === undefined) return refused(`no article ${article} in the archive`);
  const before = archived.storyId === undefined ? undefined : loadStory(db, archived.storyId);
  if (before === undefined) return refused(`${archived.article.title}: belongs to no story`);
  if (before.articles.length < 2) return refused(`${before.id} has only this article`);
  return inTransaction(db, () => {
    const rest = listArticlesOfStory(db, before.id).filter((one) => one.article.id !== archived.article.id);
    const from = regrow(before.id, rest, before, us);
    const id = nextStoryId(db);
    const to = { ...regrow(id, [archived], undefined, us), apart: [before.id] };
    saveStory(db, { ...from, apart: [...(before.apart ?? []), id] });
    saveStory(db, to);
    saveArticle(db, { ...archived, storyId: id });
    saveCorrection(db, {
      kind: "split",
      articleId: archived.article.id,
      from: before.id,
      to: id,
      by,
      at: now,
    });
    return { kind: "done", from, to };
  });
}

/** Puts one story into another; the first is closed, its later reports go to the second. */
export function mergeStories(
  db: Store,
  ids: { readonly from: string; readonly into: string },
  { by, now, us }: By,
): Corrected {
  const [from, into] = [loadStory(db, ids.from), loadStory(db, ids.into)];
  if (from === undefined) return refused(`no story ${ids.from}`);
  if (into === undefined) return refused(`no story ${ids.into}`);
  if (from.id === into.id) return refused("a story cannot be merged into itself");
  if (from.mergedInto !== undefined || into.mergedInto !== undefined)
    return refused(`${from.mergedInto === undefined ? into.id : from.id} was merged before`);
  return inTransaction(db, () => {
    const members = [...listArticlesOfStory(db, into.id), ...listArticlesOfStory(db, from.id)];
    const inOrder = members.sort((a, b) => a.article.publishedAt - b.article.publishedAt);
    const grown = regrow(into.id, inOrder, into, us);
    const to = { ...grown, alerted: into.alerted || from.alerted };
    const closed = { ...from, mergedInto: into.id };
    saveStory(db, to);
    saveStory(db, closed);
    for (const one of listArticlesOfStory(db, from.id)) saveArticle(db, { ...one, storyId: into.id });
    saveCorrection(db, { kind: "merge", articleId: undefined, from: from.id, to: into.id, by, at: now });
    return { kind: "done", from: closed, to };
  });
}

/** A story built anew from its articles, as grave as the gravest of them; what a person or an alert made of it stays. */
function regrow(
  id: string,
  members: readonly ArchivedArticle[],
  before: Story | undefined,
  us: string | undefined,
): Story {
  let story: Story | undefined;
  for (const member of members) {
    const { severity } = rateSeverity(member.findings, { us }, hasTelecomCue(member.article));
    story = growStory(story, id, member, BY_HAND, severity);
  }
  if (story === undefined) throw new Error(`${id} would be left without articles`);
  return {
    ...story,
    alerted: before?.alerted ?? false,
    related: before?.related ?? [],
    mergedInto: undefined,
  };
}

function refused(why: string): Corrected {
  return { kind: "refused", why };
}
