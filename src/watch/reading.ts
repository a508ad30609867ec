import type { Settled } from "./candidates.ts";
import type { EventReading } from "./classify-event.ts";
import type { Segment } from "./cut-segments.ts";

/** What the role rules may look at: the article's segments, its event and every name that counts. */
export interface Reading {
  readonly segments: readonly Segment[];
  readonly event: EventReading;
  readonly counted: readonly Settled[];
}
