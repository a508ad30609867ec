import type { Article, Findings } from "../../domain.ts";
import { foldText } from "../../text/similarity.ts";
import { bodySentences } from "../body-text.ts";
import { topicOf } from "../hearing/find-subject.ts";
import type { Heard } from "../hearing/heard.ts";
import { NOTHING_SAID } from "../hearing/name-meant.ts";
import { blankQuotes } from "../hearing/saying-verbs.ts";
import { bare } from "../names/bare-name.ts";
import { nameOf, type SpeakerIndex } from "../names/index-speakers.ts";
import { isCommonNoun, isTimeOrPlace, NAME, trimName } from "../names/name-pattern.ts";
import { isNewsroom, isPlainWord, withArticle } from "../names/newsrooms.ts";
import { indexWords, type Place, placesOf } from "./name-places.ts";
import { AGENCY, DOCUMENT, type Evidence, FILING, FORMS, OWN_WORK, UNNAMED } from "./voice-patterns.ts";

/** Somebody on whom a report may rest, with what in its text speaks for that. */
export interface Voice {
  readonly name: string;
  /** How often each kind of evidence stands in the text. */
  readonly evidence: Readonly<Partial<Record<Evidence, number>>>;
  /** What this voice says or does. */
  readonly heard: readonly Heard[];
  /** Where it is named. */
  readonly places: readonly Place[];
  /** Paragraphs that name it; 0 is the headline or the teaser. */
  readonly paragraphs: ReadonlySet<number>;
}

interface Growing {
  readonly name: string;
  readonly evidence: Partial<Record<Evidence, number>>;
  readonly heard: Heard[];
  places: readonly Place[];
  readonly paragraphs: Set<number>;
}

/** More stand only in hostile texts. */
const MOST_VOICES = 300;
/** Longer ones are clauses that a pattern swallowed. */
const MOST_WORDS = 9;
const NO_NAME =
  /^(?:in|on|at|by|for|from|with|whom|whose|who|which|that|what|when|as|if|whoever|having)(?: |$)/i;
const NAMES = new RegExp(NAME, "gu");

