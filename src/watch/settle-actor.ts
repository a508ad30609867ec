import type { Candidate } from "./candidates.ts";
import { isOrdinaryLower, spelling } from "./compare-spelling.ts";
import type { WatchedName } from "./compile-watchlist.ts";
import { findCountries } from "./find-countries.ts";
import { joinsList } from "./find-list-neighbour.ts";
import { knownElsewhere } from "./known-names.ts";
import { type Evidence, surroundings } from "./read-context.ts";
import { drop, keep, type Verdict } from "./verdict.ts";
import { GROUP_INTRO, GROUP_NOUN, SECURITY } from "./words.ts";

const AFTER = new RegExp(`^["'”’]?(?:['’]s?)?[\\s(-]{1,2}(?:[\\w-]+\\s){0,1}${GROUP_NOUN}\\b`, "i");
const GANG = /\bgangs?\b/i;
/** What only gangs do: "Play listed the firm on its leak site". */
const EXTORTS =
  /^\s(?:has |have |had )?(?:listed|added|named|claimed|claims|leaked|posted|published|dumped|took|takes)\b[^.;]{0,80}\b(?:leak site|dark[- ]web|extortion|ransom|responsibility|credit for)\b/i;
/** "Lynx, a ransomware gang that …", "Lynx is one of the busiest extortion groups", "Lynx, as one vendor labels the group". */
const APPOSED =
  /^["'”’]?(?:(?:,|\s\(|\s(?:is|was)(?: once)?)\s?(?:an?|the|one of)\s[^.;]{0,50}?\b(?:(?:ransomware|extortion|hacking|hacktivist|(?:cyber-?)?espionage|threat|APT|cyber-?crime)\s(?:gang|group|crew|actor|operation|collective|outfit|syndicate|brand|cartel)s?|(?:gang|group|crew|band) (?:that|which|known (?:for|to)|of hack\w+)|(?:gang|crew|hackers|hacktivists))\b|,\sas\s(?:[\p{L}&.]+\s){1,3}(?:calls?|labels?|styles?|names?|tracks?|dubs?|knows?)\s(?:it|them|the|this)\b)/iu;
/** "by what Symantec calls Bluebottle": doers are called so, not tools. */
const DOER_CALLED =
  /\b(?:by|to|of) (?:what|whom) (?:it|they|[\p{L}&.]+(?: [\p{L}&.]+)?) (?:calls?|dubs?)\s["“'‘]?$/u;
/** What a gang has or does and no product: "Medusa's onion site", "Medusa says it has 834 GB". */
const GANG_ACTS =
  /^(?:['’]s?\s(?:\p{L}+\s)?(?:onion|leak|extortion|dark[- ]web|data leak|Tor|blog|portal)\b|\s(?:has |have |had )?(?:also )?(?:says? (?:it|that it)|claims?|claimed|boasts?|boasted|threatens?|threatened|demands?|demanded|posted|leaked|published)\s[^.;]{0,80}\b(?:\d[\d.,]*\s?(?:[GT]B|gigabytes|terabytes)|victims?|stolen|stole|ransom|bitcoin|files|records|databases?)\b|\s(?:stole|broke into|(?:has|had|have) (?:also )?(?:stolen|hacked|breached|broken into|infected|infiltrated|compromised|attacked))\s)/iu;
const BEFORE = new RegExp(`\\b${GROUP_INTRO}\\s*[,:("“'‘]{0,2}\\s*$`, "i");

/** Verbs that name anything, a botnet as well as a gang. */
const NAMING = /\b(?:called|calls?|named|dubbed|codenamed|labell?ed)\s*["“'‘]?\s*$/i;
const GROUP = new RegExp(`\\b${GROUP_NOUN}\\b`, "i");
const MALWARE_BEFORE =
  /\b(?:botnet|malware|trojan|RAT|backdoor|loader|stealer|worm|rootkit|wiper|tool|toolkit|vulnerability|flaw|bug|family|extension|plugin|package|campaign|operation)s?\b[^.;]{0,80}$/i;
const MALWARE_AFTER =
  /^["'”’]?\s(?:botnets?|malware|trojan|RAT|stealer|loader|backdoor|worm|rootkit|wiper|infostealer)\b/i;
const TOOL_BEFORE =
  /\b(?:us(?:es?|ed|ing)|deploy\w*|with|drop\w*|deliver\w*|install\w*|distribut\w*|spread\w*|roll(?:s|ed|ing)? out|launch\w*|ran)\s(?:the\s)?(?:\p{Lu}[\p{L}\d]+ (?:and|or) )?$/iu;
/** A capitalised word in the same quotes or brackets: "'Phantom Shuttle'". */
const RUN = /^\s\p{Lu}[\p{L}\p{N}-]*["'”’)]/u;

const CAMEL = /\p{Ll}\p{Lu}/u;
/** A name of several words, or written as one with a capital inside. */
const JOINED = /\s|\p{Ll}\p{Lu}/u;

/** Shorter ones are nicknames and short forms. */
const SHORTEST_ALONE = 4;
/** Characters that hold the word beside a name. */
const FARTHEST_WORD = 30;
const SHORT_CAPITALS = 5;
const COUNTING = /^(?:Two|Three|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)$/;
/** "Twelve Chinese hackers" */
const COUNTED =
  /^\s(?:\p{Lu}\p{Ll}+(?:ese|ish|ian|ean|an|i)\s)?(?!(?:has|had|is|was|will|would|\p{Ll}{3,}ed|says|claims|posts|lists|leaks|uses|runs|targets|wants)\b)(?:\p{Ll}+\s){0,2}\p{Ll}{2,}s\b/u;
/** Names that mean something else even beside words of attacks. */
const ELSE_MEANT = /\b(?:country|place|city|surname|member|malware|company|companies)\b/;
const CAPITALS = /^\p{Lu}{5,}$/u;
/** "A game of Snake", "the old phone game, Snake": the name of something else. */
const THING_BEFORE =
  /\b(?:games?|films?|movies?|books?|songs?|albums?|novels?|toys?|dolls?|cars?|rounds?),? (?:of |called |named )?["“'‘]?$/i;
/** A capital before or after makes the name part of a longer one: "Brendan Carr", "Cobalt Strike". */
const CAPITAL_BEFORE = /\p{Lu}[\p{L}\p{N}.-]*\s$/u;
const CAPITAL_AFTER = /^(?:\s(?:&\s)?\p{Lu}|[-‐‑]\p{L})/u;
/** What programs are made of: "its locker descends from Knight". */
const DERIVED_BEFORE = /\b(?:descend\w*|deriv\w*|evolv\w*|forked|built|based|modelled) (?:from|on)\s$/i;
const PROGRAM_AFTER =
  /^\s(?:family|strain|code|locker|encryptor|payloads?|samples?|binar(?:y|ies)|source code)\b/i;

/** Whether a name is a word of its own within its sentence, here and wherever the article has it, and none of a place, a person or a program. */
function standsAlone({ literal }: Candidate, name: WatchedName, others: readonly Candidate[]): boolean {
  if (literal.length < SHORTEST_ALONE || findCountries(literal).size > 0) return false;
  if (ELSE_MEANT.test(name.ambiguity?.why ?? "")) return false;
  // Programs are written in capitals, and short capitals are no word: "MEDUSA" is a rootkit, "Carr" not CARR.
  if (isCapitals(literal) && !isCapitals(name.alias)) return false;
  if (isCapitals(name.alias) && !isCapitals(literal) && literal.length <= SHORT_CAPITALS) return false;
  return others.every((other) => {
    if (other.literal !== literal || other.start >= other.segment.furnitureFrom) return true;
    const { text, titleCase } = other.segment;
    const before = text.slice(Math.max(0, other.start - FARTHEST_WORD), other.start);
    const after = text.slice(other.end, other.end + FARTHEST_WORD);
    return (
      titleCase ||
      !(
        THING_BEFORE.test(before) ||
        CAPITAL_BEFORE.test(before) ||
        DERIVED_BEFORE.test(before) ||
        CAPITAL_AFTER.test(after) ||
        PROGRAM_AFTER.test(after)
      )
    );
  });
}

function isCapitals(word: string): boolean {
  return word === word.toUpperCase();
}

function isCarrierKey(key: string): boolean {
  return key.startsWith("carrier:");
}

/** Judges one reading of a candidate as a threat group. */
export function settleActor(
  candidate: Candidate,
  name: WatchedName,
  { context, known, others }: Evidence,
): Verdict {
  const spelled = spelling(candidate.literal, name.alias);
  const { before, after, sentence, opens } = surroundings(candidate);
  const coined = /\d/.test(name.alias) || (name.ambiguity === undefined && CAMEL.test(candidate.literal));
  // Papers tell of groups in plain words; where an operator is named too, none of 26 namesakes stood.
  const besideCarrier =
    name.ambiguity === undefined && spelled === "exact" && [...known.keys()].some(isCarrierKey);
  if (!context.cyber && context.topic === "general" && !coined && !besideCarrier)
    return drop("no word of computer crime in the article");
  if (name.onlyWithCarrier) {
    const ours = context.whole || context.networks || [...known.keys()].some(isCarrierKey);
    if (!ours) return drop("a teaser, not about operators, and no catalogue of groups lists this gang");
  }
  if (
    (name.onlyWithCarrier || name.ambiguity?.level === "high") &&
    TOOL_BEFORE.test(before) &&
    /^(?: (?:and|or) \p{Lu}[\p{L}\d]+)? ransomware\b/u.test(after)
  )
    return drop("the malware, not the gang");
  const grouped = !NAMING.test(before) || GROUP.test(sentence);
  const called =
    AFTER.test(after) ||
    APPOSED.test(after) ||
    EXTORTS.test(after) ||
    (GANG_ACTS.test(after) && !ELSE_MEANT.test(name.ambiguity?.why ?? "")) ||
    DOER_CALLED.test(before) ||
    (BEFORE.test(before) && grouped);
  const security = SECURITY.test(sentence) || SECURITY.test(candidate.segment.text) || context.security;
  if (name.ambiguity === undefined) {
    if (spelled !== "other") return keep(3, "unambiguous");
    if (!isOrdinaryLower(candidate.literal)) return keep(3, "unambiguous");
    if (called) return keep(2, "called a group in the sentence");
    return /\s/.test(name.alias) && context.topic === "security" && SECURITY.test(sentence)
      ? keep(1, "security words in the sentence")
      : drop("lower case: the common word, not the name");
  }
  // Nobody writes the common word with a capital inside: "WarLock".
  if (CAMEL.test(candidate.literal) && !JOINED.test(name.alias) && security)
    return keep(3, "written as no common word is");
  if (spelled === "other") return drop(`lower case: ${name.ambiguity.why || "a common word"}`);
  if (context.defined.has(candidate.literal)) return drop("the article defines these letters otherwise");
  if (name.ambiguity.level === "low")
    return spelled === "exact" ? keep(3, "exact case") : drop("not in its exact case");
  if (MALWARE_AFTER.test(after) || (NAMING.test(before) && MALWARE_BEFORE.test(before)))
    return drop("the name of a malware here");
  if (RUN.test(after) && !AFTER.test(after)) return drop("part of a longer proper name");
  if (opens && COUNTING.test(candidate.literal) && COUNTED.test(after)) return drop("a number here");
  if (called && (security || context.attacks || (context.cyber && GANG.test(sentence))))
    return keep(2.5, "called a group in the sentence");
  if (joinsList(candidate, others, "actor", known)) return keep(2.5, "listed beside another actor's name");
  const elsewhere = knownElsewhere(known, name, candidate);
  if (elsewhere !== undefined && (!opens || spelled === "exact"))
    return keep(2, `the article names the actor elsewhere as ${elsewhere.literal}`);
  if (name.ambiguity.level === "medium" && spelled === "exact" && security)
    return keep(1, "exact case and security words in the sentence");
  const named = [...known.keys()].some((key) => key.startsWith("actor:"));
  const telling =
    context.whole && (security || context.attacks || named) && context.cyber && !candidate.segment.titleCase;
  if (telling && spelled === "exact" && CAPITALS.test(candidate.literal))
    return keep(1, "in capitals, as vendors write it");
  if (telling && !opens && standsAlone(candidate, name, others))
    return keep(1, "a capitalised word by itself in a report on attacks");
  return drop(`${name.ambiguity.why || "ambiguous"}; nothing calls it a group`);
}
