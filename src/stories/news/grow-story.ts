import type { Assignment, Fingerprint, Reading, Severity, Story, StoryEntity } from "../../domain.ts";
import { bare } from "../names/bare-name.ts";
import { uniqueBy } from "../unique-by.ts";

const STORY_TERMS_KEPT = 500;
/** Enough for the longest story wanted. */
const STORY_HEADS_KEPT = 12;

/** The story with an article added, or a new one; an article that is already in it replaces its old version. */
export function growStory(
  before: Story | undefined,
  id: string,
  read: Reading,
  assignment: Assignment,
  severity: Severity,
): Story {
  const { article, findings, account } = read;
  const member = {
    id: article.id,
    url: article.url,
    outlet: article.outlet,
    title: article.title,
    publishedAt: article.publishedAt,
    origins: account.origins,
  };
  const stamp = { articleId: article.id, outlet: article.outlet };
  const kept = <T extends { readonly articleId: string }>(list: readonly T[] | undefined): T[] =>
    (list ?? []).filter((one) => one.articleId !== article.id);
  const articles = [...(before?.articles ?? []).filter((one) => one.id !== article.id), member];
  return {
    id,
    title: before?.title ?? article.title,
    openedAt: Math.min(before?.openedAt ?? article.publishedAt, article.publishedAt),
    updatedAt: Math.max(before?.updatedAt ?? 0, article.publishedAt),
    event: before === undefined || before.event === "other" ? findings.event.type : before.event,
    severity: louder(before?.severity, severity),
    articles,
    actors: mergeEntities(before?.actors ?? [], findings.actors, article.id, [
      "attributed",
      "suspected",
      "background",
    ]),
    carriers: mergeEntities(before?.carriers ?? [], findings.carriers, article.id, [
      "victim",
      "past-victim",
      "source",
      "mentioned",
    ]),
    ties: [...kept(before?.ties), ...findings.ties.map((tie) => ({ ...tie, ...stamp }))],
    origins: uniqueBy(
      articles.flatMap((one) => one.origins),
      bare,
    ),
    statements: [...kept(before?.statements), ...account.statements.map((one) => ({ ...one, ...stamp }))],
    figures: uniqueBy(
      [...(before?.figures ?? []), ...account.figures],
      (f) => `${f.unit}${f.value} ${f.counts}`,
    ),
    history: [...kept(before?.history), ...account.history.map((row) => ({ ...row, ...stamp }))],
    details: [...kept(before?.details), ...(account.details ?? []).map((one) => ({ ...one, ...stamp }))],
    fingerprint: mergeFingerprints(before?.fingerprint, account.fingerprint, articles.length),
    related: [...new Set([...(before?.related ?? []), ...assignment.related])].filter((one) => one !== id),
    alerted: before?.alerted ?? false,
    mergedInto: before?.mergedInto,
    ...(before?.apart === undefined ? {} : { apart: before.apart }),
  };
}

function louder(a: Severity | undefined, b: Severity): Severity {
  const order: readonly Severity[] = ["info", "notice", "urgent"];
  return a !== undefined && order.indexOf(a) > order.indexOf(b) ? a : b;
}

interface Named<R extends string> {
  readonly id: string;
  readonly name: string;
  readonly role: R;
  readonly matched: readonly string[];
}

/** The strongest role wins and names the article that gave it; spellings add up. */
function mergeEntities<R extends string>(
  before: readonly StoryEntity<R>[],
  found: readonly Named<R>[],
  articleId: string,
  strongestFirst: readonly R[],
): StoryEntity<R>[] {
  const out = new Map(before.map((one) => [one.id, one]));
  for (const { id, name, role, matched } of found) {
    const known = out.get(id);
    const wins = known === undefined || strongestFirst.indexOf(role) < strongestFirst.indexOf(known.role);
    out.set(id, {
      id,
      name,
      role: wins ? role : known.role,
      matched: [...new Set([...(known?.matched ?? []), ...matched])],
      articleId: wins ? articleId : known.articleId,
    });
  }
  return [...out.values()];
}

/** The story as a whole: what every member says adds up, so that one odd member cannot pull it away. */
function mergeFingerprints(before: Fingerprint | undefined, one: Fingerprint, members: number): Fingerprint {
  if (before === undefined) return one;
  const counts = new Map(before.terms);
  for (const [term, count] of one.terms) counts.set(term, (counts.get(term) ?? 0) + count);
  return {
    terms: [...counts].sort((a, b) => b[1] - a[1]).slice(0, STORY_TERMS_KEPT),
    titleTerms: [...new Set([...before.titleTerms, ...one.titleTerms])].slice(0, 20 + 10 * members),
    heads: [...(before.heads ?? []), ...(one.heads ?? [])].slice(0, STORY_HEADS_KEPT),
    names: [...new Set([...before.names, ...one.names])].slice(0, 200),
    roundup: false,
    accident: before.accident && one.accident,
  };
}