/** Everybody on whom the report could rest, in the order of the text; the outlet itself stands last. */
export function findVoices(
  article: Article,
  findings: Findings,
  heard: readonly Heard[],
  index: SpeakerIndex,
): Voice[] {
  const voices = new Map<string, Growing>();
  const whole = [article.title, article.summary, ...article.paragraphs].join("\n");
  const houses = new Map<string, string>();
  const houseOf = (printed: string): string => {
    const known = houses.get(printed) ?? house(printed, index);
    houses.set(printed, known);
    return known;
  };
  const voice = (printed: string): Growing | undefined => {
    const name = houseOf(printed);
    const key = bare(name);
    if (key.length < 2 || key.split(" ").length > MOST_WORDS || NO_NAME.test(name)) return undefined;
    const known = voices.get(key);
    if (known !== undefined || voices.size >= MOST_VOICES) return known;
    const fresh: Growing = { name, evidence: {}, heard: [], places: [], paragraphs: new Set() };
    voices.set(key, fresh);
    return fresh;
  };
  const count = (printed: string, what: Evidence): void => {
    for (const one of eachOffice(houseOf(printed), whole)) {
      const found = isCommonNoun(one) ? undefined : voice(one);
      if (found !== undefined) found.evidence[what] = (found.evidence[what] ?? 0) + 1;
    }
  };
  for (const one of heard) {
    for (const name of eachOffice(houseOf(one.speaker), whole)) {
      if (one.how === "acts" && isCommonNoun(name)) continue;
      voice(name)?.heard.push(one);
    }
  }
  const sentences = [
    { text: article.title, paragraph: 0 },
    { text: article.summary, paragraph: 0 },
    ...bodySentences(article, findings).filter((one) => one.paragraph > 0),
  ];
  let memory = NOTHING_SAID;
  let paragraph = -1;
  for (const sentence of sentences) {
    const text = blankQuotes(sentence.text);
    for (const { what, cue, pattern } of FORMS)
      if (cue.test(text))
        for (const match of text.matchAll(pattern)) count(trimName(match.groups?.it ?? ""), what);
    if (sentence.paragraph !== paragraph) memory = NOTHING_SAID;
    paragraph = sentence.paragraph;
    const topic = topicOf(text, index, memory);
    if (topic !== undefined) count(topic, "topic");
    memory = { ...NOTHING_SAID, topic };
    for (const { what, cue, pattern } of UNNAMED) {
      const people = cue.test(text) ? pattern.exec(text)?.groups : undefined;
      const noun = plainCrowd((people?.it ?? people?.who)?.toLowerCase());
      if (noun !== undefined) count(what === "bragged" ? noun : `unnamed ${noun}`, what);
    }
    const paper = DOCUMENT.exec(text)?.groups?.it;
    if (paper !== undefined) count(paper.toLowerCase(), "document");
    for (const match of text.matchAll(NAMES)) {
      const name = trimName(match[0]);
      if (match.index === 0 && isPlainWord(name)) continue;
      if (isNewsroom(name)) count(withArticle(name), "newsroom");
      else if (sentence.text === article.title) count(name, "titled");
      else if (
        name !== "" &&
        !isTimeOrPlace(name) &&
        !isCommonNoun(name) &&
        !/^\p{Lu}?\p{Ll}{0,3}$/u.test(name)
      )
        count(name, "named");
      if (index.offices.has(foldText(name))) count(name, "titled");
    }
    const keeper = trimName((text.includes("filing") ? FILING.exec(text) : null)?.groups?.it ?? "");
    if (keeper !== "") count(`${/Securities and Exchange/.test(keeper) ? "SEC" : keeper} filing`, "paper");
    else if (/\b8-K\b|\bSEC filing\b/.test(text)) count("SEC filing", "paper");
  }
  for (const entity of [...findings.carriers, ...findings.actors]) voice(entity.name);
  for (const handle of index.handles) voice(handle);
  if (index.main !== undefined) voice(index.main);
  for (const name of agenciesIn([article.summary, ...article.paragraphs], article.outlet))
    count(name, "printed");
  voices.delete(bare(article.outlet));
  voices.set(bare(article.outlet), {
    name: article.outlet,
    evidence: worksItself(
      sentences.map((one) => one.text),
      article.outlet,
    )
      ? { own: 1 }
      : {},
    heard: [],
    places: [],
    paragraphs: new Set(),
  });
  mergeShort(voices, findings);
  const spellings = spellingsOf(index);
  const folded = sentences.map(({ text, paragraph }) => ({ text: foldText(text), paragraph }));
  for (const [key, one] of voices)
    for (const { text, paragraph } of folded)
      if ((spellings.get(one.name) ?? [key]).some((spelling) => text.includes(spelling)))
        one.paragraphs.add(paragraph);
  const words = indexWords(sentences.map((one) => one.text));
  for (const [key, one] of voices) one.places = placesOf(spellings.get(one.name) ?? [key], words);
  return [...voices.values()];
}

/** A surname or a short form joins the longer name that holds it, a plain office ("officials") the only one named more fully; watched names are settled already. */
function mergeShort(voices: Map<string, Growing>, findings: Findings): void {
  const watched = new Set([...findings.carriers, ...findings.actors].map((one) => bare(one.name)));
  for (const [key, one] of [...voices]) {
    if (watched.has(key) || key.length < 3) continue;
    if (!/^\p{Lu}/u.test(one.name)) {
      const same = [...voices].filter(([other]) => other.endsWith(` ${key}`) && !watched.has(other));
      if (same.length === 1 && same[0] !== undefined) join(voices, key, same[0][1]);
      continue;
    }
    const longer = [...voices].find(
      ([other, two]) =>
        other !== key &&
        !watched.has(other) &&
        /^\p{Lu}/u.test(two.name) &&
        other.split(" ").length < 4 &&
        (other.endsWith(` ${key}`) ||
          other.startsWith(`${key}'s `) ||
          (other.startsWith(`${key} `) && !key.includes(" "))),
    );
    if (longer !== undefined) join(voices, key, longer[1]);
  }
}

