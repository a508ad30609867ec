import type { Article, Findings } from "../../domain.ts";
import { ownsUp } from "../../text/owns-up.ts";
import { foldText, stem } from "../../text/similarity.ts";
import type { Heard } from "../hearing/heard.ts";
import { bare } from "../names/bare-name.ts";
import type { SpeakerIndex } from "../names/index-speakers.ts";
import { isNewsroom } from "../names/newsrooms.ts";
import { ruledStance } from "../statements/stance-rules.ts";
import type { Voice } from "./find-voices.ts";
import type { Place } from "./name-places.ts";
import { voiceSort } from "./voice-sort.ts";

type Add = (trait: string, strength?: number) => void;
/** A voice with what sort of body it is and how often it speaks. */
interface Sorted {
  readonly voice: Voice;
  readonly sort: string;
  /** The first word of the sort. */
  readonly wide: string;
  readonly spoken: number;
}
/** What is known of the article in which the voices stand. */
interface Setting {
  readonly article: Article;
  readonly findings: Findings;
  readonly index: SpeakerIndex;
  readonly cast: readonly Sorted[];
  /** How often anybody speaks. */
  readonly everySaid: number;
  /** The headline, folded. */
  readonly title: string;
  /** Newsrooms whose reports are retold. */
  readonly retold: ReadonlySet<Voice>;
}

const SPOKEN = /^(?:said|quoted|shown|announced|goes on)$/;
/** Watched names and the outlet's teach nothing about other names. */
const KNOWN = /^(?:carrier|actor|outlet)$/;
/** Twice or more often counts not much more than once. */
const MOST_TIMES = 2;
const TIMES = 1.5;
/** Paragraphs from which on a first mention is late, and not in the text at all. */
const [LATE, NOWHERE] = [5, 9];

/** What in an article speaks for or against each voice as its origin, in their order; the strength of each trait is 0 to about 2. */
export function originTraits(
  voices: readonly Voice[],
  article: Article,
  findings: Findings,
  index: SpeakerIndex,
): ReadonlyMap<string, number>[] {
  const cast = voices.map((voice) => {
    const sort = voiceSort(voice.name, article, findings, index);
    const spoken = voice.heard.filter((one) => SPOKEN.test(one.how)).length;
    return { voice, sort, wide: sort.split(" ")[0] ?? sort, spoken };
  });
  const setting: Setting = {
    article,
    findings,
    index,
    cast,
    everySaid: cast.reduce((sum, one) => sum + one.spoken, 0),
    title: foldText(article.title),
    retold: new Set(voices.filter((one) => one.evidence.retold !== undefined && isNewsroom(one.name))),
  };
  return cast.map((one) => traitsOf(one, setting));
}

function traitsOf(own: Sorted, setting: Setting): Map<string, number> {
  const out = new Map<string, number>();
  const add: Add = (trait, strength = 1) => void out.set(trait, Math.max(out.get(trait) ?? 0, strength));
  /** Once for any voice and once for those of its sort. */
  const both: Add = (trait, strength = 1) => {
    add(trait, strength);
    add(`${own.wide}: ${trait}`, strength);
  };
  const event = setting.findings.event.type;
  add(`sort ${own.sort}`);
  add(`sort ${own.wide} event ${event}`);
  add(`event ${event} said ${own.spoken > 0}`);
  for (const [kind, n] of Object.entries(own.voice.evidence)) both(kind, Math.min(MOST_TIMES, n) / TIMES);
  addSpeech(own, setting, both);
  addPassages(own, add);
  addName(own, setting, add);
  addStanding(own, setting, both);
  for (const place of own.voice.places) addAround(place, own.wide, add);
  return out;
}

/** How much a voice speaks beside others. */
function addSpeech({ voice, spoken }: Sorted, { cast, everySaid }: Setting, add: Add): void {
  const acts = voice.heard.filter((one) => one.how === "acts").length;
  add(`said ${Math.min(4, spoken)}`);
  add(`acts ${Math.min(3, acts)}`);
  if (voice.heard.some((one) => one.how === "silent")) add(spoken > 0 ? "silent too" : "silent");
  if (everySaid === 0) add("nobody speaks");
  if (spoken === 0) return;
  add("share of words", (spoken / everySaid) * 2);
  add(`rank ${Math.min(3, cast.filter((one) => one.spoken > spoken).length)}`);
  if (everySaid === spoken) add("only speaker");
  if (voice.heard.some((one) => SPOKEN.test(one.how) && ownsUp(one.text))) add("owns up");
}

