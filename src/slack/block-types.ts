/** The Block Kit shapes that Telwatch draws; everything else is refused by validateBlocks. */
export interface PlainText {
  readonly type: "plain_text";
  readonly text: string;
  readonly emoji?: boolean;
}
export interface Mrkdwn {
  readonly type: "mrkdwn";
  readonly text: string;
  readonly verbatim?: boolean;
}
export interface Option {
  readonly text: PlainText;
  readonly value: string;
}
export interface Button {
  readonly type: "button";
  readonly action_id: string;
  readonly text: PlainText;
  readonly value?: string;
  readonly url?: string;
  readonly style?: "primary" | "danger";
}
export interface Overflow {
  readonly type: "overflow";
  readonly action_id: string;
  readonly options: readonly Option[];
}
export type Block =
  | { readonly type: "header"; readonly block_id?: string; readonly text: PlainText }
  | {
      readonly type: "section";
      readonly block_id?: string;
      readonly text?: PlainText | Mrkdwn;
      readonly fields?: readonly (PlainText | Mrkdwn)[];
      readonly accessory?: Button | Overflow;
    }
  | {
      readonly type: "context";
      readonly block_id?: string;
      readonly elements: readonly (PlainText | Mrkdwn)[];
    }
  | {
      readonly type: "actions";
      readonly block_id?: string;
      readonly elements: readonly (Button | Overflow)[];
    }
  | { readonly type: "divider"; readonly block_id?: string };

/** Action ids of the buttons under an alert; their value is the story id. */
export const STORY_ACTIONS = {
  ack: "story_ack",
  evidence: "story_evidence",
  notRelevant: "story_not_relevant",
  more: "story_more",
} as const;
/** What the overflow menu offers; the value is `<choice>:<story id>`. */
export const STORY_CHOICES = {
  explain: "explain",
  mute: "mute",
  split: "split",
  merge: "merge",
  watch: "watch",
} as const;

/** A plain_text object of text that is already escaped. */
export function plain(text: string): PlainText {
  return { type: "plain_text", text, emoji: false };
}

/** A mrkdwn object of text that is already escaped; verbatim, so that Slack turns nothing in it into links or mentions. */
export function mrkdwn(text: string): Mrkdwn {
  return { type: "mrkdwn", text, verbatim: true };
}
