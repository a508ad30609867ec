import type { Traits } from "../weigh/weigh-traits.ts";
import { BLAME, BLAME_CODES, type BlameCode } from "./codes.ts";
import type { Blame, SentenceBlame } from "./read-blame.ts";

/** More sentences of a kind say nothing more. */
const MOST = 3;
/** These traits sum up many words each, so they weigh more than one; chosen with each set left out. */
const STRENGTH = 2;
/** Codes in which actors of one article stand against each other. */
const CONTESTED: readonly BlameCode[] = ["did", "maybe", "claims"];

/** What the sentences of an article together say on whether an actor did it, and how far it stands before the others. */
export function blameTraits(id: string, blame: Blame): Traits {
  const own = blame.get(id);
  if (own === undefined) return new Map();
  const out = new Map<string, number>();
  const put = (trait: string, value: number): void => {
    if (value !== 0) out.set(trait, STRENGTH * Math.min(MOST, value));
  };
  const named = own.sentences.filter((one) => one.named);
  const head = named.filter((one) => one.head);
  const others = own.sentences.filter((one) => !one.named);
  const next = others.filter((one) => one.follows);
  for (const code of BLAME_CODES) {
    const says = BLAME[code];
    put(`one that names it may ${says}`, own.peak[code]);
    put(`sentences that name it ${says}`, sum(named, code));
    put(
      `on the whole sentences that name it ${says}`,
      named.length === 0 ? 0 : sum(named, code) / named.length,
    );
    put(`headline or teaser ${says}`, most(head, code));
    put(`one that does not name it may ${says}`, most(others, code));
    put(`sentences that do not name it ${says}`, sum(others, code));
    put(`one right behind it may ${says}`, most(next, code));
    put(`those right behind it ${says}`, sum(next, code));
    if (blame.size === 1) put(`with no other named, sentences ${says}`, sum(others, code));
  }
  for (const code of CONTESTED) {
    const rival = Math.max(0, ...[...blame].map(([other, { peak }]) => (other === id ? 0 : peak[code])));
    put(`of another actor sentences ${BLAME[code]}`, rival);
    put(`more than of others they ${BLAME[code]}`, own.peak[code] - rival);
  }
  return out;
}

function most(list: readonly SentenceBlame[], code: BlameCode): number {
  return Math.max(0, ...list.map((one) => one.chances[code]));
}

function sum(list: readonly SentenceBlame[], code: BlameCode): number {
  return list.reduce((total, one) => total + one.chances[code], 0);
}
