import type { FeedAnswer } from "../../src/domain-intake.ts";

export type FetchedAnswer = Extract<FeedAnswer, { kind: "fetched" }>;
