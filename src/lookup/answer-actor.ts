import type { Story } from "../domain.ts";
import type { Answer, AnswerRow, Archive, ArchivedArticle, Asking, EntityFacts } from "../domain-lookup.ts";
import { sayTrend } from "./count-spans.ts";
import { type Bond, findBonds, sayBond } from "./find-bonds.ts";
import { findSponsors } from "./find-sponsors.ts";
import { foldName } from "./nearest-names.ts";
import { isOfficial } from "./official.ts";
import { anyText, findTouched } from "./read-reports.ts";
import { cutText, quote, row, sayCount, sayDay, section } from "./say.ts";
import { speaksFor } from "./speaks-for.ts";
import { standingRows } from "./standing.ts";
import { storyRow } from "./story-line.ts";

const MAX_STORIES = 200;
const MAX_REPORTS = 60;
const CVE = /\bCVE-\d{4}-\d{4,}\b/i;
/** Words of reports that looked at the intruders' tools, not only at the news. */
const TECHNICAL =
  /\b(?:backdoors?|web ?shells?|rootkits?|implants?|malware|loaders?|command[- ]and[- ]control)\b|\b(?:indicators? of compromise|IOCs?|SHA-?256|YARA|malware sample|reverse[- ]engineer\w*|technical (?:report|analysis))\b/i;

/** What the archive and the catalogue say of an actor: names, carriers, what was touched, stories, trend, and what is missing. */
export function answerActor(
  query: { readonly name: string; readonly since: number | undefined },
  entity: EntityFacts,
  archive: Archive,
  asking: Asking,
): Answer {
  const span = { since: query.since ?? 0, limit: MAX_STORIES };
  const stories = archive.storiesOf("actor", entity.id, span);
  const reports = archive.articlesOf("actor", entity.id, { ...span, limit: MAX_REPORTS });
  // What others did, in an article that only recalls this actor, tells nothing of it.
  const about = reports.filter(({ findings }) =>
    findings.actors.some(({ id, role }) => id === entity.id && role !== "background"),
  );
  const bonds = findBonds(stories, { actor: entity.id });
  const asked =
    foldName(query.name) === foldName(entity.name) || query.name === entity.id
      ? ""
      : ` (asked as "${cutText(query.name, 60)}")`;
  return {
    kind: "actor",
    ok: true,
    title: `${entity.name}${asked}`,
    bottomLine: bottomLine(entity, stories, bonds, query.since),
    sections: [
      ...section("Names", nameRows(entity, reports)),
      ...section("Sponsor", [...catalogueSponsor(entity), ...findSponsors(entity.id, reports)]),
      ...section("Carriers", bondRows(bonds, reports)),
      ...section("Touched", touchedRows(entity, about)),
      ...section(
        "Stories",
        stories.slice(0, 5).map((story) => roleRow(story, entity.id, archive)),
      ),
      ...section(
        "Trend",
        stories.length === 0 ? [] : [row(undefined, sayTrend(archive, entity, asking.now))],
      ),
      ...section("Missing", stories.length === 0 ? [] : missingRows(entity, about, bonds)),
      ...section("Watched", standingRows(entity, archive, asking.now)),
    ],
    buttons: [
      { label: "Timeline", ask: `timeline ${entity.id}` },
      { label: "Search the archive", ask: `search actor:${entity.id}` },
    ],
    footer: [
      entity.references.join(", "),
      query.since === undefined ? "whole archive" : `since ${sayDay(query.since)}`,
    ]
      .filter(Boolean)
      .join(" · "),
  };
}

function bottomLine(
  entity: EntityFacts,
  stories: readonly Story[],
  bonds: readonly Bond[],
  since: number | undefined,
): string {
  const latest = stories[0];
  if (latest === undefined)
    return `No story in the archive names ${entity.name}${since === undefined ? "" : ` since ${sayDay(since)}`}.`;
  const carriers = [...new Set(bonds.map(({ carrierName }) => carrierName))];
  const tied = carriers.length === 0 ? "tied to no carrier" : `tied to ${carriers.slice(0, 6).join(", ")}`;
  const background = stories.filter((story) => roleIn(story, entity.id) === "background").length;
  const told = background === 0 ? "" : ` (in ${background} only as background)`;
  return `${sayDay(latest.updatedAt)}: ${sayCount(stories.length, "story", "stories")}${told}, ${tied}; latest ${latest.id}.`;
}

function roleRow(story: Story, id: string, archive: Archive): AnswerRow {
  const shown = storyRow(story, archive);
  return { ...shown, text: `${roleIn(story, id)} · ${shown.text}` };
}

function roleIn(story: Story, id: string): string {
  return story.actors.find((actor) => actor.id === id)?.role ?? "named";
}

