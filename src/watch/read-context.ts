import type { Topic } from "../domain.ts";
import type { Candidate } from "./candidates.ts";
import { type Segment, sentenceAt } from "./cut-segments.ts";
import { findCountries } from "./find-countries.ts";
import type { KnownNames } from "./known-names.ts";
import { CYBER, NETWORKS, SECURITY, TELECOM } from "./words.ts";

/** What the whole article says about what its names may mean. */
export interface Context {
  readonly topic: Topic;
  /** Whether the article is about telecoms, by its feed or its words. */
  readonly telecom: boolean;
  /** Whether phone networks are named as such: an oil pipeline's operator is none. */
  readonly networks: boolean;
  /** Whether the article is at hand and not only its teaser. */
  readonly whole: boolean;
  /** Whether any word of computer crime stands in it. */
  readonly cyber: boolean;
  /** Whether headline or teaser speak of attacks. */
  readonly security: boolean;
  /** Whether they do, or several paragraphs of a whole article. */
  readonly attacks: boolean;
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

/** One word of attacks may be a figure of speech. */
const SEVERAL = 2;

/** So many paragraphs are more than a teaser. */
const WHOLE = 3;

/** Reads the context in which ambiguous names are judged. */
export function readContext(topic: Topic, segments: readonly Segment[]): Context {
  const own = segments.filter((segment) => segment.furnitureFrom > 0);
  const head = own.filter((segment) => segment.field !== "text").map((segment) => segment.text);
  const hits = own.reduce((sum, segment) => sum + (TELECOM.test(segment.text) ? 1 : 0), 0);
  const whole = own.filter((segment) => segment.field === "text").length >= WHOLE;
  const security = SECURITY.test(head.join("\n"));
  return {
    topic,
    telecom: topic === "telecom" || TELECOM.test(head.join("\n")) || hits >= 2,
    networks: topic === "telecom" || own.some((segment) => NETWORKS.test(segment.text)),
    whole,
    cyber: own.some((segment) => CYBER.test(segment.text.slice(0, segment.furnitureFrom))),
    security,
    attacks:
      security ||
      (whole && own.filter(({ text }) => SECURITY.test(text) || CYBER.test(text)).length >= SEVERAL),
    defined: definedElsewhere(own),
    countries: findCountries(own.map((segment) => segment.text).join("\n")),
  };
}

/** No sentence that anybody wrote goes on longer to either side; hostile text does. */
const FARTHEST = 600;

/** The words around a candidate within its sentence. */
export function surroundings(candidate: Candidate): {
  before: string;
  after: string;
  sentence: string;
  opens: boolean;
} {
  const sentence = sentenceAt(candidate.segment, candidate.start);
  const { text } = candidate.segment;
  const from = Math.max(sentence.start, candidate.start - FARTHEST);
  const to = Math.min(Math.max(sentence.end, candidate.end), candidate.end + FARTHEST);
  const before = text.slice(from, candidate.start);
  return {
    before,
    after: text.slice(candidate.end, to),
    sentence: text.slice(from, to),
    // A colon begins anew, as in "Optus: Three in four were told".
    opens: !/[\p{L}\p{N}]/u.test(before.slice(before.lastIndexOf(": ") + 1)),
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
