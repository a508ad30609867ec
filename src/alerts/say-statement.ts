import type { Story } from "../domain.ts";
import { companyWord } from "./company-word.ts";

export type Line = { readonly label: string; readonly text: string };
/** A statement line taken apart: "FBI and CISA say" is FBI and CISA, says. */
export interface Said {
  readonly speaker: string;
  readonly verb: string;
  readonly text: string;
}

const LABEL = /^(.+?) (says?|denies|limits it|claims|does not comment)$/;
const PLURAL =
  / and |(?:agencies|officials|police|prosecutors|authorities|ministers|senators|lawmakers|researchers|investigators|sources|experts|rivals|executives)$/i;
const ONE_BODY =
  /(?:commission|agency|ministry|department|service|committee|authority|office|council|bureau|cent(?:re|er)|board)$/i;
const DENIES =
  /\b(?:den(?:y|ies|ied)|reject\w*|dismiss\w*|disput\w*|contradict\w*|refut\w*|rubbish\w*|trash\w*|untrue|false|fake|baseless|groundless|unfounded)\b|\b(?:no|not|never)(?: [\p{L}’'-]+){0,4} (?:breach\w*|compromis\w*|hack\w*|attack\w*|intrusion)\b/iu;
const PLURALS: Readonly<Record<string, string>> = {
  says: "say",
  denies: "deny",
  claims: "claim",
  "confirms it": "confirm it",
  "limits it": "limit it",
  "does not comment": "do not comment",
};

/** Takes a statement line apart; undefined for a line that is none. */
export function readSaid({ label, text }: Line): Said | undefined {
  const [, speaker, verb] = LABEL.exec(label) ?? [];
  return speaker === undefined || verb === undefined
    ? undefined
    : { speaker, verb: verb === "say" ? "says" : verb, text };
}

/** The line's label in words that fit the speaker: only a company limits or confirms, only an actor claims, and many speakers say. */
export function saidLabel({ speaker, verb, text }: Said, story: Story): string {
  const fitting = fittingVerb(speaker, verb, text, story);
  const many = PLURAL.test(speaker) && !ONE_BODY.test(speaker);
  const shown = `${speaker.charAt(0).toUpperCase()}${speaker.slice(1)}`;
  return `${shown} ${many ? (PLURALS[fitting] ?? fitting) : fitting}`;
}

function fittingVerb(speaker: string, verb: string, text: string, story: Story): string {
  if (verb === "denies") return DENIES.test(text) ? verb : "says";
  if (verb === "does not comment") return verb;
  if (story.actors.some((one) => one.name === speaker)) return verb === "says" ? "says" : "claims";
  const carrier = story.carriers.find((one) => one.name === speaker);
  if (carrier?.role !== "victim") return "says";
  return companyWord(story, speaker).admits?.text === text
    ? "confirms it"
    : verb === "claims"
      ? "says"
      : verb;
}

/** Puts quotation marks around a sentence that brings none. */
export function quoted(text: string): string {
  return /^[“"]/.test(text) ? text : `“${text}”`;
}
