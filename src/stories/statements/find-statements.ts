import { type Article, type Findings, STANCES, type Stance, type Statement } from "../../domain.ts";
import { foldText } from "../../text/similarity.ts";
import { hearSpeakers } from "../hearing/hear-speakers.ts";
import type { Heard } from "../hearing/heard.ts";
import { indexSpeakers } from "../names/index-speakers.ts";
import { LEAST_LIKELY_ACT, LEAST_LIKELY_SAID, LEAST_LIKELY_STANCE } from "../thresholds.ts";
import { uniqueBy } from "../unique-by.ts";
import { certainStance, opposes } from "./certain-stance.ts";
import type { Hearing } from "./statement-traits.ts";
import {
  type StatementWeights,
  type Weighed,
  type WeighedPassage,
  weighStatements,
} from "./weigh-statements.ts";

/** More stand only in hostile texts. */
const MOST_TOLD = 40;

/** Who says what, in the order of the text: words that may be told, one stance a sentence, and hints that may not. */
export interface FoundStatements {
  readonly heard: readonly Heard[];
  readonly statements: readonly Statement[];
  readonly hints: readonly Statement[];
}

/** Finds who says what, with the stance and the sentence as printed. */
export function findStatements(
  article: Article,
  findings: Findings,
  weights?: StatementWeights,
): FoundStatements {
  const hearing = hearArticle(article, findings);
  const words: Found[] = [];
  const hints: Found[] = [];
  for (const speaker of weighStatements(hearing, weights)) {
    const own = uniqueBy(ownWords(speaker), ({ heard, stance }) => `${stance} ${heard.text}`);
    const stances = new Set(own.map(({ stance }) => stance));
    words.push(...own);
    hints.push(...likelyStances(speaker).filter(({ stance }) => !stances.has(stance)));
  }
  const place = (one: Found): number => hearing.heard.indexOf(one.heard);
  const inOrder = (list: Found[]): Statement[] =>
    list
      .sort((a, b) => place(a) - place(b))
      .slice(0, MOST_TOLD)
      .map(statementOf);
  return { heard: hearing.heard, statements: inOrder(words), hints: inOrder(hints) };
}

/** Everybody heard in an article, ready to be weighed. */
export function hearArticle(article: Article, findings: Findings): Hearing {
  const index = indexSpeakers(article, findings);
  const heard = hearSpeakers(article, findings, index);
  return { heard, findings, title: foldText(article.title), main: index.main };
}

interface Found {
  readonly heard: Heard;
  readonly stance: Stance;
}

/** Each passage in which somebody is said to speak, with the stance that it shows most; passed over where the whole article makes that stance unlikely. */
function ownWords({ passages, odds }: Weighed): Found[] {
  return passages.flatMap((passage) => {
    const { heard } = passage;
    if (heard.how === "acts") return [];
    const certain = heard.how === "silent" ? "no-comment" : certainStance(heard.passage, heard.kind);
    const stance = certain ?? strongest(passage);
    return certain !== undefined || odds[stance] >= LEAST_LIKELY_SAID ? [{ heard, stance }] : [];
  });
}

/** Each likely stance with the passage that shows it most. */
function likelyStances({ passages, odds }: Weighed): Found[] {
  return STANCES.flatMap((stance) => {
    const { heard } = passages.reduce((a, b) => (b.scores[stance] > a.scores[stance] ? b : a));
    const bar = heard.how === "acts" ? LEAST_LIKELY_ACT : LEAST_LIKELY_STANCE;
    return odds[stance] >= bar ? [{ heard, stance }] : [];
  });
}

/** The stance that a passage shows most; nobody denies, limits or is silent without a word for it, and unnamed people confirm nothing. */
function strongest({ heard, scores }: WeighedPassage): Stance {
  const sure = heard.kind === "crowd" ? (["claims"] as const) : (["confirms", "claims"] as const);
  const against = opposes(heard.passage, heard.kind) ? (["denies", "limits", "no-comment"] as const) : [];
  return [...sure, ...against].reduce((a: Stance, b: Stance) => (scores[b] > scores[a] ? b : a));
}

function statementOf({ heard, stance }: Found): Statement {
  return {
    speaker: heard.speaker,
    stance,
    text: heard.text,
    paragraph: heard.paragraph,
    ...(heard.to === undefined ? {} : { to: heard.to }),
  };
}
