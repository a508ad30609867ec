import type { Findings } from "../domain.ts";
import type { LabelledArticle } from "./labelled-article.ts";

/** Found against labelled: tp found rightly, fp found wrongly, fn missed. */
export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
export interface Share {
  readonly right: number;
  readonly of: number;
  readonly share: number;
}
export interface FindingsScore {
  readonly articles: number;
  readonly actors: Counts;
  readonly carriers: Counts;
  /** Hard negatives in which something was found all the same. */
  readonly hardNegatives: { readonly of: number; readonly actors: number; readonly carriers: number };
  /** Over the entities found rightly that have a labelled role. */
  readonly actorRoles: Share;
  readonly carrierRoles: Share;
  readonly events: Share;
  /** One line for each difference, for reading. */
  readonly errors: readonly string[];
}
export interface Read {
  readonly labelled: LabelledArticle;
  readonly findings: Findings;
}
/** Ids that count as the same: gold label to accepted ids. */
export type Canon = Readonly<Record<string, readonly string[]>>;

/** Scores what was found in labelled articles: names, roles and event types. */
export function scoreFindings(reads: readonly Read[], canon: Canon = {}): FindingsScore {
  const errors: string[] = [];
  const tallies = { actors: tally(), carriers: tally() };
  const roles = { actors: share(), carriers: share() };
  const events = share();
  const hard = { of: 0, actors: 0, carriers: 0 };
  for (const { labelled, findings } of reads) {
    const where = labelled.article.id;
    for (const kind of ["actors", "carriers"] as const) {
      const found: readonly { id: string; role: string; why: string }[] = findings[kind];
      const left = new Set(found.map((entity) => entity.id));
      for (const gold of labelled[kind]) {
        const accepted = [gold.id, ...(canon[gold.id] ?? [])];
        const hit = found.find((entity) => accepted.includes(entity.id));
        for (const id of accepted) left.delete(id);
        if (hit === undefined) {
          tallies[kind].fn += 1;
          errors.push(`${where} ${kind} missed ${gold.id}`);
          continue;
        }
        tallies[kind].tp += 1;
        if (gold.role === undefined) continue;
        roles[kind].of += 1;
        if (hit.role === gold.role) roles[kind].right += 1;
        else errors.push(`${where} ${kind} ${gold.id} is ${gold.role}, read as ${hit.role} (${hit.why})`);
      }
      tallies[kind].fp += left.size;
      for (const id of left) errors.push(`${where} ${kind} wrongly found ${id}`);
      if (labelled.hardNegative && found.length > 0) hard[kind] += 1;
    }
    if (labelled.hardNegative) hard.of += 1;
    if (labelled.event === undefined) continue;
    events.of += 1;
    if (findings.event.type === labelled.event) events.right += 1;
    else
      errors.push(
        `${where} event is ${labelled.event}, read as ${findings.event.type} (${findings.event.why})`,
      );
  }
  return {
    articles: reads.length,
    actors: countsOf(tallies.actors),
    carriers: countsOf(tallies.carriers),
    hardNegatives: hard,
    actorRoles: shareOf(roles.actors),
    carrierRoles: shareOf(roles.carriers),
    events: shareOf(events),
    errors,
  };
}

function tally(): { tp: number; fp: number; fn: number } {
  return { tp: 0, fp: 0, fn: 0 };
}

function share(): { right: number; of: number } {
  return { right: 0, of: 0 };
}

function countsOf({ tp, fp, fn }: { tp: number; fp: number; fn: number }): Counts {
  const precision = tp + fp === 0 ? 1 : tp / (tp + fp);
  const recall = tp + fn === 0 ? 1 : tp / (tp + fn);
  return {
    tp,
    fp,
    fn,
    precision,
    recall,
    f1: tp === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function shareOf({ right, of }: { right: number; of: number }): Share {
  return { right, of, share: of === 0 ? 1 : right / of };
}
