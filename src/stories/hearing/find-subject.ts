import { foldText } from "../../text/similarity.ts";
import { nameOf, type SpeakerIndex } from "../names/index-speakers.ts";
import { isCommonNoun, isTimeOrPlace, NAME, trimName } from "../names/name-pattern.ts";
import { isNewsroom } from "../names/newsrooms.ts";
import { isOffice } from "../names/speaker-kind.ts";
import { findCrowd, findDescribed } from "./find-crowd.ts";
import { eachOf, severalAtEnd } from "./find-pair.ts";
import { companyMeant, type Memory, personOrName } from "./name-meant.ts";
import { blankQuotes, isNoise, needsObject } from "./saying-verbs.ts";
import { subjectAtEnd } from "./subject-at-end.ts";
import { subjectBehind, subjectOfAccording } from "./subject-behind.ts";
import {
  BY_APPOSITION,
  COMPANY,
  END,
  GANG,
  IN_PLACE,
  OFFICE,
  OFFICE_WORDS,
  SAYS,
  VERBS,
} from "./subject-patterns.ts";

export interface Said {
  readonly speaker: string;
  readonly verb: string;
  /** A person the organisation speaks through, or a listener ("told Reuters"). */
  readonly to: string | undefined;
}

/** Reports of speech that are read in one sentence; more stand only in hostile ones. */
const MOST_SPEAKERS = 12;

/** Everyone whom a sentence reports as saying something, in order; quoted passages have no reporting verbs. */
export function findSubjects(sentence: string, index: SpeakerIndex, memory: Memory): Said[] {
  const out: Said[] = [];
  const open = blankQuotes(sentence);
  const according =
    /\b(?:[Aa]ccording to|[Aa]s per|[Pp]er) (?:(?:an?|the) )?(?:(?:\p{L}+ )?(?:report|reporting|account|article|notice|filing|analysis|post) (?:by|in|from|of) )?(?:the )?/u.exec(
      open,
    );
  if (according !== null) {
    const rest = open.slice(according.index + according[0].length);
    const speaker = subjectOfAccording(rest, index, memory);
    if (speaker !== undefined) out.push({ speaker, verb: "according to", to: undefined });
  }
  for (const match of open.matchAll(SAYS)) {
    if (out.length >= MOST_SPEAKERS) break;
    const left = open.slice(Math.max(0, match.index - 240), match.index);
    const right = open.slice(match.index + match[0].length);
    const inside = out.at(-1)?.speaker ?? topicOf(left, index, memory);
    const closing = /[,”"]\s*(?:it|he|she|they)\s*$/i.test(left);
    const near =
      inside === undefined || closing || /^\W*$/.test(left)
        ? memory
        : { ...memory, topic: inside, about: memory.topic };
    const several = severalAtEnd(left, index, memory);
    const behind = subjectBehind(left, right, match[0], index, near);
    const speaker =
      several[0] ??
      behind ??
      leftSubject(left, index, near) ??
      (needsObject(match[0]) ? undefined : joined(left, inside));
    if (speaker === undefined || isNoise(match[0], left, right)) continue;
    const to = listenerOf(match[0], right);
    for (const one of several.length > 0 ? several : eachOf(speaker, index))
      out.push({ speaker: one, verb: match[0], to });
  }
  return out;
}

/** "Northcell mended the line and said …", "…, says …": the one the sentence speaks of, unless a clause stands between. */
function joined(left: string, topic: string | undefined): string | undefined {
  return JOINS.test(left) &&
    !/^(?:Her|His|Their|Its)\b/.test(left) &&
    !/[;:]|\b(?:that|which|who|whose|after|when|while|if|because)\b|"/.test(
      left.replace(/^[^,]{3,60}, [^,]{3,90},/, ""),
    )
    ? topic
    : undefined;
}
const JOINS = new RegExp(`(?:,|\\b(?:and|but|yet))${END}`, "u");

function leftSubject(left: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const clause = left
    .replace(/,\s(?:which|who|whose|where)\s[^,]{0,140},\s*$/u, " ")
    .replace(/,\s[^,]{0,90},\s*((?:has|have|had|also|did not)\s+)?$/u, (all, aux: string | undefined) =>
      /\b(?:said|says|told)\b/.test(all) ? all : ` ${aux ?? ""}`,
    );
  const place = IN_PLACE.exec(clause);
  return (
    subjectAtEnd(left, index, memory) ??
    apposition(left, index) ??
    described(left, index, memory) ??
    subjectAtEnd(clause, index, memory) ??
    (place === null ? undefined : placed(clause, place, index, memory)) ??
    startSubject(left, index) ??
    findCrowd(left, "end") ??
    findDescribed(left)
  );
}

/** "Norlight, which counts, sorts and sells logs, said": a name that opens the sentence and is described up to the verb. */
function described(left: string, index: SpeakerIndex, memory: Memory): string | undefined {
  return DESCRIBED.test(left) ? topicOf(left, index, memory) : undefined;
}
const DESCRIBED = new RegExp(
  `^(?:The )?${NAME}, (?:which|who|whose|asked|one of|now|once|formerly|known)\\b[^;:"]{3,180},${END}`,
  "u",
);

/** "Police in Bern say": a plain authority is known by its place. */
function placed(
  clause: string,
  place: RegExpExecArray,
  index: SpeakerIndex,
  memory: Memory,
): string | undefined {
  const speaker = subjectAtEnd(clause.slice(0, place.index), index, memory);
  const where = /^ in (?<it>.+?)\s*$/u.exec(place[0])?.groups?.it;
  const plain =
    speaker !== undefined && /^(?:police|prosecutors|authorities|court|coast guard)$/i.test(speaker);
  return plain && where !== undefined ? `${speaker.toLowerCase()} in ${where}` : speaker;
}

