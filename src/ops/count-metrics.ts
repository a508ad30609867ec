import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Health } from "./judge-health.ts";

export interface Metrics {
  /** One poll of a feed ended: unchanged, polled, first-poll or failed, with its reason. */
  readonly polled: (outcome: string, reason: string | undefined) => void;
  /** One article was judged: alert, reply, digest or skip, with its reason. */
  readonly judged: (kind: string, reason: string) => void;
  /** One call to the poster ended: sent, retry, unknown or dead. */
  readonly delivered: (outcome: string) => void;
  /** Everything in Prometheus's text format. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** Makes the metrics: counters of what happened, and gauges that read the health when they are scraped. */
export function countMetrics(read: () => Health): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "telwatch_" });
  const registers = [registry];
  const polls = new Counter({
    name: "telwatch_polls_total",
    help: "Polls of feeds by outcome and reason of failure",
    labelNames: ["outcome", "reason"],
    registers,
  });
  const articles = new Counter({
    name: "telwatch_articles_total",
    help: "Articles judged by decision and its reason",
    labelNames: ["decision", "reason"],
    registers,
  });
  const deliveries = new Counter({
    name: "telwatch_deliveries_total",
    help: "Calls to the poster by outcome",
    labelNames: ["outcome"],
    registers,
  });
  const gauge = (name: string, help: string, value: (health: Health) => number): void => {
    new Gauge({
      name: `telwatch_${name}`,
      help,
      registers,
      collect() {
        this.set(value(read()));
      },
    });
  };
  gauge("feeds", "Feeds configured", (health) => health.feeds.length);
  gauge("feeds_failing", "Feeds whose last poll failed", (health) => {
    return health.feeds.filter((feed) => (feed.state?.failures ?? 0) > 0).length;
  });
  gauge(
    "last_tick_timestamp_seconds",
    "When polls were last started",
    (health) => (health.lastTickAt ?? 0) / 1000,
  );
  gauge("outbox_pending", "Messages waiting", (health) => health.outbox.pending);
  gauge("outbox_unknown", "Messages whose outcome is unclear", (health) => health.outbox.unknown);
  gauge("outbox_dead", "Messages given up", (health) => health.outbox.dead);
  gauge("outbox_age_seconds", "Wait of the oldest due message", (health) => health.outbox.ageMs / 1000);
  gauge("posting_ok", "1 when alerts can leave", (health) => (health.posting.problem === undefined ? 1 : 0));
  gauge("config_ok", "1 when the configuration on disk is the one in use", (health) =>
    health.configProblems.length === 0 ? 1 : 0,
  );
  return {
    polled: (outcome, reason) => polls.inc({ outcome, reason: reason ?? "" }),
    judged: (decision, reason) => articles.inc({ decision, reason }),
    delivered: (outcome) => deliveries.inc({ outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
