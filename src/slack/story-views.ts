import { type Choice, type Evidence, type EvidencePiece, VERDICT_WORDS, VERDICTS } from "../domain-desk.ts";
import type { Answer } from "../domain-lookup.ts";
import { answerBlocks } from "./answer-blocks.ts";
import { type Block, mrkdwn, type Option, plain } from "./block-types.ts";
import { drawLink, escapeMrkdwn, escapePlain } from "./escape-text.ts";

/** Callback ids of the forms; what they are about stands in private_metadata, so that they outlive a restart. */
export const STORY_FORMS = {
  verdict: "story_verdict",
  split: "story_split",
  merge: "story_merge",
  watch: "story_watch",
  settings: "home_settings",
} as const;
/** The one input block of each form, and the second where there is one. */
export const FIELDS = { choice: "choice", note: "note" } as const;

const TITLE_MAX = 24;
const OPTION_MAX = 70;
const OPTIONS_MAX = 100;
const VIEW_MAX = 60_000;

export interface InputBlock {
  readonly type: "input";
  readonly block_id: string;
  readonly label: ReturnType<typeof plain>;
  readonly optional?: boolean;
  readonly element: Readonly<Record<string, unknown>>;
}
/** A window in Slack: only text, or a form with a button to send it. */
export interface ModalView {
  readonly type: "modal";
  readonly title: ReturnType<typeof plain>;
  readonly close: ReturnType<typeof plain>;
  readonly submit?: ReturnType<typeof plain>;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly blocks: readonly (Block | InputBlock)[];
}

/** The paragraphs in which the names of a story stand, the match marked. */
export function evidenceView(evidence: Evidence): ModalView {
  const pieces = evidence.pieces.map(drawPiece);
  const blocks: Block[] = [{ type: "section", text: mrkdwn(`*${escapeMrkdwn(evidence.title, 500)}*`) }];
  let size = 0;
  let shown = 0;
  for (const text of pieces) {
    size += text.length + 60;
    if (blocks.length >= 95 || size > VIEW_MAX) break;
    blocks.push({ type: "section", text: mrkdwn(text) });
    shown += 1;
  }
  const hidden = evidence.more + pieces.length - shown;
  if (hidden > 0) blocks.push({ type: "context", elements: [mrkdwn(`and ${hidden} more mentions`)] });
  if (pieces.length === 0)
    blocks.push({ type: "section", text: mrkdwn("No watched name stands in its articles.") });
  return textView(`Evidence ${evidence.storyId}`, blocks);
}

function drawPiece(piece: EvidencePiece): string {
  const from = drawLink(piece.outlet, piece.url, 400);
  const text = `${escapeMrkdwn(piece.before, 700)} *${escapeMrkdwn(piece.match, 200)}* ${escapeMrkdwn(piece.after, 700)}`;
  return `*${escapeMrkdwn(piece.name, 150)}* · ${from} · ${escapeMrkdwn(piece.where, 100)}\n> ${text.trim()}\n_${escapeMrkdwn(piece.why, 200)}_`;
}

/** Asks why an alert was not relevant. */
export function verdictView(storyId: string): ModalView {
  const options = VERDICTS.map((verdict) => option(VERDICT_WORDS[verdict], verdict));
  return form(STORY_FORMS.verdict, "Not relevant", storyId, [
    choice("Why was this alert not relevant?", options),
    note("A word more (kept with the example)", true),
  ]);
}

/** Asks which article does not belong to its story. */
export function splitView(storyId: string, articles: readonly Choice[]): ModalView {
  if (articles.length < 2)
    return textView("Split off", [
      { type: "section", text: mrkdwn("The story has one article; there is nothing to split off.") },
    ]);
  return form(STORY_FORMS.split, "Split off", storyId, [
    choice(`Which article does not belong to ${storyId}?`, toOptions(articles)),
  ]);
}

/** Asks which story this one is part of. */
export function mergeView(storyId: string, stories: readonly Choice[]): ModalView {
  if (stories.length === 0)
    return textView("Merge", [
      { type: "section", text: mrkdwn("There is no other open story to merge into.") },
    ]);
  return form(STORY_FORMS.merge, "Merge", storyId, [
    choice(`Which story is ${storyId} part of?`, toOptions(stories)),
  ]);
}

/** Asks which name shall be watched. */
export function watchView(storyId: string): ModalView {
  return form(STORY_FORMS.watch, "Watch a name", storyId, [
    note("Actor or carrier, as you would type it", false),
  ]);
}

/** A window that shows an answer. */
export function answerView(answer: Answer): ModalView {
  const { blocks } = answerBlocks({ ...answer, buttons: [] }, undefined);
  return textView("Telwatch", blocks);
}

/** A window with text only. */
export function textView(title: string, blocks: readonly Block[]): ModalView {
  return { type: "modal", title: plain(escapePlain(title, TITLE_MAX)), close: plain("Close"), blocks };
}

/** A form; `about` comes back with it. */
export function form(
  callbackId: string,
  title: string,
  about: string,
  blocks: readonly InputBlock[],
): ModalView {
  return {
    type: "modal",
    callback_id: callbackId,
    private_metadata: about.slice(0, 2_000),
    title: plain(escapePlain(title, TITLE_MAX)),
    submit: plain("Send"),
    close: plain("Cancel"),
    blocks,
  };
}

/** A choice of one among options. */
export function choice(
  label: string,
  options: readonly Option[],
  initial?: Option,
  blockId: string = FIELDS.choice,
): InputBlock {
  return {
    type: "input",
    block_id: blockId,
    label: plain(label),
    element: {
      type: "static_select",
      action_id: "value",
      options: options.slice(0, OPTIONS_MAX),
      ...(initial !== undefined && { initial_option: initial }),
    },
  };
}

/** One option of a choice. */
export function option(label: string, value: string): Option {
  return { text: plain(escapePlain(label, OPTION_MAX)), value };
}

function note(label: string, optional: boolean): InputBlock {
  const element = { type: "plain_text_input", action_id: "value", max_length: 300 };
  return { type: "input", block_id: FIELDS.note, label: plain(label), optional, element };
}

function toOptions(choices: readonly Choice[]): Option[] {
  return choices.filter(({ id }) => id.length <= 150).map(({ id, label }) => option(label, id));
}
