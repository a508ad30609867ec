import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ActorRole, CarrierRole, EventType } from "../../src/domain.ts";
import type { LabelledArticle } from "../../src/measure/labelled-article.ts";
import { readLabelled } from "../../src/measure/read-labelled.ts";
import type { Canon } from "../../src/measure/score-findings.ts";
import type { BlameCode } from "../../src/watch/blame/codes.ts";
import type { Watchlist } from "../../src/watch/compile-watchlist.ts";
import { roleInput, settleArticle } from "../../src/watch/find-mentions.ts";
import { actorTraits, carrierTraits } from "../../src/watch/rate-roles.ts";
import { eventTraits } from "../../src/watch/weigh/event-traits.ts";
import type { Weights } from "../../src/watch/weigh/weigh-traits.ts";
import { articleOf } from "../../test/watch/articles.ts";
import { READING_CASES, type ReadingCase } from "../../test/watch/reading-cases.ts";
import type { Example } from "./fit-logistic.ts";

/** An example with the set it comes from and what it is about; `of` is undefined for one that only teaches. */
export interface SetExample<L extends string> extends Example<L> {
  readonly set: string;
  readonly of: string | undefined;
}
export interface LabelledSet {
  readonly name: string;
  readonly rows: readonly (ReturnType<typeof settleArticle> & { readonly labelled: LabelledArticle })[];
  readonly canon: Canon;
}
type Row = LabelledSet["rows"][number];
/** The kind of event that an article is taken to tell while its roles are learned. */
export type EventOf = (set: string, row: Row) => EventType;

/** The weights by which the sentences of a set are read while roles are learned: such as have not seen it. */
export type BlameOf = (set: string) => Weights<BlameCode>;

/** A feed item has headline and teaser alone: each article stands in once like that too, for so much. */
const TEASER_WEIGHT = 0.3;
/** The short reports of the tests say plainly what they mean: each counts for so many. */
const SHORT_WEIGHT = 2;
const SHORT = "short";
const DAY = "2025-06-15";

/** Reads labelled sets (corpus.jsonl in a folder of its name, or NAME.jsonl) and, last, the short reports of the tests. */
export function readSets(files: readonly string[], everyone: Watchlist): LabelledSet[] {
  const settle = (labelled: LabelledArticle): Row => ({
    labelled,
    ...settleArticle(labelled.article, everyone),
  });
  const sets = files.map((file) => ({
    name: basename(file) === "corpus.jsonl" ? basename(dirname(file)) : basename(file, ".jsonl"),
    rows: readLabelled(file).map(settle),
    canon: readCanon(join(dirname(file), "canon.json")),
  }));
  return [...sets, { name: SHORT, rows: READING_CASES.map(labelledOf).map(settle), canon: {} }];
}

function readCanon(file: string): Canon {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { readonly map: Canon }).map : {};
}

function labelledOf(one: ReadingCase, at: number): LabelledArticle {
  const article = { ...articleOf({ topic: "security", ...one }), publishedAt: Date.parse(one.date ?? DAY) };
  const rolesOf = <R extends string>(roles: Readonly<Record<string, string>> = {}) =>
    Object.entries(roles).map(([id, role]) => ({ id, role: role as R }));
  return {
    article: { ...article, id: `short-${at}` },
    actors: rolesOf<ActorRole>(one.actors),
    carriers: rolesOf<CarrierRole>(one.carriers),
    event: one.event as EventType | undefined,
    alert: undefined,
    story: undefined,
    origins: undefined,
    statements: undefined,
    facts: undefined,
    hardNegative: false,
  };
}

/** What each article of the sets says of its kind of event. */
export function eventExamples(sets: readonly LabelledSet[]): SetExample<EventType>[] {
  return sets.flatMap(({ name, rows }) =>
    rows.flatMap(({ labelled, segments, counted }): SetExample<EventType>[] => {
      if (labelled.event === undefined) return [];
      const teaser = segments.filter((one) => one.field !== "text");
      const named = counted.filter((one) => one.candidate.segment.field !== "text");
      const example = { set: name, label: labelled.event };
      return [
        {
          ...example,
          of: labelled.article.id,
          traits: eventTraits(segments, counted),
          weight: weightOf(name),
        },
        { ...example, of: undefined, traits: eventTraits(teaser, named), weight: TEASER_WEIGHT },
      ];
    }),
  );
}

/** What each article says of the roles of the carriers that its label names and the matcher finds. */
export function carrierExamples(sets: readonly LabelledSet[], eventOf: EventOf): SetExample<CarrierRole>[] {
  return roleExamples(sets, eventOf, {
    kind: "carrier",
    labels: (one) => one.carriers,
    traitsOf: carrierTraits,
  });
}

/** What each article says of the roles of the actors that its label names and the matcher finds. */
export function actorExamples(
  sets: readonly LabelledSet[],
  eventOf: EventOf,
  blameOf: BlameOf,
): SetExample<ActorRole>[] {
  return roleExamples(sets, eventOf, {
    kind: "actor",
    labels: (one) => one.actors,
    traitsOf: actorTraits,
    blameOf,
  });
}

function roleExamples<L extends string>(
  sets: readonly LabelledSet[],
  eventOf: EventOf,
  of: {
    readonly kind: "actor" | "carrier";
    readonly labels: (
      one: LabelledArticle,
    ) => readonly { readonly id: string; readonly role: L | undefined }[];
    readonly traitsOf: typeof actorTraits;
    readonly blameOf?: BlameOf;
  },
): SetExample<L>[] {
  const canon = Object.assign({}, ...sets.map((one) => one.canon)) as Canon;
  return sets.flatMap(({ name, rows }) =>
    rows.flatMap((row) => {
      const event = { type: eventOf(name, row), why: "" };
      const input = roleInput(row.labelled.article, row, event, of.blameOf?.(name));
      return of.labels(row.labelled).flatMap(({ id, role }): SetExample<L>[] => {
        const ids = [id, ...(canon[id] ?? [])];
        const found = row.counted.filter((one) => one.name.kind === of.kind && ids.includes(one.name.id));
        const mentions = found.filter((one) => one.name.id === found[0]?.name.id);
        if (role === undefined || mentions.length === 0) return [];
        const traits = of.traitsOf(mentions, input);
        return [
          { set: name, of: `${row.labelled.article.id} ${id}`, label: role, traits, weight: weightOf(name) },
        ];
      });
    }),
  );
}

function weightOf(set: string): number {
  return set === SHORT ? SHORT_WEIGHT : 1;
}
