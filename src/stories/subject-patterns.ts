import { NAME, ROLE } from "./name-pattern.ts";

/** Verbs that report what somebody says; `no` and `not` forms are caught with their auxiliary. */
const VERBS =
  "said|says|say|told|tells|stated|states|added|adds|explained|explains|announced|announces|confirmed|confirms|acknowledged|acknowledges|admitted|admits|conceded|concedes|disclosed|discloses|revealed|reveals|warned|warns|insisted|insists|maintains|maintained|stressed|stresses|repeated|repeats|reiterated|denied|denies|rejected|rejects|disputed|disputes|contradicted|contradicts|disagrees|declined|declines|refused|refuses|apologised|apologized|promised|promises|claimed|claims|boasted|boasts|posted|wrote|writes|described|describes|calls|called|accused|accuses|found|counted|concluded|concludes|blamed|blames|attributed|attributes|believes|thinks|noted|notes|argued|argues|argue|accepted|accepts|agreed|stopped short|pointed out|regards|holds|reported|reports|published|criticised|demanded|asked|asks|responded|replied|estimates|estimated|expects|identified|linked|ties|tracks|tracked|took (?:full )?responsibility|opened|urged|urges|points|pointed|stood by|stands by|reckons|offers|offered|struck|ruled|have written|has written|describe|warn|believe|find|claim|confirm|deny|note|advise|advises|recommend|recommends|spoke of|speaks of|complained|acknowledge|disclose|insist|maintain|admit|reject|dispute|decline";
const AUX =
  "(?:has|have|had|would|did|does|do|could|will|is|was)(?: not|n[’']t)?|also|likewise|later|now|then|still|again|since|first|only|itself|himself|herself|themselves|on \\p{Lu}\\p{L}+|this week|last week|publicly|repeatedly|initially|earlier|separately|never|not|so far|in turn|formally|quickly|reportedly|want to|wish to";
export const SAYS = new RegExp(
  `\\b(?:${VERBS})\\b|\\b(?:would|did|does|do|has|have|had|will) not (?:say|comment|confirm|explain|discuss|name|respond|want|wish|commit|specify|disclose|accept)|\\b(?:gives|gave) no\\b|\\bmakes no\\b`,
  "gu",
);

export const COMPANY =
  "(?:company|operator|carrier|telco|provider|retailer|utility|bank|airline|vendor|supplier|business)";
const FIRM =
  "(?:firm|researchers|experts|analysts|report|paper|magazine|newspaper|company|incident responders)";
export const OFFICE =
  "(?:security service|ministry|regulator|watchdog|agency|agencies|police|prosecutors|authority|authorities|officials|government|commission|investigators|investigation team|joint team|inquiry|lawmakers|senators|senator|minister|department|court|committee|data protection authority|executives|sources|extortionist|poster|seller|attackers?|hackers?|hacker|indictment|bureau)";
export const END = `(?:\\s+(?:${AUX}))*\\s*$`;

export const BY_PRONOUN = new RegExp(
  `(?:^|[\\s,“"(])(?<it>[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:pair|duo|two))${END}`,
  "u",
);
export const BY_COMPANY = new RegExp(`\\b(?:[Tt]he|[Ii]ts?) (?:\\p{L}+ ){0,2}?(?<it>${COMPANY})${END}`, "u");
export const BY_FIRM = new RegExp(`\\b(?:[Tt]he |[Ii]ts )?(?:\\p{L}+ ){0,2}?(?<it>${FIRM})${END}`, "u");
export const BY_GROUP = new RegExp(
  `\\b[Tt]he (?:\\p{L}+ ){0,2}?(?<it>group|gang|crew|collective|outfit)(?:, in [^,]{0,40},)?${END}`,
  "u",
);
export const BY_VOICE = new RegExp(
  `\\b(?:[Aa]n?|[Tt]he|[Ii]ts) (?:(?<org>${NAME}) )?(?:company )?(?:spokes(?:person|man|woman)|representative)(?: (?:for|of|from) (?:the )?(?<org2>${NAME}|company|operator|carrier))?${END}`,
  "u",
);
export const BY_OFFICE = new RegExp(
  `(?<it>(?:(?:${NAME})[’']s? |[Tt]he |[Aa]n? |${NAME} )?(?:[\\p{Ll}-]+ ){0,2}?${OFFICE})${END}`,
  "u",
);
export const BY_CHIEF = new RegExp(
  `(?:^|[\\s,“"(])(?<role>[Cc]hief executive|CEO|[Bb]oss|[Cc]hief|${ROLE})(?:,? (?<who>${NAME}),?)?${END}`,
  "u",
);
export const BY_APPOSITION = new RegExp(
  `(?:^|\\s)(?:[Ii]ts|[Tt]he|[Aa]n?|[Tt]heir|${NAME}[’']s) [\\p{L} -]{2,50}, (?:the )?(?<it>${NAME}),?${END}`,
  "u",
);
export const IN_PLACE = new RegExp(
  `(?<!\\s\\p{Lu}[\\p{L}&]{0,24})\\s(?:in|at|of|from|near|across|around|outside|based in) (?:the )?${NAME}${END}`,
  "u",
);
const STAFF =
  "(?:researchers?|analysts?|experts?|engineers?|investigators?|executives?|officials?|lawyers?|managers?)";
export const BY_STAFF = new RegExp(
  `\\b${STAFF} (?:at|from|with|of) (?:the )?(?<it>${NAME})${END}|(?<owner>${NAME})[’']s? (?:own |security |chief )?${STAFF}${END}`,
  "u",
);
export const SPEAKS_FOR_MAIN = /^(?:chief executive|ceo|boss|chief|president|chair)/i;
export const BY_NAME = new RegExp(
  `(?<it>${NAME})[’']?(?: (?:unit|arm|division|team|researchers|analysts|engineers|officials|experts))?${END}`,
  "u",
);
export const SOURCES =
  /\b(?:sources?|people|persons|officials|executives) (?:familiar|close|briefed|speaking|with knowledge)[\p{Ll} -]{0,40}?(?: (?:with|to) [Tt]he (?:\p{Lu}\p{L}+ ?){1,4}| with the \p{Ll}+|(?=[,.]|\s*$))/u;
