import { NAME, ROLE } from "../names/name-pattern.ts";

/** Verbs that report what somebody says; `no` and `not` forms are caught with their auxiliary. Only these make words of an act: without the list 0.16 of the labelled statements are told as words, with it 0.60 (bench/README.md). */
export const VERBS =
  "said|says|say|told|tells|tell|stated|states|state|added|adds|explained|explains|announced|announces|confirmed|confirms|acknowledged|acknowledges|admitted|admits|conceded|concedes|disclosed|discloses|revealed|reveals|warned|warns|cautioned|cautions|insisted|insists|maintained|maintains|stressed|stresses|repeated|repeats|reiterated|reiterates|denied|denies|rejected|rejects|dismissed|dismisses|rubbished|rubbishes|trashed|disputed|disputes|refuted|refutes|contradicted|contradicts|disagrees|declared|declares|declined|declines|refused|refuses|apologised|apologises|apologized|apologizes|promised|promises|pledged|pledges|vowed|claimed|claims|alleged|alleges|boasted|boasts|charged|posted|wrote|writes|described|describes|calls|called|accused|accuses|found|counted|concluded|concludes|blamed|blames|attributed|attributes|believes|thinks|considers|consider|suspects|suggested|suggests|suggest|noted|notes|argued|argues|argue|accepted|accepts|agreed|agrees|stopped short|pointed out|points out|regards|holds|reported|reports|published|criticised|criticized|demanded|demands|ordered|asks|responded|responds|replied|replies|answered|answers(?! to\\b)|estimated|estimates|expects|identified|ties|tracks|took (?:full )?responsibility|urged|urges|stood by|stands by|reckons|offers|offered|advertises|advertised|ruled|have written|has written|describe|warn|believe|find|claim|confirm|deny|note|advise|advises|recommend|recommends|spoke of|speaks of|speak of|complained|complains|acknowledge|disclose|insist|maintain|admit|reject|dispute|decline|informed|informs|testified|emailed|assured|assures|emphasised|emphasized|clarified|clarifies|remarked|remarks|joked|jokes|quipped|quips|assessed|assesses|assess|countered|retorted|asserted|asserts|assert|contended|contends|hinted|lamented|predicted|predicts|speculated|made clear|makes clear|threatened|threatens|took credit|takes credit|played down|plays down|downplayed|downplays|brushed aside|brushes aside|waved away|faulted|faults|commented|tweeted|measured|recorded|opened|mentioned|mentions|expressed|expresses|voiced|preferred not|grumbled|grumbles|protested|doubts|doubted|fears|indicated|indicates|regretted|regrets|thanked|thanks|asked|notified|notifies|recalled|recalls|judges|judged|pinned|pins|owned up|owns up|came clean|let it be known|let us know|kept mum|has kept mum|keeps mum|chose not";
const WHEN =
  "(?:(?:late|early|only) )?(?:on \\p{Lu}\\p{L}+(?: (?:morning|afternoon|evening|night))?|(?:this|last|that) (?:week|month|year|morning|afternoon|evening|spring|summer|autumn|winter)|at (?:the|that) time|at first|in turn|so far|for now|to date|for (?:its|his|her|their) part|by (?:e-?mail|phone|text|chat))";
const WHERE =
  "in (?:an?|the|its|their|his|her) (?:[\\p{L}-]+ ){0,2}(?:statement|note|filing|letter|post|message|e-?mail|bulletin|briefing|blog|interview|notice|report|update|submission|announcement)";
/** Adverbs of every kind, but no noun that only ends like one. */
const ADVERB =
  "(?!(?:family|supply|assembly|ally|reply|daily|weekly|monthly|quarterly|italy|july)\\b)\\p{Ll}{3,}ly|meanwhile|indeed|moreover|nevertheless|nonetheless|therefore|thus|instead|however|too|even|twice|once|all|each|both";
const AUX = `(?:has|have|had|would|did|does|do|could|will|is|was)(?: not|n[’']t)?|also|likewise|later|now|then|still|again|since|first|only|itself|himself|herself|themselves|on \\p{Lu}\\p{L}+|this week|last week|publicly|repeatedly|initially|earlier|separately|never|not|so far|in turn|formally|quickly|reportedly|want to|wish to|still|now|today|overnight|at once|in a (?:brief )?(?:statement|note|filing)|${WHEN}|${WHERE}|${ADVERB}`;
/** Any verb with a clause that begins with "that" reports, but for those that only conclude or cause. */
const ANY_THAT =
  "\\b(?!(?:means|meant|requires|required|shows|showed|proves|proved|ensures|ensured|happens|happened|seems|seemed|appears|appeared|comes|makes|ordered|so|was|is|has|does|provided|supposed|fears|things|files|records|numbers|systems|networks|services|attacks|hackers|customers|companies|operators|carriers|sites|days|weeks|months|years|reports|claims|statements|rules|groups|tools|devices|servers|accounts|documents|details|others|users|passwords|signs|ones|people|hands|lines|lists|steps|codes|keys)\\b)\\p{Ll}{3,}(?:ed|es|s)(?= that\\b (?!is\\b|was\\b|had\\b|has\\b|would\\b|were\\b|are\\b|can\\b|could\\b|will\\b))";
