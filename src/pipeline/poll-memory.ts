import type { PollReason } from "../domain-config.ts";
import type { FeedAnswer } from "../domain-intake.ts";
import { limitPlaces, type Places } from "../intake/limit-places.ts";

/** What the polls of one process share; nothing of it need survive a restart. */
export interface PollMemory {
  /** Addresses of articles under way, so that two feeds with one article do not both record it. */
  readonly claims: Set<string>;
  /** How often an entry's page could not be had, by entry id. */
  readonly missed: Map<string, number>;
  readonly network: NetworkWatch;
  /** Documents that are fetched, parsed and sorted at once: each may weigh 15 MB. */
  readonly documents: Places;
}
/** Tells our own network's failure from a feed's. */
export interface NetworkWatch {
  /** Takes the end of a poll; gives the feeds to ask again at once because the network is back. */
  readonly note: (feedId: string, host: string, answer: FeedAnswer) => readonly string[];
  readonly isDown: () => boolean;
}

const MAX_DOCUMENTS = 48;
/** So many different hosts failing with no success between means that it is us. */
const HOSTS_DOWN = 3;
const NETWORK_REASONS: ReadonlySet<PollReason> = new Set(["dns", "connect", "timeout", "network", "tls"]);

/** A fresh memory for one process. */
export function createPollMemory(): PollMemory {
  return {
    claims: new Set(),
    missed: new Map(),
    network: watchNetwork(),
    documents: limitPlaces(MAX_DOCUMENTS),
  };
}

function watchNetwork(): NetworkWatch {
  const failedHosts = new Map<string, string[]>();
  const isDown = (): boolean => failedHosts.size >= HOSTS_DOWN;
  return {
    isDown,
    note: (feedId, host, answer) => {
      if (answer.kind === "failed" && NETWORK_REASONS.has(answer.reason)) {
        failedHosts.set(host, [...new Set([...(failedHosts.get(host) ?? []), feedId])]);
        return [];
      }
      const revived = isDown() ? [...failedHosts.values()].flat() : [];
      failedHosts.clear();
      return revived;
    },
  };
}
