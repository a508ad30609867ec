import { NAME, ROLE } from "./name-pattern.ts";

/** Verbs that report what somebody says; `no` and `not` forms are caught with their auxiliary. */
export const VERBS =
  "said|says|say|told|tells|tell|stated|states|state|added|adds|explained|explains|announced|announces|confirmed|confirms|acknowledged|acknowledges|admitted|admits|conceded|concedes|disclosed|discloses|revealed|reveals|warned|warns|cautioned|cautions|insisted|insists|maintained|maintains|stressed|stresses|repeated|repeats|reiterated|reiterates|denied|denies|rejected|rejects|dismissed|dismisses|rubbished|rubbishes|trashed|disputed|disputes|refuted|refutes|contradicted|contradicts|disagrees|declared|declares|declined|declines|refused|refuses|apologised|apologises|apologized|apologizes|promised|promises|pledged|pledges|vowed|claimed|claims|alleged|alleges|boasted|boasts|charged|posted|wrote|writes|described|describes|calls|called|accused|accuses|found|counted|concluded|concludes|blamed|blames|attributed|attributes|believes|thinks|considers|consider|suspects|suggested|suggests|suggest|noted|notes|argued|argues|argue|accepted|accepts|agreed|agrees|stopped short|pointed out|points out|regards|holds|reported|reports|published|criticised|criticized|demanded|demands|ordered|asks|responded|responds|replied|replies|answered|answers|estimated|estimates|expects|identified|ties|tracks|took (?:full )?responsibility|urged|urges|stood by|stands by|reckons|offers|offered|advertises|advertised|ruled|have written|has written|describe|warn|believe|find|claim|confirm|deny|note|advise|advises|recommend|recommends|spoke of|speaks of|speak of|complained|complains|acknowledge|disclose|insist|maintain|admit|reject|dispute|decline|informed|informs|testified|emailed|assured|assures|emphasised|emphasized|clarified|clarifies|remarked|remarks|joked|jokes|quipped|quips|assessed|assesses|assess|countered|retorted|asserted|asserts|assert|contended|contends|hinted|lamented|predicted|predicts|speculated|made clear|makes clear|threatened|threatens|took credit|takes credit|played down|plays down|downplayed|downplays|brushed aside|brushes aside|waved away|faulted|faults|commented|tweeted|measured|recorded|opened|kept mum|has kept mum|keeps mum|chose not";
const AUX =
  "(?:has|have|had|would|did|does|do|could|will|is|was)(?: not|n[’']t)?|also|likewise|later|now|then|still|again|since|first|only|itself|himself|herself|themselves|on \\p{Lu}\\p{L}+|this week|last week|publicly|repeatedly|initially|earlier|separately|never|not|so far|in turn|formally|quickly|reportedly|want to|wish to|still|now|today|overnight|at once|in a (?:brief )?(?:statement|note|filing)";
export const SAYS = new RegExp(
  `\\b(?:${VERBS})\\b|\\b(?:would|did|does|do|has|have|had|will|could|can) ?not (?:immediately |yet |want to |wish to |publicly )?(?:say|comment|confirm|explain|discuss|name|respond|reply|answer|return|want|wish|commit|specify|disclose|accept|address|elaborate|identify|provide|share|give|elicit|dispute|be drawn|go (?:further|along|beyond|into|that far))|\\breferred (?=(?:us|questions|inquiries|enquiries|queries|requests|reporters|all (?:questions|inquiries|enquiries|queries))\\b)|\\bwould go no further|\\bwould only (?:say|confirm|repeat)|\\bputs?(?= (?:(?:the|its) (?:number|figure|total|count|cost|loss|losses|toll|damage|odds|confidence)|it|that|this|confidence)\\b[^,.]{0,80} (?:at|down to)\\b)|\\b(?:has|have|had) not (?:yet )?(?:commented|named|answered|given|shared|provided|elaborated|specified|determined)|\\b(?:gives|gave|had|has|made|makes|offered) no (?:\\p{L}+ )?(?:comment|cause|details|estimate|answer|explanation|further|particulars)|\\bha(?:s|ve) yet to (?:comment|say|respond|confirm)|\\bneither confirm`,
  "gu",
);

