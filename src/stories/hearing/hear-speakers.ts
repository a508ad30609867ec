import type { Article, Findings } from "../../domain.ts";
import { splitSentences } from "../../text/sentences.ts";
import { foldText } from "../../text/similarity.ts";
import { bodySentences } from "../body-text.ts";
import { nameOf, type SpeakerIndex } from "../names/index-speakers.ts";
import { isCommonNoun } from "../names/name-pattern.ts";
import { isNewsroom, withArticle } from "../names/newsrooms.ts";
import { isOffice, speakerKind } from "../names/speaker-kind.ts";
import { uniqueBy } from "../unique-by.ts";
import { type Acting, findActing } from "./find-acting.ts";
import { findCrowd } from "./find-crowd.ts";
import { findMereOpeners } from "./find-mere-openers.ts";
import { findSilence } from "./find-silence.ts";
import { findSubjects, issuerOf, officeIn, pressIn, topicOf } from "./find-subject.ts";
import type { Heard } from "./heard.ts";
import { carriersIn, type Memory, NOTHING_SAID } from "./name-meant.ts";
import { readClauses } from "./read-clauses.ts";
import { blankQuotes } from "./saying-verbs.ts";

const MOST_HEARD = 160;
/** What a company is made to say on without a verb of speech: "There is no sign that …". */
const GOES_ON =
  /^(?:There (?:is|was|has been|had been) (?:so far )?no |No (?:[\p{Ll}-]+ ){0,4}(?:data|records|details|information|passwords|customers|accounts|systems|services)\b|Nothing (?:suggests|indicates|points)|(?:[\p{L}-]+,? ){1,8}(?:was|were|is|are|has|have)(?: been)? (?:not|never|unaffected)\b)/u;
const SAME_ANSWER = /\b(?:the same|a similar|much the same) (?:answer|reply|response|message|thing)\b/;
/** Sentences over which a quotation may run before it is signed. */
const MOST_QUOTED = 6;
/** What people with nicknames do on forums: that is their claim, whatever it is worth. */
const SELLS =
  /\b(?:offer\w*|advertis\w+|sale|sells?|sold|selling|claim\w*|boast\w*|post\w*|publish\w*|wrote|leak\w*|released|listing|mock\w*|making fun|taunt\w*|brag\w*|attached|told|says?|said|used|copied|took|stole)\b/i;
