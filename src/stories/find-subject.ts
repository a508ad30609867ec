import { foldText } from "../text/similarity.ts";
import { findCrowd } from "./find-crowd.ts";
import { eachOf, severalAtEnd } from "./find-pair.ts";
import { nameOf, type SpeakerIndex } from "./index-speakers.ts";
import { carrierIn, companyMeant, type Memory, personOrName, pronounMeant } from "./name-meant.ts";
import { isCommonNoun, isTimeOrPlace, NAME, trimName } from "./name-pattern.ts";
import { blankQuotes, isNoise } from "./saying-verbs.ts";
import { isOffice } from "./speaker-kind.ts";
import {
  BY_APPOSITION,
  BY_CHIEF,
  BY_COMPANY,
  BY_FIRM,
  BY_GROUP,
  BY_NAME,
  BY_OFFICE,
  BY_PRONOUN,
  BY_STAFF,
  BY_VOICE,
  COMPANY,
  END,
  IN_PLACE,
  LEADS_HERE,
  OFFICE,
  OTHER_TRADE,
  SAYS,
  SOURCES,
  SPEAKS_FOR_MAIN,
  VERBS,
} from "./subject-patterns.ts";

export interface Said {
  readonly speaker: string;
  readonly verb: string;
  /** A person the organisation speaks through, or a listener ("told Reuters"). */
  readonly to: string | undefined;
}

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
    const speaker = rightSubject(rest, index, memory);
    if (speaker !== undefined) out.push({ speaker, verb: "according to", to: undefined });
  }
  for (const match of open.matchAll(SAYS)) {
    const left = open.slice(Math.max(0, match.index - 240), match.index);
    const right = open.slice(match.index + match[0].length);
    const inside = out.at(-1)?.speaker ?? topicOf(left, index, memory);
    const closing = /[,”"]\s*(?:it|he|she|they)\s*$/i.test(left);
    const near =
      inside === undefined || closing || /^\W*$/.test(left) ? memory : { ...memory, topic: inside };
    const several = severalAtEnd(left, index, memory);
    const speaker =
      several[0] ??
      leftSubject(left, index, near) ??
      (out.length === 0 && PLAINLY_SAYS.test(match[0]) ? joined(left, inside) : undefined) ??
      inverted(left, right, match[0], index, near);
    if (speaker === undefined || isNoise(match[0], left, right)) continue;
    const to = listenerOf(match[0], right);
    for (const one of several.length > 0 ? several : eachOf(speaker, index))
      out.push({ speaker: one, verb: match[0], to });
  }
  return out;
}

const PLAINLY_SAYS =
  /^(?:said|says|told|tells|added|adds|wrote|writes|warned|warns|threatened|threatens|denied|denies|insisted|insists|admitted|acknowledged)$/;
/** "Northcell mended the line and said …": the one the sentence begins with, unless a clause stands between. */
function joined(left: string, topic: string | undefined): string | undefined {
  return !/^(?:Her|His|Their|Its)\b/.test(left) &&
    /\band(?: (?:has|had|also|later|then|now))?\s*$/.test(left) &&
    !/[;:]|\b(?:that|which|who|whose|after|when|while|if|because)\b|"/.test(
      left.replace(/^[^,]{3,60}, [^,]{3,90},/, ""),
    )
    ? topic
    : undefined;
}

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
    subjectAtEnd(clause, index, memory) ??
    (place === null ? undefined : placed(clause, place, index, memory)) ??
    startSubject(left, index) ??
    findCrowd(left, "end")
  );
}

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
  const name = trimName(BY_APPOSITION.exec(left)?.groups?.it ?? "");
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

