import type { Article, Findings, Statement } from "../domain.ts";
import { ownsUp } from "../text/owns-up.ts";
import { splitSentences } from "../text/sentences.ts";
import { foldText } from "../text/similarity.ts";
import { bodySentences } from "./body-text.ts";
import { findCrowd } from "./find-crowd.ts";
import { findSilence } from "./find-silence.ts";
import { findSubjects, issuerOf, officeIn, topicOf } from "./find-subject.ts";
import { indexSpeakers, nameOf, type SpeakerIndex } from "./index-speakers.ts";
import { judgeStance } from "./judge-stance.ts";
import { carriersIn, type Memory } from "./name-meant.ts";
import { isCommonNoun } from "./name-pattern.ts";
import { isNewsroom, withArticle } from "./newsrooms.ts";
import { isOffice, speakerKind } from "./speaker-kind.ts";

const MOST_STATEMENTS = 40;
/** Sentences over which a quotation may run before it is signed. */
const MOST_QUOTED = 6;
/** What people with nicknames do on forums: that is their claim, whatever it is worth. */
const SELLS =
  /\b(?:offer\w*|advertis\w+|sale|sells?|sold|selling|claim\w*|boast\w*|post\w*|publish\w*|wrote|leak\w*|released|listing)\b/i;
/** Who says what, with the stance and the sentence as printed; a bare quotation belongs to whoever spoke last. */
export function findStatements(article: Article, findings: Findings): Statement[] {
  const index = indexSpeakers(article, findings);
  const out: Statement[] = [];
  let memory: Memory = {
    speaker: undefined,
    firm: undefined,
    actor: undefined,
    topic: undefined,
    paper: undefined,
    last: undefined,
    office: undefined,
    crowd: undefined,
    pair: [],
  };
  let inQuote = false;
  let paragraph = -1;
  let listener: string | undefined;
  const sentences = sentencesToRead(article, findings);
  for (const [at, sentence] of sentences.entries()) {
    if (sentence.paragraph !== paragraph) memory = { ...memory, topic: undefined };
    paragraph = sentence.paragraph;
    if (out.length >= MOST_STATEMENTS) break;
    const quoteOnly = inQuote || /^[“"][^”"]*[”"]?$/.test(sentence.text);
    const before = inQuote;
    inQuote = staysOpen(sentence.text, inQuote);
    const said = quoteOnly
      ? []
      : findSubjects(sentence.text, index, memory).filter((one) => !isCommonNoun(one.speaker));
    const signed =
      quoteOnly && (before || inQuote)
        ? signatureOf(
            sentences.slice(before ? at : at + 1, at + MOST_QUOTED),
            sentence.paragraph,
            index,
            memory,
          )
        : undefined;
    const quoted = signed ?? memory.speaker;
    if (quoteOnly && quoted !== undefined) out.push(statement(sentence, quoted, index, listener));
    for (const one of uniqueSpeakers(said)) {
      const first = statement(sentence, withArticle(fullName(one.speaker, out)), index, one.to);
      out.push(first, ...otherStances(first, said.length, index));
      listener = one.to;
    }
    for (const name of quoteOnly ? [] : findSilence(sentence.text)) {
      const silent = {
        ...statement(sentence, nameOf(index, name), index, undefined),
        stance: "no-comment" as const,
      };
      if (!out.some((one) => one.speaker === silent.speaker && one.text === silent.text)) out.push(silent);
    }
    for (const handle of index.handles)
      if (
        sentence.text.includes(handle) &&
        SELLS.test(sentence.text) &&
        !out.some((one) => one.speaker === handle)
      )
        out.push(statement(sentence, handle, index, undefined));
    const topic = quoteOnly
      ? memory.topic
      : (topicOf(sentence.text, index, memory) ?? said.at(-1)?.speaker ?? issuerOf(sentence.text, index));
    memory = {
      ...remember(memory, said.at(-1)?.speaker ?? signed, sentence.text, index),
      topic,
      last: said.at(-1)?.speaker ?? signed ?? (quoteOnly ? memory.last : undefined),
      office: officeIn(sentence.text, index) ?? memory.office,
      crowd: quoteOnly ? memory.crowd : findCrowd(sentence.text, "start"),
      pair: quoteOnly ? memory.pair : carriersIn(sentence.text, index),
      paper: issuerOf(sentence.text, index) ?? memory.paper,
    };
  }
  return out;
}

/** Who is named behind the end of a quotation that runs over several sentences; undefined for a pronoun or nobody. */
function signatureOf(
  rest: readonly { readonly text: string; readonly paragraph: number }[],
  paragraph: number,
  index: SpeakerIndex,
  memory: Memory,
): string | undefined {
  const closing = rest.find((one) => /[”"]/.test(one.text));
  if (closing === undefined || closing.paragraph !== paragraph) return undefined;
  const tail = closing.text.slice(closing.text.search(/[”"]/) + 1);
  if (/^\W*(?:it|he|she|they)\b/i.test(tail)) return undefined;
  return findSubjects(`“ ,”${tail}`, index, memory)[0]?.speaker;
}

/** Whether a quotation that a sentence opens goes on in the next one. */
function staysOpen(text: string, before: boolean): boolean {
  const curly = (text.match(/“/g)?.length ?? 0) - (text.match(/”/g)?.length ?? 0);
  const straight = (text.match(/"/g)?.length ?? 0) % 2 === 1;
  if (curly !== 0) return curly > 0;
  return straight ? !before : before && !/[”"]/.test(text);
}

/** Headline and teaser are read too: they often carry the company's word; they come first and count as paragraph 0. */
function sentencesToRead(
  article: Article,
  findings: Findings,
): { readonly text: string; readonly paragraph: number }[] {
  const body = bodySentences(article, findings);
  const teaser =
    body[0]?.paragraph === 0
      ? []
      : splitSentences(article.summary).map((one) => ({ text: one.text, paragraph: 0 }));
  return [{ text: article.title, paragraph: 0 }, ...teaser, ...body];
}

/** A surname alone stands for the full name that spoke before. */
function fullName(speaker: string, before: readonly Statement[]): string {
  if (speaker.includes(" ")) return speaker;
  return before.find((one) => one.speaker.endsWith(` ${speaker}`))?.speaker ?? speaker;
}

const TURN = /[,;:]\s+(?:(?:but|though|although|yet|however|saying|adding|insisting|and that|and)\b)/u;

/** A sentence may confirm with one half and limit with the other ("…, but remained without consequences"): both count. */
function otherStances(first: Statement, speakers: number, index: SpeakerIndex): Statement[] {
  if (speakers > 1) return [];
  const kind = speakerKind(first.speaker, first.text, index);
  if (kind !== "affected" && kind !== "official") return [];
  const halves = first.text.split(TURN);
  if (halves.length < 2) return [];
  const stances = halves
    .map((half) => ({ half, stance: judgeStance(half, kind) }))
    .filter(({ half, stance }) => stance !== "confirms" || ownsUp(half))
    .map(({ stance }) => stance);
  const [other] = stances.filter((stance) => stance !== first.stance);
  return other === undefined ? [] : [{ ...first, stance: other }];
}

function statement(
  sentence: { readonly text: string; readonly paragraph: number },
  speaker: string,
  index: SpeakerIndex,
  to: string | undefined,
): Statement {
  const stance = judgeStance(sentence.text, speakerKind(speaker, sentence.text, index));
  const base = { speaker, stance, text: sentence.text, paragraph: sentence.paragraph };
  return to === undefined ? base : { ...base, to };
}

function uniqueSpeakers<T extends { readonly speaker: string }>(said: readonly T[]): T[] {
  return said.filter((one, at) => said.findIndex((other) => other.speaker === one.speaker) === at);
}

function remember(before: Memory, speaker: string | undefined, text: string, index: SpeakerIndex): Memory {
  const folded = foldText(text);
  let actor = before.actor;
  let first = Number.POSITIVE_INFINITY;
  for (const [spelling, name] of index.names) {
    const at = index.actors.has(name) ? folded.indexOf(spelling) : -1;
    if (at >= 0 && at < first) [first, actor] = [at, name];
  }
  if (speaker === undefined) return { ...before, actor };
  const own = index.carriers.has(speaker) || index.actors.has(speaker) || isOffice(speaker);
  const crowd = /^unnamed |\b(?:sources|people|employees|workers|staff|analysts|experts|members)$/.test(
    speaker,
  );
  const firm = own || crowd || isNewsroom(speaker) ? before.firm : speaker;
  return { ...before, speaker, firm, actor };
}
