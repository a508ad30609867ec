import type { Topic } from "../domain.ts";
import type { Candidate } from "./candidates.ts";
import { type Segment, sentenceAt } from "./cut-segments.ts";
import { findCountries } from "./find-countries.ts";
import type { KnownNames } from "./known-names.ts";
import { CYBER, SECURITY, TELECOM } from "./words.ts";

/** What the whole article says about what its names may mean. */
export interface Context {
  readonly topic: Topic;
  /** Whether the article is about telecoms, by its feed or its words. */
  readonly telecom: boolean;
  /** Whether any word of computer crime stands in it. */
  readonly cyber: boolean;
  /** Whether headline or teaser speak of attacks. */
  readonly security: boolean;
  /** Short forms that the article itself defines as something else: "App Tracking Transparency (ATT)". */
  readonly defined: ReadonlySet<string>;
  /** ISO 3166 codes of countries that the article names, also as adjectives: "Israeli". */
  readonly countries: ReadonlySet<string>;
}

/** What a name may be judged by beside its own sentence. */
export interface Evidence {
  readonly context: Context;
  readonly known: KnownNames;
  /** Every candidate of the article, in order. */
  readonly others: readonly Candidate[];
}

/** Reads the context in which ambiguous names are judged. */
export function readContext(topic: Topic, segments: readonly Segment[]): Context {
  const own = segments.filter((segment) => segment.furnitureFrom > 0);
  const head = own.filter((segment) => segment.field !== "text").map((segment) => segment.text);
  const hits = own.reduce((sum, segment) => sum + (TELECOM.test(segment.text) ? 1 : 0), 0);
  return {
    topic,
    telecom: topic === "telecom" || TELECOM.test(head.join("\n")) || hits >= 2,
    cyber: own.some((segment) => CYBER.test(segment.text.slice(0, segment.furnitureFrom))),
    security: SECURITY.test(head.join("\n")),
    defined: definedElsewhere(own),
    countries: findCountries(own.map((segment) => segment.text).join("\n")),
  };
}

/** The words around a candidate within its sentence. */
export function surroundings(candidate: Candidate): {
  before: string;
  after: string;
  sentence: string;
  opens: boolean;
} {
  const sentence = sentenceAt(candidate.segment, candidate.start);
  const before = candidate.segment.text.slice(sentence.start, candidate.start);
  return {
    before,
    after: candidate.segment.text.slice(candidate.end, Math.max(sentence.end, candidate.end)),
    sentence: sentence.text,
    opens: !/[\p{L}\p{N}]/u.test(before),
  };
}

/** Whether the letters stand in the word in their order, from its first letter on: "BT" in "Baota". */
function inOrder(letters: string, word: string): boolean {
  if (letters[0] !== word[0] || letters === word) return false;
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Characters before a bracket in which the words stand that it shortens. */
const PHRASE = 90;

function definedElsewhere(segments: readonly Segment[]): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { text } of segments)
    for (const match of text.matchAll(/\s\(["“]?([A-Z][A-Za-z0-9]{1,5})["”]?\)/g)) {
      const short = match[1] ?? "";
      const phrase = text
        .slice(Math.max(0, match.index - PHRASE), match.index)
        .split(/[^\p{L}'’ -]/u)
        .slice(-1)
        .join("");
      const initials = phrase
        .split(/[ -]+/)
        .filter((word) => word !== "")
        .map((word) => word[0]?.toUpperCase());
      const letters = short.toUpperCase().split("");
      const tail = initials.slice(-letters.length);
      const last = phrase.trim().split(/[ -]/).at(-1)?.toLowerCase() ?? "";
      const shortens = inOrder(short.toLowerCase(), last);
      const matches = letters.length === tail.length && letters.every((letter, at) => letter === tail[at]);
      if ((matches || shortens) && !/\b(?:tele|mobile|communications?|network)/i.test(phrase)) out.add(short);
    }
  return out;
}
