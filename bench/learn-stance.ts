/** Writes src/stories/stance-weights.json: learns from labelled sets by which signs a passage shows its speaker's stance. Prints how often a set is judged rightly by weights learned from the others. With --left-out DIR it also writes there, for every set, the weights learned without it. Usage: node bench/learn-stance.ts [--left-out DIR] SET.jsonl… */
import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type Findings, STANCES } from "../src/domain.ts";
import { readLabelled } from "../src/measure/read-labelled.ts";
import { bodySentences } from "../src/stories/body-text.ts";
import { type Heard, hearSpeakers } from "../src/stories/hear-speakers.ts";
import { indexSpeakers, nameOf } from "../src/stories/index-speakers.ts";
import { judgeStances } from "../src/stories/judge-stance.ts";
import { type SpeakerKind, speakerKind } from "../src/stories/speaker-kind.ts";
import { stanceFeatures } from "../src/stories/stance-features.ts";
import { ruledStance } from "../src/stories/stance-rules.ts";
import { foldText, termsOf } from "../src/text/similarity.ts";
import { loadCatalogue } from "../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../src/watch/compile-watchlist.ts";
import { findMentions } from "../src/watch/find-mentions.ts";

const LEAST_PASSAGES = 3;
const ROUNDS = 400;
const STEP = 0.4;
/** Pull of every weight towards nought; chosen by leaving a set out (0.005 to 0.05 tried). */
const PULL = 0.015;
const WIDTH = STANCES.length;
/** Sets that the rules were fitted to. */
const FITTED = /^(?:dev|corpus|second|third|fourth)$/;
const LEAST_ALIKE = 0.2;

interface Row {
  readonly set: string;
  readonly signs: readonly string[];
  readonly stance: number;
  readonly rule: string;
  readonly passage: string;
  readonly kind: SpeakerKind;
  readonly speaker: string;
}
interface Weights {
  readonly bias: number[];
  readonly signs: Map<string, number[]>;
}

const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { "left-out": { type: "string" } },
});
if (files.length === 0) throw new Error("usage: node bench/learn-stance.ts SET.jsonl…");
const rows = files.flatMap((file) => rowsOf(file));
const sets = [...new Set(rows.map((row) => row.set))];
let [right, byRule] = [0, 0];
for (const set of sets) {
  const learned = learn(rows.filter((row) => row.set !== set));
  const held = rows.filter((row) => row.set === set);
  if (values["left-out"] !== undefined) {
    const text = JSON.stringify({ bias: learned.bias, signs: [...learned.signs] });
    writeFileSync(join(values["left-out"], `${set}.json`), text);
  }
  const hits = held.filter((row) => best(learned, row) === row.stance).length;
  const ruled = held.filter((row) => row.rule === STANCES[row.stance]).length;
  [right, byRule] = [right + hits, byRule + ruled];
  console.log(
    `${set}: ${share(hits, held.length)} left out, ${share(ruled, held.length)} by the rules (${held.length})`,
  );
}
console.log(`all: ${share(right, rows.length)} left out, ${share(byRule, rows.length)} by the rules`);
const final = learn(rows);
const kept = [...final.signs].filter(([, row]) => row.some((weight) => Math.abs(weight) >= 0.03));
kept.sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  new URL("../src/stories/stance-weights.json", import.meta.url),
  `{
  "measured": "${share(right, rows.length)} of ${rows.length} labelled statements in ${sets.length} sets judged rightly by weights learned from the other sets; the rules alone ${share(byRule, rows.length)}",
  "bias": ${JSON.stringify(final.bias.map(short))},
  "signs": {
${kept.map(([sign, row]) => `    ${JSON.stringify(sign)}: ${JSON.stringify(row.map(short))}`).join(",\n")}
  }
}
`,
);