export const COMPANY =
  "(?:company|operator|carrier|telco|telecom|provider|retailer|utility|bank|airline|vendor|supplier|business|giant|subsidiary)";
const TRADE =
  "(?:shipping|security|cyber|cybersecurity|intelligence|insurance|software|hosting|consulting|trading|forensics?|analytics|research|holding|class action|law|delivery|energy|power|mining|logistics|construction|media)";
const FIRM =
  "(?:firm|outfit|vendor|researchers|experts|analysts|report|paper|magazine|newspaper|company|incident responders)";
export const OFFICE =
  "(?:security service|embassy|consulate|foreign ministry|kremlin|white house|parliament|congress|military|intelligence service|response team|public prosecutor|prosecutor|ombudsman|commissioner|council|centre|office|union|ministry|regulator|watchdog|agency|agencies|police|prosecutors|authority|authorities|officials|government|commission|investigators|investigation team|joint team|inquiry|lawmakers|senators|senator|minister|department|court|committee|data protection authority|executives|sources|extortionist|poster|seller|vendor of the data|indictment|bureau)";
export const END = `(?:\\s+(?:${AUX}))*\\s*$`;

export const BY_PRONOUN = new RegExp(
  `(?:^|[\\s,“"(])(?<it>[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:pair|duo|two))${END}`,
  "u",
);
export const BY_COMPANY = new RegExp(
  `\\b(?:[Tt]he|[Ii]ts?) (?:[\\p{L}-]+ ){0,2}?(?<it>${COMPANY})${END}`,
  "u",
);
/** A company or firm of another trade than the one an article is about. */
export const OTHER_TRADE = new RegExp(
  `\\b(?:[Tt]he|[Aa]n?) (?:[\\p{Ll}-]+ )?(?<it>${TRADE} (?:company|firm|group))${END}`,
  "u",
);
export const BY_FIRM = new RegExp(
  `\\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]hese) (?:[\\p{L}-]+ ){0,2}?(?<it>${FIRM})${END}`,
  "u",
);
export const BY_GROUP = new RegExp(
  `\\b[Tt]he (?:[\\p{L}-]+ ){0,2}?(?<it>group|gang|crew|collective|outfit)(?:, in [^,]{0,40},)?${END}`,
  "u",
);
export const BY_VOICE = new RegExp(
  `\\b(?:[Aa]n?|[Tt]he|[Ii]ts) (?:(?<org>${NAME}) )?(?:company )?(?:spokes(?:person|man|woman)|representative|rep|counsel)(?: (?:for|of|from) (?:the )?(?<org2>${NAME}|company|operator|carrier))?${END}`,
  "u",
);
export const BY_OFFICE = new RegExp(
  `(?<it>(?:(?:${NAME})[’']s? |[Tt]he |[Aa]n? |${NAME} )?(?:[\\p{Ll}’'-]+ ){0,2}?${OFFICE})(?: (?:spokes(?:person|man|woman)|official|officials|representative))?${END}`,
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
/** A manager without a house before the title ("…," network director Ida Moe said) is one of the main organisation. */
export const LEADS_HERE = new RegExp(
  `(?:^|[,;“”"] ?)(?:(?:general|managing|network|technical|technology|operations|executive|commercial|finance|security|communications|deputy|regional|country) ){1,2}(?:director|manager|chief|officer|president|head) ${NAME}${END}`,
  "u",
);
export const BY_NAME = new RegExp(
  `(?<it>${NAME})[’']?(?: (?:unit|arm|division|team|(?<staff>researchers|analysts|engineers|officials|experts)))?${END}`,
  "u",
);
export const SOURCES =
  /\b(?:sources?|people|persons|officials|executives) (?:familiar|close|briefed|speaking|with knowledge)[\p{Ll} -]{0,40}?(?: (?:with|to) [Tt]he (?:\p{Lu}\p{L}+ ?){1,4}| with the \p{Ll}+|(?=[,.]|\s*$))/u;
