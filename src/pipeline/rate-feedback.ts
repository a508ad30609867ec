import { hasTelecomCue } from "../alerts/has-telecom-cue.ts";
import { rateSeverity } from "../alerts/rate-severity.ts";
import type { Config } from "../domain-config.ts";
import type { ArchivedArticle } from "../domain-lookup.ts";
import { listAlerting } from "../store/articles.ts";
import { listAcknowledged, listFeedback } from "../store/desk-notes.ts";
import type { Store } from "../store/open-store.ts";

/** How the alerts of one rule fared with the people who got them. */
export interface RulePrecision {
  readonly rule: string;
  readonly alerts: number;
  readonly acknowledged: number;
  readonly notRelevant: number;
  /** Share of the judged alerts that were taken on and not called irrelevant; undefined where none was judged. */
  readonly precision: number | undefined;
}

/** The rule that made an article an alert, worked out from what was found in it. */
export function ruleOf({ article, findings }: ArchivedArticle, config: Pick<Config, "us">): string {
  return rateSeverity(findings, config, hasTelecomCue(article)).rule;
}

/** Counts alerts, acknowledgements and verdicts of irrelevance by rule, the rule with most alerts first. */
export function rateFeedback(db: Store, config: Pick<Config, "us">): RulePrecision[] {
  const taken = new Set(listAcknowledged(db));
  const refused = new Set(listFeedback(db).map(({ storyId }) => storyId));
  const byRule = new Map<string, { alerts: number; acknowledged: number; notRelevant: number }>();
  for (const archived of listAlerting(db)) {
    const rule = ruleOf(archived, config);
    const counts = byRule.get(rule) ?? { alerts: 0, acknowledged: 0, notRelevant: 0 };
    byRule.set(rule, counts);
    counts.alerts += 1;
    const story = archived.storyId ?? "";
    if (refused.has(story)) counts.notRelevant += 1;
    else if (taken.has(story)) counts.acknowledged += 1;
  }
  return [...byRule]
    .map(([rule, counts]) => {
      const judged = counts.acknowledged + counts.notRelevant;
      return { rule, ...counts, precision: judged === 0 ? undefined : counts.acknowledged / judged };
    })
    .sort((a, b) => b.alerts - a.alerts);
}
