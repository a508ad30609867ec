import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { EventType } from "../../src/domain.ts";
import { BLAME_CODES, type BlameCode } from "../../src/watch/blame/codes.ts";
import type { PlacedSentence } from "../../src/watch/blame/place-sentences.ts";
import { traitsByCase } from "../../src/watch/blame/read-blame.ts";
import { type BlameInput, wordTraits } from "../../src/watch/blame/sentence-traits.ts";
import { tokensIn } from "../../src/watch/weigh/mention-tokens.ts";
import type { Traits, Weights } from "../../src/watch/weigh/weigh-traits.ts";
import { fitEach } from "./fit-logistic.ts";
import { BLAME_OPTIONS } from "./options.ts";
import type { LabelledSet } from "./reading-examples.ts";

/** One sentence of one actor's case with the codes that a reader gave it; none where it says nothing on the case. */
export interface BlameExample {
  readonly set: string;
  readonly traits: Traits;
  readonly labels: ReadonlySet<BlameCode>;
  readonly weight: number;
}

const LABELLED = resolve(import.meta.dirname, "../../test/labelled");
/** A sentence made up alone says less than one that stands in an article. */
const BANK_WEIGHT = 0.4;

/** Reads what readers found each sentence of the labelled articles to say: article, actor, then `paragraph.sentence:code`. */
export function readBlameLabels(
  file = join(LABELLED, "blame.tsv"),
): Map<string, ReadonlyMap<string, BlameCode>> {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [article = "", actor = "", said = ""] = line.split("\t");
      const codes = said.split(" ").filter((one) => one !== "");
      return [`${article} ${actor}`, new Map(codes.map((one) => toCode(one, line)))];
    }),
  );
}

function toCode(pair: string, line: string): [string, BlameCode] {
  const [place = "", code] = pair.split(":");
  const known = BLAME_CODES.find((one) => one === code);
  if (known === undefined)
    throw new Error(`expected a code of ${BLAME_CODES.join(", ")}, got ${pair} in ${line}`);
  return [place, known];
}

/** The sentences of the sets as the cases of their labelled actors see them. */
export function blameSentences(
  sets: readonly LabelledSet[],
  eventOf: (set: string, article: string) => EventType,
  labels = readBlameLabels(),
): BlameExample[] {
  return sets.flatMap(({ name: set, rows, canon }) =>
    rows.flatMap((row): BlameExample[] => {
      const { id, publishedAt } = row.labelled.article;
      const cases = (row.labelled.actors ?? []).flatMap((actor) => {
        const said = labels.get(`${set}/${id} ${actor.id}`);
        const ids = [actor.id, ...(canon[actor.id] ?? [])];
        const found = row.counted.find((one) => one.name.kind === "actor" && ids.includes(one.name.id));
        return said === undefined || found === undefined ? [] : [{ said, found: found.name.id }];
      });
      if (cases.length === 0) return [];
      const input: BlameInput = {
        counted: row.counted,
        publishedAt,
        event: { type: eventOf(set, id), why: "" },
      };
      const read = traitsByCase({ ...input, segments: row.segments }, (traits) => traits);
      return cases.flatMap(({ said, found }) =>
        (read.get(found) ?? []).map(({ place, parts }): BlameExample => {
          const code = said.get(keyOf(place));
          return {
            set,
            traits: new Map(parts.flatMap((part) => [...part])),
            labels: new Set(code === undefined ? [] : [code]),
            weight: 1,
          };
        }),
      );
    }),
  );
}

function keyOf({ segment, sentence }: PlacedSentence): string {
  const head = segment.field === "title" ? "T" : segment.field === "summary" ? "A" : segment.paragraph;
  return `${head}.${segment.sentences.indexOf(sentence) + 1}`;
}

/** The sentences of the bank: a code and a sentence with {A} for the actor, {B} for another and {C} for a carrier. */
export function bankSentences(file = join(LABELLED, "blame-bank.tsv")): BlameExample[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line): BlameExample => {
      const [code = "", text = ""] = line.split("\t");
      const tokens = tokensIn(
        text.replaceAll("{A}", " §own ").replaceAll("{B}", " §actor ").replaceAll("{C}", " §carrier "),
      );
      const labels = new Set(code === "none" ? [] : [toCode(`bank:${code}`, line)[1]]);
      return { set: "bank", traits: wordTraits(tokens), labels, weight: BANK_WEIGHT };
    });
}

/** What weighs for each code, learned from the sentences given. */
export function fitBlame(examples: readonly BlameExample[]): Weights<BlameCode> {
  return fitEach(examples, [...BLAME_CODES].sort(), BLAME_OPTIONS);
}

/** Parts of the sets, each with weights learned from all others: what is read of an article comes from weights that have not seen it. */
export function blameByPart(
  examples: readonly BlameExample[],
  bank: readonly BlameExample[],
  parts: number,
): (set: string) => Weights<BlameCode> {
  const names = [...new Set(examples.map((one) => one.set))];
  const partOf = (set: string): number => Math.max(0, names.indexOf(set)) % parts;
  const weights = Array.from({ length: parts }, (_, part) =>
    fitBlame([...examples.filter((one) => partOf(one.set) !== part), ...bank]),
  );
  return (set) => {
    const found = weights[partOf(set)];
    if (found === undefined) throw new Error(`expected weights for ${set}, got none`);
    return found;
  };
}
