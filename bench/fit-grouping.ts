/** Learns the weights of src/stories/thresholds.ts from labelled sets by logistic regression and says how far they carry. Usage: node bench/fit-grouping.ts [--hold SET] NAME=corpus-or-stream.jsonl… [pairs=stream-pairs.jsonl items=items.jsonl] */
import { readFileSync } from "node:fs";
import type { Article, Reading, Story } from "../src/domain.ts";
import { readLabelled } from "../src/measure/read-labelled.ts";
import { combineWeights } from "../src/stories/grouping/combine-weights.ts";
import { isSeriesOf } from "../src/stories/grouping/is-series.ts";
import { gapBetween, readSigns } from "../src/stories/grouping/read-signs.ts";
import { growStory } from "../src/stories/news/grow-story.ts";
import { readAccount } from "../src/stories/read-account.ts";
import { type SignName, WEIGHTS } from "../src/stories/thresholds.ts";
import { decodeEntities } from "../src/text/decode-entities.ts";
import type { TermWeights } from "../src/text/similarity.ts";
import { loadCatalogue } from "../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../src/watch/compile-watchlist.ts";
import { findMentions } from "../src/watch/find-mentions.ts";

const DAY_MS = 86_400_000;
const NAMES = Object.keys(WEIGHTS) as SignName[];
/** Pull of every weight towards zero, in units of a sign's spread. */
const PULL = 2;
/** Pairs read of the recorded stream were drawn evenly from hard and easy ones: each stands for this many; none may outvote a set. */
const MOST_STANDS = 5;
const SHUFFLED = 3000;

interface Pair {
  readonly set: string;
  readonly signs: readonly number[];
  readonly same: boolean;
  readonly weight: number;
  readonly what: string;
  /** For how many like it a sampled pair stands. */
  readonly stands?: number | undefined;
}

const watchlist = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
const NOTHING = { storyId: undefined, alone: false, why: "", nearest: [], related: [] };

function read(article: Article): Reading {
  const findings = findMentions(article, watchlist);
  return { article, findings, account: readAccount(article, findings) };
}

function signsOf(reading: Reading, story: Story, weights: TermWeights): number[] {
  const signs = readSigns(reading, story, { weights, parents: watchlist.parents });
  return NAMES.map((name) => signs[name]?.value ?? 0);
}

/** Every article of a set against every story before it, stories grown by the labels. */
function pairsOf(set: string, file: string): { pairs: Pair[]; readings: Reading[] } {
  const rows = [...readLabelled(file)].sort((a, b) => a.article.publishedAt - b.article.publishedAt);
  const stories = new Map<string, Story>();
  const frequency = new Map<string, number>();
  const pairs: Pair[] = [];
  const readings: Reading[] = [];
  rows.forEach(({ article, story }, at) => {
    const reading = read(article);
    readings.push(reading);
    const weights = combineWeights({ documents: at, frequency: (term) => frequency.get(term) ?? 0 });
    if (reading.account.fingerprint.roundup) return;
    for (const [id, before] of stories) {
      if (gapBetween(reading, before) > 14 * DAY_MS || isSeriesOf(reading, before)) continue;
      pairs.push({
        set,
        signs: signsOf(reading, before, weights),
        same: id === story,
        weight: 1,
        what: `${article.id} ${article.title} | ${id} ${before.title}`,
      });
    }
    const key = story ?? article.id;
    stories.set(key, growStory(stories.get(key), key, reading, NOTHING, "info"));
    for (const [term] of reading.account.fingerprint.terms)
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
  });
  return { pairs, readings };
}

interface Item {
  readonly k: string;
  readonly source: string;
  readonly link: string;
  readonly title: string;
  readonly summary: string;
  readonly firstSeen: string;
}

/** Pairs of the recorded stream that a person has read. */
function pairsRead(file: string, itemsFile: string): Pair[] {
  const items = new Map(
    linesOf(itemsFile).map((line) => {
      const item = JSON.parse(line) as Item;
      return [item.k, item];
    }),
  );
  const readItem = (k: string): Reading | undefined => {
    const item = items.get(k);
    if (item === undefined) return undefined;
    const at = Date.parse(item.firstSeen);
    return read({
      id: k,
      url: item.link,
      outlet: item.source,
      feedId: item.source,
      topic: "security",
      title: decodeEntities(item.title),
      summary: decodeEntities(item.summary ?? ""),
      publishedAt: at,
      fetchedAt: at,
      paragraphs: [],
      textFrom: "feed",
    });
  };
  return linesOf(file).flatMap((line) => {
    const { earlier, later, same, stands } = JSON.parse(line) as {
      earlier: string;
      later: string;
      same: boolean;
      stands?: number;
    };
    const [a, b] = [readItem(earlier), readItem(later)];
    if (a === undefined || b === undefined) return [];
    const story = growStory(undefined, earlier, a, NOTHING, "info");
    return [
      {
        set: "pairs",
        signs: signsOf(b, story, combineWeights(undefined)),
        same,
        weight: Math.min(MOST_STANDS, stands ?? 1),
        stands,
        what: `${b.article.title} | ${a.article.title}`,
      },
    ];
  });
}

