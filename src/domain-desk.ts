/** The words of the desk: what people do to stories by buttons, and what their home page shows. Times are epoch milliseconds, UTC. */
import type { Severity } from "./domain.ts";
import type { Answer, AnswerRow } from "./domain-lookup.ts";

/** Somebody who asks or presses. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

export const VERDICTS = ["wrong-actor", "wrong-carrier", "old-news", "noise"] as const;
/** Why an alert was not relevant. */
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  "wrong-actor": "Wrong actor",
  "wrong-carrier": "Wrong carrier",
  "old-news": "Old news",
  noise: "Noise",
};
/** An alert judged by a person: a labelled example. */
export interface Feedback {
  readonly at: number;
  readonly by: string;
  readonly storyId: string;
  readonly verdict: Verdict;
  readonly note: string;
  /** The rule that had made it an alert. */
  readonly rule: string;
  readonly title: string;
  readonly url: string;
  /** Names that were found, with their roles, for retraining by hand. */
  readonly names: readonly string[];
}
export interface Acknowledgement {
  readonly storyId: string;
  readonly by: string;
  readonly at: number;
}

/** One mention with its surroundings, cut so that the match can be marked. */
export interface EvidencePiece {
  readonly name: string;
  readonly outlet: string;
  readonly url: string;
  readonly where: string;
  readonly before: string;
  readonly match: string;
  readonly after: string;
  readonly why: string;
}
export interface Evidence {
  readonly storyId: string;
  readonly title: string;
  readonly pieces: readonly EvidencePiece[];
  /** Mentions that did not fit. */
  readonly more: number;
}

/** What a person wants to see on the home page. */
export interface Preferences {
  readonly severity: Severity;
  readonly days: number;
}
export interface HomePage {
  readonly stories: readonly AnswerRow[];
  readonly watches: readonly AnswerRow[];
  readonly mutes: readonly AnswerRow[];
  readonly feeds: readonly AnswerRow[];
  readonly digest: string;
  readonly preferences: Preferences;
}

/** What came of a press: one line for the person. */
export interface Outcome {
  readonly ok: boolean;
  readonly line: string;
}
export interface Choice {
  readonly id: string;
  readonly label: string;
}
/** Everything that Slack may ask of the rest; pipeline/ makes it from the store. */
export interface Desk {
  readonly ask: (words: string, person: Person, channel: string | undefined) => Promise<Answer>;
  readonly acknowledge: (storyId: string, person: Person) => Outcome;
  readonly evidence: (storyId: string) => Evidence | undefined;
  readonly judge: (storyId: string, verdict: Verdict, note: string, person: Person) => Outcome;
  /** The articles of a story, to split one off. */
  readonly articles: (storyId: string) => readonly Choice[];
  /** Other stories that it could be merged into, newest first. */
  readonly neighbours: (storyId: string) => readonly Choice[];
  readonly split: (storyId: string, articleId: string, person: Person) => Outcome;
  readonly merge: (storyId: string, into: string, person: Person) => Outcome;
  readonly home: (person: Person) => HomePage;
  readonly prefer: (person: Person, preferences: Preferences) => Outcome;
}
