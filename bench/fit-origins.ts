/** Writes src/stories/origin-weights.ts: how much each sign speaks for a voice as origin, fitted on labelled sets by logistic regression, with the recall of sets left out of the fit. Usage: node bench/fit-origins.ts SET.jsonl … (three or more) */
import { writeFileSync } from "node:fs";
import { readLabelled } from "../src/measure/read-labelled.ts";
import { replayLabelled } from "../src/measure/replay-labelled.ts";
import { sameVoice } from "../src/measure/score-stories.ts";
import type { Judgement } from "../src/pipeline/judge-article.ts";
import { boundArticle } from "../src/stories/bound-article.ts";
import { findVoices, type Voice } from "../src/stories/find-voices.ts";
import { indexSpeakers } from "../src/stories/index-speakers.ts";
import { pickOrigins } from "../src/stories/trace-origins.ts";
import { featuresOf, type Setting } from "../src/stories/weigh-origin.ts";

const ROUNDS = 600;
const STEP = 0.05;
/** Keeps weights of rare signs small. */
const RIDGE = 1;

type Features = Readonly<Record<string, number>>;
interface Row {
  readonly voice: Voice;
  readonly features: Features;
  readonly right: boolean;
}
interface Labelled {
  readonly set: string;
  readonly origins: readonly string[];
  readonly judgement: Judgement;
  readonly setting: Setting;
  readonly rows: readonly Row[];
}

function readSet(file: string): Labelled[] {
  return replayLabelled(readLabelled(file)).flatMap(({ labelled, judgement }) => {
    const { origins } = labelled;
    if (origins === undefined) return [];
    const article = boundArticle(labelled.article);
    const { findings, account } = judgement.read;
    const index = indexSpeakers(article, findings);
    const voices = findVoices(article, findings, account.statements, index);
    const text = [article.title, ...article.paragraphs].join("\n");
    const setting = { article, findings, index, voices, text };
    const rows = voices.map((voice) => ({
      voice,
      features: featuresOf(voice, setting),
      right: origins.some((gold) => sameVoice(voice.name, gold, judgement)),
    }));
    return [{ set: file, origins, judgement, setting, rows }];
  });
}

function scoreOf(weights: Features, features: Features): number {
  let sum = 0;
  for (const [name, value] of Object.entries(features)) sum += value * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Adam on the whole batch: a few thousand rows of some fifty numbers. */
function learn(articles: readonly Labelled[]): Features {
  const rows = articles.flatMap((one) => one.rows);
  const names = [...new Set(rows.flatMap((one) => Object.keys(one.features)))];
  const weights = Object.fromEntries(names.map((name) => [name, 0]));
  const [mean, spread] = [{ ...weights }, { ...weights }];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = Object.fromEntries(
      names.map((name) => [name, name === "bias" ? 0 : RIDGE * (weights[name] ?? 0)]),
    );
    for (const { features, right } of rows) {
      const error = scoreOf(weights, features) - (right ? 1 : 0);
      for (const [name, value] of Object.entries(features)) slope[name] = (slope[name] ?? 0) + error * value;
    }
    for (const name of names) {
      const by = slope[name] ?? 0;
      mean[name] = 0.9 * (mean[name] ?? 0) + 0.1 * by;
      spread[name] = 0.999 * (spread[name] ?? 0) + 0.001 * by * by;
      const [m, v] = [mean[name] / (1 - 0.9 ** round), spread[name] / (1 - 0.999 ** round)];
      weights[name] = (weights[name] ?? 0) - (STEP * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return weights;
}

function measure(weights: Features, articles: readonly Labelled[]): string {
  const all = { found: 0, right: 0, hit: 0, gold: 0 };
  for (const { rows, origins, judgement, setting } of articles) {
    const picked = pickOrigins(
      rows.map(({ voice, features }) => ({ voice, likely: scoreOf(weights, features) })),
      setting,
    );
    const isRight = (gold: string): boolean => picked.some((one) => sameVoice(one.name, gold, judgement));
    all.found += picked.length;
    all.right += picked.filter((one) => origins.some((gold) => sameVoice(one.name, gold, judgement))).length;
    all.gold += origins.length;
    all.hit += origins.filter(isRight).length;
  }
  return `recall ${(all.hit / all.gold).toFixed(3)}, precision ${(all.right / all.found).toFixed(3)}, ${(all.found / articles.length).toFixed(1)} each`;
}

const files = process.argv.slice(2);
if (files.length < 3) throw new Error("usage: node bench/fit-origins.ts SET.jsonl … (three or more)");
const articles = files.flatMap(readSet);
for (const left of files) {
  const weights = learn(articles.filter((one) => one.set !== left));
  console.log(
    `${left}, left out: ${measure(
      weights,
      articles.filter((one) => one.set === left),
    )}`,
  );
}
const weights = learn(articles);
const lines = Object.entries(weights)
  .sort((a, b) => b[1] - a[1])
  .map(([name, weight]) => `  ${name}: ${weight.toFixed(2)},`);
writeFileSync(
  new URL("../src/stories/origin-weights.ts", import.meta.url),
  `/** How much each sign speaks for a voice as origin; written by bench/fit-origins.ts over ${articles.length} labelled articles. */\nexport const ORIGIN_WEIGHTS: Readonly<Record<string, number>> = {\n${lines.join("\n")}\n};\n`,
);
