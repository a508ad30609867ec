import type { SpeakerKind } from "../names/speaker-kind.ts";
import type { Acting } from "./find-acting.ts";
import type { Clause } from "./read-clauses.ts";

/** One who speaks or acts in a sentence, and the part of it that is theirs. */
export interface Heard {
  readonly speaker: string;
  readonly kind: SpeakerKind;
  /** By a verb of speech, in a bare quotation, asked and without an answer, by showing wares, in a sentence that goes on, by an announcement, or as the subject of any other verb. */
  readonly how: "said" | "quoted" | "silent" | "shown" | "goes on" | "announced" | "acts";
  readonly passage: string;
  readonly text: string;
  readonly paragraph: number;
  readonly to?: string | undefined;
  /** The words of speech, where one is said to speak. */
  readonly verb?: string | undefined;
  readonly clause?: Clause | undefined;
  readonly by?: Acting["by"];
}
