import type { Article, DroppedName, Mention, NamedActor, NamedCarrier, Place, Statement } from "../domain.ts";
import type { Judgement } from "../pipeline/judge-article.ts";
import { paint, plainText, type TerminalStyle } from "../terminal/paint.ts";
import { printMessage } from "../terminal/print-message.ts";
import { wrapText } from "../terminal/wrap-text.ts";

/** Characters of context shown on either side of a match. */
const CONTEXT = 90;
const DROPPED_SHOWN = 12;

/** Draws the whole trace of one article: names with their place, cue and role, what was dropped, story, decision, messages. */
export function printTrace(judgement: Judgement, style: TerminalStyle): string {
  const { read, assignment, rating, routes, decision, summary } = judgement;
  const { article, findings, account } = read;
  const strong = (text: string): string => paint(text, "strong", style);
  const faint = (text: string): string => paint(text, "faint", style);
  const named = [...findings.carriers, ...findings.actors];
  const out = [
    strong(plainText(article.title)),
    faint(
      `${article.outlet} · ${new Date(article.publishedAt).toISOString()} · ${article.paragraphs.length} paragraphs from the ${article.textFrom}${article.textNote ? ` (${article.textNote})` : ""}`,
    ),
    "",
    `${strong("Event")}     ${findings.event.type}  ${faint(findings.event.why)}`,
    `${strong("Decision")}  ${decision.kind}: ${decision.reason}`,
    `${strong("Severity")}  ${rating.severity}  ${faint(`rule ${rating.rule}`)}`,
    `${strong("Routes")}    ${routes.map((route) => `${route.channel} (${route.deliver})`).join(", ") || "none"}`,
    `${strong("Story")}     ${assignment.storyId ?? (assignment.alone ? "none" : "a new one")}  ${faint(assignment.why)}`,
    ...assignment.nearest.map(
      (near) => `            ${near.storyId} ${near.score.toFixed(2)}  ${faint(near.why)}`,
    ),
    `${strong("Origins")}   ${account.origins.join(", ") || "none named"}`,
    "",
    ...named.flatMap((entity) => drawEntity(entity, article, style)),
  ];
  if (findings.ties.length > 0) {
    out.push(strong("Ties"));
    for (const tie of findings.ties)
      out.push(
        `  ${tie.actor} → ${tie.carrier}${tie.hedge ? ` (${tie.hedge})` : ""}  ${faint(`paragraph ${tie.paragraph}`)}`,
      );
    out.push("");
  }
  out.push(...drawStatements("Statements", account.statements, style));
  out.push(...drawStatements("Likely too, but told in no message", account.hints ?? [], style));
  if (findings.dropped.length > 0) {
    out.push(strong("Considered and dropped"));
    out.push(...findings.dropped.slice(0, DROPPED_SHOWN).flatMap((one) => drawDropped(one, article, style)));
    const more = findings.dropped.length - DROPPED_SHOWN;
    if (more > 0) out.push(faint(`  and ${more} more`));
    out.push("");
  }
  out.push(
    strong("Summary"),
    ...summary.flatMap((quote) =>
      wrapText(`“${plainText(quote.text)}”`, style.width - 4).map((line) => `  ${line}`),
    ),
  );
  for (const { channel, message, op } of judgement.deliveries) {
    if (op === "post") out.push("", faint(`── ${channel} ──`), printMessage(message, style));
  }
  return out.join("\n");
}

function drawEntity(entity: NamedActor | NamedCarrier, article: Article, style: TerminalStyle): string[] {
  const head = `${paint(entity.name, "strong", style)} (${entity.id})  ${entity.role}  ${paint(entity.why, "faint", style)}`;
  const lines = entity.mentions.map((mention) => drawMention(mention, article, style));
  return [head, ...lines, ""];
}

function drawMention(mention: Mention, article: Article, style: TerminalStyle): string {
  return `  ${placeWords(mention.place)}  ${marked(mention.place, article, style)}  ${paint(`[${mention.cue}]`, "faint", style)}`;
}

/** Who says what, under a heading; nothing where nobody does. */
function drawStatements(heading: string, list: readonly Statement[], style: TerminalStyle): string[] {
  if (list.length === 0) return [];
  const lines = list.flatMap((one) =>
    wrapText(`${one.speaker} ${one.stance}: ${plainText(one.text)}`, style.width - 4),
  );
  return [paint(heading, "strong", style), ...lines.map((line) => `  ${line}`), ""];
}

function drawDropped(dropped: DroppedName, article: Article, style: TerminalStyle): string[] {
  return [
    `  ${dropped.literal} → ${dropped.id}: ${dropped.reason}  ${paint(`${placeWords(dropped.place)}: ${marked(dropped.place, article, { ...style, color: false })}`, "faint", style)}`,
  ];
}

function placeWords(place: Place): string {
  return place.field === "text" ? `paragraph ${place.paragraph}` : place.field;
}

function marked(place: Place, article: Article, style: TerminalStyle): string {
  const text =
    place.field === "title"
      ? article.title
      : place.field === "summary"
        ? article.summary
        : (article.paragraphs[place.paragraph - 1] ?? "");
  const from = Math.max(0, place.start - CONTEXT);
  const to = Math.min(text.length, place.end + CONTEXT);
  const before = `${from > 0 ? "…" : ""}${plainText(text.slice(from, place.start))}`;
  const after = `${plainText(text.slice(place.end, to))}${to < text.length ? "…" : ""}`;
  const match = plainText(text.slice(place.start, place.end));
  const gap = (edge: string | undefined): string => (edge === " " ? " " : "");
  return `${before}${gap(text[place.start - 1])}${style.color ? paint(match, "notice", style) : `»${match}«`}${gap(text[place.end])}${after}`;
}
