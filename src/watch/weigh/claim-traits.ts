import type { Settled } from "../candidates.ts";
import { type Segment, sentenceAt } from "../cut-segments.ts";

/**
 * What stands beside a group's name on whether it was that group: with the weights learned, each in how many labelled
 * actors it stood, and how many of these were attributed, suspected and background.
 */
const BESIDE: readonly (readonly [trait: string, words: RegExp])[] = [
  // 12: 8, 4, 0
  [
    "said surely",
    /\b(?:high(?:est)? (?:degree of )?(?:confidence|certainty)|(?:is|are|have|has) (?:no|little|in no) doubt|without (?:an "if"|doubt|hesitation)|strong evidence|evidence as strong|certain(?:ty)?|conclusive\w*|definitive\w*|beyond (?:doubt|dispute|question)|unambiguous\w*|firmly)\b/i,
  ],
  // 197: 63, 69, 65
  [
    "said unsurely",
    /\b(?:(?:low|medium|moderate|some)(?:-to-\w+)? confidence|moderately|tentativ\w+|likely|probabl\w+|possibl\w+|perhaps|may(?:be)?|might|could|suspect\w*|theor(?:y|ies)|guess\w*|believ\w+|thinks?|reminds?|recalls?|resembl\w+|overlaps?|leans?|points? (?:to|at)|consistent with|calling card|hallmark\w*|trademark|will not commit|hedge|sceptic\w*|skeptic\w*)\b/i,
  ],
  // 54: 18, 23, 13
  [
    "doubted beside it",
    /\b(?:(?:could|can|did|has|have|had|was|were|been) ?n[o']t (?:be(?:en)? )?(?:\w+ )?(?:verif\w+|confirm\w*|check\w*|proven?)|unverified|unconfirmed|unproven|independently|no (?:proof|evidence|samples?|documents?|data|files?|sign)|fake\w*|forger\w+|forged|invent\w*|inflat\w+|exaggerat\w+|recycl\w+|old (?:data|stuff|files?|material)|years? old|dispute[sd]?|den(?:y|ies|ied)|dismiss\w*|reject\w*|nonsense|scepticism|boast\w*|padd\w+|opportunis\w+|(?:genuine|true|real) or not|supposed(?:ly)?|alleged(?:ly)?)\b/i,
  ],
  // 42: 25, 10, 7
  [
    "checked beside it",
    /\b(?:authentic\w*|genuine|(?:looks?|looked|are|is|appears?|be) real|match(?:es|ed)?|verified|checked|compared|correspond\w*|agrees? with|valid|recognis\w+|proved|seen by|reviewed|examined|belong(?:s|ed)? to (?:real|actual))\b/i,
  ],
  // 48: 33, 7, 8
  [
    "confirmed beside it",
    /\b(?:confirm(?:s|ed|ing)?|admit(?:s|ted)?|acknowledg\w+|conced\w+|accept(?:s|ed)?|disclos\w+|notif\w+|apologi[sz]\w+|wrote to|letters?|owned up)\b/i,
  ],
];

/** How sure the sentences that name a group are, and what those next to them say of its claim. */
export function claimTraits(
  mentions: readonly Settled[],
): readonly (readonly [trait: string, strength: number])[] {
  const near = [...new Set(mentions.map(({ candidate }) => around(candidate.segment, candidate.start)))].join(
    " ",
  );
  return BESIDE.flatMap(([trait, words]) => (words.test(near) ? [[trait, 1] as const] : []));
}

/** The sentence at an offset with its two neighbours. */
function around(segment: Segment, offset: number): string {
  const sentence = sentenceAt(segment, offset);
  const at = segment.sentences.findIndex((one) => one.start === sentence.start);
  return segment.sentences
    .slice(Math.max(0, at - 1), at + 2)
    .map((one) => one.text)
    .join(" ");
}
