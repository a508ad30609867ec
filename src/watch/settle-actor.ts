import type { Candidate } from "./candidates.ts";
import { isOrdinaryLower, spelling } from "./compare-spelling.ts";
import type { WatchedName } from "./compile-watchlist.ts";
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
/** "Lynx, a ransomware gang that …", "Lynx is one of the busiest extortion groups". */
const APPOSED =
  /^["'”’]?(?:,|\s\(|\s(?:is|was)(?: once)?)\s?(?:an?|the|one of)\s[^.;]{0,50}?\b(?:ransomware|extortion|hacking|hacktivist|(?:cyber-?)?espionage|threat|APT|cyber-?crime)\s(?:gang|group|crew|actor|operation|collective|outfit|syndicate|brand|cartel)s?\b/i;
const BEFORE = new RegExp(`\\b${GROUP_INTRO}\\s*[,:("“'‘]{0,2}\\s*$`, "i");

/** Verbs that name anything, a botnet as well as a gang. */
const NAMING = /\b(?:called|calls?|named|dubbed|codenamed|labell?ed)\s*["“'‘]?\s*$/i;
const GROUP = new RegExp(`\\b${GROUP_NOUN}\\b`, "i");
const MALWARE_BEFORE =
  /\b(?:botnet|malware|trojan|RAT|backdoor|loader|stealer|worm|rootkit|wiper|tool|toolkit|vulnerability|flaw|bug|family|extension|plugin|package|campaign|operation)s?\b[^.;]{0,80}$/i;
const MALWARE_AFTER =
  /^["'”’]?\s(?:botnets?|malware|trojan|RAT|stealer|loader|backdoor|worm|rootkit|wiper|infostealer)\b/i;
const TOOL_BEFORE =
  /\b(?:us(?:es?|ed|ing)|deploy\w*|with|drop\w*|deliver\w*|install\w*|distribut\w*|spread\w*)\s(?:the\s)?$/i;
/** A capitalised word in the same quotes or brackets: "'Phantom Shuttle'". */
const RUN = /^\s\p{Lu}[\p{L}\p{N}-]*["'”’)]/u;

const CAMEL = /\p{Ll}\p{Lu}/u;
/** A name of several words, or written as one with a capital inside. */
const JOINED = /\s|\p{Ll}\p{Lu}/u;

/** Judges one reading of a candidate as a threat group. */
export function settleActor(
  candidate: Candidate,
  name: WatchedName,
  { context, known, others }: Evidence,
): Verdict {
  const spelled = spelling(candidate.literal, name.alias);
  const { before, after, sentence, opens } = surroundings(candidate);
  if (!context.cyber && context.topic === "general" && !/\d/.test(name.alias))
    return drop("no word of computer crime in the article");
  if (name.onlyWithCarrier) {
    const ours =
      context.whole || context.networks || [...known.keys()].some((key) => key.startsWith("carrier:"));
    if (!ours) return drop("a teaser, not about operators, and no catalogue of groups lists this gang");
    if (TOOL_BEFORE.test(before) && /^ ransomware\b/.test(after)) return drop("the malware, not the gang");
  }
  const grouped = !NAMING.test(before) || GROUP.test(sentence);
  const called =
    AFTER.test(after) || APPOSED.test(after) || EXTORTS.test(after) || (BEFORE.test(before) && grouped);
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
  if (called && (security || (context.cyber && GANG.test(sentence))))
    return keep(2.5, "called a group in the sentence");
  if (joinsList(candidate, others, "actor", known)) return keep(2.5, "listed beside another actor's name");
  const elsewhere = knownElsewhere(known, name, candidate);
  if (elsewhere !== undefined && (!opens || spelled === "exact"))
    return keep(2, `the article names the actor elsewhere as ${elsewhere.literal}`);
  if (name.ambiguity.level === "medium" && spelled === "exact" && security)
    return keep(1, "exact case and security words in the sentence");
  return drop(`${name.ambiguity.why || "ambiguous"}; nothing calls it a group`);
}
