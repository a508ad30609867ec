import type { Answer, AnswerChart, AnswerRow, AnswerSection } from "../domain-lookup.ts";
import type { DrawnMessage } from "./alert-blocks.ts";
import { type Block, type Button, mrkdwn, plain } from "./block-types.ts";
import { drawLink, escapeMrkdwn, escapePlain } from "./escape-text.ts";
import { MAX_MESSAGE_CHARACTERS } from "./validate-blocks.ts";

const HEADER_MAX = 150;
const SECTION_MAX = 2_900;
const LINE_MAX = 700;
const TEXT_MAX = 300;
const VALUE_MAX = 1_900;
/** Room for header, bottom line, footer and buttons among Slack's fifty. */
const SECTIONS_MAX = 40;
const BUTTONS_MAX = 12;

/** Action ids of the buttons under an answer; their value is the question that a press asks. */
export const ANSWER_ACTIONS = { ask: "answer_ask", share: "answer_share" } as const;
const BARS = "▁▂▃▄▅▆▇█";

/** Draws an answer in Block Kit within all limits; `shared` is the question to offer for sharing. What does not fit leaves from the longest section, saying how much. */
export function answerBlocks(answer: Answer, shared: string | undefined): DrawnMessage {
  let sections = answer.sections;
  let blocks = draw(answer, sections, shared);
  while (JSON.stringify(blocks).length > MAX_MESSAGE_CHARACTERS || blocks.length > 50) {
    const shorter = shorten(sections);
    if (shorter === undefined) break;
    sections = shorter;
    blocks = draw(answer, sections, shared);
  }
  const text = escapePlain(`${answer.title}: ${answer.bottomLine}`, TEXT_MAX) || "Telwatch";
  return { text, blocks };
}

function draw(answer: Answer, sections: readonly AnswerSection[], shared: string | undefined): Block[] {
  const drawn = sections.flatMap(drawSection).slice(0, SECTIONS_MAX);
  const footer = escapeMrkdwn(answer.footer, 1_000);
  const buttons = drawButtons(answer, shared);
  return [
    { type: "header", text: plain(escapePlain(answer.title, HEADER_MAX) || "Telwatch") },
    ...(answer.bottomLine === "" ? [] : [section(`*${escapeMrkdwn(answer.bottomLine, LINE_MAX)}*`)]),
    ...drawn,
    ...(footer === "" ? [] : [{ type: "context", elements: [mrkdwn(footer)] } as const]),
    ...(buttons.length === 0 ? [] : [{ type: "actions", elements: buttons } as const]),
  ];
}

function drawSection(one: AnswerSection): Block[] {
  const lines = [
    `*${escapeMrkdwn(one.heading, 150)}*`,
    ...(one.chart === undefined ? [] : drawChart(one.chart)),
    ...one.rows.map(drawRow),
  ];
  return pack(lines).map(section);
}

function drawRow(row: AnswerRow): string {
  const label = row.label === undefined ? "" : `*${escapeMrkdwn(row.label, 150)}*`;
  const links = row.links.slice(0, 5).map((link) => drawLink(link.label, link.url, 500));
  const text = escapeMrkdwn(row.text, LINE_MAX);
  return `• ${[label, [text, ...links].filter((part) => part !== "").join(" · ")].filter((part) => part !== "").join("  ")}`;
}

/** A line of bars: every Slack client shows it, also in notifications. */
function drawChart(chart: AnswerChart): string[] {
  const most = Math.max(1, ...chart.points.map(({ value }) => value));
  const bars = chart.points.map(({ value }) => BARS[Math.round((value / most) * (BARS.length - 1))]).join("");
  const first = chart.points[0];
  const last = chart.points.at(-1);
  const unit = escapeMrkdwn(chart.unit, 100);
  return [
    bars,
    `${first?.label ?? ""} → ${last?.label ?? ""} · ${unit}: ${chart.points.map(({ value }) => value).join(" ")} · usual ${chart.baseline.toFixed(1)}`,
  ];
}

function drawButtons(answer: Answer, shared: string | undefined): Button[] {
  const asks = answer.buttons
    .filter(({ ask }) => ask.length <= VALUE_MAX)
    .slice(0, BUTTONS_MAX)
    .map(({ label, ask }, index): Button => button(`${ANSWER_ACTIONS.ask}:${index}`, label, ask));
  if (shared === undefined || shared.length > VALUE_MAX || shared === "") return asks;
  return [...asks, button(ANSWER_ACTIONS.share, "Share to channel", shared)];
}

function button(actionId: string, label: string, value: string): Button {
  return { type: "button", action_id: actionId, text: plain(escapePlain(label, 70) || "…"), value };
}

/** Takes rows off the section that has most, and says so in its last row. */
function shorten(sections: readonly AnswerSection[]): readonly AnswerSection[] | undefined {
  const longest = sections.reduce<AnswerSection | undefined>(
    (best, one) => (weigh(one) > weigh(best) ? one : best),
    undefined,
  );
  if (longest === undefined || longest.rows.length <= 1)
    return sections.length > 1 ? sections.slice(0, -1) : undefined;
  const note = longest.rows.at(-1);
  const hidden = note !== undefined && note.links.length === 0 && /^and (\d+) more$/.exec(note.text)?.[1];
  const rows = hidden ? longest.rows.slice(0, -1) : longest.rows;
  const kept = rows.slice(0, -1);
  const more = { label: undefined, text: `and ${Number(hidden || 0) + 1} more`, links: [] };
  return sections.map((one) => (one === longest ? { ...one, rows: [...kept, more] } : one));
}

function weigh(one: AnswerSection | undefined): number {
  return one === undefined || one.rows.length <= 1
    ? 0
    : one.rows.reduce((sum, row) => sum + row.text.length + 60, 0);
}

function pack(lines: readonly string[]): string[] {
  const packed: string[] = [];
  let current = "";
  for (const line of lines) {
    if (current !== "" && current.length + 1 + line.length > SECTION_MAX) {
      packed.push(current);
      current = "";
    }
    current = current === "" ? line : `${current}\n${line}`;
  }
  return current === "" ? packed : [...packed, current];
}

function section(text: string): Block {
  return { type: "section", text: mrkdwn(text) };
}