const PARTICIPLE =
  "(?<=, )(?:saying|adding|insisting|stressing|claiming|noting|arguing|warning|explaining|admitting|denying|confirming|repeating)(?= (?:that|it|its|the|no|nothing|only)\\b)";
export const SAYS = new RegExp(
  `\\b(?:${VERBS})\\b|\\b(?:would|did|does|do|has|have|had|will|could|can) ?not (?:immediately |yet |want to |wish to |publicly )?(?:say|comment|confirm|explain|discuss|name|respond|reply|answer|return|want|wish|commit|specify|disclose|accept|address|elaborate|identify|provide|share|give|elicit|dispute|be drawn|go (?:further|along|beyond|into|that far))|\\breferred (?=(?:us|questions|inquiries|enquiries|queries|requests|reporters|all (?:questions|inquiries|enquiries|queries))\\b)|\\bwould go no further|\\bwould only (?:say|confirm|repeat)|\\bputs?(?= (?:(?:the|its) (?:number|figure|total|count|cost|loss|losses|toll|damage|odds|confidence)|it|that|this|confidence)\\b[^,.]{0,80} (?:at|down to)\\b)|\\b(?:has|have|had) not (?:yet )?(?:commented|named|answered|given|shared|provided|elaborated|specified|determined)|\\b(?:gives|gave|had|has|made|makes|offered) no (?:\\p{L}+ )?(?:comment|cause|details|estimate|answer|explanation|further|particulars)|\\bha(?:s|ve) yet to (?:comment|say|respond|confirm)|\\bgave (?=the same|a similar|much the same)|\\b(?:puts?|sets?) (?=(?:it|this|that) (?:down to|out)\\b)|\\bha(?:s|ve) (?:since |also |now |already )?(?=(?:released|issued|patched|fixed|assigned|changed|reset|hired|filed|restored|closed|suspended|launched|charged|arrested|sanctioned|fined|banned|opened|reviewed|reported|informed)\\b)|\\bleaves? (?=(?:it |this |that )?open\\b)|${ANY_THAT}|${PARTICIPLE}|\\bneither confirm|\\breferred(?= to (?:an?|some|what)\\b)|\\b(?:speaks|spoke) of|\\b(?:sees|saw|finds|found|knows of|knew of|had seen|has seen) (?=(?:no|none|nothing|neither)\\b)|\\brules(?= out\\b)|\\b(?:says|said|had|has) not a word|\\b(?:has|have|had) no (?=(?:sign|evidence|indication|knowledge|reason|comment)\\b)`,
  "gu",
);

export const COMPANY =
  "(?:company|operator|carrier|telco|telecom|provider|retailer|utility|bank|airline|vendor|supplier|business|giant|subsidiary|manufacturer|incumbent|start-up|startup|internet provider)";
const TRADE =
  "(?:shipping|security|cyber|cybersecurity|intelligence|insurance|software|hosting|consulting|trading|forensics?|analytics|research|holding|class action|law|delivery|energy|power|mining|logistics|construction|media)";
const FIRM =
  "(?:firm|outfit|vendor|researchers|experts|analysts|report|paper|magazine|newspaper|company|incident responders)";
export const OFFICE =
  "(?:security service|embassy|consulate|foreign ministry|kremlin|white house|parliament|congress|military|intelligence service|response team|public prosecutor|prosecutor|ombudsman|commissioner|council|centre|office|union|ministry|regulator|watchdog|agency|agencies|registry|police|prosecutors|authority|authorities|officials|government|commission|investigators|investigation team|joint team|inquiry|lawmakers|senators|senator|minister|department|court|committee|data protection authority|executives|sources|extortionist|poster|seller|vendor of the data|indictment|bureau)";
/** What may stand before an office ("data protection" authority): no word that begins a clause or a phrase. */
export const OFFICE_WORDS =
  "(?:(?!(?:but|and|or|yet|so|while|as|when|if|that|because|the|an?)\\b)[\\p{Ll}’'-]+ ){0,2}?";
export const END = `(?:\\s+(?:${AUX}))*\\s*$`;

