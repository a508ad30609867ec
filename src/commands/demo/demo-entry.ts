export const OUTLETS = {
  "carrier-daily": { name: "Carrier Daily", topic: "telecom" },
  "breach-ledger": { name: "Breach Ledger", topic: "security" },
  "evening-courier": { name: "Evening Courier", topic: "general" },
} as const;
export type OutletId = keyof typeof OUTLETS;

/** One entry of a bundled feed and the page behind its link, written for this demo. */
export interface DemoEntry {
  readonly outlet: OutletId;
  readonly slug: string;
  readonly title: string;
  readonly teaser: string;
  /** Minutes before the demo's start at which it was published; negative: after it. */
  readonly minutesAgo: number;
  readonly paragraphs: readonly string[];
}
