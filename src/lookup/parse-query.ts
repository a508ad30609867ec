import type { Query, Verb } from "../domain-lookup.ts";
import { VERBS } from "../domain-lookup.ts";
import { cleanWords, splitWords, trimPunctuation } from "./clean-words.ts";
import { nearestNames } from "./nearest-names.ts";
import { parseSearch } from "./parse-search.ts";
import { readFuture, readPast, readSpan } from "./read-moment.ts";
import { readVerb } from "./verbs.ts";

/** Longer is pasted by mistake or in malice; no name, link or search needs it. */
const MAX_CHARS = 2_000;
const DAY_MS = 86_400_000;
const DEFAULT_MUTE_MS = 7 * DAY_MS;
const LONGEST_MUTE_MS = 366 * DAY_MS;
const DEFAULT_TREND_MS = 7 * DAY_MS;

/** Reads a question as people type it; whatever cannot be read becomes a help query that names the trouble. Never throws. */
export function parseQuery(text: string, now: number): Query {
  if (text.length > MAX_CHARS)
    return help(
      undefined,
      `That is ${text.length.toLocaleString("en")} characters; a question has at most 2,000.`,
    );
  const words = splitWords(trimPunctuation(cleanWords(text)));
  if (words[0]?.startsWith("/")) words.shift();
  const [first, ...rest] = words;
  if (first === undefined) return help();
  const verb = readVerb(first);
  if (verb === undefined) return unknownVerb(first, words);
  const flag = rest.find((word) => /^--?[a-z][\w-]*(?:=.*)?$/i.test(word));
  if (flag !== undefined && verb !== "help") return help(verb, `There is no option ${flag}.`);
  return parseArguments(verb, rest, now);
}

function parseArguments(verb: Verb, rest: readonly string[], now: number): Query {
  switch (verb) {
    case "help":
      return parseHelp(rest);
    case "actor":
    case "carrier":
    case "timeline":
      return parseCard(verb, rest, now);
    case "story":
    case "why":
      return parseTarget(verb, rest);
    case "test":
      return parseTest(rest);
    case "search":
      return parseSearch(rest, now);
    case "trend":
      return parseTrend(rest);
    case "watch":
      return parseWatch(rest, now);
    case "mute":
      return parseMute(rest, now);
    case "unmute":
      return rest.length === 0
        ? help("unmute", "Which mute shall end?")
        : { kind: "unmute", target: nameOf(rest) };
    case "feeds":
    case "status":
      return { kind: verb };
    case "digest":
      return parseDigest(rest);
  }
}

/** A help query, with what was wrong where something was. */
export function help(verb?: Verb, problem?: string, nearest?: Verb, words?: string): Query {
  return { kind: "help", verb, problem, nearest, words };
}

function unknownVerb(first: string, words: readonly string[]): Query {
  const shown = first.length > 40 ? `${first.slice(0, 40)}…` : first;
  const nearest = nearestNames(first, VERBS, 1)[0] as Verb | undefined;
  const all = words.join(" ");
  return help(undefined, `I do not know "${shown}".`, nearest, all.length <= 120 ? all : undefined);
}

function parseHelp(rest: readonly string[]): Query {
  const [word] = rest;
  if (word === undefined) return help();
  const verb = readVerb(word);
  return verb === undefined ? unknownVerb(word, rest) : help(verb);
}

function parseCard(kind: "actor" | "carrier" | "timeline", rest: readonly string[], now: number): Query {
  const cut = cutClause(rest, "since");
  if (cut.before.length === 0) return help(kind, `Which ${kind === "timeline" ? "actor or carrier" : kind}?`);
  if (cut.after === undefined) return { kind, name: nameOf(cut.before), since: undefined };
  const since = readPast(cut.after, now);
  if (since === undefined || since >= now)
    return help(
      kind,
      `I cannot read "${shorten(cut.after)}" as a time in the past; say 90d, 2 weeks, 2024-11.`,
    );
  return { kind, name: nameOf(cut.before), since };
}

function parseTarget(verb: "story" | "why", rest: readonly string[]): Query {
  if (rest.length !== 1) return help(verb, "Give one story id or one link.");
  const target = readTarget(rest[0] ?? "");
  if (target === undefined)
    return help(verb, `"${shorten(rest[0] ?? "")}" is neither a story id such as S-0142 nor a link.`);
  return { kind: verb, target };
}

function parseTest(rest: readonly string[]): Query {
  const url = rest.length === 1 ? readUrl(rest[0] ?? "") : undefined;
  return url === undefined ? help("test", "Give one http(s) link.") : { kind: "test", url };
}

function parseTrend(rest: readonly string[]): Query {
  for (const size of [1, 2]) {
    const span = readSpan(rest.slice(-size).join(" "));
    if (span === undefined || rest.length < size) continue;
    const name = rest.slice(0, -size);
    if (span < DAY_MS) return help("trend", "The shortest span is one day (1d).");
    return { kind: "trend", name: name.length === 0 ? undefined : nameOf(name), windowMs: span };
  }
  return { kind: "trend", name: rest.length === 0 ? undefined : nameOf(rest), windowMs: DEFAULT_TREND_MS };
}

