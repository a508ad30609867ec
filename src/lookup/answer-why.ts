import type { DroppedName, Mention } from "../domain.ts";
import type { Answer, AnswerRow, Archive, ArchivedArticle, Query } from "../domain-lookup.ts";
import { findStory } from "./answer-story.ts";
import { cutText, quote, row, sayMinute, sayTitle, section } from "./say.ts";

/** Why an article, or each article of a story, did or did not alert. */
export function answerWhy(query: Extract<Query, { kind: "why" }>, archive: Archive): Answer {
  const one = query.target.startsWith("S-") ? undefined : archive.articleByUrl(query.target);
  if (one !== undefined) return traceAnswer("why", one);
  const story = findStory(query.target, archive);
  const reports = story === undefined ? [] : archive.articlesOfStory(story.id);
  const [first] = reports;
  if (story === undefined || first === undefined)
    return {
      kind: "why",
      ok: false,
      title: `Nothing known of ${cutText(query.target, 120)}`,
      bottomLine: "The archive has no such article or story.",
      sections: [],
      buttons: query.target.startsWith("S-") ? [] : [{ label: "Test it now", ask: `test ${query.target}` }],
      footer: "",
    };
  const trace = traceAnswer("why", first);
  return {
    ...trace,
    title: `Why ${story.id}`,
    sections: [
      ...section(
        "Decisions",
        reports
          .slice(0, 12)
          .map((report) =>
            row(sayMinute(report.article.publishedAt), `${report.decision.kind}: ${report.decision.reason}`, [
              { label: report.article.outlet, url: report.article.url },
            ]),
          ),
      ),
      ...trace.sections,
    ],
    footer: `${trace.footer} · the trace is of the first article`,
  };
}

/** The trace of one article: decision, names with paragraph and cue, event, ties, what was dropped. */
export function traceAnswer(kind: "why" | "test", report: ArchivedArticle): Answer {
  const { article, findings, decision } = report;
  const named = [...findings.carriers, ...findings.actors];
  return {
    kind,
    ok: true,
    title: cutText(sayTitle(article.title), 140),
    bottomLine: `${decision.kind}: ${decision.reason}${report.storyId === undefined ? "" : ` · ${report.storyId}`}.`,
    sections: [
      ...section(
        "Names",
        named
          .slice(0, 15)
          .map((one) =>
            row(`${one.name} (${one.role})`, `${one.why} · ${mentionsOf(one.mentions, article.paragraphs)}`),
          ),
      ),
      ...section("Event", [row(findings.event.type, findings.event.why)]),
      ...section(
        "Ties",
        findings.ties
          .slice(0, 6)
          .map((tie) =>
            row(
              `${tie.actor} – ${tie.carrier}`,
              `${tie.hedge === undefined ? "" : `“${tie.hedge}” · `}paragraph ${tie.paragraph}: ${quote(tie.sentence, 240)}`,
            ),
          ),
      ),
      ...section("Not counted", findings.dropped.slice(0, 8).map(droppedRow)),
      ...section(
        "Rests on",
        report.account.origins.length === 0 ? [] : [row(undefined, report.account.origins.join(", "))],
      ),
    ],
    buttons: report.storyId === undefined ? [] : [{ label: report.storyId, ask: `story ${report.storyId}` }],
    footer: `${article.outlet} · ${sayMinute(article.publishedAt)} · text from the ${article.textFrom}${article.textNote === undefined ? "" : ` (${article.textNote})`}`,
  };
}

function mentionsOf(mentions: readonly Mention[], paragraphs: readonly string[]): string {
  const first = mentions[0];
  if (first === undefined) return "";
  const places = [
    ...new Set(
      mentions.map(({ place }) => (place.field === "text" ? `paragraph ${place.paragraph}` : place.field)),
    ),
  ];
  const text = first.place.field === "text" ? (paragraphs[first.place.paragraph - 1] ?? "") : "";
  const around = text === "" ? "" : ` · “${cutText(text.slice(Math.max(0, first.place.start - 80)), 200)}”`;
  return `"${first.literal}" in ${places.slice(0, 5).join(", ")}; ${first.cue}${around}`;
}

function droppedRow(dropped: DroppedName): AnswerRow {
  const where = dropped.place.field === "text" ? `paragraph ${dropped.place.paragraph}` : dropped.place.field;
  return row(dropped.literal, `${where}: ${dropped.reason}`);
}
