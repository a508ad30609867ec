import { type TaggedWord, tagWords } from "../../text/tag-words.ts";

/** A finite verb with the noun phrase before it, as tagged words show them; offsets into the sentence given. */
export interface Clause {
  /** Where the words of the verb begin ("has not said": at "has"), and end. */
  readonly start: number;
  readonly end: number;
  /** Ground form of the verb that carries the meaning. */
  readonly verb: string;
  readonly passive: boolean;
  readonly negated: boolean;
  /** "will", "could" and the like. */
  readonly modal: boolean;
  /** The noun phrase that ends where the verb begins, without adverbs between; undefined where none does. */
  readonly subject: NounPhrase | undefined;
  /** What the clause begins behind: the word before its subject, in lower case; empty at the start. */
  readonly behind: string;
  /** The first word after the verb, in lower case. */
  readonly next: string;
  /** Words from the verb to the next comma, stop or quotation mark: 0 in "…, the firm said.". */
  readonly rest: number;
}
export interface NounPhrase {
  readonly text: string;
  readonly start: number;
  /** Ground form of the noun that it is about ("analyst" in "two analysts at Northcell"). */
  readonly head: string;
  /** The words up to that noun without article and number. */
  readonly core: string;
  /** The proper name within: the whole phrase's or one behind "at", "of", "from" or "with". */
  readonly name: string | undefined;
}

