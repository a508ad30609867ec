import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { blameByPart, blameSentences } from "../../../bench/learn/blame-examples.ts";
import { leaveOut } from "../../../bench/learn/leave-out.ts";
import { ACTOR_OPTIONS, CARRIER_OPTIONS, EVENT_OPTIONS } from "../../../bench/learn/options.ts";
import {
  actorExamples,
  carrierExamples,
  eventExamples,
  readSets,
} from "../../../bench/learn/reading-examples.ts";
import { loadCatalogue } from "../../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../../src/watch/compile-watchlist.ts";

const LABELLED = resolve(import.meta.dirname, "../../labelled");
const HELD = ["second", "k", "n"];
/** Sets whose sentences are read by the same weights, which have seen none of them. */
const PARTS = 2;
/** Learning takes half a minute on an idle machine. */
const LEARNING_MS = 120_000;
const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
const folders = readdirSync(LABELLED, { withFileTypes: true }).filter((one) => one.isDirectory());
const sets = readSets(
  folders.map((one) => join(LABELLED, one.name, "corpus.jsonl")),
  everyone,
);

function shareRead(read: readonly { readonly label: string; readonly read: string }[]): number {
  return read.filter((one) => one.read === one.label).length / read.length;
}

// Weights are learned here from all sets but one and read that one: this is what an article on other events may expect.
describe("reading of sets that the weights have not seen", () => {
  const events = leaveOut(eventExamples(sets), EVENT_OPTIONS, HELD);
  const asRead = new Map(events.map((one) => [`${one.set} ${one.of}`, one.read]));
  const eventOf = (set: string, row: { readonly labelled: { readonly article: { readonly id: string } } }) =>
    asRead.get(`${set} ${row.labelled.article.id}`) ?? "other";

  it("tells the kind of event of four articles in five", () => {
    expect(shareRead(events)).toBeGreaterThanOrEqual(0.8);
  });

  it("tells the roles of carriers at the floor of 0.85", () => {
    expect(shareRead(leaveOut(carrierExamples(sets, eventOf), CARRIER_OPTIONS, HELD))).toBeGreaterThanOrEqual(
      0.85,
    );
  });

  it("tells the roles of actors more often than naming all attributed would", {
    timeout: LEARNING_MS,
  }, () => {
    const sentences = blameSentences(sets, (set, id) => asRead.get(`${set} ${id}`) ?? "other");
    const blameOf = blameByPart(sentences, [], PARTS);
    const read = leaveOut(actorExamples(sets, eventOf, blameOf), ACTOR_OPTIONS, HELD);
    const plain = read.filter((one) => one.label === "attributed").length / read.length;
    expect(shareRead(read)).toBeGreaterThanOrEqual(plain + 0.1);
  });
});
