/**
 * What one sentence says on whether an actor did what is reported, each in the words that `explain` shows: it did it, may
 * have, claims it, its claim holds, is doubted, somebody else did, or the sentence tells of other deeds or of who it is.
 */
export const BLAME = {
  did: "say that it did it",
  maybe: "say that it may have done it",
  claims: "tell of its claim",
  backs: "bear that out",
  doubts: "cast doubt",
  against: "say that it was not it",
  past: "tell other deeds of it",
  who: "say who it is",
} as const;

export type BlameCode = keyof typeof BLAME;
export const BLAME_CODES = Object.keys(BLAME) as readonly BlameCode[];