/** Whom a sentence is about: the watched or proper name it begins with; undefined when it begins otherwise. */
export function topicOf(sentence: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const start = sentence.slice(0, 160);
  if (/^(?:It|He|She|They|Its|His|Her|Their|Both|Neither)\b/.test(start)) return memory.topic ?? memory.last;
  if (new RegExp(`^(?:The|Its) (?:\\p{L}+ ){0,2}?${COMPANY}\\b`, "u").test(start))
    return companyMeant(index, memory);
  const apposed = /^(?:The |Its )[\p{Ll}’' -]{2,50}, (?:the )?(?<it>\p{Lu}{2,6}),/u.exec(start)?.groups?.it;
  if (apposed !== undefined) return nameOf(index, apposed);
  const office = new RegExp(`^(?:The |${NAME}[’']s )(?<it>(?:[\\p{Ll}-]+ ){0,2}?${OFFICE})\\b`, "u").exec(
    start,
  )?.groups?.it;
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

/** Who issued a statement that the sentence announces ("a joint statement released by the FBI and CISA"). */
export function issuerOf(sentence: string, index: SpeakerIndex): string | undefined {
  const pattern = new RegExp(
    `\\b(?:statement|advisory|notice|report|study|paper)s? (?:\\p{Ll}+ ){0,2}?(?:by|from) (?:the )?(?<it>${NAME})`,
    "u",
  );
  const name = trimName(pattern.exec(blankQuotes(sentence))?.groups?.it ?? "");
  return name === "" ? undefined : nameOf(index, name);
}

/** The last authority that a sentence names. */
export function officeIn(sentence: string, index: SpeakerIndex): string | undefined {
  const names = [...blankQuotes(sentence).matchAll(new RegExp(NAME, "gu"))].map((match) =>
    trimName(match[0]),
  );
  const last = names.findLast((name) => name !== "" && isOffice(name) && !/^unnamed/.test(name));
  return last === undefined ? undefined : nameOf(index, last);
}

function subjectAtEnd(text: string, index: SpeakerIndex, memory: Memory): string | undefined {
  if (/\b[Oo]ne of them\s*$/.test(text)) return memory.crowd ?? memory.last;
  const voice = BY_VOICE.exec(text);
  if (voice !== null) {
    const named = voice.groups?.org ?? voice.groups?.org2;
    return named !== undefined && /^\p{Lu}/u.test(named) && trimName(named) !== ""
      ? nameOf(index, trimName(named))
      : companyMeant(index, memory);
  }
  const chief = BY_CHIEF.exec(text);
  const chiefName = trimName(chief?.groups?.who ?? "");
  const leads = SPEAKS_FOR_MAIN.test(chief?.groups?.role ?? "") || (index.sure && LEADS_HERE.test(text));
  if (chief !== null && chiefName === "" && leads) return companyMeant(index, memory);
  if (chief !== null && chiefName !== "")
    return (
      index.people.get(foldText(chiefName)) ?? (leads ? companyMeant(index, memory) : undefined) ?? chiefName
    );
  const staff = BY_STAFF.exec(text)?.groups;
  const house = trimName(staff?.it ?? staff?.owner ?? "");
  if (house !== "") return nameOf(index, house);
  if (BY_PRONOUN.test(text)) return pronounMeant(text, index, memory);
  if (IN_PLACE.test(text) && !new RegExp(`(?:of|at) (?:the )?${NAME}${END}`, "u").test(text))
    return undefined;
  const named = BY_NAME.exec(text);
  const name = trimName(named?.groups?.it ?? "");
  const people = named?.groups?.staff;
  if (people !== undefined && /^\p{Lu}\p{Ll}+(?:ish|ese|ian|ean|can|ern|ic|ni|qi|ch)$/u.test(name))
    return `${name} ${people}`;
  if (name !== "" && !isTimeOrPlace(name) && !isCommonNoun(name) && !IN_PLACE.test(text))
    return personOrName(name, index);
  const watched = watchedAtEnd(text, index);
  if (watched !== undefined) return watched;
  const other = OTHER_TRADE.exec(text)?.groups?.it;
  if (other !== undefined) return other;
  if (BY_COMPANY.test(text)) return companyMeant(index, memory);
  if (BY_GROUP.test(text)) return memory.actor ?? memory.topic ?? memory.speaker;
  const firm = BY_FIRM.exec(text)?.groups?.it;
  if (firm !== undefined)
    return (
      (firm === "firm" ? carrierIn(text, index) : undefined) ??
      memory.firm ??
      (/^(?:firm|company|report)$/.test(firm) ? index.main : undefined)
    );
  const office = BY_OFFICE.exec(text)?.groups?.it;
  if (new RegExp(`${SOURCES.source}\\s*$`, "u").test(text)) return "unnamed sources";
  if (/\b(?:the|their|a) (?:joint )?statement\b/.test(text) && memory.paper !== undefined)
    return memory.paper;
  if (office === undefined) return undefined;
  const bare =
    /^(?:(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome) )?(?<it>officials|executives|sources|lawmakers|investigators)$/u.exec(
      office.trim(),
    );
  if (bare !== null) return `unnamed ${bare.groups?.it}`;
  if (
    /^(?:the |The )?(?:office|agency|bureau|authority|commission|centre)$/.test(office.trim()) &&
    memory.office !== undefined
  )
    return memory.office;
  if (/^[Ii]ts\b/.test(office.trim()) && memory.topic !== undefined) return memory.topic;
  return nameOf(
    index,
    office.trim().replace(/^(?:(?:that|which|as|and|but|of|to|when|while|[Tt]he|[Aa]n?|[Ii]ts) )+/, ""),
  );
}

function rightSubject(rest: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const sources = SOURCES.exec(rest.slice(0, 60));
  if (sources !== null && sources.index < 25) return "unnamed sources";
  if (/^(?:it|him|her|them)\b/.test(rest)) return memory.speaker;
  if (/^(?:joint )?statement\b/.test(rest)) return memory.paper ?? memory.speaker;
  if (new RegExp(`^(?:chief executive|${COMPANY})\\b`).test(rest)) return index.main ?? memory.speaker;
  if (/^(?:firm|same account|researchers?|report)\b/.test(rest)) return memory.firm ?? memory.speaker;
  const named = new RegExp(`^(?:[\\p{Ll}-]+ ){0,3}?(?<it>${NAME})`, "u").exec(rest);
  const name = trimName(named?.groups?.it ?? "");
  if (name !== "" && !isTimeOrPlace(name)) return personOrName(name, index);
  const office = new RegExp(`^(?<it>(?:[\\p{Ll}-]+ ){0,3}?${OFFICE})`, "u").exec(rest);
  return office?.groups?.it;
}

/** `"…," said the FBI and CISA`: the speaker stands behind the verb. */
function inverted(
  left: string,
  right: string,
  verb: string,
  index: SpeakerIndex,
  memory: Memory,
): string | undefined {
  if (!/[,”"]\s*$|^\s*$/.test(left) || !/^(?:said|says|stated|explained|added|wrote|told)$/.test(verb))
    return undefined;
  const leader = new RegExp(`^\\s+(?<it>[\\p{Ll} ]{4,40} ${NAME})`, "u").exec(right)?.groups?.it;
  if (index.sure && leader !== undefined && LEADS_HERE.test(leader)) return companyMeant(index, memory);
  return rightSubject(right.trim().replace(/^(?:the|an?) /, ""), index, memory);
}

function watchedAtEnd(text: string, index: SpeakerIndex): string | undefined {
  const folded = foldText(text).replace(new RegExp(END, "u"), "");
  for (const [spelling, name] of index.names)
    if (folded.endsWith(spelling) && !/[\p{L}\p{N}]$/u.test(folded.slice(0, -spelling.length))) return name;
  return undefined;
}

function listenerOf(verb: string, right: string): string | undefined {
  if (verb !== "told") return undefined;
  const name = trimName(new RegExp(`^\\s+(?:the )?(?<it>${NAME})`, "u").exec(right)?.groups?.it ?? "");
  return name === "" || isTimeOrPlace(name) ? undefined : name;
}
