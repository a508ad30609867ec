/**
 * Learns by which traits a voice shows itself as origin of a report, and writes src/stories/origins/origin-weights.json.
 * What is printed is of sets that the weights had not seen: each set is left out in turn, for several bars.
 * Usage: node bench/fit-origins.ts [--measure] [--errors] [--also SET.jsonl] [corpus.jsonl …]   (--measure writes nothing; without
 * files, all sets at hand; a set given with --also is only measured)
 */
import { writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Findings } from "../src/domain.ts";
import { readLabelled } from "../src/measure/read-labelled.ts";
import { sameVoice } from "../src/measure/score-stories.ts";
import { boundArticle } from "../src/stories/bound-article.ts";
import { pickOrigins, type TracedVoice, traceVoices } from "../src/stories/origins/trace-origins.ts";
import { type OriginWeights, weighOrigin } from "../src/stories/origins/weigh-origin.ts";
import { hearArticle } from "../src/stories/statements/find-statements.ts";
import { LEAST_LIKELY_ORIGIN } from "../src/stories/thresholds.ts";
import { loadCatalogue } from "../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../src/watch/compile-watchlist.ts";
import { findMentions } from "../src/watch/find-mentions.ts";
import { fitEach } from "./learn/fit-logistic.ts";
import { setsAtHand } from "./learn/sets-at-hand.ts";

interface Labelled {
  readonly set: string;
  readonly id: string;
  readonly origins: readonly string[];
  readonly findings: Findings;
  readonly voices: readonly TracedVoice[];
}

/** Chosen by leaving sets out; half or twice the strength changes precision at the same recall by a point. */
const OPTIONS = { c: 0.2, balance: 0, leastExamples: 3 };
const BARS = [0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.25, 0.3];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    measure: { type: "boolean" },
    errors: { type: "boolean" },
    also: { type: "string", multiple: true },
  },
});
const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
const articles = (positionals.length > 0 ? positionals : setsAtHand()).flatMap(readSet);
const also = (values.also ?? []).flatMap(readSet);
const sets = [...new Set(articles.map((one) => one.set))];
const unseen = sets.flatMap((set) => {
  const weights = learn(articles.filter((one) => one.set !== set));
  return articles.filter((one) => one.set === set).map((one) => ({ ...one, weights }));
});
for (const set of sets)
  say(
    `${set}, left out`,
    unseen.filter((one) => one.set === set),
  );
for (const bar of BARS) say(`all left out, bar ${bar}`, unseen, bar);
if (values.errors) for (const one of unseen) sayErrors(one);
const learned = learn(articles);
if (also.length > 0)
  say(
    "only measured",
    also.map((one) => ({ ...one, weights: learned })),
  );
if (!values.measure) write(learned);

function readSet(file: string): Labelled[] {
  const set = /^(?:corpus|dev)\.jsonl$/.test(basename(file))
    ? basename(dirname(file))
    : basename(file, ".jsonl");
  return readLabelled(file).flatMap(({ article: whole, origins }) => {
    if (origins === undefined) return [];
    const article = boundArticle(whole);
    const findings = findMentions(article, everyone);
    const voices = traceVoices(article, findings, hearArticle(article, findings).heard);
    return [{ set, id: article.id, origins, findings, voices }];
  });
}

function learn(from: readonly Labelled[]): OriginWeights {
  const examples = from.flatMap((one) =>
    one.voices.map(({ voice, traits }) => ({
      traits,
      weight: 1,
      labels: new Set(
        one.origins.some((gold) => sameVoice(voice.name, gold, { read: one })) ? ["origin"] : [],
      ),
    })),
  );
  const { bias, traits } = fitEach(examples, ["origin"], OPTIONS);
  return {
    bias: bias[0] ?? 0,
    traits: Object.fromEntries(Object.entries(traits).map(([trait, [weight]]) => [trait, weight ?? 0])),
  };
}

interface Unseen extends Labelled {
  readonly weights: OriginWeights;
}

function pick({ voices, weights }: Unseen, bar: number): string[] {
  const weighed = voices.map((one) => ({ ...one, likely: weighOrigin(one.traits, weights) }));
  return pickOrigins(weighed, bar).map((voice) => voice.name);
}

function say(name: string, list: readonly Unseen[], bar = LEAST_LIKELY_ORIGIN): void {
  let [gold, hit, found, right] = [0, 0, 0, 0];
  for (const one of list) {
    const picked = pick(one, bar);
    const same = (a: string, b: string): boolean => sameVoice(a, b, { read: { findings: one.findings } });
    gold += one.origins.length;
    hit += one.origins.filter((origin) => picked.some((name) => same(name, origin))).length;
    found += picked.length;
    right += picked.filter((name) => one.origins.some((origin) => same(name, origin))).length;
  }
  const share = (part: number, whole: number): string => (part / whole).toFixed(3);
  console.log(
    `${name}: recall ${share(hit, gold)} of ${gold}, precision ${share(right, found)}, ${(found / list.length).toFixed(1)} each`,
  );
}

function sayErrors(one: Unseen): void {
  const picked = pick(one, LEAST_LIKELY_ORIGIN);
  const same = (a: string, b: string): boolean => sameVoice(a, b, { read: { findings: one.findings } });
  for (const name of picked)
    if (!one.origins.some((origin) => same(name, origin))) console.log(`${one.id} found: ${name}`);
  for (const origin of one.origins) {
    if (picked.some((name) => same(name, origin))) continue;
    const near = one.voices.filter(({ voice }) => same(voice.name, origin)).map(({ voice }) => voice.name);
    console.log(`${one.id} missed: ${origin} (${near.length === 0 ? "no voice" : near.join(", ")})`);
  }
}

function write({ bias, traits }: OriginWeights): void {
  const rows = Object.entries(traits).map(([trait, weight]) => `    ${JSON.stringify(trait)}: ${weight}`);
  writeFileSync(
    join(resolve(import.meta.dirname, ".."), "src/stories/origins/origin-weights.json"),
    `{\n  "bias": ${bias},\n  "traits": {\n${rows.join(",\n")}\n  }\n}\n`,
  );
}
