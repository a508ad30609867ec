import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { readEnvironment } from "../config/read-environment.ts";
import { createFetcher } from "../intake/fetch-feed.ts";
import { makeFolder } from "../store/make-folder.ts";
import { showProgress } from "../terminal/show-progress.ts";
import { type ActorsDiff, diffActors } from "../watch/catalogue/diff-actors.ts";
import { loadActors, updatedActorsFile } from "../watch/catalogue/load-catalogue.ts";
import { mergeActors } from "../watch/catalogue/merge-actors.ts";
import { type Published, readAttack, readMicrosoft, readMisp } from "../watch/catalogue/read-sources.ts";
import type { ActorsFile } from "../watch/catalogue/records.ts";
import { type Arguments, readArguments } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";

/** Where the three catalogues are published. */
const PUBLISHED = {
  misp: "https://raw.githubusercontent.com/MISP/misp-galaxy/main/clusters/threat-actor.json",
  attack: "https://raw.githubusercontent.com/mitre/cti/master/enterprise-attack/enterprise-attack.json",
  microsoft:
    "https://raw.githubusercontent.com/microsoft/mstic/master/PublicFeeds/ThreatActorNaming/MicrosoftMapping.json",
} as const;
/** The ATT&CK bundle alone has some 45 MB. */
const MAX_BYTES = 150_000_000;
const MAX_MS = 300_000;
const LINES_SHOWN = 40;
/** Publishers retire a few groups in a hundred a year. */
const MAX_LOSS = 0.1;

/** Rebuilds the actors of the catalogue from the three published formats and shows what changed; on any error the last good ones stay. */
export async function catalogueCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("catalogue", args);
  if (given.words.join(" ") !== "update")
    throw new UsageError("catalogue expects the word update; such as: telwatch catalogue update");
  const stateDir = given.value("state") ?? readEnvironment(process.env).environment.stateDir;
  const target = updatedActorsFile(stateDir);
  const { before, damage } = actorsInUse(stateDir);
  let after: ActorsFile;
  try {
    after = await readAndMerge(given);
  } catch (error) {
    throw new Error(
      `${reasonOf(error)}; the catalogue in use stays as it was (${before.actors.length} actors)`,
    );
  }
  const diff = diffActors(before, after);
  const dry = given.has("dry-run");
  if (!dry) writeWhole(target, JSON.stringify(after));
  if (damage !== undefined)
    console.error(`the actors kept before were not readable; compared with those of the program (${damage})`);
  const loss = describeLoss(diff, before, target);
  if (loss !== undefined) console.error(loss);
  if (given.has("json"))
    console.log(JSON.stringify({ ...diff, actors: after.actors.length, versions: after.versions }));
  else console.log(describe(diff, after, dry ? undefined : target));
  return 0;
}

async function readAndMerge(given: Arguments): Promise<ActorsFile> {
  const progress = showProgress(process.stderr, "catalogue", 3, Date.now);
  try {
    const misp = await readPublished(given.value("misp") ?? PUBLISHED.misp, readMisp);
    progress.step(1, "MISP galaxy");
    const attack = await readPublished(given.value("attack") ?? PUBLISHED.attack, readAttack);
    progress.step(2, "ATT&CK");
    const microsoft = await readPublished(given.value("microsoft") ?? PUBLISHED.microsoft, readMicrosoft);
    progress.step(3, "Microsoft");
    return mergeActors(misp, attack, microsoft);
  } finally {
    progress.end();
  }
}

/** The actors that an update is compared with; a damaged file of the state folder must not stand in the way of a new one. */
function actorsInUse(stateDir: string): { readonly before: ActorsFile; readonly damage?: string } {
  try {
    return { before: loadActors(stateDir) };
  } catch (error) {
    return { before: loadActors(), damage: reasonOf(error) };
  }
}

async function readPublished(place: string, read: (text: string) => Published): Promise<Published> {
  try {
    return read(await readSource(place));
  } catch (error) {
    const reason = reasonOf(error);
    throw new Error(reason.includes(place) ? reason : `${place}: ${reason}`);
  }
}

async function readSource(place: string): Promise<string> {
  if (!/^https?:\/\//i.test(place)) return readFile(place);
  const host = new URL(place).hostname;
  const allowHosts = ["127.0.0.1", "localhost", "[::1]"].includes(host) ? [host] : [];
  const fetcher = createFetcher({ allowHosts, now: Date.now, maxBytes: MAX_BYTES, requestMs: MAX_MS });
  try {
    const answer = await fetcher.get(place, { kind: "page", headers: { accept: "application/json" } });
    if (answer.kind === "failed") throw new Error(`${place}: ${answer.reason} ${answer.detail}`);
    if (answer.status !== 200) throw new Error(`${place}: expected HTTP 200, got ${answer.status}`);
    if (!answer.complete) throw new Error(`${place}: the connection ended before the end of the file`);
    return new TextDecoder().decode(answer.body);
  } finally {
    await fetcher.close();
  }
}

function readFile(place: string): string {
  try {
    return readFileSync(place, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "no such file" : code === "EISDIR" ? "this is a folder" : code;
    throw new Error(`${place || "an empty place"}: ${why}; expected a file or an http(s) address`);
  }
}

/** What to say where an update takes away so much that a cut or foreign file is likelier than a review of the publishers'. */
function describeLoss(diff: ActorsDiff, before: ActorsFile, target: string): string | undefined {
  const [gone, all] = [diff.removed.length, before.actors.length];
  if (gone <= all * MAX_LOSS) return undefined;
  return `warning: ${gone} of ${all} actors are gone, and their names are no longer found; if a source was not whole, remove ${target} to return to the actors that come with the program`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Writes beside the target and renames, so that a reader never sees half a file. */
function writeWhole(target: string, text: string): void {
  makeFolder(dirname(target));
  writeFileSync(`${target}.new`, `${text}\n`, { flush: true });
  renameSync(`${target}.new`, target);
}

function describe(diff: ActorsDiff, after: ActorsFile, target: string | undefined): string {
  const versions = Object.entries(after.versions).map(([source, version]) => `${source} ${version}`);
  return [
    `${after.actors.length} actors from ${versions.join(", ")}`,
    ...listed("new", diff.added),
    ...listed("gone", diff.removed),
    ...listed("changed", diff.changed),
    target === undefined ? "nothing written (--dry-run)" : `written to ${target}; restart the bot to use it`,
  ].join("\n");
}

function listed(label: string, lines: readonly string[]): string[] {
  const more = lines.length - LINES_SHOWN;
  return [
    `${label}: ${lines.length}`,
    ...lines.slice(0, LINES_SHOWN).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
