import type { Story } from "../domain.ts";
import type { Answer, AnswerRow, Archive, Asking, EntityFacts } from "../domain-lookup.ts";
import { findBonds, sayBond } from "./find-bonds.ts";
import { listIncidents } from "./list-incidents.ts";
import { foldName } from "./nearest-names.ts";
import { isOfficial } from "./official.ts";
import { quote, row, sayCount, sayDay, section } from "./say.ts";
import { speaksFor } from "./speaks-for.ts";
import { standingRows } from "./standing.ts";
import { isOpen, storyRow } from "./story-line.ts";
import { describe } from "./unknown-name.ts";

const MAX_STORIES = 200;

/** What the archive says of a carrier: which legal entity, open stories, timeline, actors by tie, its own words, official words. */
export function answerCarrier(
  query: { readonly name: string; readonly since: number | undefined },
  found: { readonly entity: EntityFacts; readonly others: readonly EntityFacts[] },
  archive: Archive,
  asking: Asking,
): Answer {
  const { entity, others } = found;
  const stories = archive.storiesOf("carrier", entity.id, { since: query.since ?? 0, limit: MAX_STORIES });
  const struck = stories.filter((story) => roleIn(story, entity.id) === "victim");
  const open = stories.filter((story) => isOpen(story, asking.now));
  const earlier = stories.filter((story) => !isOpen(story, asking.now)).slice(0, 5);
  return {
    kind: "carrier",
    ok: true,
    title: entity.name,
    bottomLine: bottomLine(entity, struck, stories, open.length, archive),
    sections: [
      ...section("Which", [
        row("Legal entity", describe(entity)),
        ...(entity.parents ?? []).map((name) => row("Part of", name)),
        ...(others.length === 0 ? [] : [row("Not", others.map((one) => one.name).join(", "))]),
      ]),
      ...section(
        "Open stories",
        open.slice(0, 8).map((story) => roleRow(story, entity.id, archive)),
      ),
      ...section(
        "Earlier stories",
        earlier.map((story) => roleRow(story, entity.id, archive)),
      ),
      ...section("Actors", actorRows(stories, entity)),
      ...section("Its own words", ownWords(stories, entity)),
      ...section("Official statements", officialRows(struck, entity)),
      ...section("Timeline", listIncidents(entity, stories, archive).slice(-12)),
      ...section("Watched", standingRows(entity, archive, asking.now)),
    ],
    buttons: [
      { label: "Timeline", ask: `timeline ${entity.id}` },
      { label: "Search the archive", ask: `search carrier:${entity.id}` },
      ...others.slice(0, 3).map((one) => ({ label: one.name, ask: `carrier ${one.id}` })),
    ],
    footer: query.since === undefined ? "whole archive" : `since ${sayDay(query.since)}`,
  };
}

function roleIn(story: Story, id: string): string | undefined {
  return story.carriers.find((carrier) => carrier.id === id)?.role;
}

function roleRow(story: Story, id: string, archive: Archive): AnswerRow {
  const shown = storyRow(story, archive);
  return { ...shown, text: `${roleIn(story, id)} · ${shown.text}` };
}

function bottomLine(
  entity: EntityFacts,
  struck: readonly Story[],
  stories: readonly Story[],
  open: number,
  archive: Archive,
): string {
  const latest = struck[0];
  if (latest === undefined)
    return stories[0] === undefined
      ? `No story in the archive names ${entity.name}.`
      : `${sayDay(stories[0].updatedAt)}: named in ${sayCount(stories.length, "story", "stories")}, victim in none.`;
  return `${sayDay(latest.updatedAt)}: ${open === 0 ? "no open story" : sayCount(open, "open story", "open stories")}; victim in ${struck.length}, latest ${latest.id} (${archive.statusOf(latest)}).`;
}

function actorRows(stories: readonly Story[], entity: EntityFacts): AnswerRow[] {
  const byActor = Map.groupBy(findBonds(stories, { carrier: entity.id }), (bond) => bond.actor);
  return [...byActor.values()].slice(0, 8).flatMap((bonds) => {
    const [first] = bonds;
    if (first === undefined) return [];
    const role = first.story.actors.find(({ id }) => id === first.actor)?.role ?? "named";
    return [
      row(
        first.actorName,
        `${first.hedge === undefined ? role : "suspected"} · ${sayDay(first.at)} · ${bonds.slice(0, 3).map(sayBond).join("; ")}`,
        [{ label: first.outlet, url: first.url }],
      ),
    ];
  });
}

function ownWords(stories: readonly Story[], entity: EntityFacts): AnswerRow[] {
  return stories
    .flatMap((story) => {
      const matched = story.carriers.find(({ id }) => id === entity.id)?.matched ?? [];
      return story.statements
        .filter(
          ({ speaker, paragraph, text }) =>
            paragraph > 0 && isSentence(text) && speaksFor(speaker, [entity.name, ...matched]),
        )
        .map((statement) => ({ statement, at: dayOf(story, statement.articleId) }));
    })
    .sort((a, b) => b.at - a.at)
    .slice(0, 3)
    .map(({ statement, at }) =>
      row(`${sayDay(at)} ${statement.stance}`, `${quote(statement.text, 320)} (${statement.outlet})`),
    );
}

/** Officials by whether their own sentences name the carrier: one who names it once is not listed as silent on it. */
function officialRows(stories: readonly Story[], entity: EntityFacts): AnswerRow[] {
  const rows: { readonly naming: boolean; readonly row: AnswerRow }[] = [];
  const seen = new Set<string>();
  for (const story of stories) {
    const names = [entity.name, ...(story.carriers.find(({ id }) => id === entity.id)?.matched ?? [])];
    const official = story.statements.filter(({ speaker, text }) => isOfficial(speaker) && isSentence(text));
    for (const [speaker, said] of Map.groupBy(official, (one) => one.speaker)) {
      const naming = said.filter(({ text }) => names.some((name) => text.includes(name)));
      // A headline that has the official speak of the carrier: its sentences say "the operator", and are not silent on it.
      const headlined = story.articles.some(
        ({ title }) => title.includes(speaker) && names.some((name) => title.includes(name)),
      );
      if (naming.length === 0 && headlined) continue;
      for (const one of (naming.length > 0 ? naming : said).slice(0, 2)) {
        const key = foldName(one.text).slice(0, 80);
        if (seen.has(key)) continue;
        seen.add(key);
        const verb = naming.length > 0 ? "names" : "does not name";
        const label = `${speaker}, told ${sayDay(dayOf(story, one.articleId))}: ${verb} ${entity.name}`;
        rows.push({ naming: naming.length > 0, row: row(label, `${quote(one.text, 320)} (${one.outlet})`) });
      }
    }
  }
  return [
    ...rows.filter(({ naming }) => naming).slice(0, 4),
    ...rows.filter(({ naming }) => !naming).slice(0, 4),
  ].map((one) => one.row);
}

/** Headings and bullets are nobody's statement. */
function isSentence(text: string): boolean {
  return /[.!?…]["”’')\]]*$/.test(text.trim());
}

function dayOf(story: Story, articleId: string): number {
  return story.articles.find(({ id }) => id === articleId)?.publishedAt ?? story.updatedAt;
}
