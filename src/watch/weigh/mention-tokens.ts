import type { Settled } from "../candidates.ts";
import type { Segment } from "../cut-segments.ts";

/** A stretch of an article; offsets are UTF-16 units of the segment's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Stands for the name asked about, wherever it is written. */
export const OWN = "§own";
const TOKEN = /§\w+|\p{L}[\p{L}’'-]{0,40}|\p{N}(?:[\p{N}.,]{0,20}\p{N})?|[“”"?:;,()–—]/gu;
/** What is longer is no sentence. */
const MOST_TOKENS = 90;

/** The words of a stretch in lower case, with names as tokens of their kind (`§own`, `§carrier`, `§actor`) and numbers as `§number` or `§year`: what is left is how news speaks of anybody. */
export function maskNames(
  segment: Segment,
  { start, end }: Stretch,
  counted: readonly Settled[],
  ownId: string | undefined,
): string[] {
  const inside = counted
    .filter(({ candidate: one }) => one.segment === segment && one.start >= start && one.start < end)
    .sort((left, right) => left.candidate.start - right.candidate.start);
  let text = "";
  let at = start;
  for (const { candidate, name } of inside) {
    if (candidate.start < at) continue;
    const token = name.id === ownId ? OWN : name.kind === "actor" ? "§actor" : "§carrier";
    text += `${segment.text.slice(at, candidate.start)} ${token} `;
    at = candidate.end;
  }
  text += segment.text.slice(at, Math.max(at, end));
  return tokensIn(text);
}

/** The words and signs of a text whose names are masked already. */
export function tokensIn(text: string): string[] {
  return (text.match(TOKEN) ?? []).slice(0, MOST_TOKENS).map(foldToken);
}

function foldToken(token: string): string {
  if (token.startsWith("§")) return token;
  if (/^\p{N}/u.test(token)) return /^(?:19|20)\d\d$/.test(token) ? "§year" : "§number";
  return token
    .toLowerCase()
    .replace(/[’']s$/, "")
    .replace(/’/g, "'");
}
