/**
 * Learns by which traits a speaker's passages show a labelled stance, and writes src/stories/statements/statement-weights.json. What is
 * printed is of sets that the weights had not seen: the sets are left out in six parts. "Own speaker" is the share of the
 * statements found whose speaker is labelled with any stance.
 * Usage: node bench/learn-statements.ts [--measure] [corpus.jsonl …]   (--measure writes nothing; without files, all sets at hand)
 */
import { writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Article, type Findings, STANCES, type Stance, type Statement } from "../src/domain.ts";
import type { LabelledStatement } from "../src/measure/labelled-article.ts";
import { readLabelled } from "../src/measure/read-labelled.ts";
import { sameVoice } from "../src/measure/score-stories.ts";
import { findStatements, hearArticle } from "../src/stories/statements/find-statements.ts";
import { speakerTraits, tracePassages } from "../src/stories/statements/statement-traits.ts";
import type { StatementWeights } from "../src/stories/statements/weigh-statements.ts";
import { loadCatalogue } from "../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../src/watch/compile-watchlist.ts";
import { findMentions } from "../src/watch/find-mentions.ts";
import { fitEach } from "./learn/fit-logistic.ts";
import { setsAtHand } from "./learn/sets-at-hand.ts";

interface Read {
  readonly set: string;
  readonly article: Article;
  readonly findings: Findings;
  readonly gold: readonly LabelledStatement[];
}
interface Speaker {
  readonly set: string;
  readonly traits: ReadonlyMap<string, number>;
  readonly labels: ReadonlySet<Stance>;
  readonly weight: number;
}

/** Chosen by leaving sets out; half or twice the strength changes recall by a point. */
const OPTIONS = { c: 0.1, balance: 0, leastExamples: 4 };
const PARTS = 6;
/** The stance rules were written beside these sets: what they say there proves nothing. */
const FITTED = /^(?:corpus|second|third|fourth)$/;

const given = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
const articles = (given.length > 0 ? given : setsAtHand()).flatMap(readSet);
const speakers = articles.flatMap(speakersOf);
const sets = [...new Set(articles.map((one) => one.set))];
const totals = { gold: 0, told: 0, found: 0, right: 0, own: 0 };
for (let part = 0; part < PARTS; part += 1) {
  const held = new Set(sets.filter((_, at) => at % PARTS === part));
  const weights = learn(speakers.filter((one) => !held.has(one.set)));
  for (const set of held) {
    const score = { gold: 0, told: 0, found: 0, right: 0, own: 0 };
    for (const one of articles) if (one.set === set) count(one, weights, score);
    for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += score[key];
    say(set, score);
  }
}
say("all unseen", totals);
if (!process.argv.includes("--measure")) write(learn(speakers));

function readSet(file: string): Read[] {
  const set = /^(?:corpus|dev)\.jsonl$/.test(basename(file))
    ? basename(dirname(file))
    : basename(file, ".jsonl");
  return readLabelled(file).flatMap(({ article, statements }) =>
    statements === undefined
      ? []
      : [{ set, article, findings: findMentions(article, everyone), gold: statements }],
  );
}

function speakersOf({ set, article, findings, gold }: Read): Speaker[] {
  const hearing = hearArticle(article, findings);
  return tracePassages(hearing).map((traced) => ({
    set,
    weight: 1,
    traits: new Map(
      [...speakerTraits(traced, hearing)].filter(
        ([trait]) => !FITTED.test(set) || !trait.startsWith("rule "),
      ),
    ),
    labels: new Set(
      STANCES.filter((stance) =>
        gold.some(
          (one) =>
            one.stance === stance &&
            sameVoice(traced[0]?.heard.speaker ?? "", one.speaker, { read: { findings } }),
        ),
      ),
    ),
  }));
}

function learn(from: readonly Speaker[]): StatementWeights {
  return fitEach(from, STANCES, OPTIONS);
}

function count(one: Read, weights: StatementWeights, score: typeof totals): void {
  const read = { read: { findings: one.findings } };
  const found = [
    ...new Map(statementsOf(one, weights).map((said) => [`${said.speaker} ${said.stance}`, said])).values(),
  ];
  const voice = (speaker: string, gold: LabelledStatement): boolean => sameVoice(speaker, gold.speaker, read);
  score.gold += one.gold.length;
  score.told += one.gold.filter((gold) =>
    found.some((said) => said.stance === gold.stance && voice(said.speaker, gold)),
  ).length;
  score.found += found.length;
  score.right += found.filter((said) =>
    one.gold.some((gold) => said.stance === gold.stance && voice(said.speaker, gold)),
  ).length;
  score.own += found.filter((said) => one.gold.some((gold) => voice(said.speaker, gold))).length;
}

function statementsOf({ article, findings }: Read, weights: StatementWeights): Statement[] {
  const { statements, hints } = findStatements(article, findings, weights);
  return [...statements, ...hints];
}

function say(name: string, { gold, told, found, right, own }: typeof totals): void {
  const share = (part: number, whole: number): string => (part / whole).toFixed(3);
  console.log(
    `${name}: recall ${share(told, gold)} of ${gold}, found ${found}, labelled ${share(right, found)}, own speaker ${share(own, found)}`,
  );
}

function write({ bias, traits }: StatementWeights): void {
  const rows = Object.entries(traits).map(
    ([trait, row]) => `    ${JSON.stringify(trait)}: ${JSON.stringify(row)}`,
  );
  writeFileSync(
    join(resolve(import.meta.dirname, ".."), "src/stories/statements/statement-weights.json"),
    `{\n  "bias": ${JSON.stringify(bias)},\n  "traits": {\n${rows.join(",\n")}\n  }\n}\n`,
  );
}
