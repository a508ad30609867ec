/** Writes src/stories/grouping/background-terms.json: in how many teasers of a recorded stream (JSON lines with link, title, summary) each term stands. Usage: node bench/learn-background.ts items.jsonl */
import { readFileSync, writeFileSync } from "node:fs";
import { foldWord } from "../src/stories/grouping/fold-words.ts";
import { termsOf } from "../src/text/similarity.ts";

const LEAST_DOCUMENTS = 3;

interface Item {
  readonly link: string;
  readonly title: string;
  readonly summary: string;
}

const path = process.argv[2];
if (path === undefined) throw new Error("usage: node bench/learn-background.ts items.jsonl");
const items = new Map<string, Item>();
for (const line of readFileSync(path, "utf8").split("\n")) {
  if (line === "") continue;
  const item = JSON.parse(line) as Item;
  items.set(item.link, item);
}
const frequency = new Map<string, number>();
for (const item of items.values())
  for (const term of new Set(termsOf(`${item.title} ${item.summary}`).map(foldWord)))
    frequency.set(term, (frequency.get(term) ?? 0) + 1);
const kept = [...frequency]
  .filter(([, n]) => n >= LEAST_DOCUMENTS)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
const byCount = new Map<number, string[]>();
for (const [term, n] of kept) byCount.set(n, [...(byCount.get(n) ?? []), term]);
const out = {
  documents: items.size,
  byCount: Object.fromEntries([...byCount].map(([n, terms]) => [n, terms.join(" ")])),
};
writeFileSync(
  new URL("../src/stories/grouping/background-terms.json", import.meta.url),
  `${JSON.stringify(out, undefined, 2)}\n`,
);
console.log(`${items.size} documents, ${kept.length} terms`);
