import type { Candidate } from "./candidates.ts";
import { addsAccent, isOrdinaryLower, spelling } from "./compare-spelling.ts";
import type { WatchedName } from "./compile-watchlist.ts";
import { sentenceAt } from "./cut-segments.ts";
import { findCountries } from "./find-countries.ts";
import { joinsList } from "./find-list-neighbour.ts";
import { entityKey, type KnownNames, knownElsewhere } from "./known-names.ts";
import { type Context, type Evidence, surroundings } from "./read-context.ts";
import { drop, keep, type Verdict } from "./verdict.ts";
import { COUNTRY_WORD, OPERATOR_NOUN, OPERATOR_THING, SECURITY, TELECOM } from "./words.ts";

const BEFORE = new RegExp(`\\b${OPERATOR_NOUN}\\s*[,:("“'‘]{0,2}\\s*$`, "i");
const AFTER = new RegExp(
  `^(?:["'”’]?(?:['’]s?)?\\s(?:\\p{Ll}+\\s)?${OPERATOR_THING}\\b|[,\\s(–—-]{1,3}(?:which|who|as|a|an|the|one of|is|was|[\\p{L}-]+['’]s)\\b[^.;]{0,60}?\\b(?:${OPERATOR_NOUN}|number (?:one|two|three|four)|market leader)\\b)`,
  "iu",
);
/** The same where capitals tell: "Liberty Broadband" is a name of its own. */
const AFTER_LOWER = new RegExp(AFTER.source, "u");
const CORPORATE = /^\s(?:Group|S\.?A\.?|Ltd|Limited|plc|PLC|Inc|Corp|AG)\b/;
const COMPANY =
  /^\s(?:Group|S\.?A\.?|Ltd|Limited|plc|PLC|Inc|Corp|AG|Business|Mobile|Telecom|Wireless|Communications|Broadband|Fibre|Fiber|Internet|Money)\b/;
