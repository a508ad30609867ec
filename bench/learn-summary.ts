/** Writes src/alerts/word-weights.json: how likely a word of an article belongs to a labelled fact. Prints what the summaries carry on each set when learned from the others. Usage: node bench/learn-summary.ts [SET.jsonl SET.jsonl…] [--dry]   (without files, all sets at hand) */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { type ReadSentence, readSentences } from "../src/alerts/read-sentences.ts";
import { summarise } from "../src/alerts/summarise.ts";
import { TRAITS, type Traits, traitsOf, type WordWeights } from "../src/alerts/weigh-words.ts";
import type { LabelledArticle } from "../src/measure/labelled-article.ts";
import { readLabelled } from "../src/measure/read-labelled.ts";
import { readAccount } from "../src/stories/read-account.ts";
import { termsOf } from "../src/text/similarity.ts";
import { loadCatalogue } from "../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../src/watch/compile-watchlist.ts";
import { findMentions } from "../src/watch/find-mentions.ts";
import { setsAtHand } from "./learn/sets-at-hand.ts";

interface Read {
  readonly set: string;
  readonly labelled: LabelledArticle;
  readonly findings: ReturnType<typeof findMentions>;
  readonly account: ReturnType<typeof readAccount>;
  readonly sentences: readonly ReadSentence[];
  readonly traits: ReadonlyMap<string, Traits>;
  readonly facts: readonly ReadonlySet<string>[];
  readonly inFacts: ReadonlySet<string>;
}

/** Sets that a word must stand in before it gets odds of its own, and how many average ones are added to them. */
const LEAST_SETS = 6;
const PRIOR_ARTICLES = 8;
/** Held against large weights. */
const RIDGE = 10;
const STEPS = 8;

const dry = process.argv.includes("--dry");
const given = process.argv.slice(2).filter((one) => one !== "--dry");
const paths = given.length === 0 ? setsAtHand() : given;
if (paths.length < 2)
  throw new Error(
    "expected two or more sets to learn from, got one: usage: node bench/learn-summary.ts [SET.jsonl SET.jsonl…] [--dry]",
  );
const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
const all = paths.flatMap((path) =>
  readLabelled(path)
    .filter(({ facts }) => (facts ?? []).length > 0)
    .map((labelled) => read(path, labelled)),
);
const sets = [...new Set(all.map((one) => one.set))];
let [right, of] = [0, 0];
for (const set of sets) {
  const weights = learn(all.filter((one) => one.set !== set));
  const tested = all.filter((one) => one.set === set);
  const score = scoreOf(tested, weights);
  const alerts = scoreOf(
    tested.filter((one) => one.labelled.alert !== false),
    weights,
  );
  right += score.right;
  of += score.of;
  console.log(`${set}: all ${shown(score)}, alerts only ${shown(alerts)}`);
}
console.log(`each set by the others: ${shown({ right, of })}`);
const weights = learn(all);
console.log(
  weights.traits,
  `word ${weights.word}, ${Object.values(weights.words).join(" ").split(" ").length} words`,
);
if (!dry) {
  const out = {
    learnedFrom: `${all.length} articles of ${sets.length} labelled sets by bench/learn-summary.ts`,
    eachSetByTheOthers: shown({ right, of }),
    ...weights,
  };
  const file = new URL("../src/alerts/word-weights.json", import.meta.url);
  writeFileSync(file, `${JSON.stringify(out, undefined, 2)}\n`);
}

function read(path: string, labelled: LabelledArticle): Read {
  const findings = findMentions(labelled.article, everyone);
  const sentences = readSentences(labelled.article, findings);
  const facts = (labelled.facts ?? []).map((fact) => new Set(termsOf(fact)));
  const folder = path.split("/").at(-2) ?? "";
  return {
    set: `${folder}/${basename(path, ".jsonl")}`,
    labelled,
    findings,
    account: readAccount(labelled.article, findings),
    sentences,
    traits: traitsOf(sentences, findings),
    facts,
    inFacts: new Set(facts.flatMap((fact) => [...fact])),
  };
}

/** Logistic regression on the traits and, for each article, the odds that its words have in all others. */
function learn(reads: readonly Read[]): WordWeights {
  const counts = countWords(reads);
  const rows: number[][] = [];
  const wanted: number[] = [];
  for (const one of reads)
    for (const [term, traits] of one.traits) {
      const inFact = one.inFacts.has(term);
      const count = counts.get(term);
      const odds =
        count === undefined ? 0 : oddsOf(count.articles - 1, count.facts - Number(inFact), counts.base);
      rows.push([...traits, odds]);
      wanted.push(Number(inFact));
    }
  const { bias, weights } = regress(rows, wanted);
  const byOdds = new Map<string, string[]>();
  for (const [term, { articles, facts }] of counts.words) {
    const odds = oddsOf(articles, facts, counts.base).toFixed(1);
    if (Number(odds) !== 0) byOdds.set(odds, [...(byOdds.get(odds) ?? []), term]);
  }
  const inOrder = [...byOdds].sort((a, b) => Number(b[0]) - Number(a[0]));
  return {
    bias: round(bias),
    traits: Object.fromEntries(
      TRAITS.map((name, at) => [name, round(weights[at] ?? 0)]),
    ) as WordWeights["traits"],
    word: round(weights[TRAITS.length] ?? 0),
    words: Object.fromEntries(inOrder.map(([odds, terms]) => [odds, terms.sort().join(" ")])),
  };
}

