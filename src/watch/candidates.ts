import type { Place } from "../domain.ts";
import type { WatchedName } from "./compile-watchlist.ts";
import type { Segment } from "./cut-segments.ts";

/** A place where a name stands, before it is settled whether it counts and for whom. */
export interface Candidate {
  readonly segment: Segment;
  readonly start: number;
  readonly end: number;
  readonly literal: string;
  /** The catalogue entries that are written like this; several share some spellings. */
  readonly names: readonly WatchedName[];
}

/** A candidate that was settled: one name and the cue, or the reason it was dropped. */
export interface Settled {
  readonly candidate: Candidate;
  readonly name: WatchedName;
  readonly cue: string | undefined;
  readonly reason: string | undefined;
  /** 0 for dropped; 3 for a name that needs no cue. */
  readonly strength: number;
}

export function placeOf(candidate: Candidate): Place {
  return {
    field: candidate.segment.field,
    paragraph: candidate.segment.paragraph,
    start: candidate.start,
    end: candidate.end,
  };
}