const NEXT_CAPITAL = /^\s(\p{Lu}[\p{L}\p{N}'’-]*)/u;
const PREVIOUS_CAPITAL = /(?:^|\s)(\p{Lu}[\p{L}\p{N}-]*)\s$/u;
const NOT_A_NAME =
  /^(?:The|A|An|And|But|Or|At|In|On|For|From|By|Of|To|With|As|If|When|While|After|Before|Since|Both|Its|Now|Then|Last|This|That|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|US|UK|EU|CEO|Mr|Ms|[A-Z]\p{Ll}+(?:ese|ish|ian|ean|ch|tch|man|ek|ss|eli))$/u;
/** Makers whose products carry names that operators carry too: "Google Play", "Apache Spark". */
const PRODUCT_MAKER = /^(?:Google|Apple|Agent|Apache|Amazon|Microsoft|ChatGPT|Disney|Samsung|Paramount)$/;
const PRODUCT_MAKER_BEFORE =
  /\b(?:Google|Apple|Agent|Apache|Amazon|Microsoft|ChatGPT|Disney|Samsung|Paramount)\s$/;
/** What happens to companies: "an attack on BT", "BT was hacked". */
const STRUCK_BEFORE =
  /\b(?:attacks?|hacks?|breach(?:es)?|intrusions?|outages?|thefts?|leaks?)\s(?:on|of|at|against|in|inside)\s(?:[\p{Lu}][\w&.-]*(?:,| and)?\s){0,4}$|\b(?:hacked|breached)\s(?:[\p{Lu}][\w&.-]*(?:,| and)?\s){0,4}$/u;
const STRUCK_AFTER =
  /^\s(?:was|were|has been|had been|is)\s(?:\w+\s)?(?:hacked|breached|attacked|compromised|infiltrated)\b/;
/** A verb that a company is the subject of. */
const ACTS =
  /^\s(?:has|had|is|was|will|would|says?|said|told|plans?|expects?|wants?|keeps?|joins?|offers?|owns?|runs?|lost|won|sold|\p{Ll}{3,}ed)\b/u;
const SPEAKS =
  /^\s(?:has |had |have )?(?:says?|said|confirms?|confirmed|tells?|told|reports?|reported|admits?|admitted|discloses?|disclosed|warns?|warned|denies|denied)\b/;
/** What gives a name to people: "the handles DNA, Grep and Rey", "a manager called Tim". */
const NAMES_PEOPLE =
  /\b(?:(?:handles?|nicknames?|themselves|himself|herself|alias|aka)|(?:man|woman|person|user|seller|hacker|manager|teenager|driver|cousin) (?:called|named))\s(?:[\p{L}\p{N}]+,?\s(?:and\s)?){0,4}["“'‘]?$/u;
/** A company that speaks of itself or of its customers; a person would say "he". */
const SPEAKS_FOR_ITSELF =
  /^\s(?:has |had |have )?(?:says?|said|confirms?|confirmed|tells?|told|reports?|reported|admits?|admitted|discloses?|disclosed|warns?|warned|denies|denied|wrote|writes|answers?|answered|replie[sd])\b(?:(?!\b(?:he|she|his|her|I|my)\b)[^.;]){1,60}?\b(?:it|its|itself|customers?|subscribers?)\b/;
/** What stands between a company and its verb: "Bell, which uses the same supplier, says". */
const RELATIVE = /^,\s(?:which|whose|who|the|a|an)\s[^,.;]{3,90},(?=\s)/;
/** Names that are also how English counts: "Three arrested". */
const COUNTING = /^(?:Three|One|Drei|3|2degrees)$/;
/** "Three network devices" counts devices; "Three customers" and "Three network" do not. */
const COUNTS_THINGS = /^\s(?!\p{Ll}*s\b)\p{Ll}+\s\p{Ll}{2,}s\b/u;
/** "Three hackers" */
const COUNTED = /^\s\p{Ll}{2,}s\b/u;
/** "Three routers" are three, unless the article names the operator elsewhere too. */
const COUNTED_EQUIPMENT = /^\s(?:SIMs|masts|towers|accounts|handsets|routers|outages|landlines)\b/;
/** A dateline, a colon or an opening quote: the next word is capital as at the start of a sentence. */
const OPENER = /(?:[—–:"“(]|\s-)\s*$/;
const COMPOUND = /^[‐-](?!owned|branded|backed|run|led|affiliated|operated)[\p{Ll}]/u;

const OPERATOR = /\b(?:operator|carrier|telco)s?\b/i;

/** Judges one reading of a candidate as a telecom operator. */
export function settleCarrier(
  candidate: Candidate,
  name: WatchedName,
  { context, known, others }: Evidence,
): Verdict {
  const { before, after, sentence, opens } = surroundings(candidate);
  const abroad = otherCountry(name, after);
  if (abroad !== undefined) return drop(`another country's operator of that brand: ${abroad}`);
  if (name.needsCountry) {
    const next = /^\s([\p{L}.]+)/u.exec(after)?.[1] ?? "";
    if (COUNTRY_WORD.test(next) || !context.countries.has(name.country ?? ""))
      return drop("an operator of that brand elsewhere");
  }
  const spelled = spelling(candidate.literal, name.alias);
  const level = name.ambiguity?.level;
  if (
    level === undefined &&
    /\s/.test(candidate.literal) &&
    isOrdinaryLower(candidate.literal) &&
    spelled !== "exact"
  )
    return drop("lower case: common words, not the name");
  if (addsAccent(candidate.literal, name.alias)) return drop("another name: it is written with accents");
  if (level === undefined)
    return spelled === "other" && /^\p{Lu}/u.test(candidate.literal)
      ? drop("a common noun after an adjective, not the name")
      : keep(3, "unambiguous");
  const why = name.ambiguity?.why || "a common word";
  if (isOrdinaryLower(candidate.literal) && level !== "low") {
    // "stc" and "du" are written so by themselves; a list or an introduction must say that they are operators.
    const listed = joinsList(candidate, others, "carrier", known) || BEFORE.test(before);
    if (candidate.literal === name.alias && listed)
      return keep(2, "in its own lower case beside an operator");
    if (spelled === "other" || level === "high") return drop(`lower case: ${why}`);
  }
  if (spelled === "other") return drop(`lower case: ${why}`);
  if (level === "low") return keep(3, spelled === "exact" ? "exact case" : "name in capitals");
  if (context.defined.has(candidate.literal)) return drop("the article defines these letters otherwise");
  if (NAMES_PEOPLE.test(before)) return drop(`somebody's name here; ${why}`);
  if (COMPOUND.test(after)) return drop(`part of a compound word; ${why}`);
  const counts = COUNTING.test(name.alias) && (opens || OPENER.test(before));
  const equipment = COUNTED_EQUIPMENT.test(after) && knownElsewhere(known, name, candidate) === undefined;
  if (counts && (COUNTS_THINGS.test(after) || equipment)) return drop(`a number here; ${why}`);
  const introduced = BEFORE.test(before);
  const headline = candidate.segment.titleCase;
  const seated = /^\s(?:of|in)\s(\S+)/.exec(after)?.[1];
  const things = headline || name.listed ? AFTER : AFTER_LOWER;
  const national = name.listed && COUNTRY_WORD.test(after.slice(1));
  const called =
    introduced ||
    (seated !== undefined && /^\sof\s/.test(after) && COUNTRY_WORD.test(seated)) ||
    things.test(after) ||
    national ||
    (name.listed ? COMPANY : CORPORATE).test(after);
  if (!introduced && (headline ? PRODUCT_MAKER_BEFORE.test(before) : runsFrom(before)))
    return drop("part of a longer proper name");
  if (!called && !headline && runsOn(after, candidate, others)) return drop("part of a longer proper name");
  if (headline && others.some((other) => longerElsewhere(other, candidate, others)))
    return drop("part of a longer proper name in the text");
  if (national && context.attacks) return keep(2, "with the country where it works");
  if (called && (TELECOM.test(sentence) || context.telecom))
    return keep(2.5, "called an operator in the sentence");
  if (counts && COUNTED.test(after)) return drop(`a number here; ${why}`);
  if (joinsList(candidate, others, "carrier", known)) return keep(2.5, "listed beside another carrier");
  const elsewhere = knownElsewhere(known, name, candidate);
  if (elsewhere !== undefined)
    return keep(2, `the article names the carrier elsewhere as ${elsewhere.literal}`);
  const acronym = /^[\p{Lu}\d&]+$/u.test(name.alias);
  if (acronym && spelled !== "exact") return drop(`not in its exact case; ${why}`);
  const telecomHere = TELECOM.test(sentence);
  if ((telecomHere || SECURITY.test(sentence)) && atHome(name, after, opens, context))
    return keep(1.5, "named in its own country");
  if (level === "medium" && name.listed && SECURITY.test(sentence))
    return keep(1.5, "exact case and security words in the sentence");
  const home = hasCompatriot(name, known);
  if (level === "medium")
    return telecomHere || context.telecom || home
      ? keep(1.5, telecomHere ? "telecom words in the sentence" : "the article is about telecoms")
      : STRUCK_BEFORE.test(before) || STRUCK_AFTER.test(after)
        ? keep(1.5, "named as the victim of an attack")
        : drop(`${why}; no telecom words near it`);
  const told = after.replace(RELATIVE, "");
  const acts = ACTS.test(told);
  if (beside(candidate, name, known) && !(opens && !acronym && !acts))
    return keep(1.5, "another carrier in the sentence");
  if (acronym) {
    if (telecomHere) return keep(1.5, "exact case and telecom words in the sentence");
    if (context.telecom && (context.topic === "telecom" || acts))
      return keep(1, "exact case in an article about telecoms");
    if (home) return keep(1, "the article names another carrier of its country");
    return drop(`${why}; no telecom words near it`);
  }
  const company = [...known.keys()].some((key) => key.startsWith("carrier:"));
  if (opens && context.telecom && (company ? acts : SPEAKS.test(told)) && !COUNTING.test(name.alias))
    return keep(1, "opens a sentence as its subject in a telecom article that names carriers");
  if (
    opens &&
    !COUNTING.test(name.alias) &&
    SPEAKS_FOR_ITSELF.test(told) &&
    (telecomHere || context.telecom || context.security)
  )
    return keep(1.5, "a company that speaks for itself at the start of a sentence");
  const struck = STRUCK_BEFORE.test(before) || STRUCK_AFTER.test(after);
  if (struck && !headline && OPERATOR.test(sentence) && telecomHere && context.security)
    return keep(1.5, "named as the victim of an attack beside the word operator");
  if (struck && !headline && name.country !== undefined && context.countries.has(name.country))
    return keep(1.5, "named as the victim of an attack in its own country");
  // "Subscribers" alone may be anybody's: an operator, its country or the feed must say that phones are meant.
  const phones =
    context.networks || company || context.topic === "telecom" || context.countries.has(name.country ?? "");
  if (!opens && !headline && context.telecom && phones)
    return keep(1, "capitalised within a sentence of a telecom article");
  const networked = context.networks || context.countries.has(name.country ?? "") || home;
  if (!opens && !headline && context.attacks && networked)
    return keep(1, "capitalised within a sentence of a report on attacks");
  return drop(`${why}; nothing calls it an operator`);
}

/** Whether the article names another carrier that sits in the same country. */
function hasCompatriot(name: WatchedName, known: KnownNames): boolean {
  if (name.country === undefined) return false;
  return [...known].some(
    ([key, places]) =>
      key.startsWith("carrier:") &&
      key !== entityKey(name) &&
      places.some((place) =>
        place.names.some((other) => entityKey(other) === key && other.country === name.country),
      ),
  );
}

/** Whether the text seats the name in the operator's country, or lets it speak in a report from there: "MTS in Russia", "KT admitted". */
function atHome(name: WatchedName, after: string, opens: boolean, context: Context): boolean {
  if (name.country === undefined || COUNTING.test(name.alias)) return false;
  const seat = /^\s(?:in|of)\s(\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)/u.exec(after)?.[1];
  if (seat !== undefined && findCountries(seat).has(name.country)) return true;
  return opens && context.countries.has(name.country) && SPEAKS.test(after);
}

/** The country after a national operator's brand, where it is not its own: "T-Mobile Polska" is not T-Mobile US. */
function otherCountry(name: WatchedName, after: string): string | undefined {
  if (
    !COUNTRY_WORD.test(
      name.name
        .split(/[\s(]+/)
        .at(-1)
        ?.replace(")", "") ?? "",
    )
  )
    return undefined;
  const next = /^\s([\p{L}.]+)/u.exec(after)?.[1];
  if (next === undefined || !COUNTRY_WORD.test(next) || /^U\.?S/.test(next)) return undefined;
  return name.name.includes(next) ? undefined : next;
}

/** Whether the sentence names another carrier that counts. */
function beside(candidate: Candidate, name: WatchedName, known: KnownNames): boolean {
  const sentence = sentenceAt(candidate.segment, candidate.start);
  return [...known].some(
    ([key, places]) =>
      key.startsWith("carrier:") &&
      key !== entityKey(name) &&
      places.some(
        (place) =>
          place.segment === candidate.segment && place.start >= sentence.start && place.start < sentence.end,
      ),
  );
}

/** Whether a capitalised word follows that makes the name part of a longer one: "Orange County". */
function runsOn(after: string, candidate: Candidate, others: readonly Candidate[]): boolean {
  const next = NEXT_CAPITAL.exec(after)?.[1];
  if (next === undefined || NOT_A_NAME.test(next) || COUNTRY_WORD.test(next)) return false;
  return !others.some(
    (other) =>
      other.segment === candidate.segment && other.start > candidate.end && other.start <= candidate.end + 2,
  );
}

/** Whether the text below a headline shows that its word is part of a longer name: "Digi International". */
function longerElsewhere(other: Candidate, here: Candidate, others: readonly Candidate[]): boolean {
  if (other.segment === here.segment || other.start >= other.segment.furnitureFrom) return false;
  if (other.literal !== here.literal || other.segment.titleCase) return false;
  const after = other.segment.text.slice(other.end, other.end + 40);
  return runsOn(after, other, others) && !COMPANY.test(after);
}

/** Whether a capitalised word stands before that makes the name part of a longer one: "ChatGPT Plus". */
function runsFrom(before: string): boolean {
  const previous = PREVIOUS_CAPITAL.exec(before);
  if (previous === null) return false;
  const word = previous[1] ?? "";
  const opens = !/[\p{L}]/u.test(before.slice(0, previous.index));
  return opens ? PRODUCT_MAKER.test(word) : !NOT_A_NAME.test(word) && !COUNTRY_WORD.test(word);
}
