import type { Findings } from "../domain.ts";
import type { Judgement } from "../pipeline/judge-article.ts";
import { foldText, termsOf } from "../text/similarity.ts";
import type { LabelledArticle } from "./labelled-article.ts";
import type { Counts, Share } from "./score-findings.ts";

export interface JudgedArticle {
  readonly labelled: LabelledArticle;
  readonly judgement: Judgement;
}
export interface StoryScore {
  /** Pairs of labelled articles put into one story. */
  readonly storyPairs: Counts;
  /** Labelled stories with a watched name that gave exactly one alert. */
  readonly oneAlert: Share;
  readonly largestStory: number;
  /** Articles that an analyst wants, against those not skipped; a report without news of an alerted story is not skipped here. */
  readonly alertDecision: Counts;
  readonly origins: Share;
  readonly statements: Share;
  /** Labelled facts of which at least half the telling words stand in the summary, over all articles. */
  readonly summaryFacts: Share;
  /** The same for the first two paragraphs, the usual way out. */
  readonly firstTwoParagraphs: Share;
  /** Both over the articles that an analyst wants a message about. */
  readonly alertSummaryFacts: Share;
  readonly alertFirstTwoParagraphs: Share;
  readonly errors: readonly string[];
}

/** Half the telling words of a fact must stand in the text. */
const MOSTLY = 0.5;

/** Scores grouping, deciding, origins, statements and summaries against the labels. */
export function scoreStories(judged: readonly JudgedArticle[]): StoryScore {
  const errors: string[] = [];
  const alerts = judged.filter(({ labelled }) => labelled.alert !== false);
  return {
    storyPairs: scorePairs(judged, errors),
    oneAlert: scoreOneAlert(judged, errors),
    largestStory: Math.max(0, ...judged.map(({ judgement }) => judgement.story?.articles.length ?? 0)),
    alertDecision: scoreDecisions(judged, errors),
    origins: scoreOrigins(judged, errors),
    statements: scoreStatements(judged, errors),
    summaryFacts: scoreFacts(judged, summaryOf),
    firstTwoParagraphs: scoreFacts(judged, leadOf),
    alertSummaryFacts: scoreFacts(alerts, summaryOf),
    alertFirstTwoParagraphs: scoreFacts(alerts, leadOf),
    errors,
  };
}

function scorePairs(judged: readonly JudgedArticle[], errors: string[]): Counts {
  let [tp, fp, fn] = [0, 0, 0];
  judged.forEach((one, at) => {
    for (const other of judged.slice(0, at)) {
      const gold = one.labelled.story !== undefined && one.labelled.story === other.labelled.story;
      const found = one.judgement.story !== undefined && one.judgement.story.id === other.judgement.story?.id;
      if (gold && found) tp += 1;
      else if (gold || found) {
        if (gold) fn += 1;
        else fp += 1;
        const pair = `${one.labelled.article.id} and ${other.labelled.article.id}`;
        errors.push(`story ${gold ? "split" : "lumped"}: ${pair} (${one.judgement.assignment.why})`);
      }
    }
  });
  return counts(tp, fp, fn);
}

function scoreOneAlert(judged: readonly JudgedArticle[], errors: string[]): Share {
  const byStory = new Map<string, JudgedArticle[]>();
  for (const one of judged)
    if (one.labelled.story !== undefined)
      byStory.set(one.labelled.story, [...(byStory.get(one.labelled.story) ?? []), one]);
  let [right, of] = [0, 0];
  for (const [story, members] of byStory) {
    if (!members.some(wanted)) continue;
    of += 1;
    const alerts = members.filter(({ judgement }) =>
      ["alert", "digest"].includes(judgement.decision.kind),
    ).length;
    if (alerts === 1) right += 1;
    else errors.push(`${alerts} alerts for ${story}`);
  }
  return share(right, of);
}

