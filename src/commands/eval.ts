import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readLabelled } from "../measure/read-labelled.ts";
import { replayLabelled } from "../measure/replay-labelled.ts";
import { type Counts, type Share, scoreFindings } from "../measure/score-findings.ts";
import { scoreStories } from "../measure/score-stories.ts";
import { showProgress } from "../terminal/show-progress.ts";
import { readArguments } from "./read-arguments.ts";
import { UsageError } from "./usage-error.ts";

const DATA = "../shared/data";

/** Measures reading, grouping and deciding on the labelled sets; prints one table for each, or JSON. */
export async function evalCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("eval", args);
  const corpus = given.value("corpus") ?? join(DATA, "corpus/dev.jsonl");
  const stream = given.value("stream") ?? join(DATA, "stream/labelled.jsonl");
  const canonFile = given.value("canon") ?? join(dirname(stream), "canon.json");
  const canon = readCanon(canonFile);
  const report: Record<string, object> = {};
  for (const [name, file] of [
    ["corpus", corpus],
    ["stream", stream],
  ] as const) {
    if (!existsSync(file))
      throw new UsageError(`${file}: no such file; give the labelled ${name} with --${name} FILE`);
    const rows = readLabelled(file);
    const progress = showProgress(process.stderr, name, rows.length, Date.now);
    const judged = replayLabelled(rows, progress.step);
    progress.end();
    const findings = scoreFindings(
      judged.map(({ labelled, judgement }) => ({ labelled, findings: judgement.read.findings })),
      canon,
    );
    const stories = scoreStories(judged);
    report[name] = { ...findings, ...stories, errors: [...findings.errors, ...stories.errors] };
  }
  if (given.has("json")) console.log(JSON.stringify(report));
  else for (const [name, scores] of Object.entries(report)) printScores(name, scores);
  return 0;
}

function readCanon(file: string): Record<string, string[]> {
  if (!existsSync(file)) return {};
  const { map } = JSON.parse(readFileSync(file, "utf8")) as { readonly map: Record<string, string[]> };
  return map;
}

function printScores(name: string, scores: object): void {
  console.log(`\n${name}`);
  for (const [measure, value] of Object.entries(scores)) {
    if (Array.isArray(value)) for (const line of value) console.log(`    ${line}`);
    else console.log(`  ${measure.padEnd(16)} ${describe(value)}`);
  }
}

function describe(value: unknown): string {
  if (isCounts(value)) {
    const ratios = `precision ${value.precision.toFixed(3)}  recall ${value.recall.toFixed(3)}  F1 ${value.f1.toFixed(3)}`;
    return `${ratios}  (${value.tp} right, ${value.fp} wrong, ${value.fn} missed)`;
  }
  if (isShare(value)) return `${value.share.toFixed(3)}  (${value.right} of ${value.of})`;
  return JSON.stringify(value);
}

function isCounts(value: unknown): value is Counts {
  return typeof value === "object" && value !== null && "f1" in value;
}

function isShare(value: unknown): value is Share {
  return typeof value === "object" && value !== null && "share" in value;
}