/** Some of those of whom the sentence before spoke. */
export const SOME_OF_THEM =
  /(?:^|[\s,;“"])(?:[Oo]ne|[Tt]wo|[Oo]ne of them|[Tt]wo of them|[Aa]nother|[Tt]he (?:second|third|other)|[Aa]n(?:other)? official)\s*$/;
export const BY_PRONOUN = new RegExp(
  `(?<!\\b(?:[Ww]ith|[Oo]f|[Tt]o|[Ff]or|[Bb]y|[Ii]n|[Oo]n|[Ff]rom|[Aa]bout|[Aa]t|want(?:s|ed)?|let|makes?|made|sees?|saw|heard|keeps?|kept))(?:^|[\\s,“"(])(?<it>[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:pair|duo|two))${END}`,
  "u",
);
export const BY_COMPANY = new RegExp(
  `\\b(?:[Tt]he|[Ii]ts?) (?:[\\p{L}-]+ ){0,2}?(?<it>${COMPANY})(?: (?:from|based in|in) (?:the )?${NAME}(?:, ${NAME},?)?)?${END}`,
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
/** Those who claim a crime as theirs. */
export const GANG =
  "group|gang|crew|collective|outfit|hackers?|attackers?|intruders?|sellers?|posters?|extortionists?|thief|thieves|criminals|cybercriminals|claimant|hacktivists?|blackmailers?|culprits?";
export const BY_GROUP = new RegExp(
  `\\b(?:[Tt]he|[Tt]hese|[Tt]his) (?:[\\p{L}-]+ ){0,2}?(?<it>${GANG})(?: (?:himself|herself|itself|themselves))?(?:, in [^,]{0,40},)?${END}`,
  "u",
);
export const BY_VOICE = new RegExp(
  `\\b(?:[Aa]n?|[Tt]he|[Ii]ts) (?:(?<org>${NAME}) )?(?:company )?(?:spokes(?:person|man|woman)|representative|rep|counsel)(?: (?:for|of|from) (?:the )?(?<org2>${NAME}|company|operator|carrier))?(?: in (?:the )?${NAME})?${END}`,
  "u",
);
export const BY_OFFICE = new RegExp(
  `(?<!\\p{L})(?<it>(?:(?:${NAME})[’']s? |[Tt]he |[Aa]n? |${NAME} )?${OFFICE_WORDS}${OFFICE}(?: (?:for|of) (?:the )?(?:(?!(?:had|has|have|was|is|also|will|would|did|does)\\b)\\p{Ll}+ ?){1,4})?)(?: (?:spokes(?:person|man|woman)|official|officials|representative))?(?: in (?:the )?${NAME})?${END}`,
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
  `(?<!\\s\\p{Lu}[\\p{L}&]{0,24})\\s(?:in|at|of|on|from|near|across|around|outside|based in) (?:the )?${NAME}${END}`,
  "u",
);
const STAFF =
  "(?:researchers?|analysts?|experts?|engineers?|investigators?|executives?|officials?|lawyers?|managers?)";
export const BY_STAFF = new RegExp(
  `\\b${STAFF} (?:at|from|with|of) (?:(?:the|an?) )?(?:[\\p{L}-]+ ){0,3}?(?<it>${NAME})${END}|(?<owner>${NAME})[’']s? (?:own |security |chief )?${STAFF}${END}`,
  "u",
);
export const SPEAKS_FOR_MAIN = /^(?:chief executive|ceo|boss|chief|president|chair)/i;
/** A manager without a house before the title ("…," network director Ida Moe said) is one of the main organisation. */
export const LEADS_HERE = new RegExp(
  `(?:^|[,;“”"] ?)(?:(?:general|managing|network|technical|technology|operations|executive|commercial|finance|security|communications|deputy|regional|country) ){1,2}(?:director|manager|chief|officer|president|head) ${NAME}${END}`,
  "u",
);
export const BY_NAME = new RegExp(
  `(?<it>${NAME})(?:[’']s?)?(?: (?:\\p{Ll}+ )?(?:unit|arm|division|team|(?<staff>researchers|analysts|engineers|officials|experts)))?${END}`,
  "u",
);
export const PAPER =
  "(?:statement|letter|notice|filing|bulletin|document|announcement|update|release|submission|e-?mail)";
/** A paper's text or a company's: it says what its author says. */
export const BY_PAPER = new RegExp(
  `\\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his|[Tt]hat) (?:[\\p{L}-]+ ){0,2}?(?<it>${PAPER}|post|listing|advert|ad|entry|ransom note)${END}`,
  "u",
);
export const BY_PRESS = new RegExp(
  `\\b[Tt]he (?:[\\p{L}-]+ ){0,1}?(?:paper|newspaper|magazine|daily|weekly|broadcaster|news agency|outlet|news site)${END}`,
  "u",
);
export const SOURCES =
  /\b(?:sources?|people|persons|officials|executives) (?:familiar|close|briefed|speaking|quoted|who|I spoke|with (?:direct |first-hand )?knowledge)[\p{Ll} -]{0,40}?(?: (?:with|to) [Tt]he (?:\p{Lu}\p{L}+ ?){1,4}| with the \p{Ll}+|(?=[,.]|\s*$))/u;
