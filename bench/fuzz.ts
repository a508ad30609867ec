import { parseArgs } from "node:util";
import { extractPage } from "../src/intake/extract-page.ts";
import { parseDocument } from "../src/intake/parse-document.ts";
import { feedBytes } from "./feed-bytes.ts";

// Mutates feeds of every format, seeded, and reads each: nothing may throw, hang or take longer than the deadline.
// npm run fuzz -- --n 20000 --seed 1
const { values } = parseArgs({
  options: { n: { type: "string", default: "20000" }, seed: { type: "string", default: "1" } },
});
const COUNT = Number(values.n);
const DEADLINE_MS = 5_000;
const SHOWN = 5;
const SEEDS: readonly Buffer[] = [
  feedBytes(1, 1).subarray(0, 6_000),
  Buffer.from(
    `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/"><title>A</title></channel><item rdf:about="https://a.example/1"><title>One &amp; two</title><link>https://a.example/1</link><dc:date>2026-11-23T10:00:00Z</dc:date></item></rdf:RDF>`,
  ),
  Buffer.from(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><title type="html">A &lt;b&gt;b&lt;/b&gt;</title><entry><id>urn:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <i>two</i></div></title><link rel="alternate" href="x"/><updated>2026-11-23T10:00:00Z</updated><content type="html"><![CDATA[<p>Text</p>]]></content></entry></feed>`,
  ),
  Buffer.from(
    `{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":"1","url":"https://a.example/1","title":"One","content_html":"<p>Text</p>","date_published":"2026-11-23T10:00:00Z"}]}`,
  ),
  Buffer.from(
    `<!doctype html><html><head><title>A page</title><link rel="canonical" href="/a"></head><body><nav>Menu</nav><article><h1>One</h1><p>Words, and more words, that make a paragraph.</p><table><tr><td>1</td></tr></table></article></body></html>`,
  ),
];
const BITS: readonly string[] = [
  "<",
  ">",
  "&",
  "]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  '"',
  "'",
  "\0",
  "\u{D800}",
  "&#0;",
  "&#x110000;",
  "&lol;",
  "<item>",
  "</item>",
  "<entry",
  "</channel>",
  "<!DOCTYPE a [<!ENTITY b '&b;&b;'>]>",
  "xmlns:x='y'",
  "<script>",
  "<div>".repeat(300),
  "<a ".repeat(500),
  "&".repeat(500),
  "<".repeat(2_000),
  "{".repeat(200),
  "[".repeat(200),
  "\\u0000",
  "1e999",
  "null",
];

/** Mulberry32: a small generator that gives the same numbers for the same seed everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function mutate(bytes: Buffer, random: () => number): Buffer {
  let out = bytes;
  const changes = 1 + Math.floor(random() * 6);
  for (let i = 0; i < changes; i += 1) {
    const at = Math.floor(random() * (out.length + 1));
    const to = Math.min(out.length, at + Math.floor(random() * 200));
    const kind = random();
    const bit = Buffer.from(BITS[Math.floor(random() * BITS.length)] ?? "");
    if (kind < 0.2) out = Buffer.concat([out.subarray(0, at), out.subarray(to)]);
    else if (kind < 0.4) out = Buffer.concat([out.subarray(0, to), out.subarray(at)]);
    else if (kind < 0.75) out = Buffer.concat([out.subarray(0, at), bit, out.subarray(at)]);
    else if (kind < 0.85) out = out.subarray(0, Math.max(1, at));
    else {
      out = Buffer.from(out);
      for (let j = at; j < Math.min(to, at + 8); j += 1) out[j] = Math.floor(random() * 256);
    }
  }
  return out;
}

const random = seeded(Number(values.seed));
const began = performance.now();
const outcomes = new Map<string, number>();
let slowest = 0;
let failures = 0;
for (let n = 0; n < COUNT; n += 1) {
  const bytes = mutate(SEEDS[n % SEEDS.length] ?? Buffer.alloc(0), random);
  const started = performance.now();
  try {
    const timeout = Promise.withResolvers<"hang">();
    const timer = setTimeout(() => timeout.resolve("hang"), DEADLINE_MS);
    const read = await Promise.race([parseDocument(bytes, "", "https://a.example/feed"), timeout.promise]);
    clearTimeout(timer);
    if (read === "hang") throw new Error("it never ended");
    if (n % SEEDS.length === 4) extractPage(bytes, "text/html", "https://a.example/x");
    const outcome = read.reason ?? "items";
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  } catch (error) {
    failures += 1;
    if (failures <= SHOWN)
      console.error(
        `mutant ${n} of seed ${values.seed}: ${error instanceof Error ? error.stack : String(error)}`,
      );
  }
  const took = performance.now() - started;
  slowest = Math.max(slowest, took);
  if (took > DEADLINE_MS) failures += 1;
}
console.log(
  `${COUNT} mutants, seed ${values.seed}: ${failures} failures, slowest ${slowest.toFixed(0)} ms, ${((performance.now() - began) / 1_000).toFixed(1)} s in all; ${[...outcomes].map(([name, count]) => `${count} ${name}`).join(", ")}`,
);
process.exit(failures === 0 ? 0 : 1);