/** `Its parent, Northcell, said`: the name behind the comma speaks. */
function apposition(left: string, index: SpeakerIndex): string | undefined {
  const found = BY_APPOSITION.exec(left);
  // "The maker from Basel, Switzerland, said": a place, nobody's other name.
  if (found !== null && / (?:from|in|near|of) (?:the )?\p{Lu}\p{L}+, /u.test(found[0])) return undefined;
  const name = trimName(found?.groups?.it ?? "");
  return name === "" ? undefined : personOrName(name, index);
}

/** Last resort: unnamed people at the very start of the sentence ("Executives at two firms, speaking …, said"). */
function startSubject(left: string, index: SpeakerIndex): string | undefined {
  const match = new RegExp(
    `^(?<it>(?:[\\p{L}-]+ ){0,3}?${OFFICE}) (?:at|of|in|from|with|who|whose|close|familiar)\\b`,
    "iu",
  ).exec(left);
  const it = match?.groups?.it;
  if (
    it !== undefined &&
    /^(?:[\p{L}]+ )?(?:officials|executives|sources)$/iu.test(it) &&
    !/\p{Lu}\p{L}+ /u.test(it)
  )
    return `unnamed ${it.split(" ").at(-1)?.toLowerCase()}`;
  return it === undefined ? undefined : nameOf(index, it.replace(/^(?:The|A|An) /, ""));
}

const FOLLOWED_AS_NAME = new RegExp(
  `^(?:,|[’']|\\s+(?:has|have|had|is|was|were|will|would|can|did|does|took|put|saw|gave|came|made|went|began|${VERBS})\\b)`,
  "u",
);

/** A phrase of place or time before the subject ("In Bern, on Monday, …"). */
const SETTING = /^(?:In|At|On|From|Under|Since|After|Before|During|By|For|Within) [^,;:“"]{2,50}, (?=\p{L})/u;

/** Whom a sentence is about: the watched or proper name it begins with; undefined when it begins otherwise. */
export function topicOf(sentence: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const start = sentence.slice(0, 220).replace(SETTING, "").slice(0, 160);
  if (/^(?:It|He|She|They|Its|His|Her|Their|Both|Neither)\b/i.test(start)) return memory.topic ?? memory.last;
  if (new RegExp(`^(?:The|Its) (?:\\p{L}+ ){0,2}?${COMPANY}\\b`, "u").test(start))
    return companyMeant(index, memory);
  const apposed = /^(?:The |Its )[\p{Ll}’' -]{2,50}, (?:the )?(?<it>\p{Lu}{2,6}),/u.exec(start)?.groups?.it;
  if (apposed !== undefined) return nameOf(index, apposed);
  const gang = OPENS_WITH_PEOPLE.exec(start)?.groups;
  if (gang !== undefined) return subjectAtEnd(gang.gang ?? "", index, memory);
  const office = new RegExp(`^(?:The |${NAME}[’']s )(?<it>${OFFICE_WORDS}${OFFICE})\\b`, "u").exec(start)
    ?.groups?.it;
  if (office !== undefined) return nameOf(index, office);
  const first = new RegExp(
    `^(?:The |Rivals |Chancellor |President |Minister )?(?<it>${NAME})(?<next>.{0,24})`,
    "u",
  ).exec(start);
  const both = trimName(first?.groups?.it ?? "");
  if (/ and \p{Lu}/u.test(both) && !isTimeOrPlace(both)) return nameOf(index, both);
  for (const [spelling, name] of index.names)
    if (foldText(start).replace(/^the /, "").startsWith(spelling)) return name;
  // A capital alone makes no name: a verb, a comma or a possessive must follow ("Financial information …" is none).
  const next = first?.groups?.next ?? "";
  const name = FOLLOWED_AS_NAME.test(next) ? both : "";
  return name === "" || isTimeOrPlace(name) || isCommonNoun(name) ? undefined : personOrName(name, index);
}

const OPENS_WITH_PEOPLE = new RegExp(
  `^(?<gang>(?:The|These) (?:[\\p{Ll}-]+ ){0,2}?(?:${GANG}))\\b(?! (?:of|at)\\b)`,
  "u",
);

/** Who issued a statement that the sentence announces ("a joint statement released by the FBI and CISA"). */
export function issuerOf(sentence: string, index: SpeakerIndex): string | undefined {
  const pattern = new RegExp(
    `\\b(?:statement|advisory|notice|report|study|paper)s? (?:\\p{Ll}+ ){0,2}?(?:by|from) (?:the )?(?<it>${NAME})`,
    "u",
  );
  const name = trimName(pattern.exec(blankQuotes(sentence))?.groups?.it ?? "");
  return name === "" ? undefined : nameOf(index, name);
}

/** The newsroom that a sentence names. */
export function pressIn(sentence: string): string | undefined {
  return [...sentence.matchAll(new RegExp(NAME, "gu"))].map((match) => trimName(match[0])).find(isNewsroom);
}

/** The last authority that a sentence names. */
export function officeIn(sentence: string, index: SpeakerIndex): string | undefined {
  const names = [...blankQuotes(sentence).matchAll(new RegExp(NAME, "gu"))].map((match) =>
    trimName(match[0]),
  );
  const last = names.findLast(
    (name) => name !== "" && (isOffice(name) || index.offices.has(foldText(name))) && !/^unnamed/.test(name),
  );
  return last === undefined ? undefined : nameOf(index, last);
}

function listenerOf(verb: string, right: string): string | undefined {
  if (verb !== "told") return undefined;
  const name = trimName(new RegExp(`^\\s+(?:the )?(?<it>${NAME})`, "u").exec(right)?.groups?.it ?? "");
  return name === "" || isTimeOrPlace(name) ? undefined : name;
}
