import type { Link, Message, Quote } from "../domain-delivery.ts";
import { type Block, mrkdwn, plain, STORY_ACTIONS, STORY_CHOICES } from "./block-types.ts";
import { drawLink, escapeMrkdwn, escapePlain } from "./escape-text.ts";
import { MAX_MESSAGE_CHARACTERS } from "./validate-blocks.ts";

const HEADER_MAX = 150;
const SECTION_MAX = 2_900;
const LINE_MAX = 600;
const QUOTE_MAX = 700;
const OUTLETS_SHOWN = 8;
/** What a phone's lock screen can hold; Slack itself cuts at 40,000. */
const TEXT_MAX = 300;

export interface DrawnMessage {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * Draws a message in Block Kit within all of Slack's limits; `mark` is carried as the footer's block_id.
 * What does not fit is left out from the least telling end: outlets, then quotes, then lines.
 */
export function alertBlocks(message: Message, mark: string): DrawnMessage {
  let shown = message;
  let drawn = draw(shown, mark);
  while (JSON.stringify(drawn).length > MAX_MESSAGE_CHARACTERS) {
    const less = leaveOut(shown);
    if (less === undefined) break;
    shown = less;
    drawn = draw(shown, mark);
  }
  return { text: escapePlain(message.text, TEXT_MAX) || headlineOf(message).plain, blocks: drawn };
}

/** The same message in header, section and context alone, for when Slack refuses the full drawing. */
export function coreBlocks(message: Message, mark: string): DrawnMessage {
  const plainest = { ...message, outlets: message.outlets.slice(0, 1), quotes: [], buttons: false };
  return alertBlocks({ ...plainest, lines: message.lines.slice(0, 5) }, mark);
}

function draw(message: Message, mark: string): Block[] {
  const blocks: Block[] = [];
  const headline = headlineOf(message);
  if (message.kind === "reply") blocks.push({ type: "section", text: mrkdwn(`*${headline.mrkdwn}*`) });
  else blocks.push({ type: "header", text: plain(headline.plain) });
  for (const text of packLines(message.lines.map(drawLine))) blocks.push(section(text));
  for (const text of packLines(message.quotes.map(drawQuote))) blocks.push(section(text));
  if (message.outlets.length > 0)
    blocks.push({ type: "context", elements: [mrkdwn(drawOutlets(message.outlets))] });
  const footer = escapeMrkdwn(message.footer, 1_000) || "Telwatch";
  blocks.push({ type: "context", block_id: mark, elements: [mrkdwn(footer)] });
  if (message.buttons && message.storyId !== undefined) blocks.push(buttons(message.storyId));
  return blocks;
}

function headlineOf(message: Message): { plain: string; mrkdwn: string } {
  const level = message.kind === "alert" && message.severity !== undefined ? `[${message.severity}] ` : "";
  const words = `${level}${message.headline}`;
  return {
    plain: escapePlain(words, HEADER_MAX) || "Telwatch",
    mrkdwn: escapeMrkdwn(words, LINE_MAX) || "Telwatch",
  };
}

function drawLine(line: Message["lines"][number]): string {
  const label = escapeMrkdwn(line.label, 60);
  const links = (line.links ?? []).slice(0, 5).map((link) => drawLink(link.label, link.url, 600));
  const text = escapeMrkdwn(line.text, LINE_MAX);
  return [label && `*${label}*`, text, links.join(" · ")].filter((part) => part !== "").join("  ");
}

function drawQuote(quote: Quote): string {
  const speaker = quote.speaker === undefined ? "" : ` (${escapeMrkdwn(quote.speaker, 120)})`;
  const words = escapeMrkdwn(quote.text, QUOTE_MAX);
  // A sentence that is speech already brings its own marks.
  return /^["“”„«]/.test(words) ? `> ${words}${speaker}` : `> “${words}”${speaker}`;
}

function drawOutlets(outlets: readonly Link[]): string {
  const drawn = outlets.slice(0, OUTLETS_SHOWN).map((outlet) => drawLink(outlet.label, outlet.url, 340));
  const rest = outlets.length - drawn.length;
  return [...drawn, ...(rest > 0 ? [`and ${rest} more`] : [])].join(" · ");
}

/** Puts lines together into as few texts as fit a section. */
function packLines(lines: readonly string[]): string[] {
  const packed: string[] = [];
  let current = "";
  for (const line of lines.filter((one) => one !== "")) {
    if (current !== "" && current.length + 1 + line.length > SECTION_MAX) {
      packed.push(current);
      current = "";
    }
    current = current === "" ? line : `${current}\n${line}`;
  }
  if (current !== "") packed.push(current);
  return packed;
}

function section(text: string): Block {
  return { type: "section", text: mrkdwn(text) };
}

function buttons(storyId: string): Block {
  const button = (actionId: string, label: string) =>
    ({ type: "button", action_id: actionId, text: plain(label), value: storyId }) as const;
  return {
    type: "actions",
    elements: [
      button(STORY_ACTIONS.ack, "Ack"),
      button(STORY_ACTIONS.evidence, "Evidence"),
      button(STORY_ACTIONS.notRelevant, "Not relevant"),
      {
        type: "overflow",
        action_id: STORY_ACTIONS.more,
        options: [
          { text: plain("Why this alert"), value: `${STORY_CHOICES.explain}:${storyId}` },
          { text: plain("Mute this story 7 days"), value: `${STORY_CHOICES.mute}:${storyId}` },
          { text: plain("Split an article off…"), value: `${STORY_CHOICES.split}:${storyId}` },
          { text: plain("Merge into another story…"), value: `${STORY_CHOICES.merge}:${storyId}` },
          { text: plain("Watch a name…"), value: `${STORY_CHOICES.watch}:${storyId}` },
        ],
      },
    ],
  };
}

function leaveOut(message: Message): Message | undefined {
  const { outlets, quotes, lines } = message;
  if (outlets.length > 3) return { ...message, outlets: outlets.slice(0, 3) };
  if (quotes.length > 1) return { ...message, quotes: quotes.slice(0, -1) };
  if (lines.length > 1) {
    const kept = lines.slice(0, -Math.max(1, Math.floor(lines.length / 10)) - (isMore(lines.at(-1)) ? 1 : 0));
    const missing = moreThan(lines.at(-1)) + (lines.length - kept.length) - (isMore(lines.at(-1)) ? 1 : 0);
    if (kept.length > 0) return { ...message, lines: [...kept, { label: "", text: `and ${missing} more` }] };
  }
  if (outlets.length > 0) return { ...message, outlets: [] };
  return undefined;
}

function isMore(line: Message["lines"][number] | undefined): boolean {
  return line !== undefined && line.label === "" && /^and \d+ more$/.test(line.text);
}

function moreThan(line: Message["lines"][number] | undefined): number {
  return isMore(line) ? Number(line?.text.split(" ")[1]) : 0;
}