/** Labelled as wanted, or, where that is not labelled, naming somebody watched. */
function wanted({ labelled }: JudgedArticle): boolean {
  return labelled.alert ?? labelled.actors.length + labelled.carriers.length > 0;
}

function scoreDecisions(judged: readonly JudgedArticle[], errors: string[]): Counts {
  let [tp, fp, fn] = [0, 0, 0];
  for (const { labelled, judgement } of judged) {
    if (labelled.alert === undefined) continue;
    const { kind, reason } = judgement.decision;
    const told = kind !== "skip" || reason === "nothing-new";
    if (told && labelled.alert) tp += 1;
    else if (told) fp += 1;
    else if (labelled.alert) fn += 1;
    if (told !== labelled.alert) errors.push(`${labelled.article.id} ${kind}: ${reason}`);
  }
  return counts(tp, fp, fn);
}

function scoreOrigins(judged: readonly JudgedArticle[], errors: string[]): Share {
  let [right, of] = [0, 0];
  for (const { labelled, judgement } of judged) {
    for (const origin of labelled.origins ?? []) {
      of += 1;
      if (judgement.read.account.origins.some((found) => sameVoice(found, origin, judgement))) right += 1;
      else errors.push(`${labelled.article.id} origin missed: ${origin}`);
    }
  }
  return share(right, of);
}

function scoreStatements(judged: readonly JudgedArticle[], errors: string[]): Share {
  let [right, of] = [0, 0];
  for (const { labelled, judgement } of judged) {
    const { statements, hints } = judgement.read.account;
    const read = [...statements, ...(hints ?? [])];
    for (const gold of labelled.statements ?? []) {
      of += 1;
      const hit = read.some(
        (found) => found.stance === gold.stance && sameVoice(found.speaker, gold.speaker, judgement),
      );
      if (hit) right += 1;
      else
        errors.push(`${labelled.article.id} statement missed: ${gold.speaker} ${gold.stance}: ${gold.gist}`);
    }
  }
  return share(right, of);
}

/** One name holds the other in whole words, both are spellings of one watched name, or they share all but one of their longer words. */
export function sameVoice(
  found: string,
  gold: string,
  { read }: { readonly read: { readonly findings: Findings } },
): boolean {
  const [a, b] = [plain(found), plain(gold)];
  if (a === "" || b === "") return false;
  if (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)) return true;
  const spellings = [...read.findings.carriers, ...read.findings.actors].map((one) =>
    [one.name, ...one.matched].map(plain),
  );
  if (spellings.some((names) => names.includes(a) && names.includes(b))) return true;
  const words = (text: string): string[] => text.split(" ").filter((word) => word.length > 3);
  const shared = words(a).filter((word) => words(b).includes(word)).length;
  return shared > 0 && shared >= Math.min(words(a).length, words(b).length) - 1;
}

function plain(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}& ]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function summaryOf({ judgement }: JudgedArticle): string {
  return judgement.summary.map((quote) => quote.text).join(" ");
}

function leadOf({ labelled }: JudgedArticle): string {
  return labelled.article.paragraphs.slice(0, 2).join(" ");
}

function scoreFacts(judged: readonly JudgedArticle[], textOf: (one: JudgedArticle) => string): Share {
  let [right, of] = [0, 0];
  for (const one of judged) {
    const words = new Set(termsOf(textOf(one)));
    for (const fact of one.labelled.facts ?? []) {
      const telling = [...new Set(termsOf(fact))];
      of += 1;
      if (telling.filter((term) => words.has(term)).length >= telling.length * MOSTLY) right += 1;
    }
  }
  return share(right, of);
}

function counts(tp: number, fp: number, fn: number): Counts {
  const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  return {
    tp,
    fp,
    fn,
    precision: ratio(tp, tp + fp),
    recall: ratio(tp, tp + fn),
    f1: ratio(2 * tp, 2 * tp + fp + fn),
  };
}

function share(right: number, of: number): Share {
  return { right, of, share: of === 0 ? 1 : right / of };
}
