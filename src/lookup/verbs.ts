import type { Verb } from "../domain-lookup.ts";

/** How a verb is asked and what it gives. */
export interface VerbGuide {
  readonly usage: string;
  readonly gives: string;
  readonly examples: readonly string[];
  /** Other words that people type for it. */
  readonly also: readonly string[];
}

export const VERB_GUIDES: Readonly<Record<Verb, VerbGuide>> = {
  help: {
    usage: "help [verb]",
    gives: "this list, or more about one verb",
    examples: ["help", "help search"],
    also: ["?", "-h", "--help", "h"],
  },
  actor: {
    usage: "actor NAME [since 90d]",
    gives:
      "all names of a threat actor and who uses them, which carriers it is tied to and by whom, latest stories",
    examples: ["actor UNC2286", "actor salt typhoon since 90d"],
    also: ["actors", "group", "apt", "who"],
  },
  carrier: {
    usage: "carrier NAME [since 90d]",
    gives: "open stories about a carrier, its own words, its past incidents, actors named with it",
    examples: ["carrier t-mobile", "carrier AT&T since 2024"],
    also: ["carriers", "telco", "operator"],
  },
  story: {
    usage: "story ID|URL",
    gives: "what is known of one story, who reports it, on whom they rest, and how it grew",
    examples: ["story S-0142", "story https://example.com/article"],
    also: ["stories"],
  },
  search: {
    usage: "search WORDS [actor:NAME] [carrier:NAME] [source:NAME] [type:EVENT] [since:90d] [until:2024-11]",
    gives: "articles of the archive with these words, newest first, ten at a time",
    examples: ["search wiretap carrier:verizon", 'search "call records" since:1y'],
    also: ["find", "grep", "s"],
  },
  timeline: {
    usage: "timeline NAME [since 2y]",
    gives: "incidents of an actor or a carrier by date, history told in articles included",
    examples: ["timeline t-mobile", "timeline lapsus$"],
    also: ["history"],
  },
  trend: {
    usage: "trend [NAME] [7d]",
    gives: "how many stories against what is usual",
    examples: ["trend", "trend salt typhoon 30d"],
    also: ["trends", "chart"],
  },
  watch: {
    usage: "watch add NAME [until 30d] · watch list · watch remove NAME",
    gives:
      "names to alert on besides the configured ones; adding one says what the archive would have alerted",
    examples: ["watch add Weaver Ant until 30d", "watch list", "watch remove Weaver Ant"],
    also: ["watches", "watchlist"],
  },
  mute: {
    usage: "mute NAME|STORY|SOURCE 7d [because …] · mute list",
    gives: "no messages about a name, a story or a source for a while",
    examples: ["mute S-0142 7d because handled", "mute lumen 3d", "mute list"],
    also: ["mutes", "silence", "snooze"],
  },
  unmute: { usage: "unmute NAME|STORY|SOURCE", gives: "ends a mute", examples: ["unmute lumen"], also: [] },
  why: {
    usage: "why URL|STORY",
    gives: "why an article did or did not alert: the names found, the rule, the decision",
    examples: ["why S-0142", "why https://example.com/article"],
    also: ["explain"],
  },
  test: {
    usage: "test URL",
    gives: "what Telwatch would do with an article, fetched now; posts and keeps nothing",
    examples: ["test https://example.com/article"],
    also: ["try", "dry"],
  },
  feeds: { usage: "feeds", gives: "the health of each feed", examples: ["feeds"], also: ["feed", "sources"] },
  status: {
    usage: "status",
    gives: "archive, outbox, feeds in one look",
    examples: ["status"],
    also: ["health"],
  },
  digest: {
    usage: "digest now|daily 08:30|off",
    gives: "a digest of the open stories now, or every day in this channel",
    examples: ["digest now", "digest daily 08:30", "digest off"],
    also: [],
  },
};

/** The verb that a word names, exactly or by another word for it. */
export function readVerb(word: string): Verb | undefined {
  const folded = word.toLowerCase();
  if (Object.hasOwn(VERB_GUIDES, folded)) return folded as Verb;
  for (const [verb, guide] of Object.entries(VERB_GUIDES))
    if (guide.also.includes(folded)) return verb as Verb;
  return undefined;
}
