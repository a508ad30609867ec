import type { Catalogue } from "../domain-catalogue.ts";
import type { Config } from "../domain-config.ts";
import type { Fetcher } from "../domain-intake.ts";
import type { Answer, Archive, Asking, EntityFacts, Query } from "../domain-lookup.ts";
import { answerQuery, isReading } from "../lookup/answer-query.ts";
import { buildDirectory, type Directory } from "../lookup/find-entity.ts";
import { parseQuery } from "../lookup/parse-query.ts";
import { appendAudit } from "../store/audit.ts";
import type { Store } from "../store/open-store.ts";
import { changeDigest } from "./change-digest.ts";
import { addMute, removeMutes } from "./change-mutes.ts";
import { addWatch, removeWatches } from "./change-watches.ts";
import type { KeptWatchlist } from "./keep-watchlist.ts";
import { openArchive } from "./open-archive.ts";
import { testAddress } from "./test-address.ts";

/** Who asks. */
export interface Asker {
  /** How the asker is shown beside a watch or a mute. */
  readonly name: string;
  readonly mayWrite: boolean;
  /** The channel in which the question was asked, where there is one. */
  readonly channel: string | undefined;
}
export interface AnswerParts {
  readonly db: Store;
  readonly config: Config;
  readonly catalogue: Catalogue;
  readonly kept: KeptWatchlist;
  readonly now: number;
  /** How the command is called: "/telwatch". */
  readonly command: string;
  readonly asker: Asker;
  /** Opens the guarded fetcher that `test` needs. */
  readonly fetcher: () => Fetcher;
  readonly permalink?: (ref: string) => string | undefined;
}
/** What a change may use besides its query. */
export interface ChangeContext extends AnswerParts {
  readonly archive: Archive;
  readonly directory: Directory;
}

/** Answers a question as typed, or makes the change it asks for; whatever cannot be read is answered with help and changes nothing. */
export async function answerCommand(text: string, parts: AnswerParts): Promise<Answer> {
  const query = parseQuery(text, parts.now);
  const archive = openArchive({ ...parts, entities: parts.kept.entities, permalink: parts.permalink });
  const directory = directoryOf(parts.kept.entities);
  if (isReading(query)) return answerQuery(query, archive, directory, askingOf(parts));
  if (query.kind === "test") return testAddress(query.url, parts);
  if (query.kind === "digest" && query.when === "now")
    return changeDigest(query, { ...parts, archive, directory });
  const answer = parts.asker.mayWrite
    ? await change(query, { ...parts, archive, directory })
    : refusal(query.kind);
  appendAudit(parts.db, {
    at: parts.now,
    by: parts.asker.name,
    words: text.trim(),
    outcome: parts.asker.mayWrite ? answer.bottomLine : "refused: not among the writers",
  });
  return answer;
}

function askingOf(parts: AnswerParts): Asking {
  const { now, command, config } = parts;
  return { now, command, timezone: config.timezone, us: config.us };
}

async function change(
  query: Extract<Query, { kind: "watch-add" | "watch-remove" | "mute" | "unmute" | "digest" }>,
  context: ChangeContext,
): Promise<Answer> {
  switch (query.kind) {
    case "watch-add":
      return addWatch(query, context);
    case "watch-remove":
      return removeWatches(query, context);
    case "mute":
      return addMute(query, context);
    case "unmute":
      return removeMutes(query, context);
    case "digest":
      return changeDigest(query, context);
  }
}

function refusal(kind: Query["kind"]): Answer {
  return {
    kind,
    ok: false,
    title: "Not allowed",
    bottomLine:
      "Only the people listed under slack.writers in feeds.yaml may change watches, mutes and digests.",
    sections: [],
    buttons: [],
    footer: "Changed nothing.",
  };
}

const directories = new WeakMap<readonly EntityFacts[], Directory>();

/** The directory of a catalogue, built once for each list of facts. */
export function directoryOf(entities: readonly EntityFacts[]): Directory {
  const known = directories.get(entities);
  if (known !== undefined) return known;
  const built = buildDirectory(entities);
  directories.set(entities, built);
  return built;
}
