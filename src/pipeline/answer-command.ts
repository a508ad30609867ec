import type { Catalogue } from "../domain-catalogue.ts";
import type { Config } from "../domain-config.ts";
import type { Answer, EntityFacts } from "../domain-lookup.ts";
import { answerQuery, isReading } from "../lookup/answer-query.ts";
import { buildDirectory, type Directory } from "../lookup/find-entity.ts";
import { parseQuery } from "../lookup/parse-query.ts";
import type { Store } from "../store/open-store.ts";
import { openArchive } from "./open-archive.ts";

/** Who asks. */
export interface Asker {
  readonly id: string;
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
  readonly entities: readonly EntityFacts[];
  readonly now: number;
  readonly command: string;
  readonly asker: Asker;
}

/** Answers a question as typed, or makes the change it asks for; whatever cannot be read is answered with help. */
export async function answerCommand(text: string, parts: AnswerParts): Promise<Answer> {
  const query = parseQuery(text, parts.now);
  const archive = openArchive({ ...parts, threadOf: () => undefined });
  const { now, command, config } = parts;
  const asking = { now, command, timezone: config.timezone, us: config.us };
  if (isReading(query)) return answerQuery(query, archive, directoryOf(parts.entities), asking);
  const problem = `${query.kind} is not built yet.`;
  return answerQuery(
    { kind: "help", verb: undefined, problem, nearest: undefined, words: undefined },
    archive,
    directoryOf(parts.entities),
    asking,
  );
}

const directories = new WeakMap<readonly EntityFacts[], Directory>();

/** The directory of a catalogue is built once; the facts change only when the configuration does. */
export function directoryOf(entities: readonly EntityFacts[]): Directory {
  const known = directories.get(entities);
  if (known !== undefined) return known;
  const built = buildDirectory(entities);
  directories.set(entities, built);
  return built;
}