interface Counts {
  readonly words: ReadonlyMap<string, { articles: number; facts: number }>;
  readonly base: number;
  readonly get: (term: string) => { articles: number; facts: number } | undefined;
}

/** In how many articles each word stands, and in how many of them in a fact. What stands in few sets, and every number, belongs to single events; watched names are told by their role. */
function countWords(reads: readonly Read[]): Counts {
  const words = new Map<string, { articles: number; facts: number; watched: number; sets: Set<string> }>();
  let [telling, every] = [0, 0];
  for (const one of reads) {
    const watched = new Set(
      [...one.findings.carriers, ...one.findings.actors].flatMap((entity) =>
        [entity.name, ...entity.matched].flatMap((name) => termsOf(name)),
      ),
    );
    for (const term of one.traits.keys()) {
      const count = words.get(term) ?? { articles: 0, facts: 0, watched: 0, sets: new Set() };
      count.articles += 1;
      count.sets.add(one.set);
      if (one.inFacts.has(term)) count.facts += 1;
      if (watched.has(term)) count.watched += 1;
      words.set(term, count);
      every += 1;
      telling += Number(one.inFacts.has(term));
    }
  }
  const kept = new Map(
    [...words].filter(
      ([term, one]) => one.sets.size >= LEAST_SETS && one.watched < one.articles / 3 && !/[1-9]/.test(term),
    ),
  );
  return { words: kept, base: telling / every, get: (term) => kept.get(term) };
}

function oddsOf(articles: number, facts: number, base: number): number {
  return Math.log((facts + PRIOR_ARTICLES * base) / (articles + PRIOR_ARTICLES) / base);
}

/** Newton's method; a few steps suffice for a dozen columns. */
function regress(
  rows: readonly (readonly number[])[],
  wanted: readonly number[],
): { readonly bias: number; readonly weights: readonly number[] } {
  const width = (rows[0]?.length ?? 0) + 1;
  let weights: number[] = Array.from({ length: width }, () => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -RIDGE * weight));
    const bend = weights.map((_, at) => weights.map((__, by): number => (at === by ? RIDGE : 0)));
    rows.forEach((row, index) => {
      const x = [1, ...row];
      const chance = 1 / (1 + Math.exp(-x.reduce((sum, one, at) => sum + one * (weights[at] ?? 0), 0)));
      const error = (wanted[index] ?? 0) - chance;
      const weight = chance * (1 - chance);
      for (let at = 0; at < width; at += 1) {
        const one = x[at] ?? 0;
        if (one === 0) continue;
        slope[at] = (slope[at] ?? 0) + error * one;
        const line = bend[at] ?? [];
        for (let by = 0; by < width; by += 1) line[by] = (line[by] ?? 0) + weight * one * (x[by] ?? 0);
      }
    });
    const move = solve(bend, slope);
    weights = weights.map((weight, at) => weight + (move[at] ?? 0));
  }
  return { bias: weights[0] ?? 0, weights: weights.slice(1) };
}

/** The x of A x = b, for a matrix that is positive on its diagonal. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((pivot, at) => {
    const lead = pivot[at] ?? 1;
    rows.forEach((row, other) => {
      if (other === at) return;
      const times = (row[at] ?? 0) / lead;
      for (let by = at; by < row.length; by += 1) row[by] = (row[by] ?? 0) - times * (pivot[by] ?? 0);
    });
  });
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

function scoreOf(reads: readonly Read[], weights: WordWeights): { right: number; of: number } {
  let [right, of] = [0, 0];
  for (const { labelled, findings, account, facts } of reads) {
    const quotes = summarise(labelled.article, findings, account, weights);
    const words = new Set(quotes.flatMap((one) => termsOf(one.text)));
    for (const fact of facts) {
      of += 1;
      if ([...fact].filter((term) => words.has(term)).length >= fact.size / 2) right += 1;
    }
  }
  return { right, of };
}

function shown({ right, of }: { readonly right: number; readonly of: number }): string {
  return `${right}/${of} = ${(right / Math.max(1, of)).toFixed(3)}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