const FINITE_AUX =
  /^(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|shall|should|must|'s|'re|'ve|'d|'ll|wo|ca)$/;
const MODAL = /^(?:will|would|can|could|may|might|shall|should|must|'d|'ll|wo|ca)$/;
const BE = /^(?:is|are|was|were|be|been|being|'s|'re)$/;
/** Participles that look like no past tense. */
const ONLY_PARTICIPLE =
  /^(?:seen|taken|given|written|known|shown|done|gone|been|stolen|broken|chosen|drawn|driven|hidden|spoken|worn|begun|forgotten|frozen|risen|thrown|grown|blown|flown|eaten|fallen|beaten|shaken|woken|proven|sworn|torn|become)$/;
const SKIPPED = /^(?:ADV|PART)$/;
const REFLEXIVE = /^(?:itself|himself|herself|themselves)$/i;
/** Words that a noun phrase holds. */
const OF_PHRASE = /^(?:DET|ADJ|NOUN|PROPN|NUM|SYM)$/;
const LINKS = /^(?:of|at|in|from|for|with|and|&|'s|')$/;
/** More verbs stand only in hostile sentences. */
const MOST_CLAUSES = 30;
/** A phrase of more words is no subject that a reader would see as one. */
const LONGEST = 14;

/** The finite verbs of a sentence in order, each with its subject; a participle or an infinitive is none. */
export function readClauses(sentence: string): Clause[] {
  const words = properly(tagWords(sentence).filter((word) => word.pos !== "SPACE"));
  const out: Clause[] = [];
  for (let at = 0; at < words.length && out.length < MOST_CLAUSES; at += 1) {
    const first = words[at];
    if (first === undefined || !isVerb(words, at)) continue;
    let last = at;
    let end = at;
    for (let i = at + 1; i < words.length; i += 1) {
      const word = words[i];
      if (word === undefined || !(isVerbal(word) || SKIPPED.test(word.pos))) break;
      if (word.text.toLowerCase() === "to") break;
      if (isVerbal(word)) [last, end] = [i, i];
    }
    if (standsAlone(words, at)) out.push(clauseOf(words, at, last, end));
    at = end;
  }
  return out;
}

/** A capital within a sentence makes a name, whatever the word means elsewhere ("Recorded Future assigns"). */
function properly(words: readonly TaggedWord[]): TaggedWord[] {
  return words.map((word, at) => {
    const inside = at > 0 && !/^[.:;!?”"“]$/.test(words[at - 1]?.text ?? ".");
    const name = inside && /^\p{Lu}/u.test(word.text) && /^(?:VERB|ADJ|NOUN|AUX|ADV)$/.test(word.pos);
    return name && word.text !== "I" ? { ...word, pos: "PROPN" } : word;
  });
}

function clauseOf(words: readonly TaggedWord[], at: number, last: number, end: number): Clause {
  const group = words.slice(at, end + 1);
  const verb = words[last];
  const subject = phraseBefore(words, at);
  const after = words.slice(end + 1);
  const stop = after.findIndex((word) => /^[,.;:!?”"–—]$/.test(word.text));
  const behind = subject === undefined ? words[at - 1] : words[subject.from - 1];
  const be = group.some((word, i) => BE.test(word.text.toLowerCase()) && at + i < last);
  return {
    start: words[at]?.start ?? 0,
    end: words[end]?.end ?? 0,
    verb: verb?.lemma.toLowerCase() ?? "",
    passive:
      be && /(?:ed|en|wn|ne|ught|old|un|id|aid|ut|it|ad|nt|pt|lt|st|und|ost|et)$/i.test(verb?.text ?? ""),
    negated: group.some((word) => /^(?:not|n['’]t|never)$/i.test(word.text)),
    modal: MODAL.test(words[at]?.text.toLowerCase() ?? ""),
    subject: subject?.phrase,
    behind: behind?.text.toLowerCase() ?? "",
    next: after[0]?.text.toLowerCase() ?? "",
    rest: stop < 0 ? after.length : stop,
  };
}

function isVerbal(word: TaggedWord): boolean {
  return word.pos === "VERB" || word.pos === "AUX";
}

/** A verb, or a noun in its place: "as Northcell labels the group". */
function isVerb(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (isVerbal(word)) return true;
  const [as, name] = [words[at - 2], words[at - 1]];
  return word.pos === "NOUN" && /[^s]s$/.test(word.text) && name?.pos === "PROPN" && as?.text === "as";
}

function standsAlone(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const text = word.text.toLowerCase();
  const before = wordBefore(words, at);
  if (
    before !== undefined &&
    /^(?:to|by|of|for|without|after|before|while|when)$/i.test(before.text) &&
    before.pos !== "NOUN"
  )
    return false;
  if (word.pos === "AUX" || FINITE_AUX.test(text)) return FINITE_AUX.test(text);
  if (/ing$/.test(text) && word.lemma !== text) return false;
  if (before?.pos === "DET" || before?.pos === "ADJ") return /[^s]s$/.test(text) && word.pos === "VERB";
  if (/[^s]s$/.test(text)) return true;
  if (word.lemma.toLowerCase() === text) return isPlural(before);
  if (ONLY_PARTICIPLE.test(text)) return false;
  // "the data stolen by …", "a paper released by …": no verb of its own.
  const next = words[at + 1]?.text.toLowerCase();
  return !(next === "by" && before !== undefined && before.text !== ",");
}

function isPlural(word: TaggedWord | undefined): boolean {
  if (word === undefined) return false;
  const text = word.text.toLowerCase();
  if (word.pos === "PRON") return /^(?:they|we|who|you|i|which|both|others)$/.test(text);
  return (
    /[^s]s$/.test(text) || /^(?:people|police|staff|men|women|both|labs)$/.test(text) || word.pos === "PROPN"
  );
}

function wordBefore(words: readonly TaggedWord[], at: number): TaggedWord | undefined {
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = words[i];
    if (word !== undefined && !SKIPPED.test(word.pos)) return word;
  }
  return undefined;
}

/** The noun phrase that ends right before a verb, over adverbs and one aside between commas. */
function phraseBefore(
  words: readonly TaggedWord[],
  verb: number,
): { readonly phrase: NounPhrase; readonly from: number } | undefined {
  let end = verb - 1;
  while (end >= 0 && isBetween(words[end])) end -= 1;
  if (words[end]?.text === ",") end = skipAside(words, end);
  let from = end;
  while (from >= 0 && end - from < LONGEST && holds(words, from, end)) from -= 1;
  from += 1;
  while (from < end && LINKS.test(words[from]?.text.toLowerCase() ?? "")) from += 1;
  if (from > end) {
    const word = words[end];
    return word?.pos === "PRON" ? { phrase: phraseOf([word]), from: end } : undefined;
  }
  return { phrase: phraseOf(words.slice(from, end + 1)), from };
}

/** Adverbs and "itself" may stand between a subject and its verb. */
function isBetween(word: TaggedWord | undefined): boolean {
  if (word === undefined || /^['’]s?$/.test(word.text)) return false;
  return SKIPPED.test(word.pos) || REFLEXIVE.test(word.text);
}

function holds(words: readonly TaggedWord[], at: number, end: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (OF_PHRASE.test(word.pos)) return true;
  const text = word.text.toLowerCase();
  if (/^['’]s?$/.test(text) || text === "-") return true;
  if (word.pos === "PRON") return /^(?:its|his|her|their|our|my|your)$/.test(text);
  if (word.pos === "VERB" && /(?:ing|ed)$/.test(text) && at < end) return words[at - 1]?.pos === "DET";
  return LINKS.test(text) && at < end && OF_PHRASE.test(words[at - 1]?.pos ?? "");
}

/** From the comma that closes an aside to the word before the comma that opens it; where none opens, to the comma itself. */
function skipAside(words: readonly TaggedWord[], close: number): number {
  for (let i = close - 1; i > close - 16 && i > 0; i -= 1) if (words[i]?.text === ",") return i - 1;
  return close;
}

function phraseOf(words: readonly TaggedWord[]): NounPhrase {
  const link = words.findIndex((word, i) => i > 0 && /^(?:of|at|in|from|for|with)$/i.test(word.text));
  const front = link < 0 ? words : words.slice(0, link);
  const head = front.findLast((word) => /^(?:NOUN|PROPN|PRON)$/.test(word.pos)) ?? front.at(-1);
  const core = front.filter(
    (word, i) => !(i === 0 && /^(?:DET|PRON|NUM)$/.test(word.pos) && front.length > 1),
  );
  const names = [front, link < 0 ? [] : words.slice(link + 1)].map(properIn);
  return {
    text: join(words),
    start: words[0]?.start ?? 0,
    head: head?.lemma.toLowerCase() ?? "",
    core: join(core),
    name: names.find((name) => name !== ""),
  };
}

function properIn(words: readonly TaggedWord[]): string {
  const from = words.findIndex((word) => word.pos === "PROPN");
  const to = words.findLastIndex((word) => word.pos === "PROPN");
  return from < 0 ? "" : join(words.slice(from, to + 1));
}

function join(words: readonly TaggedWord[]): string {
  return words
    .map((word, i) => (i > 0 && word.start > (words[i - 1]?.end ?? 0) ? " " : "") + word.text)
    .join("");
}