function join(voices: Map<string, Growing>, key: string, into: Growing): void {
  const one = voices.get(key);
  if (one === undefined) return;
  into.heard.push(...one.heard);
  for (const [what, n] of Object.entries(one.evidence) as [Evidence, number][])
    into.evidence[what] = (into.evidence[what] ?? 0) + n;
  voices.delete(key);
}

/** "The FBI and CISA" are two voices, and so are names of which one stands alone elsewhere in the text; "Google's Mandiant" is Mandiant. */
function eachOffice(name: string, text: string): string[] {
  const parts = name.split(/ and (?:the )?/);
  const joint =
    parts.length === 2 &&
    (parts.some((part) => /^\p{Lu}{2,6}$/u.test(part)) ||
      (/^\p{Lu}/u.test(parts[1] ?? "") &&
        (/ and the /.test(name) || parts.some((part) => standsApart(part, name, text)))));
  return (joint ? parts : [name]).map((part) => {
    const [, owner, owned] = /^(.{2,40})[’']s? (\p{Lu}.*)$/u.exec(part) ?? [];
    return owner !== undefined && owned !== undefined && standsApart(owned, part, text) ? owned : part;
  });
}

/** Whether a name stands in a text without the longer one around it. */
function standsApart(name: string, whole: string, text: string): boolean {
  return name.length > 2 && text.split(name).length > text.split(whole).length;
}

const PERSON_OF =
  /^\p{Lu}[\p{Ll}’'-]+ (?:\p{Lu}[\p{L}’'.-]+ ?){1,2} (?:of|at|from) (?<org>\p{Lu}.+|the \p{Lu}{2,}.*)$/u;
const INSTITUTE =
  /\b(?:Bureau|Bank|Office|Ministry|Department|University|College|Council|Court|Police|Team|Cent(?:re|er)|Chamber|Federation|Union|Agency|Authority|Institute|Foundation|School|House|Board|Secretary|Minister|Security|Labs?|Technologies|Networks|Group|Research|Systems|Telecom|Mobile|Media|Services?)\b/;

/** The organisation that somebody speaks for, as this article spells it. */
function house(printed: string, index: SpeakerIndex): string {
  const name = printed
    .replace(/^[Tt]he (?=\p{Ll})/u, "")
    .replace(/^(?:Minister|President|Senator|Premier|Chancellor|Governor|Commissioner) (?=\p{Lu})/u, "")
    .trim();
  const org = INSTITUTE.test(name) ? undefined : PERSON_OF.exec(name)?.groups?.org;
  const folded = foldText(name);
  return withArticle(index.people.get(folded) ?? nameOf(index, (org ?? name).replace(/^the /, "")));
}

/** People and persons who speak unnamed are sources, as in the statements. */
function plainCrowd(noun: string | undefined): string | undefined {
  return noun?.replace(/^(?:people|persons?|participants?)$/, "sources");
}

function spellingsOf(index: SpeakerIndex): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const [spelling, name] of [...index.names, ...index.people])
    out.set(name, [...(out.get(name) ?? [bare(name)]), spelling]);
  return out;
}

/** The agencies whose text the paper prints; the paper's own initials in the dateline are none. */
function agenciesIn(paragraphs: readonly string[], outlet: string): string[] {
  const initial = outlet[0]?.toUpperCase();
  return paragraphs.flatMap((text) =>
    AGENCY.flatMap((pattern) => {
      const name = withArticle(
        trimName(pattern.exec(text.slice(0, 400))?.groups?.it ?? "").replace(/ in$/, ""),
      );
      const own = /^\p{Lu}{2,4}$/u.test(name) && initial === name[0];
      return name === "" || own ? [] : [name];
    }),
  );
}

/** Whether the outlet says that it saw papers or spoke with people; a no-comment is no such work. */
function worksItself(sentences: readonly string[], outlet: string): boolean {
  const names = outlet.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/^The /, "(?:The |the )?");
  const byName = new RegExp(
    `\\b(?:seen|reviewed|obtained|verified) by ${names}|\\btold ${names}(?!\\p{L})`,
    "u",
  );
  return sentences.some(
    (text) => (OWN_WORK.test(text) || byName.test(text)) && !/declin|refus|comment/.test(text),
  );
}
