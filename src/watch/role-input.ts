import type { Settled } from "./candidates.ts";
import type { EventReading } from "./classify-event.ts";
import type { Segment } from "./cut-segments.ts";

/** What the role rules may look at: the article's segments, its event, its date and every name that counts. */
export interface RoleInput {
  readonly segments: readonly Segment[];
  readonly event: EventReading;
  readonly counted: readonly Settled[];
  /** Epoch milliseconds, UTC; years and months before it are past. */
  readonly publishedAt: number;
  /** The words by which the article says that it looks back, where it does. */
  readonly lookingBack: string | undefined;
}

/** A role with the words of the article that decided it. */
export interface Rated<R extends string> {
  readonly role: R;
  readonly why: string;
}
