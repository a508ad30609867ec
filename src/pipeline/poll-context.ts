import type { Mute } from "../domain.ts";
import type { Config } from "../domain-config.ts";
import type { Fetcher, PageCache } from "../domain-intake.ts";
import type { Store } from "../store/open-store.ts";
import type { Seen } from "../store/seen.ts";
import type { TermWeights } from "../text/similarity.ts";
import type { Watchlist } from "../watch/compile-watchlist.ts";
import type { Judgement } from "./judge-article.ts";
import type { PollMemory } from "./poll-memory.ts";

/** What the poll of a feed works with: the store, the network, the settings of the moment, and who hears of it. */
export interface PollContext {
  readonly db: Store;
  readonly seen: Seen;
  readonly pages: PageCache;
  readonly memory: PollMemory;
  readonly fetcher: Fetcher;
  readonly config: Config;
  readonly watchlist: Watchlist;
  readonly weights: () => TermWeights | undefined;
  readonly mutes: () => readonly Mute[];
  readonly now: () => number;
  readonly random: () => number;
  /** Told of every article once it is safely recorded. */
  readonly recorded: (judgement: Judgement) => void;
}
