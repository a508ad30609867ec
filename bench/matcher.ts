/** Compares ways to find many names in articles, all giving the same answers. Usage: node --expose-gc bench/matcher.ts [--articles FILE.jsonl] */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import FastAhoCorasick from "modern-ahocorasick/fast";
import { compileMatcher, keyOf } from "../src/watch/matcher/compile-matcher.ts";
import { matchNames } from "../src/watch/matcher/match-names.ts";
import { makeArticles, makeNames } from "./matcher/make-inputs.ts";

type Find = (text: string) => Span[];
type Span = readonly [start: number, end: number];
interface Way {
  readonly name: string;
  readonly build: (names: readonly string[]) => Find;
  /** More names than this take hours. */
  readonly upTo: number;
}

const SIZES = [500, 5_000, 50_000];
/** Rates are per second of processor time, so that a busy machine does not count. Each figure is the best of this many rounds of about this length. */
const ROUNDS = 3;
const ROUND_MS = 1_000;
/** Turns of comparing few names with many. */
const TURNS = 60;

const WAYS: readonly Way[] = [
  { name: "telwatch", build: ours, upTo: Number.POSITIVE_INFINITY },
  { name: "one alternation RegExp", build: alternation, upTo: Number.POSITIVE_INFINITY },
  { name: "Aho-Corasick (modern-ahocorasick/fast)", build: ahoCorasick, upTo: Number.POSITIVE_INFINITY },
  { name: "a RegExp for each name", build: loop, upTo: 5_000 },
];

const { values } = parseArgs({ options: { articles: { type: "string" } } });
const articles = values.articles === undefined ? makeArticles(1_500) : readArticles(values.articles);
const bytes = articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(`${articles.length} articles, ${(bytes / 1e6).toFixed(1)} MB, Node ${process.versions.node}\n`);
console.log("| names | way | articles/s | MB/s | build ms | memory MB | hits | differs |");
console.log("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const size of SIZES) {
  const names = makeNames(size);
  const expected = articles.map(ours(names));
  for (const way of WAYS) {
    if (size > way.upTo) continue;
    try {
      console.log(await measure(way, names, expected));
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split(": ").at(-1) ?? "") : String(error);
      console.log(`| ${names.length} | ${way.name} | ${reason} | | | | | |`);
    }
  }
}

await sayGrowth();

/** How much slower ours is with the most names than with the fewest: both read all articles by turns, and for each article its quickest turn counts, as other work on the machine only ever adds. */
async function sayGrowth(): Promise<void> {
  const sizes = [SIZES[0] ?? 0, SIZES.at(-1) ?? 0];
  const finds = sizes.map((size) => ours(makeNames(size)));
  await settle();
  const quickest = sizes.map(() => articles.map(() => Number.POSITIVE_INFINITY));
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [at, find] of finds.entries()) keepQuickest(quickest[at] ?? [], find);
  const [few = 1, many = 1] = quickest.map((times) => times.reduce((sum, time) => sum + time, 0));
  const slower = (many / few - 1) * 100;
  console.log(
    `\n${sizes.join(" to ")} names, the quickest of ${TURNS} turns of each article: ${slower.toFixed(1)} % slower`,
  );
}

function keepQuickest(times: number[], find: Find): void {
  for (const [at, text] of articles.entries()) {
    const before = process.hrtime.bigint();
    find(text);
    times[at] = Math.min(times[at] ?? 0, Number(process.hrtime.bigint() - before));
  }
}

/** Collects garbage until what earlier rounds left is gone. */
async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
  }
}

async function measure(way: Way, names: readonly string[], expected: readonly Span[][]): Promise<string> {
  await settle();
  const before = process.memoryUsage();
  const started = performance.now();
  const find = way.build(names);
  find("warm up");
  const buildMs = performance.now() - started;
  await settle();
  const after = process.memoryUsage();
  const memory = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  let [best, hits, differs] = [0, 0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    const cpu = process.cpuUsage();
    let done = 0;
    while (performance.now() - from < ROUND_MS) {
      const index = done % articles.length;
      const found = find(articles[index] ?? "");
      if (round === 0 && done < articles.length) {
        hits += found.length;
        if (JSON.stringify(found) !== JSON.stringify(expected[index])) differs += 1;
      }
      done += 1;
    }
    best = Math.max(best, (done * 1e6) / process.cpuUsage(cpu).user);
  }
  const megabytes = (best * bytes) / articles.length / 1e6;
  return `| ${names.length} | ${way.name} | ${Math.round(best)} | ${megabytes.toFixed(1)} | ${Math.round(buildMs)} | ${(memory / 1e6).toFixed(1)} | ${hits} | ${differs} |`;
}

function ours(names: readonly string[]): Find {
  const matcher = compileMatcher(names);
  return (text) => matchNames(text, matcher).map((match) => [match.start, match.end] as const);
}

function alternation(names: readonly string[]): Find {
  const sources = [...new Set(names.flatMap(spellings))]
    .sort((left, right) => right.length - left.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${sources.join("|")})(?![A-Za-z0-9])`, "gi");
  return (text) =>
    [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const);
}

function loop(names: readonly string[]): Find {
  const patterns = [...new Set(names.map(sourceOf))].map(
    (source) => new RegExp(`(?<![A-Za-z0-9])(?:${source})(?![A-Za-z0-9])`, "gi"),
  );
  return (text) =>
    longest(
      patterns.flatMap((pattern) =>
        [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const),
      ),
    );
}

function ahoCorasick(names: readonly string[]): Find {
  const machine = new FastAhoCorasick([...new Set(names.flatMap(spellings))], {
    boundary: ({ left, right }) => !/[a-z0-9]/.test(left ?? " ") && !/[a-z0-9]/.test(right ?? " "),
  });
  return (text) =>
    longest(machine.search(text.toLowerCase()).map((match) => [match.start, match.end] as const));
}

/** A pattern with an optional separator wherever the matcher allows one. */
function sourceOf(name: string): string {
  const { codes, gaps } = keyOf(name);
  return codes
    .map((code, at) => {
      const gap = gaps[at] === 1 ? "[-_ ]?" : gaps[at] === 2 ? "[-_ .'(),/:!|]{0,2}" : "";
      return gap + String.fromCharCode(code).replace(/[$+&@#]/g, "\\$&");
    })
    .join("");
}

/** Every spelling with nothing, a space or a hyphen at each seam. */
function spellings(name: string): string[] {
  const { codes, gaps } = keyOf(name);
  const own = name.toLowerCase();
  let out = [""];
  codes.forEach((code, at) => {
    const seams = (gaps[at] ?? 0) === 0 ? [""] : ["", " ", "-"];
    out =
      out.length > 200
        ? out.map((one) => one + String.fromCharCode(code))
        : out.flatMap((one) => seams.map((seam) => one + seam + String.fromCharCode(code)));
  });
  return [own, own.replace(/ /g, "-"), ...out];
}

/** Longest first from the left, without overlaps. */
function longest(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((left, right) => left[0] - right[0] || right[1] - left[1]);
  const out: Span[] = [];
  for (const span of sorted) if (span[0] >= (out.at(-1)?.[1] ?? 0)) out.push(span);
  return out;
}

function readArticles(file: string): string[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const raw = JSON.parse(line) as {
        title: string;
        summary?: string;
        text?: string;
        paragraphs?: string[];
      };
      return [raw.title, raw.summary ?? raw.text ?? "", ...(raw.paragraphs ?? [])].join("\n");
    });
}
