import { foldText } from "../text/similarity.ts";
import { nameOf, type SpeakerIndex } from "./index-speakers.ts";
import { NAME, trimName } from "./name-pattern.ts";
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
  OFFICE,
  SAYS,
  SOURCES,
  SPEAKS_FOR_MAIN,
} from "./subject-patterns.ts";

/** What was said before, so that "it" and "the firm" can be read. */
export interface Memory {
  readonly speaker: string | undefined;
  /** The last organisation that spoke and is not a watched carrier. */
  readonly firm: string | undefined;
  readonly actor: string | undefined;
  /** Who issued the statement that is being quoted. */
  readonly paper: string | undefined;
  /** Who or what the last sentence of the same paragraph was about. */
  readonly topic: string | undefined;
}
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
    /\b[Aa]ccording to (?:an? (?:\p{L}+ )?(?:report|account|article|notice|filing|analysis|post) (?:by|in|from|of) )?(?:the )?/u.exec(
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
    const near = inside === undefined || /^\W*$/.test(left) ? memory : { ...memory, topic: inside };
    const speaker = leftSubject(left, index, near) ?? inverted(left, right, match[0], index, near);
    if (speaker === undefined || isNoise(match[0], left, right)) continue;
    out.push({ speaker, verb: match[0], to: listenerOf(match[0], right) });
  }
  return out;
}

/** Blanks what stands in quotation marks and drops what stands in brackets. */
function blankQuotes(sentence: string): string {
  return sentence
    .replace(/ \([^()]{1,60}\)/g, "")
    .replace(
      /“[^”]{0,600}(?:”|$)|"[^"]{0,600}(?:"|$)/g,
      (quote) => `"${" ".repeat(Math.max(0, quote.length - 2))}"`,
    );
}

function isNoise(verb: string, left: string, right: string): boolean {
  if (
    /^(?:calls|called|found|published|linked|asked|asks|opened|offers?|offered|reports|struck|points|counted|tracked|identified)$/.test(
      verb,
    )
  )
    return (
      /\b(?:was|were|been|be|is|are|being|a|an|the|of|its|their|phone|text|roaming|those|than)\s*$/.test(
        left,
      ) || /^(?:\s+and texts|\s+by\b)/.test(right)
    );
  return /\b(?:was|were|been|be|being|to|a|an|the|its|their|of|by)\s*$/.test(left) && !/\bto\s*$/.test("");
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
    (place === null ? undefined : subjectAtEnd(clause.slice(0, place.index), index, memory)) ??
    startSubject(left, index)
  );
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
  return it === undefined ? undefined : nameOf(index, it.replace(/^(?:The|A|An) /, ""));
}

