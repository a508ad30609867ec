/** How one reading of a candidate was judged: kept with a cue of some strength, or dropped with a reason. */
export interface Verdict {
  /** 0 for dropped; 3 for a name that needs no cue. */
  readonly strength: number;
  readonly text: string;
}

export function keep(strength: number, cue: string): Verdict {
  return { strength, text: cue };
}

export function drop(reason: string): Verdict {
  return { strength: 0, text: reason };
}
