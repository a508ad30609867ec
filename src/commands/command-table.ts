export interface FlagWords {
  readonly name: string;
  /** The word for the flag's value in help; undefined for a flag without one. */
  readonly value: string | undefined;
  readonly says: string;
}
export interface CommandWords {
  readonly name: string;
  /** The arguments after the name, as help prints them. */
  readonly words: string;
  readonly does: string;
  readonly flags: readonly FlagWords[];
  /** Further lines of help. */
  readonly more: readonly string[];
}

const CONFIG: FlagWords = {
  name: "config",
  value: "FILE",
  says: "the configuration; else TELWATCH_CONFIG, else feeds.yaml",
};
const STATE: FlagWords = {
  name: "state",
  value: "DIR",
  says: "folder of the database; else TELWATCH_STATE, else .telwatch",
};
const JSON_OUT: FlagWords = { name: "json", value: undefined, says: "machine output on stdout" };
const COMMON = [CONFIG, STATE];

function flag(name: string, value: string | undefined, says: string): FlagWords {
  return { name, value, says };
}

function command(
  name: string,
  words: string,
  does: string,
  flags: readonly FlagWords[],
  more: readonly string[] = [],
): CommandWords {
  return { name, words, does, flags, more };
}

/** Every command of the command line with its flags: the one place from which dispatch, help and documentation test read. */
export const COMMANDS: readonly CommandWords[] = [
  command("run", "", "the daemon: polls on schedule, posts to Slack or prints on the terminal", COMMON, [
    "Alerts go to Slack when SLACK_BOT_TOKEN is set, else to the terminal. Ends on SIGTERM or Ctrl-C;",
    "SIGHUP reads the configuration again.",
  ]),
  command("poll", "", "one round over all due feeds; prints the run's summary", [
    ...COMMON,
    flag("dry-run", undefined, "post and remember nothing; print what would be posted"),
    JSON_OUT,
  ]),
  command("demo", "", "shows the main job on bundled feeds, without network or tokens", []),
  command(
    "explain",
    "URL|FILE|-",
    "the whole trace for one article; posts nothing",
    [...COMMON, JSON_OUT],
    ["FILE or standard input may be plain text (first line the title), HTML, or one JSON article."],
  ),
  command(
    "replay",
    "FILE.jsonl",
    "recorded articles in time order through the pipeline, by their own clock",
    [
      ...COMMON,
      JSON_OUT,
      flag("polls", "FILE", "recorded polls instead: a JSON list of { t, items }; needs --items"),
      flag("items", "FILE", "the items of the recorded polls, one JSON object a line"),
    ],
    ["With --polls the summary is printed: articles, decisions, stories, and the largest story's members."],
  ),
  command(
    "lookup",
    "WORDS…",
    "what the slash command would answer",
    [...COMMON, JSON_OUT],
    [
      'Such as: lookup actor "Salt Typhoon" · lookup carrier t-mobile · lookup story S-0001 · lookup search wiretap',
    ],
  ),
  command("feedback", "", "alerts that people called not relevant, and the precision of each rule", [
    ...COMMON,
    JSON_OUT,
  ]),
  command(
    "story",
    "split ARTICLE|merge FROM INTO",
    "corrects grouping by hand; kept and respected later",
    COMMON,
    [
      "ARTICLE is an article's id or address; FROM and INTO are story ids such as S-0001. Stop the daemon first.",
    ],
  ),
  command("check", "", "checks configuration and environment; lists every mistake with its line", [
    ...COMMON,
    JSON_OUT,
  ]),
  command("feeds", "", "health of each feed", [...COMMON, JSON_OUT]),
  command("read-feed", "URL|FILE", "fetches and parses one feed as the poller would", [CONFIG, JSON_OUT]),
  command(
    "outbox",
    "[list|retry KEY|drop KEY]",
    "what waits to be delivered and what was given up",
    [...COMMON, JSON_OUT],
    ["retry puts a message that was given up back in the queue (retry all: every one); drop gives it up."],
  ),
  command("slack", "test", "tries the tokens and posts and removes a test message in every routed channel", [
    CONFIG,
    JSON_OUT,
  ]),
  command("preview", "", "a page on loopback that shows the messages as Slack draws them", [
    flag("port", "PORT", "port of the page; else 4777"),
  ]),
  command(
    "catalogue",
    "update",
    "rebuilds the actors of the catalogue from what MISP, ATT&CK and Microsoft publish",
    [
      STATE,
      flag("misp", "PLACE", "MISP galaxy threat-actor.json, a file or URL; else as published"),
      flag("attack", "PLACE", "ATT&CK enterprise STIX bundle, a file or URL; else as published"),
      flag("microsoft", "PLACE", "MicrosoftMapping.json, a file or URL; else as published"),
      flag("dry-run", undefined, "show what would change and write nothing"),
      JSON_OUT,
    ],
    ["Shows what changed and keeps it in the state folder; on any error the last good catalogue stays."],
  ),
  command("eval", "", "precision, recall and F1 on the labelled articles", [
    flag("corpus", "FILE", "labelled articles; else ../shared/data/corpus/dev.jsonl"),
    flag("stream", "FILE", "labelled feed items; else ../shared/data/stream/labelled.jsonl"),
    flag("canon", "FILE", "which catalogue ids a gold id stands for; else canon.json beside the stream"),
    JSON_OUT,
  ]),
];