/** Articles weeks apart without a common name in the middle are of two events: how alike chance makes whole texts. */
function pairsShuffled(readings: readonly Reading[]): Pair[] {
  const out: Pair[] = [];
  const long = readings.filter((one) => one.article.paragraphs.length > 0);
  let seed = 7;
  const draw = (): Reading => {
    seed = (seed * 48_271) % 2_147_483_647;
    return long[Math.floor((seed / 2_147_483_647) * long.length)] as Reading;
  };
  for (let tries = 0; tries < 20 * SHUFFLED && out.length < SHUFFLED && long.length > 1; tries += 1) {
    const [a, b] = [draw(), draw()];
    if (Math.abs(a.article.publishedAt - b.article.publishedAt) < 20 * DAY_MS) continue;
    const at = a.article.publishedAt + (out.length % 7) * DAY_MS;
    const moved = { ...b, article: { ...b.article, publishedAt: at } };
    const story = growStory(undefined, a.article.id, a, NOTHING, "info");
    const signs = readSigns(moved, story, { weights: combineWeights(undefined), parents: watchlist.parents });
    if (signs.sameVictim ?? signs.sameFocus ?? signs.sameActor) continue;
    out.push({
      set: "shuffled",
      signs: NAMES.map((name) => signs[name]?.value ?? 0),
      same: false,
      weight: 0.3,
      what: `${b.article.id} | ${a.article.id}`,
    });
  }
  return out;
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

interface Model {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Logistic regression with a pull to zero; every weight keeps the side on which thresholds.ts has it. */
function learn(pairs: readonly Pair[]): Model {
  const spread = NAMES.map((_, at) => {
    const values = pairs.map((pair) => pair.signs[at] ?? 0);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length) || 1;
  });
  const rows = pairs.map((pair) => pair.signs.map((value, at) => value / (spread[at] ?? 1)));
  const weights = NAMES.map(() => 0);
  let bias = 0;
  const side = NAMES.map((name) => Math.sign(WEIGHTS[name]));
  const margin = rows.map(() => 0);
  // Coordinate by coordinate: one Newton step each, cut at zero where it would change sides.
  for (let round = 0; round < 200; round += 1) {
    let moved = 0;
    for (let at = -1; at < NAMES.length; at += 1) {
      let [slope, bend] = at < 0 ? [0, 1e-6] : [PULL * (weights[at] ?? 0), PULL];
      rows.forEach((row, one) => {
        const x = at < 0 ? 1 : (row[at] ?? 0);
        if (x === 0) return;
        const p = 1 / (1 + Math.exp(-(margin[one] ?? 0)));
        const { same, weight } = pairs[one] as Pair;
        slope += weight * x * (p - (same ? 1 : 0));
        bend += weight * x * x * Math.max(p * (1 - p), 0.01);
      });
      const before = at < 0 ? bias : (weights[at] ?? 0);
      let after = before - slope / bend;
      if (at >= 0 && after * (side[at] ?? 0) < 0) after = 0;
      if (at < 0) bias = after;
      else weights[at] = after;
      rows.forEach((row, one) => {
        margin[one] = (margin[one] ?? 0) + (after - before) * (at < 0 ? 1 : (row[at] ?? 0));
      });
      moved = Math.max(moved, Math.abs(after - before));
    }
    if (moved < 1e-4) break;
  }
  return { weights: weights.map((weight, at) => weight / (spread[at] ?? 1)), bias };
}

function marginOf({ weights, bias }: Model, pair: Pair): number {
  return pair.signs.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
}

function main(args: readonly string[]): void {
  const files = new Map(
    args.filter((one) => one.includes("=")).map((one) => one.split("=") as [string, string]),
  );
  const held = args.includes("--hold") ? (args[args.indexOf("--hold") + 1] ?? "").split(",") : [];
  const [pairsFile, itemsFile] = [files.get("pairs"), files.get("items")];
  const sets = [...files].filter(([name]) => !["pairs", "items"].includes(name));
  const readings: Reading[] = [];
  const all: Pair[] = [];
  for (const [name, file] of sets) {
    const one = pairsOf(name, file);
    if (held.includes(name)) continue;
    all.push(...one.pairs);
    readings.push(...one.readings);
  }
  if (pairsFile !== undefined && itemsFile !== undefined) all.push(...pairsRead(pairsFile, itemsFile));
  all.push(...pairsShuffled(readings));
  const bars = [-1, -0.5, 0, 0.5, 1];
  const total = new Map<string, number[][]>();
  for (const set of new Set(all.map((pair) => pair.set))) {
    const model = learn(all.filter((pair) => pair.set !== set || set === "shuffled"));
    const own = all.filter((pair) => pair.set === set);
    const margins = own.map((pair) => marginOf(model, pair));
    const count = (bar: number, same: boolean, joined: boolean): number =>
      own
        .filter((pair, at) => pair.same === same && (margins[at] ?? 0) >= bar === joined)
        .reduce((sum, pair) => sum + (pair.stands ?? 1), 0);
    const counts = bars.map((bar) =>
      [count(bar, true, true), count(bar, false, true), count(bar, true, false)].map(Math.round),
    );
    total.set(set, counts);
    console.log(
      set.padEnd(10),
      counts.map(([tp, fp, fn], at) => `${bars[at]}: ${tp}/${fp}/${fn}`).join("   "),
    );
    if (args.includes("--errors"))
      own.forEach((pair, at) => {
        const margin = margins[at] ?? 0;
        if (margin >= -0.5 !== pair.same)
          console.log(
            `   ${pair.same ? "split" : "lump "} ${margin.toFixed(1)} ${pair.what.slice(0, 200)} {${NAMES.flatMap((name, k) => (pair.signs[k] ? [`${name} ${pair.signs[k]?.toFixed(2)}`] : [])).join(", ")}}`,
          );
      });
  }
  const model = learn(all);
  console.log(`bias ${model.bias.toFixed(2)}`);
  NAMES.forEach((name, at) => {
    const fires = all.filter((pair) => (pair.signs[at] ?? 0) !== 0);
    const right = fires.filter((pair) => pair.same).length;
    console.log(
      `  ${name}: ${(model.weights[at] ?? 0).toFixed(2)},  // ${fires.length} pairs, ${right} of one event`,
    );
  });
}

main(process.argv.slice(2));
