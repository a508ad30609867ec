import { foldText } from "../../text/similarity.ts";
import { nameOf, type SpeakerIndex } from "../names/index-speakers.ts";
import { isCommonNoun, isTimeOrPlace, NAME, trimName } from "../names/name-pattern.ts";
import {
  carrierIn,
  claimantMeant,
  companyMeant,
  type Memory,
  personOrName,
  pronounMeant,
} from "./name-meant.ts";
import {
  BY_CHIEF,
  BY_COMPANY,
  BY_FIRM,
  BY_GROUP,
  BY_NAME,
  BY_OFFICE,
  BY_PAPER,
  BY_PRESS,
  BY_PRONOUN,
  BY_STAFF,
  BY_VOICE,
  END,
  IN_PLACE,
  LEADS_HERE,
  OTHER_TRADE,
  SOME_OF_THEM,
  SOURCES,
  SPEAKS_FOR_MAIN,
} from "./subject-patterns.ts";

/** One of many, or one who has left, speaks for no house. */
const FORMER = new RegExp(
  `(?:^|[\\s,“"])(?:[Aa]|[Oo]ne|[Aa]nother|[Aa] second) (?<it>(?:former [\\p{Ll} -]{3,30}?|(?:security|technology|network) (?:chief|head|boss)))(?: (?:of|at|from|with) [\\p{L} ]{3,40}?)?${END}`,
  "u",
);
/** "The French group", "the telecoms group": a company. */
const HOUSE_GROUP =
  /\b[Tt]he (?:\p{Lu}\p{L}+|telecoms?|media|cable|parent|listed|mobile|operator|company) (?:\p{Ll}+ )?group\b/u;

/** Whom the noun phrase, name or pronoun at the end of a passage means; undefined where it ends otherwise. */
export function subjectAtEnd(text: string, index: SpeakerIndex, memory: Memory): string | undefined {
  if (/\b[Oo]ne of them\s*$/.test(text)) return memory.crowd ?? memory.last;
  if (SOME_OF_THEM.test(text) && memory.crowd !== undefined) return memory.crowd;
  const former = FORMER.exec(text)?.groups?.it;
  if (former !== undefined) return `unnamed ${former}`;
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
  const gang = BY_GROUP.exec(text)?.groups?.it;
  if (gang !== undefined) {
    if (/^group$/.test(gang) && HOUSE_GROUP.test(text)) return companyMeant(index, memory);
    const claimant = claimantMeant(gang, index, memory);
    if (claimant !== undefined) return claimant;
    return /^(?:group|outfit|collective|crew|gang)$/.test(gang)
      ? (memory.actor ?? memory.topic ?? memory.speaker)
      : `unnamed ${gang}`;
  }
  if (BY_PRESS.test(text) && memory.press !== undefined) return memory.press;
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
  if (office === undefined) return authorOf(BY_PAPER.exec(text)?.groups?.it, index, memory);
  const bare =
    /^(?:(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome) )?(?<it>officials|executives|sources|lawmakers|investigators)$/u.exec(
      office.trim(),
    );
  if (bare !== null) return `unnamed ${bare.groups?.it}`;
  if (
    /^(?:the |The )?(?:office|agency|bureau|authority|commission|centre|regulator|watchdog|registry|ministry|services?)$/.test(
      office.trim(),
    ) &&
    memory.office !== undefined
  )
    return memory.office;
  if (/^[Ii]ts\b/.test(office.trim()) && memory.topic !== undefined) return memory.topic;
  return nameOf(
    index,
    office
      .trim()
      .replace(/^.*\b(?:the|an?|whom|for) (?=\p{Ll})/u, "")
      .replace(/^(?:(?:that|which|as|and|but|of|to|when|while|[Tt]he|[Aa]n?|[Ii]ts) )+/, ""),
  );
}

/** Whose text speaks: an advert is the gang's, other papers are of whoever issued them or of the company. */
function authorOf(paper: string | undefined, index: SpeakerIndex, memory: Memory): string | undefined {
  if (paper === undefined) return undefined;
  if (/^(?:post|listing|advert|ad|entry|ransom note)$/.test(paper))
    return claimantMeant("gang", index, memory);
  return memory.paper ?? (index.sure || memory.topic !== undefined ? companyMeant(index, memory) : undefined);
}

function watchedAtEnd(text: string, index: SpeakerIndex): string | undefined {
  const folded = foldText(text).replace(new RegExp(END, "u"), "");
  for (const [spelling, name] of index.names)
    if (folded.endsWith(spelling) && !/[\p{L}\p{N}]$/u.test(folded.slice(0, -spelling.length))) return name;
  return undefined;
}
