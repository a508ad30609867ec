import type { Answer, Archive, ArchivedArticle, Query, SearchRequest } from "../domain-lookup.ts";
import { type Directory, findEntity } from "./find-entity.ts";
import { cutText, row, sayDay, sayTitle, section } from "./say.ts";
import { unknownName } from "./unknown-name.ts";

type SearchQuery = Extract<Query, { kind: "search" }>;
const PAGE = 10;

/** Ten articles with the words and filters, newest first, and how the question was read. */
export function answerSearch(query: SearchQuery, archive: Archive, directory: Directory): Answer {
  const { filters } = query;
  const ids: { actor?: string; carrier?: string } = {};
  const names: { actor?: string; carrier?: string } = {};
  for (const kind of ["actor", "carrier"] as const) {
    const typed = filters[kind];
    if (typed === undefined) continue;
    const found = findEntity(typed, [kind], directory);
    if (found.kind !== "one")
      return unknownName("search", typed, found, (name) => askAgain(query, { [kind]: name }, 1));
    ids[kind] = found.entity.id;
    names[kind] = found.entity.name;
  }
  const request: SearchRequest = {
    words: query.words,
    actor: ids.actor,
    carrier: ids.carrier,
    source: filters.source,
    type: filters.type,
    since: filters.since,
    until: filters.until,
    limit: PAGE + 1,
    offset: (query.page - 1) * PAGE,
  };
  const hits = archive.search(request);
  const read = readBack(query, names);
  const more = hits.length > PAGE;
  return {
    kind: "search",
    ok: true,
    title: `Search: ${read}`,
    bottomLine: bottomLine(hits.length, query.page, more),
    sections: section(
      "Articles, newest first",
      hits.slice(0, PAGE).map((hit) => hitRow(hit, query.words)),
    ),
    buttons: [
      ...(query.page > 1 ? [{ label: "Newer", ask: askAgain(query, {}, query.page - 1) }] : []),
      ...(more ? [{ label: "Older", ask: askAgain(query, {}, query.page + 1) }] : []),
    ],
    footer: `page ${query.page}`,
  };
}

function bottomLine(found: number, page: number, more: boolean): string {
  if (found === 0) return page === 1 ? "No article has it." : "No further articles.";
  const first = (page - 1) * PAGE + 1;
  return `Articles ${first}–${first + Math.min(found, PAGE) - 1}${more ? ", there are more" : ""}.`;
}

function hitRow(hit: ArchivedArticle, words: readonly string[]) {
  const { article } = hit;
  const text = [sayTitle(article.title), hit.storyId, snippet(hit, words)].filter(Boolean).join(" · ");
  return row(sayDay(article.publishedAt), text, [{ label: article.outlet, url: article.url }]);
}

/** The paragraph with most of the words, from shortly before the first of them. */
function snippet(hit: ArchivedArticle, words: readonly string[]): string {
  const wanted = words.map((word) => word.toLowerCase());
  let best = { count: 0, paragraph: "", at: 0 };
  for (const paragraph of hit.article.paragraphs) {
    const folded = paragraph.toLowerCase();
    const places = wanted.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
    if (places.length > best.count) best = { count: places.length, paragraph, at: Math.min(...places) };
  }
  if (best.count === 0) return "";
  const start = best.at < 80 ? 0 : best.paragraph.indexOf(" ", best.at - 70) + 1;
  return `${start > 0 ? "…" : ""}${cutText(best.paragraph.slice(start), 160)}`;
}

/** How the question was read, in words. */
function readBack(query: SearchQuery, names: { readonly actor?: string; readonly carrier?: string }): string {
  const { filters } = query;
  const parts = [
    query.words.length === 0
      ? undefined
      : query.words.map((word) => (word.includes(" ") ? `"${word}"` : word)).join(" and "),
    names.actor && `actor ${names.actor}`,
    names.carrier && `carrier ${names.carrier}`,
    filters.source && `source ${filters.source}`,
    filters.type && `type ${filters.type}`,
    filters.since !== undefined && `since ${sayDay(filters.since)}`,
    filters.until !== undefined && `until ${sayDay(filters.until)}`,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** The words that ask the same again with other filters or another page. */
export function askAgain(
  query: SearchQuery,
  changed: { readonly actor?: string; readonly carrier?: string },
  page: number,
): string {
  const { filters } = query;
  const quote = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);
  const filter = (key: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`${key}:${quote(value)}`];
  return [
    "search",
    ...query.words.map(quote),
    ...filter("actor", changed.actor ?? filters.actor),
    ...filter("carrier", changed.carrier ?? filters.carrier),
    ...filter("source", filters.source),
    ...filter("type", filters.type),
    ...filter("since", filters.since === undefined ? undefined : sayDay(filters.since)),
    ...filter("until", filters.until === undefined ? undefined : sayDay(filters.until)),
    ...(page > 1 ? [`page:${page}`] : []),
  ].join(" ");
}