function parseWatch(rest: readonly string[], now: number): Query {
  const [what, ...name] = rest;
  const word = what?.toLowerCase();
  if (word === undefined || (word === "list" && name.length === 0)) return { kind: "watch-list" };
  if (word === "remove" || word === "rm" || word === "delete")
    return name.length === 0
      ? help("watch", "Which watch shall go?")
      : { kind: "watch-remove", name: nameOf(name) };
  if (word !== "add") return help("watch", "Say watch add NAME, watch list or watch remove NAME.");
  const [maybeNew, maybeKind] = name.map((one) => one.toLowerCase());
  const asIs =
    maybeNew === "new" && (maybeKind === "actor" || maybeKind === "carrier") ? maybeKind : undefined;
  const cut = cutClause(asIs === undefined ? name : name.slice(2), "until", "for");
  if (cut.before.length === 0) return help("watch", "Which name shall be watched?");
  if (cut.after === undefined)
    return { kind: "watch-add", name: nameOf(cut.before), as: asIs, until: undefined };
  const until = readFuture(cut.after, now);
  if (until === undefined)
    return help(
      "watch",
      `I cannot read "${shorten(cut.after)}" as a time to come; say 30d, 6 weeks, 2027-01-31.`,
    );
  return { kind: "watch-add", name: nameOf(cut.before), as: asIs, until };
}

function parseMute(rest: readonly string[], now: number): Query {
  if (rest.length === 0 || (rest.length === 1 && rest[0]?.toLowerCase() === "list"))
    return { kind: "mute-list" };
  const { before, after: because } = cutClause(rest, "because");
  for (const size of [1, 2]) {
    const until = before.length > size ? readFuture(before.slice(-size).join(" "), now) : undefined;
    if (until === undefined) continue;
    if (until > now + LONGEST_MUTE_MS) return help("mute", "A mute lasts at most a year.");
    return { kind: "mute", target: muteTarget(before.slice(0, -size)), until, because };
  }
  if (before.length === 0) return help("mute", "What shall be muted?");
  const last = before.at(-1) ?? "";
  if (before.length > 1 && /^\d+[a-z]*$/i.test(last))
    return help("mute", `I cannot read "${shorten(last)}" as a span; say 7d, 2 weeks or 12h.`);
  return { kind: "mute", target: muteTarget(before), until: now + DEFAULT_MUTE_MS, because };
}

/** "mute lumen for 3d" is said as often as "mute lumen 3d". */
function muteTarget(words: readonly string[]): string {
  const last = words.at(-1)?.toLowerCase();
  return nameOf(words.length > 1 && (last === "for" || last === "until") ? words.slice(0, -1) : words);
}

function parseDigest(rest: readonly string[]): Query {
  const [what, at] = rest.map((word) => word.toLowerCase());
  if (rest.length <= 1 && (what === undefined || what === "now")) return { kind: "digest", when: "now" };
  if (rest.length === 1 && what === "off") return { kind: "digest", when: "off" };
  const time = what === "daily" && rest.length === 2 ? /^(\d{1,2})[:.](\d{2})$/.exec(at ?? "") : undefined;
  if (time && Number(time[1]) < 24 && Number(time[2]) < 60)
    return { kind: "digest", when: { at: `${time[1]?.padStart(2, "0")}:${time[2]}` } };
  return help("digest", "Say digest now, digest daily 08:30 or digest off.");
}

/** Cuts the words at the last keyword that has words after it, spelled "since 90d", "since:90d" or "since=90d". */
function cutClause(
  words: readonly string[],
  ...keys: readonly string[]
): { readonly before: readonly string[]; readonly after: string | undefined } {
  for (let i = words.length - 1; i >= 0; i -= 1) {
    const word = words[i] ?? "";
    const glued = /^([a-z]+)[:=](.+)$/i.exec(word);
    if (glued && keys.includes(glued[1]?.toLowerCase() ?? ""))
      return { before: words.slice(0, i), after: [glued[2], ...words.slice(i + 1)].join(" ") };
    if (keys.includes(word.toLowerCase().replace(/[:=]$/, "")) && i < words.length - 1)
      return { before: words.slice(0, i), after: words.slice(i + 1).join(" ") };
  }
  return { before: words, after: undefined };
}

function nameOf(words: readonly string[]): string {
  return trimPunctuation(words.join(" ").replace(/^@/, ""));
}

/** A story id in its full spelling, or an http(s) link; undefined for anything else. */
export function readTarget(word: string): string | undefined {
  const id = /^s-?(\d{1,9})$/i.exec(word);
  if (id) return `S-${(id[1] ?? "").replace(/^0+(?=\d)/, "").padStart(4, "0")}`;
  return readUrl(word);
}

function readUrl(word: string): string | undefined {
  const trimmed = word.replace(/^[<("']+|[>)"'.,;!]+$/g, "");
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
    ? trimmed
    : /^[\w-]+(?:\.[\w-]+)+\/\S*$/.test(trimmed)
      ? `https://${trimmed}`
      : trimmed;
  if (!/^https?:\/\//i.test(full) || !URL.canParse(full)) return undefined;
  const url = new URL(full);
  return url.hostname.includes(".") && url.username === "" && url.password === "" ? url.href : undefined;
}

function shorten(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}
