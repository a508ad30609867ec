import { readFileSync } from "node:fs";
import { isCollection, isMap, LineCounter, type ParsedNode, parseDocument, type YAMLMap } from "yaml";
import type { Config, ConfigProblem, Environment } from "../domain-config.ts";
import { explainIssues, type KeyedMistake } from "./explain-issues.ts";
import { findClashes, makeFeedId, pollEvery } from "./find-clashes.ts";
import { findUnknownIds, type KnownIds } from "./find-unknown-ids.ts";
import { configSchema, type ParsedConfig } from "./schema.ts";

const MAX_BYTES = 2 * 1024 * 1024;
const DIGEST_AT = "08:30";

export interface LoadedConfig {
  /** Undefined when there is any problem. */
  readonly config: Config | undefined;
  readonly problems: readonly ConfigProblem[];
  readonly path: string;
}

/** Reads and checks feeds.yaml, or the file that the environment names; gives all mistakes at once and never throws for what the file holds. */
export function loadConfig(
  path: string | undefined,
  environment?: Pick<Environment, "configPath">,
  known?: KnownIds,
): LoadedConfig {
  const file = path ?? environment?.configPath ?? "feeds.yaml";
  const read = readText(file);
  if (read.text === undefined) return { config: undefined, problems: [placeless(read.trouble)], path: file };
  return { ...checkConfig(read.text, known), path: file };
}

/** Checks the text of a feeds.yaml, its ids too where the known ones are given; pure. */
export function checkConfig(text: string, known?: KnownIds): Omit<LoadedConfig, "path"> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { line, column: col, key: "", message: `not readable as YAML: ${error.message}` };
    });
    return { config: undefined, problems };
  }
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { config: undefined, problems: [placeless(`not readable as YAML: ${(error as Error).message}`)] };
  }
  if (raw === null || raw === undefined)
    return {
      config: undefined,
      problems: [placeless("the file is empty; expected at least feeds, watch and routes")],
    };
  const parsed = configSchema.safeParse(raw);
  const mistakes = [
    ...explainIssues(parsed.error?.issues ?? [], raw),
    ...findClashes(raw),
    ...(known === undefined ? [] : findUnknownIds(raw, known)),
  ];
  const problems = mistakes
    .map((mistake) => placeMistake(mistake, document.contents, lines))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  return { config: parsed.success && problems.length === 0 ? fillConfig(parsed.data) : undefined, problems };
}

function readText(file: string): { readonly text?: string; readonly trouble: string } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const cause =
      code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : String(code);
    return { trouble: `cannot read ${file}: ${cause}; name another with --config FILE or TELWATCH_CONFIG` };
  }
  if (bytes.length > MAX_BYTES)
    return { trouble: `expected a configuration under 2 MB, ${file} has ${bytes.length} bytes` };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), trouble: "" };
  } catch {
    return { trouble: `expected text in UTF-8; ${file} holds other bytes` };
  }
}

function placeless(message: string): ConfigProblem {
  return { line: 0, column: 0, key: "", message };
}

function placeMistake(mistake: KeyedMistake, root: ParsedNode | null, lines: LineCounter): ConfigProblem {
  const offset = offsetOf(root, mistake.path, mistake.atKey);
  const { line, col } = lines.linePos(offset);
  return { line, column: col, key: showPath(mistake.path), message: mistake.message };
}

/** The offset of a path's value or key; of the nearest thing around it where the path does not exist. */
function offsetOf(root: ParsedNode | null, path: readonly PropertyKey[], atKey: boolean): number {
  let node: unknown = root;
  let offset = root?.range[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    if (!isCollection(node)) break;
    if (isMap(node) && atKey && depth === path.length - 1) return keyOffset(node as YAMLMap, step) ?? offset;
    const next: unknown = node.get(step, true);
    const range = (next as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] === undefined) break;
    offset = range[0];
    node = next;
  }
  return offset;
}

function keyOffset(map: YAMLMap, key: PropertyKey): number | undefined {
  const pair = map.items.find((item) => String((item.key as { value?: unknown })?.value) === String(key));
  return (pair?.key as { range?: readonly number[] } | undefined)?.range?.[0];
}

function showPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) => (typeof step === "number" ? `[${step}]` : `${i > 0 ? "." : ""}${String(step)}`))
    .join("");
}

function fillConfig(parsed: ParsedConfig): Config {
  const { stories, network, slack, feeds, routes, ...rest } = parsed;
  return {
    ...rest,
    us: rest.us,
    feeds: feeds.map(({ id, every, ...feed }) => ({
      ...feed,
      id: id ?? makeFeedId(feed.name),
      everyMs: pollEvery(feed.url, every ?? network.interval, network.allowHosts),
    })),
    stories: { group: stories.group, windowMs: stories.window },
    network: { allowHosts: network.allowHosts, intervalMs: network.interval },
    slack: {
      graceMs: slack.grace,
      command: slack.command,
      opsChannel: slack.opsChannel,
      writers: slack.writers,
    },
    routes: routes.map((route) => ({
      ...route,
      at: route.deliver === "digest" ? (route.at ?? DIGEST_AT) : undefined,
    })),
  };
}