/** What is said and done in the passages of a voice. */
function addPassages({ voice, wide }: Sorted, add: Add): void {
  const sums = new Map<string, number>();
  for (const one of voice.heard)
    for (const trait of passageTraits(one, wide)) sums.set(trait, (sums.get(trait) ?? 0) + 1);
  for (const [trait, n] of sums) add(trait, Math.min(MOST_TIMES, n) / TIMES);
}

function passageTraits(
  { how, kind, passage, clause, by, text, paragraph, verb }: Heard,
  wide: string,
): string[] {
  const out = [
    `how ${how} ${kind}`,
    `how ${how} by ${by ?? "word"}`,
    `how ${how} paragraph ${Math.min(LATE, paragraph)}`,
  ];
  if (SPOKEN.test(how)) {
    out.push(`stance ${ruledStance(passage, kind)} ${kind}`);
    if (/[“"]/.test(text)) out.push("quote");
  }
  if (clause !== undefined) {
    const stemmed = stem(clause.verb);
    out.push(`verb ${stemmed}`, `verb ${stemmed} ${wide}`, `verb ${stemmed} ${clause.next}`);
    out.push(`head ${stem(clause.subject?.head ?? "")}`);
    if (clause.modal) out.push("modal");
    if (clause.negated) out.push("negated");
    if (clause.passive) out.push("passive");
  }
  const says = stem(verb?.split(" ").at(-1) ?? "");
  if (says !== "") out.push(`says ${says}`, `says ${says} ${wide}`);
  return out;
}

/** The name itself: its words tell a ministry from a town. */
function addName({ voice, wide }: Sorted, { cast }: Setting, add: Add): void {
  if (KNOWN.test(wide)) return;
  const words = voice.name.split(" ");
  const last = foldText(words.at(-1) ?? "");
  add(`last ${stem(last)}`);
  for (const word of words.slice(0, -1)) add(`has ${stem(foldText(word))}`);
  add(`shape ${shapeOf(words)}`);
  add(`words ${Math.min(5, words.length)}`);
  const lower = !/^\p{Lu}/u.test(voice.name);
  if (lower && cast.some((one) => one.voice !== voice && foldText(one.voice.name).includes(last)))
    add("named in full elsewhere");
}

function shapeOf(words: readonly string[]): string {
  const one = (word: string): string => {
    if (/^\p{Lu}{2,}$/u.test(word)) return "A";
    if (/\d/.test(word)) return "9";
    if (/^\p{Lu}\p{Ll}+\p{Lu}/u.test(word)) return "C";
    return /^\p{Lu}/u.test(word) ? "N" : "w";
  };
  return words.slice(0, 4).map(one).join("");
}

/** How prominent a voice is in the article, and beside whom it stands. */
function addStanding({ voice, wide }: Sorted, setting: Setting, add: Add): void {
  const { index, findings, cast, title, retold } = setting;
  if (title.includes(bare(voice.name))) add("in headline");
  if (voice.paragraphs.has(0)) add("in head");
  const inBody = [...voice.paragraphs].filter((at) => at > 0);
  const first = Math.min(NOWHERE, ...inBody);
  add(`first in ${first < LATE ? first : first < NOWHERE ? "late" : "none"}`);
  add("paragraphs", Math.min(5, inBody.length) / 3);
  if (voice.name === index.main) add(index.sure ? "main sure" : "main");
  else if (index.main !== undefined && index.sure) add("beside main");
  if (retold.size > (retold.has(voice) ? 1 : 0)) add("retold elsewhere");
  const speakers = cast.filter((one) => one.voice !== voice && one.spoken > 0);
  for (const other of new Set(speakers.map((one) => one.wide))) add(`beside ${other}`);
  if (wide !== "outlet") return;
  add(`names ${Math.min(3, findings.carriers.length + findings.actors.length)}`);
  add(`voices ${Math.min(4, speakers.length)}`);
}

/** The words on both sides of a name. */
function addAround({ words, from, to }: Place, wide: string, add: Add): void {
  const seen = (at: number): string => words[at]?.seen ?? "§edge";
  const before = [1, 2, 3, 4].map((far) => seen(from - far));
  const after = [0, 1, 2, 3].map((far) => seen(to + far));
  for (const side of ["", `${wide} `]) {
    add(`${side}< ${before[0]}`);
    add(`${side}< ${before[1]} ${before[0]}`);
    add(`${side}> ${after[0]}`);
    add(`${side}> ${after[0]} ${after[1]}`);
  }
  add(`< ${before[0]} > ${after[0]}`);
  for (const word of before) add(`<< ${word}`);
  for (const word of after) add(`>> ${word}`);
}
