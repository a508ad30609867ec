import type { Answer, AnswerChart, AnswerRow, AnswerSection } from "../domain-lookup.ts";
import { paint, paintLink, plainText, type TerminalStyle } from "./paint.ts";
import { columnsOf, wrapText } from "./wrap-text.ts";

const MAX_LABEL_COLUMNS = 28;
const BAR_COLUMNS = 30;

/** Draws an answer for a terminal: title, bottom line, sections with their rows in columns, what to ask next. */
export function printAnswer(answer: Answer, command: string, style: TerminalStyle): string {
  const lines = [
    paint(plainText(answer.title), answer.ok ? "info" : "notice", style),
    ...wrapText(plainText(answer.bottomLine), style.width).map((line) => paint(line, "strong", style)),
    ...answer.sections.flatMap((section) => ["", ...drawSection(section, style)]),
    ...drawNext(answer, command, style),
    ...(answer.footer === "" ? [] : ["", paint(plainText(answer.footer), "faint", style)]),
  ];
  return lines.join("\n");
}

function drawSection(section: AnswerSection, style: TerminalStyle): string[] {
  const longest = Math.max(0, ...section.rows.map((row) => columnsOf(plainText(row.label ?? ""))));
  const column = Math.min(longest, MAX_LABEL_COLUMNS);
  return [
    paint(plainText(section.heading), "info", style),
    ...(section.chart === undefined ? [] : drawChart(section.chart, style)),
    ...section.rows.flatMap((row) => drawRow(row, column, style)),
  ];
}

function drawRow(row: AnswerRow, column: number, style: TerminalStyle): string[] {
  const label = plainText(row.label ?? "");
  const links = row.links.map((link) => paintLink(link.label, link.url, style));
  const text = [plainText(row.text), ...links].filter((part) => part !== "").join(" · ");
  const lead = column === 0 ? "  " : " ".repeat(column + 4);
  const wrapped = wrapText(text, style.width - lead.length);
  if (label === "") return wrapped.map((line) => `${lead}${line}`);
  if (columnsOf(label) > column)
    return [`  ${paint(label, "strong", style)}`, ...wrapped.map((line) => `${lead}${line}`)];
  const padded = `${label}${" ".repeat(column - columnsOf(label))}`;
  return wrapped.map((line, index) =>
    index === 0 ? `  ${paint(padded, "strong", style)}  ${line}` : `${lead}${line}`,
  );
}

function drawChart(chart: AnswerChart, style: TerminalStyle): string[] {
  const most = Math.max(1, ...chart.points.map(({ value }) => value));
  return [
    ...chart.points.map(({ label, value }) => {
      const bar = "█".repeat(Math.round((value / most) * BAR_COLUMNS));
      return `  ${plainText(label)}  ${paint(bar, value > chart.baseline ? "notice" : "info", style)} ${value}`;
    }),
    paint(`  ${plainText(chart.unit)}; usual ${chart.baseline.toFixed(1)}`, "faint", style),
  ];
}

function drawNext(answer: Answer, command: string, style: TerminalStyle): string[] {
  if (answer.buttons.length === 0) return [];
  return [
    "",
    paint("Ask next", "faint", style),
    ...answer.buttons.map(({ ask }) => `  ${paint(`${command} ${plainText(ask)}`, "faint", style)}`),
  ];
}