/** Whom a sentence is about: the watched or proper name it begins with; undefined when it begins otherwise. */
export function topicOf(sentence: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const start = sentence.slice(0, 160);
  if (/^(?:It|He|She|They)\b/.test(start)) return memory.topic ?? memory.speaker;
  if (new RegExp(`^(?:The|Its) (?:\\p{L}+ ){0,2}?${COMPANY}\\b`, "u").test(start))
    return companyMeant(index, memory);
  const apposed = /^(?:The |Its )[\p{Ll}’' -]{2,50}, (?:the )?(?<it>\p{Lu}{2,6}),/u.exec(start)?.groups?.it;
  if (apposed !== undefined) return nameOf(index, apposed);
  const office = new RegExp(`^(?:The |${NAME}[’']s )(?<it>(?:[\\p{Ll}-]+ ){0,2}?${OFFICE})\\b`, "u").exec(
    start,
  )?.groups?.it;
  if (office !== undefined) return nameOf(index, office);
  for (const [spelling, name] of index.names)
    if (foldText(start).replace(/^the /, "").startsWith(spelling)) return name;
  const name = trimName(new RegExp(`^(?:The |At |By )?(?<it>${NAME})`, "u").exec(start)?.groups?.it ?? "");
  return name === "" || isTimeOrPlace(name) || isCommonNoun(name) ? undefined : personOrName(name, index);
}

/** Who issued a statement that the sentence announces ("a joint statement released by the FBI and CISA"). */
export function issuerOf(sentence: string, index: SpeakerIndex): string | undefined {
  const pattern = new RegExp(
    `\\b(?:statement|advisory|notice)s? (?:\\p{Ll}+ )?(?:by|from) (?:the )?(?<it>${NAME})`,
    "u",
  );
  const name = trimName(pattern.exec(blankQuotes(sentence))?.groups?.it ?? "");
  return name === "" ? undefined : nameOf(index, name);
}

/** "The company": the carrier this paragraph speaks of, else the one the article is about. */
function companyMeant(index: SpeakerIndex, memory: Memory): string | undefined {
  const { topic } = memory;
  if (topic !== undefined && (index.carriers.has(topic) || topic === index.main)) return topic;
  return index.main ?? topic ?? memory.speaker;
}

function subjectAtEnd(text: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const voice = BY_VOICE.exec(text);
  if (voice !== null) {
    const named = voice.groups?.org ?? voice.groups?.org2;
    return named !== undefined && /^\p{Lu}/u.test(named) && trimName(named) !== ""
      ? nameOf(index, trimName(named))
      : companyMeant(index, memory);
  }
  const chief = BY_CHIEF.exec(text);
  const chiefName = trimName(chief?.groups?.who ?? "");
  const leads = SPEAKS_FOR_MAIN.test(chief?.groups?.role ?? "");
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
  if (name !== "" && !isTimeOrPlace(name) && !isCommonNoun(name) && !IN_PLACE.test(text))
    return personOrName(name, index);
  const watched = watchedAtEnd(text, index);
  if (watched !== undefined) return watched;
  if (BY_COMPANY.test(text)) return companyMeant(index, memory);
  if (BY_GROUP.test(text)) return memory.actor ?? memory.topic ?? memory.speaker;
  const firm = BY_FIRM.exec(text)?.groups?.it;
  if (firm !== undefined)
    return memory.firm ?? (/^(?:firm|company|report)$/.test(firm) ? index.main : undefined);
  const office = BY_OFFICE.exec(text)?.groups?.it;
  const sources = new RegExp(`${SOURCES.source}\\s*$`, "u").exec(text);
  if (sources !== null) return sources[0].trim();
  if (/\b(?:the|their|a) (?:joint )?statement\b/.test(text) && memory.paper !== undefined)
    return memory.paper;
  if (office === undefined) return undefined;
  if (/^[Ii]ts\b/.test(office.trim()) && memory.topic !== undefined) return memory.topic;
  return nameOf(index, office.trim().replace(/^(?:[Tt]he|[Aa]n?|[Ii]ts) /, ""));
}

function pronounMeant(text: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const before = text.slice(0, -4);
  if (new RegExp(`\\bthe ${COMPANY}\\b`, "u").test(before)) return companyMeant(index, memory);
  const it = /\b[Ii]t\s*$/.test(text) || /\b[Ii]t\b/.test(text.slice(-12));
  return memory.topic ?? memory.speaker ?? (it ? index.main : undefined);
}

function rightSubject(rest: string, index: SpeakerIndex, memory: Memory): string | undefined {
  const sources = SOURCES.exec(rest.slice(0, 60));
  if (sources !== null && sources.index < 25) return sources[0].trim();
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
  return rightSubject(right.trim().replace(/^(?:the|an?) /, ""), index, memory);
}

function personOrName(printed: string, index: SpeakerIndex): string {
  const name = printed.replace(/^.*[’']s (?=\p{Lu})/u, "");
  const folded = foldText(name);
  return (
    index.people.get(folded) ?? index.people.get(folded.split(" ").at(-1) ?? folded) ?? nameOf(index, name)
  );
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

/** A plain plural that is capital only because a sentence begins there. */
function isCommonNoun(name: string): boolean {
  return /^(?:Intruders|Hackers|Attackers|Thieves|Criminals|Spies|Shops|Stores|Engineers|Technicians|Executives|Employees|Subscribers|Residents|Firefighters|Records|Services|Shares|Systems|Servers|Networks|Banks|Companies|Operators|Carriers|Rivals|Competitors|Defenders|Victims|Readers|Outlets|Stolen|Names|Passwords|Details|Data|Mobile|Phones)$/.test(
    name,
  );
}

function isTimeOrPlace(name: string): boolean {
  return /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
    name,
  );
}
