import { foldText } from "../text/similarity.ts";
import { nameOf, type SpeakerIndex } from "./index-speakers.ts";
import { NAME, ROLE, trimName } from "./name-pattern.ts";

/** Verbs that report what somebody says; `no` and `not` forms are caught with their auxiliary. */
const VERBS =
  "said|says|say|told|tells|stated|states|added|adds|explained|explains|announced|announces|confirmed|confirms|acknowledged|acknowledges|admitted|admits|conceded|concedes|disclosed|discloses|revealed|reveals|warned|warns|insisted|insists|maintains|maintained|stressed|stresses|repeated|repeats|reiterated|denied|denies|rejected|rejects|disputed|disputes|contradicted|contradicts|disagrees|declined|declines|refused|refuses|apologised|apologized|promised|promises|claimed|claims|boasted|boasts|posted|wrote|writes|described|describes|calls|called|accused|accuses|found|counted|concluded|concludes|blamed|blames|attributed|attributes|believes|thinks|noted|notes|argued|argues|argue|accepted|accepts|agreed|stopped short|pointed out|regards|holds|reported|reports|published|criticised|demanded|asked|asks|responded|replied|estimates|estimated|expects|identified|linked|ties|tracks|tracked|took (?:full )?responsibility|opened|urged|urges|points|pointed|stood by|stands by|reckons|offers|offered|struck|ruled|have written|has written|describe|warn|believe|find|claim|confirm|deny|note|advise|advises|recommend|recommends|spoke of|speaks of|complained|acknowledge|disclose|insist|maintain|admit|reject|dispute|decline";
const AUX =
  "(?:has|have|had|would|did|does|do|could|will|is|was)(?: not|n[’']t)?|also|likewise|later|now|then|still|again|since|first|only|itself|himself|herself|themselves|on \\p{Lu}\\p{L}+|this week|last week|publicly|repeatedly|initially|earlier|separately|never|not|so far|in turn|formally|quickly|reportedly|want to|wish to";
const SAYS = new RegExp(
  `\\b(?:${VERBS})\\b|\\b(?:would|did|does|do|has|have|had|will) not (?:say|comment|confirm|explain|discuss|name|respond|want|wish|commit|specify|disclose|accept)|\\b(?:gives|gave) no\\b|\\bmakes no\\b`,
  "gu",
);

const COMPANY =
  "(?:company|operator|carrier|telco|provider|retailer|utility|bank|airline|vendor|supplier|business)";
const FIRM =
  "(?:firm|researchers|experts|analysts|report|paper|magazine|newspaper|company|incident responders)";
const OFFICE =
  "(?:security service|ministry|regulator|watchdog|agency|agencies|police|prosecutors|authority|authorities|officials|government|commission|investigators|investigation team|joint team|inquiry|lawmakers|senators|senator|minister|department|court|committee|data protection authority|executives|sources|extortionist|poster|seller|attackers?|hackers?|hacker|indictment|bureau)";
const END = `(?:\\s+(?:${AUX}))*\\s*$`;

const BY_PRONOUN = new RegExp(
  `(?:^|[\\s,“"(])(?<it>[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:pair|duo|two))${END}`,
  "u",
);
const BY_COMPANY = new RegExp(`\\b(?:[Tt]he|[Ii]ts?) (?:\\p{L}+ ){0,2}?(?<it>${COMPANY})${END}`, "u");
const BY_FIRM = new RegExp(`\\b(?:[Tt]he |[Ii]ts )?(?:\\p{L}+ ){0,2}?(?<it>${FIRM})${END}`, "u");
const BY_GROUP = new RegExp(
  `\\b[Tt]he (?:\\p{L}+ ){0,2}?(?<it>group|gang|crew|collective|outfit)(?:, in [^,]{0,40},)?${END}`,
  "u",
);
const BY_VOICE = new RegExp(
  `\\b(?:[Aa]n?|[Tt]he|[Ii]ts) (?:(?<org>${NAME}) )?(?:company )?(?:spokes(?:person|man|woman)|representative)(?: (?:for|of|from) (?:the )?(?<org2>${NAME}|company|operator|carrier))?${END}`,
  "u",
);
const BY_OFFICE = new RegExp(
  `(?<it>(?:(?:${NAME})[’']s? |[Tt]he |[Aa]n? |${NAME} )?(?:[\\p{Ll}-]+ ){0,2}?${OFFICE})${END}`,
  "u",
);
const BY_CHIEF = new RegExp(
  `(?:^|[\\s,“"(])(?<role>[Cc]hief executive|CEO|[Bb]oss|[Cc]hief|${ROLE})(?:,? (?<who>${NAME}),?)?${END}`,
  "u",
);
const BY_APPOSITION = new RegExp(
  `(?:^|\\s)(?:[Ii]ts|[Tt]he|[Aa]n?|[Tt]heir|${NAME}[’']s) [\\p{L} -]{2,50}, (?:the )?(?<it>${NAME}),?${END}`,
  "u",
);
const IN_PLACE = new RegExp(
  `(?<!\\p{Lu}[\\p{L}&]{0,24})\\s(?:in|at|of|from|near|across|around|outside|based in) (?:the )?${NAME}${END}`,
  "u",
);
const SPEAKS_FOR_MAIN = /^(?:chief executive|ceo|boss|chief|president|chair)/i;
const BY_NAME = new RegExp(
  `(?<it>${NAME})[’']?(?: (?:unit|arm|division|team|researchers|analysts|engineers|officials|experts))?${END}`,
  "u",
);
const SOURCES =
  /\b(?:sources?|people|persons|officials|executives) (?:familiar|close|briefed|speaking|with knowledge)[\p{Ll} -]{0,40}?(?: (?:with|to) [Tt]he (?:\p{Lu}\p{L}+ ?){1,4}| with the \p{Ll}+|(?=[,.]|\s*$))/u;

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
  return name === "" || isTimeOrPlace(name) ? undefined : personOrName(name, index);
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
  if (BY_PRONOUN.test(text)) return pronounMeant(text, index, memory);
  if (IN_PLACE.test(text) && !new RegExp(`(?:of|at) (?:the )?${NAME}${END}`, "u").test(text))
    return undefined;
  const named = BY_NAME.exec(text);
  const name = trimName(named?.groups?.it ?? "");
  if (name !== "" && !isTimeOrPlace(name) && !IN_PLACE.test(text)) return personOrName(name, index);
  const watched = watchedAtEnd(text, index);
  if (watched !== undefined) return watched;
  if (BY_COMPANY.test(text)) return companyMeant(index, memory);
  if (BY_GROUP.test(text)) return memory.actor ?? memory.topic ?? memory.speaker;
  if (BY_FIRM.test(text)) return memory.firm ?? index.main ?? memory.speaker;
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
  return memory.topic ?? memory.speaker;
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

function isTimeOrPlace(name: string): boolean {
  return /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
    name,
  );
}