/** The labelled statements of a set, each with the passage of its speaker that is most like its gist. */
function rowsOf(file: string): Row[] {
  const name = /corpus|dev/.test(basename(file)) ? basename(dirname(file)) : basename(file, ".jsonl");
  return readLabelled(file).flatMap(({ article, statements }) => {
    const findings = findMentions(article, everyone);
    const index = indexSpeakers(article, findings);
    const heard = hearSpeakers(article, findings);
    return (statements ?? []).flatMap((gold) => {
      const own = heard.filter((one) => sameName(one.speaker, gold.speaker, findings));
      const named = own[0]?.speaker ?? nameOf(index, gold.speaker);
      const others = bodySentences(article, findings).map((one) => ({ passage: one.text, speaker: "" }));
      const ranked = [...own, ...others]
        .map((one) => ({ one, worth: alike(one.passage, gold.gist) + (one.speaker === "" ? 0 : 0.15) }))
        .sort((a, b) => b.worth - a.worth);
      const found = ranked[0];
      if (found === undefined || found.worth < LEAST_ALIKE) return [];
      const { passage } = found.one;
      const kind = (found.one as Partial<Heard>).kind ?? speakerKind(named, passage, index);
      return [
        {
          set: name,
          signs: stanceFeatures(passage, kind),
          stance: STANCES.findIndex((stance) => stance === gold.stance),
          rule: ruledStance(passage, kind),
          passage,
          kind,
          speaker: gold.speaker,
        },
      ];
    });
  });
}

/** Share of the gist's telling words that stand in a passage. */
function alike(passage: string, gist: string): number {
  const words = new Set(termsOf(passage));
  const telling = [...new Set(termsOf(gist))];
  return telling.length === 0 ? 0 : telling.filter((term) => words.has(term)).length / telling.length;
}

function sameName(found: string, gold: string, findings: Findings): boolean {
  const [a, b] = [foldText(found), foldText(gold)];
  if (a.includes(b) || b.includes(a)) return true;
  return [...findings.carriers, ...findings.actors].some((one) => {
    const names = [one.name, ...one.matched].map(foldText);
    return names.includes(a) && names.includes(b);
  });
}

/** Multinomial logistic regression by plain gradient descent with a pull towards nought. Rules that were fitted to a set prove nothing on it, so there they do not count. */
function learn(from: readonly Row[]): Weights {
  const signsOf = from.map((row) =>
    FITTED.test(row.set) ? row.signs.filter((sign) => !sign.startsWith("rule ")) : row.signs,
  );
  const counts = new Map<string, number>();
  for (const signs of signsOf) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const names = [...counts].filter(([, n]) => n >= LEAST_PASSAGES).map(([sign]) => sign);
  const placeOf = new Map(names.map((name, at) => [name, (at + 1) * WIDTH]));
  const places = signsOf.map((signs) => [0, ...signs.flatMap((sign) => placeOf.get(sign) ?? [])]);
  const weights = new Float64Array((names.length + 1) * WIDTH);
  const slopes = new Float64Array(weights.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    slopes.fill(0);
    for (const [at, row] of from.entries()) {
      const own = places[at] ?? [];
      const sums = STANCES.map((_, k) => own.reduce((sum, place) => sum + (weights[place + k] ?? 0), 0));
      for (const [k, odds] of softmax(sums).entries()) {
        const error = (k === row.stance ? 1 : 0) - odds;
        for (const place of own) slopes[place + k] = (slopes[place + k] ?? 0) + error;
      }
    }
    for (let at = 0; at < weights.length; at += 1) {
      const pull = at < WIDTH ? 0 : PULL * (weights[at] ?? 0);
      weights[at] = (weights[at] ?? 0) + STEP * ((slopes[at] ?? 0) / from.length - pull);
    }
  }
  const rowAt = (place: number): number[] => [...weights.slice(place, place + WIDTH)];
  return { bias: rowAt(0), signs: new Map([...placeOf].map(([name, place]) => [name, rowAt(place)])) };
}

function softmax(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - most));
  const whole = shares.reduce((a, b) => a + b, 0);
  return shares.map((one) => one / whole);
}

function best(by: Weights, row: Row): number {
  const [first] = judgeStances(row.passage, row.kind, by);
  return STANCES.findIndex((stance) => stance === first);
}

function share(part: number, whole: number): string {
  return (part / whole).toFixed(3);
}

function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}
