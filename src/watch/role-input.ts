import type { Blame } from "./blame/read-blame.ts";
import type { Settled } from "./candidates.ts";
import type { EventReading } from "./classify-event.ts";
import type { Segment } from "./cut-segments.ts";
import type { Traits } from "./weigh/weigh-traits.ts";

/** What the role rules may look at: the article's segments, its event, its date and every name that counts. */
export interface RoleInput {
  readonly segments: readonly Segment[];
  readonly event: EventReading;
  readonly counted: readonly Settled[];
  /** Epoch milliseconds, UTC; years and months before it are past. */
  readonly publishedAt: number;
  /** The words by which the article says that it looks back, where it does. */
  readonly lookingBack: string | undefined;
  /** The article's words with their strength, names masked. */
  readonly words: Traits;
  /** What each sentence says on whether an actor did it. */
  readonly blame: Blame;
}

/** A role with the words of the article that decided it. */
export interface Rated<R extends string> {
  readonly role: R;
  readonly why: string;
}

/** What the grammar of one mention says. */
export interface MentionReading<R extends string> extends Rated<R> {
  /** Whether grammar decided, and not the absence of cues. */
  readonly firm: boolean;
}