/** Who speaks or acts in which sentence, in the order of the text; a bare quotation belongs to whoever spoke last. */
export function hearSpeakers(article: Article, findings: Findings, index: SpeakerIndex): Heard[] {
  const out: Heard[] = [];
  let memory: Memory = { ...NOTHING_SAID, firm: index.firm };
  let inQuote = false;
  let paragraph = -1;
  let listener: string | undefined;
  const sentences = sentencesToRead(article, findings);
  for (const [at, sentence] of sentences.entries()) {
    if (sentence.paragraph !== paragraph) memory = { ...memory, topic: undefined };
    paragraph = sentence.paragraph;
    if (out.length >= MOST_HEARD) break;
    const quoteOnly = inQuote || /^[“"][^”"]*[”"]?$/.test(sentence.text);
    const before = inQuote;
    inQuote = staysOpen(sentence.text, inQuote);
    const said = quoteOnly
      ? []
      : findSubjects(sentence.text, index, memory).filter((one) => !isCommonNoun(one.speaker));
    const acting = quoteOnly ? [] : actingIn(sentence.text, index, memory);
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
    if (quoteOnly && quoted !== undefined)
      out.push(heard(sentence, quoted, index, "quoted", { to: listener }));
    for (const one of uniqueBy(said, ({ speaker }) => speaker)) {
      const own = passageOf(sentence.text, said, said.indexOf(one));
      const so = /^So say/.test(sentence.text) ? sentences[at - 1]?.text : undefined;
      const passage = so ?? (SAME_ANSWER.test(own) ? `${own} ${out.at(-1)?.passage ?? ""}` : own);
      const clause = acting.find((other) => other.speaker === one.speaker)?.clause;
      const speaker = withArticle(fullName(one.speaker, out));
      out.push(heard(sentence, speaker, index, "said", { to: one.to, passage, verb: one.verb, clause }));
      listener = one.to;
    }
    for (const name of quoteOnly ? [] : findSilence(sentence.text)) {
      const silent = heard(sentence, nameOf(index, name), index, "silent");
      if (!out.some((one) => one.speaker === silent.speaker && one.text === silent.text)) out.push(silent);
    }
    for (const handle of index.handles)
      if (
        sentence.text.includes(handle) &&
        SELLS.test(sentence.text) &&
        !out.some((one) => one.speaker === handle)
      )
        out.push(heard(sentence, handle, index, "shown"));
    for (const { speaker, by, clause } of acting)
      if (!said.some((other) => other.speaker === speaker))
        out.push(heard(sentence, withArticle(fullName(speaker, out)), index, "acts", { by, clause }));
    const goesOn = out.findLast((one) => one.paragraph === sentence.paragraph && one.speaker === memory.last);
    if (said.length === 0 && !quoteOnly && goesOn?.kind === "affected" && GOES_ON.test(sentence.text))
      out.push(heard(sentence, goesOn.speaker, index, "goes on"));
    const topic = quoteOnly
      ? memory.topic
      : (topicOf(sentence.text, index, memory) ??
        acting.find((one) => !one.clause.passive)?.speaker ??
        said.at(-1)?.speaker ??
        issuerOf(sentence.text, index));
    memory = {
      ...remember(memory, said.at(-1)?.speaker ?? signed, sentence.text, index),
      topic,
      last: said.at(-1)?.speaker ?? signed ?? (quoteOnly ? memory.last : undefined),
      office: officeIn(sentence.text, index) ?? memory.office,
      crowd: quoteOnly ? memory.crowd : findCrowd(sentence.text, "start"),
      pair: quoteOnly ? memory.pair : carriersIn(sentence.text, index),
      press: pressIn(sentence.text) ?? memory.press,
      paper: issuerOf(sentence.text, index) ?? memory.paper,
    };
  }
  const isMereOpener = findMereOpeners(article);
  const named = out.filter(({ speaker }) => !isMereOpener(speaker) || isKnown(speaker, index));
  return withAnnouncement(named, sentences, findings, index);
}

function isKnown(speaker: string, { carriers, actors, handles }: SpeakerIndex): boolean {
  return isOffice(speaker) || carriers.has(speaker) || actors.has(speaker) || handles.has(speaker);
}

function actingIn(sentence: string, index: SpeakerIndex, memory: Memory): Acting[] {
  const open = blankQuotes(sentence);
  return findActing(open, readClauses(open), index, memory).filter((one) => !isCommonNoun(one.speaker));
}

/** A report of business tells what a company announced, though nobody speaks in it: its first sentence about the company stands for that. */
function withAnnouncement(
  out: Heard[],
  sentences: readonly { readonly text: string; readonly paragraph: number }[],
  findings: Findings,
  index: SpeakerIndex,
): Heard[] {
  const { main } = index;
  if (findings.event.type !== "business" || main === undefined) return out;
  if (out.some((one) => one.speaker === main && one.paragraph > 0 && one.how !== "acts")) return out;
  const names = findings.carriers.find((one) => one.name === main)?.matched ?? [];
  const first = sentences.find(
    (one) => one.paragraph > 0 && names.some((name) => one.text.slice(0, 120).includes(name)),
  );
  return first === undefined ? out : [...out, heard(first, main, index, "announced")];
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
  return [
    ...splitSentences(article.title).map((one) => ({ text: one.text, paragraph: 0 })),
    ...teaser,
    ...body,
  ];
}

/** A surname alone stands for the full name that spoke before. */
function fullName(speaker: string, before: readonly Heard[]): string {
  if (speaker.includes(" ")) return speaker;
  return before.find((one) => one.speaker.endsWith(` ${speaker}`))?.speaker ?? speaker;
}

function heard(
  sentence: { readonly text: string; readonly paragraph: number },
  speaker: string,
  index: SpeakerIndex,
  how: Heard["how"],
  more: Partial<Heard> = {},
): Heard {
  const { text, paragraph } = sentence;
  const kind = speakerKind(speaker, text, index);
  return { speaker, kind, how, passage: text, text, paragraph, ...more };
}

const CLAUSE_END = /; |[,:] (?:but|while|whereas|though|although|and|as) /g;

/** The part of a sentence that is one speaker's, where several speak: from the clause in which it begins to the next speaker's. */
function passageOf(
  text: string,
  said: readonly { readonly speaker: string; readonly verb: string }[],
  nth: number,
): string {
  const places: number[] = [];
  for (const { verb } of said) {
    const from = places.at(-1) ?? 0;
    const at = text.indexOf(verb, from);
    places.push(at < 0 ? from : at);
  }
  const cut = (verb: number, before: number): number =>
    [...text.slice(0, verb).matchAll(CLAUSE_END)].findLast((match) => match.index > before)?.index ?? -1;
  const own = places[nth] ?? 0;
  const next = places.find(
    (place, at) => at > nth && place > own && said[at]?.speaker !== said[nth]?.speaker,
  );
  const previous = places.findLast(
    (place, at) => at < nth && place < own && said[at]?.speaker !== said[nth]?.speaker,
  );
  const start = previous === undefined ? 0 : Math.max(0, cut(own, previous));
  const end = next === undefined ? -1 : cut(next, own);
  return text.slice(start, end < 0 ? text.length : end);
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
