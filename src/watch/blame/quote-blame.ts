import type { ActorRole } from "../../domain.ts";
import type { BlameCode } from "./codes.ts";
import type { Blame, SentenceBlame } from "./read-blame.ts";

/** What sentences may say for a role, in the words that stand before a quotation. */
const SPEAKS_FOR: Readonly<Record<ActorRole, Partial<Record<BlameCode, string>>>> = {
  attributed: { did: "said of it", backs: "borne out", claims: "its claim" },
  suspected: { maybe: "with a hedge", doubts: "in doubt", claims: "its claim" },
  background: { against: "ruled out", past: "other deeds", who: "who it is" },
};
/** A chance below this is no reason to quote a sentence. */
const LEAST = 0.4;
/** A sentence further off is quoted only if it says it more surely. */
const ELSEWHERE = 0.7;
const MOST_CHARS = 90;

/** The sentence that says most for the role that was read, with what it says: `in doubt: “The claim could not be verified.”`; undefined where none does. */
export function quoteBlame(id: string, blame: Blame, role: ActorRole): string | undefined {
  let best: { readonly says: string; readonly text: string; readonly weight: number } | undefined;
  for (const one of blame.get(id)?.sentences ?? [])
    for (const [code, says] of Object.entries(SPEAKS_FOR[role]) as [BlameCode, string][]) {
      const weight = one.chances[code] * nearness(one);
      if (weight >= LEAST && weight > (best?.weight ?? 0)) best = { says, text: one.text, weight };
    }
  return best === undefined ? undefined : `${best.says}: “${shorten(best.text)}”`;
}

function nearness({ named, follows }: SentenceBlame): number {
  return named || follows ? 1 : ELSEWHERE;
}

/** Cut at a word, with the mark of a cut. */
function shorten(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= MOST_CHARS) return plain;
  return `${plain.slice(0, MOST_CHARS).replace(/\s+\S*$/, "")}…`;
}