function nameRows(entity: EntityFacts, reports: readonly ArchivedArticle[]): AnswerRow[] {
  const press = new Map<string, Set<string>>();
  for (const { article, findings } of reports)
    for (const actor of findings.actors.filter(({ id }) => id === entity.id))
      for (const { alias } of actor.mentions) {
        const outlets = press.get(foldName(alias)) ?? new Set();
        press.set(foldName(alias), outlets.add(`${article.outlet} ${sayDay(article.publishedAt)}`));
      }
  return entity.names.map(({ name, sources, status, note }) => {
    const outlets = [...(press.get(foldName(name)) ?? [])];
    const used =
      outlets.length === 0
        ? []
        : [
            `used by ${outlets.slice(0, 3).join(", ")}${outlets.length > 3 ? ` and ${outlets.length - 3} more` : ""}`,
          ];
    const disputed = status === "disputed" ? [`disputed${note === undefined ? "" : `: ${note}`}`] : [];
    return row(name, [sources.join(", "), ...disputed, ...used].filter(Boolean).join(" · "));
  });
}

function catalogueSponsor(entity: EntityFacts): AnswerRow[] {
  return entity.sponsor === undefined ? [] : [row("Catalogue", entity.sponsor)];
}

function bondRows(bonds: readonly Bond[], reports: readonly ArchivedArticle[]): AnswerRow[] {
  const byCarrier = Map.groupBy(bonds, (bond) => bond.carrier);
  return [...byCarrier.values()].slice(0, 12).flatMap((list) => {
    const first = list[0];
    const oldest = list.at(-1);
    if (first === undefined || oldest === undefined) return [];
    const parts = [
      sayBreach(oldest),
      sayDated(oldest, reports),
      `tied by ${list.slice(0, 3).map(sayBond).join("; ")}`,
      sayVictim(first),
      first.story.id,
    ];
    return [
      row(first.carrierName, parts.filter((part) => part !== "").join(" · "), [
        { label: first.outlet, url: first.url },
      ]),
    ];
  });
}

/** What happened to the carrier, since when it is told, and on whom that rests. */
function sayBreach({ story, carrier, at }: Bond): string {
  const role = story.carriers.find(({ id }) => id === carrier)?.role;
  if (role !== "victim") return `${role === "past-victim" ? "breached before" : "named"}, told ${sayDay(at)}`;
  const rests = story.origins.length === 0 ? "" : ` (rests on ${story.origins.slice(0, 2).join(", ")})`;
  return `breach reported ${sayDay(at)}${rests}`;
}

const WHEN =
  /\b(?:(?:by|in|since|until|on|late|early|mid-?)\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?\b|\b(?:in|since)\s+(?:19|20)\d{2}\b/;

/** The date words nearest to the tie: of its sentence, else of the paragraph before. */
function sayDated(bond: Bond, reports: readonly ArchivedArticle[]): string {
  const article = reports.find((report) => report.article.id === bond.articleId)?.article;
  const before = article?.paragraphs[bond.paragraph - 2] ?? "";
  const here = WHEN.exec(bond.sentence)?.[0];
  if (here !== undefined) return `“${here}”`;
  const near = WHEN.exec(before)?.[0];
  return near === undefined ? "" : `“${near}” in the paragraph before`;
}

function sayVictim({ story, carrier, carrierName }: Bond): string {
  const matched = story.carriers.find(({ id }) => id === carrier)?.matched ?? [];
  const words = story.statements.filter(
    ({ speaker, paragraph }) => paragraph > 0 && speaksFor(speaker, [carrierName, ...matched]),
  );
  const telling = words.findLast(({ stance }) => stance === "denies" || stance === "limits") ?? words.at(-1);
  if (telling === undefined) return "no word from the company in the archive";
  return `the company ${telling.stance}: ${quote(telling.text, 220)} (${telling.outlet})`;
}

function touchedRows(entity: EntityFacts, reports: readonly ArchivedArticle[]): AnswerRow[] {
  const names = [entity.name, ...entity.names.map(({ name }) => name)];
  return findTouched(reports, 5).map((excerpt) => {
    const namesActor = names.some((name) => excerpt.text.toLowerCase().includes(name.toLowerCase()));
    const official = excerpt.speaker !== undefined && isOfficial(excerpt.speaker);
    const label = `${excerpt.speaker ?? excerpt.outlet} ${sayDay(excerpt.at)}${official && !namesActor ? " (names no actor)" : ""}`;
    return row(label, quote(excerpt.text, 420));
  });
}

function missingRows(
  entity: EntityFacts,
  reports: readonly ArchivedArticle[],
  bonds: readonly Bond[],
): AnswerRow[] {
  const missing: string[] = [];
  if (!anyText(reports, TECHNICAL)) missing.push("no technical report");
  if (!anyText(reports, CVE)) missing.push("no CVE");
  const names = entity.names.map(({ name }) => name);
  const official = reports.some(({ account }) =>
    account.statements.some(
      ({ speaker, text }) => isOfficial(speaker) && names.some((name) => text.includes(name)),
    ),
  );
  if (!official) missing.push("no official statement that names this actor");
  const silent = [...Map.groupBy(bonds, ({ carrier }) => carrier).values()].flatMap((list) => {
    const answered = list.some(({ story, carrierName, carrier }) => {
      const matched = story.carriers.find(({ id }) => id === carrier)?.matched ?? [];
      return story.statements.some(({ speaker }) => speaksFor(speaker, [carrierName, ...matched]));
    });
    return answered ? [] : [list[0]?.carrierName ?? ""];
  });
  if (silent.length > 0) missing.push(`no word from ${silent.slice(0, 6).join(", ")}`);
  return missing.length === 0 ? [] : [row("In this archive", missing.join(" · "))];
}
