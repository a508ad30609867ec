/**
 * Learns what kind of event an article tells and which roles its actors and carriers have, from labelled articles, and writes
 * src/watch/weigh/*-weights.json. Every share printed is of sets that the weights had not seen: each is left out in turn.
 * Usage: node bench/learn-reading.ts [--measure] [--errors] [corpus.jsonl …]   (--measure writes nothing; without files, all sets at hand)
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { EventType } from "../src/domain.ts";
import { loadCatalogue } from "../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../src/watch/compile-watchlist.ts";
import type { Weights } from "../src/watch/weigh/weigh-traits.ts";
import { bankSentences, blameByPart, blameSentences, fitBlame } from "./learn/blame-examples.ts";
import { type FitOptions, fitLogistic } from "./learn/fit-logistic.ts";
import { leaveOut, type Unseen } from "./learn/leave-out.ts";
import { ACTOR_OPTIONS, CARRIER_OPTIONS, EVENT_OPTIONS } from "./learn/options.ts";
import {
  actorExamples,
  carrierExamples,
  eventExamples,
  readSets,
  type SetExample,
} from "./learn/reading-examples.ts";
import { setsAtHand } from "./learn/sets-at-hand.ts";

/** Sets whose sentences are read by the same weights. */
const BLAME_PARTS = 6;
const ROOT = resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);
const given = args.filter((one) => !one.startsWith("--"));
const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
const sets = readSets(given.length > 0 ? given : setsAtHand(), everyone);

const events = eventExamples(sets);
const unseen = learn("event", events, EVENT_OPTIONS);
const asRead = new Map(unseen.map((one) => [`${one.set} ${one.of}`, one.read]));
// Roles are learned beside the event as an unseen article would have it read.
const eventOf = (set: string, { labelled }: { labelled: { article: { id: string } } }): EventType =>
  asRead.get(`${set} ${labelled.article.id}`) ?? "other";
learn("carrier-role", carrierExamples(sets, eventOf), CARRIER_OPTIONS);
const sentences = blameSentences(sets, (set, article) => asRead.get(`${set} ${article}`) ?? "other");
const bank = bankSentences();
const blameOf = blameByPart(sentences, bank, BLAME_PARTS);
learn("actor-role", actorExamples(sets, eventOf, blameOf), ACTOR_OPTIONS);
if (!args.includes("--measure"))
  write("src/watch/blame/blame-weights.json", fitBlame([...sentences, ...bank]));

function learn<L extends string>(
  name: string,
  examples: readonly SetExample<L>[],
  options: FitOptions,
): Unseen<L>[] {
  const read = leaveOut(examples, options);
  const share = (list: readonly Unseen<L>[]): number =>
    list.filter((one) => one.read === one.label).length / list.length;
  const bySet = [...new Set(read.map((one) => one.set))].map(
    (set) => `${set} ${share(read.filter((one) => one.set === set)).toFixed(2)}`,
  );
  console.log(`${name}: ${share(read).toFixed(3)} of ${read.length} unseen; ${bySet.join(", ")}`);
  if (args.includes("--errors"))
    for (const one of read)
      if (one.read !== one.label) console.log(`  ${one.of} is ${one.label}, read as ${one.read}`);
  if (args.includes("--measure")) return read;
  write(`src/watch/weigh/${name}-weights.json`, fitLogistic(examples, options));
  return read;
}

function write(file: string, { labels, bias, traits }: Weights<string>): void {
  const rows = Object.entries(traits).map(
    ([trait, row]) => `    ${JSON.stringify(trait)}: ${JSON.stringify(row)}`,
  );
  writeFileSync(
    join(ROOT, file),
    `{\n  "labels": ${JSON.stringify(labels)},\n  "bias": ${JSON.stringify(bias)},\n  "traits": {\n${rows.join(",\n")}\n  }\n}\n`,
  );
}
