/** Grammar-level cues for the roles of carriers and actors. */

/** Something bad happened to somebody. */
export const INCIDENT =
  /\b(?:breach\w*|hack\w*|(?:cyber-?)?attack\w*|intru\w+|stol\w+|steal\w*|thefts?|thieves|leak\w*|compromis\w+|expos\w+|malware|ransom(?:ed|ware)?\b|outages?|outsiders?|unauthori[sz]ed|for sale|spied|spying|infiltrat\w+|incidents?|isolated|knocked out|wiped|wipe-?out|crippled|raided|penetrated|break-ins?|broke(?:n)? into|blackout|extort\w*|access to (?:its|their|the company's) (?:systems|network|servers|data)|victims?|backdoors?|lost (?:data|records|control)|struck|was hit|been hit|were hit|entered|got into|found (?:in|inside)|(?:in|inside|into) (?:the |its |their )?(?:networks?|systems?) of|hit by|went (?:silent|dark|down)|copied|blackmail\w*|(?:data|files|records|documents|information)\b[^.;]{0,40}\b(?:published|posted|dumped|passed round|surfaced|taken))\b/i;
/** What happens to a network without an intruder. */
export const FAULT =
  /\b(?:faults?|damag\w+|failures?|failed|disrupt\w+|broken|severed|rerouted|down|offline|no signal|trouble|degraded|slow(?:ed|ly)?)\b/i;
/** Words of the law and of guilt: in a sentence about an earlier year they tell of an earlier case. */
export const EARLIER_CASE =
  /\b(?:sentenced|fined|convicted|offences?|charged|ultimate target|lost control|hosted an intruder)\b/i;
/** The incident is said not to have happened to the one named. */
export const CLEARED =
  /\b(?:no (?:trace|sign|evidence|indication) of (?:a |any |an )?(?:compromise|breach|intrusion|attack|infection|similar)|den(?:y|ies|ied) (?:that )?(?:it|they|having|any|being|a breach)|(?:was|were|is|are|been|remain(?:s|ed)?) (?:not|un)[ -]?(?:affected|breached|compromised|impacted|touched|hit)|not been (?:affected|breached|compromised|hit|touched)|(?:own )?systems (?:are|were) (?:clean|safe|secure)|found nothing|came up clean|did not affect|no part in|not involved|no loss of service|seen no (?:attack|sign|trace|intrusion)|found (?:no|nothing))\b/i;

const EVENT_NOUN =
  "(?:incidents?|breach(?:es)?|hacks?|hacking|attacks?|cyber-?attacks?|intrusions?|outages?|leaks?|thefts?|heists?|blackouts?|break-ins?|compromises?|infections?|data theft|wipe-?outs?)";
/** "after the Orange incident", "the 2021 hack of T-Mobile". */
export const AFTER_EVENT_BEFORE =
  /\b(?:after|following|since|like|unlike|echoes|recalls|reminiscent of|days after|weeks after|months after|similar to)\s(?:the |an? |last year['’]s |earlier )?(?:[\w-]+ )?$/i;
export const AFTER_EVENT_AFTER = new RegExp(`^(?:['’]s)?\\s(?:[\\w-]+\\s){0,2}${EVENT_NOUN}\\b`, "i");
/** "a list that already includes AT&T". */
export const ALREADY_LISTED =
  /\balready (?:includes?|included|lists?|listed|names?|named|contains?|counts?|counted)\b[^.;]*$/i;
/** "It joins AT&T and Verizon among the known victims." */
export const JOINS = /\bjoin(?:s|ed|ing)?\s(?:the likes of\s)?$/i;
/** Shut out by an authority: no victim. */
export const BARRED =
  /\b(?:bans?|banned|banning|revok\w+|blacklist\w*|licen[cs]e|divest\w*|rip and replace|sanction\w*|bar(?:s|red)|expel\w*|entity list|covered list|spectrum|tariffs?|merger)\b/i;
/** "the second operator this month to report such a case after Cell C", "after the theft of data at SK Telecom". */
export const AFTER_CASE =
  /\b(?:report|suffer|disclos|admit|hit|breach|attack|hack|fall|fell|case|incident|leak|theft)\w*\b[^.;]{0,60}\bafter\s(?:the )?$|\b(?:after|since|following)\b[^.;,]{0,80}\b(?:thefts?|breach|hack|attack|leak|intrusion|outage)\b[^.;,]{0,30}\b(?:at|of|on|in|from)\s$/i;
/** "The same code was behind the trouble at Deutsche Telekom." */
export const SAME_AS =
  /\b(?:same|similar|earlier|previous|last \w+['’]s)\b[^.;]{0,50}\b(?:trouble|failure|case|attack|breach|incident|outage|hack|leak|theft)s? (?:at|of|on|in|against)\s$/i;
/** "after Optus lost its customers' records" */
export const AFTER_SUBJECT = /\b(?:after|since|when)\s$/i;
export const SUFFERED = /^\s(?:lost|was|were|suffered|had|leaked|admitted|disclosed|reported|fell|got)\b/;
/** Words for those who do it: alone they do not say to whom. */
export const AGENT =
  /^(?:hackers?|attackers?|intruders?|malware|ransom\w*|extort\w*|blackmail\w*|thieves|outsiders?|backdoors?)$/i;
/** "All three are on the list of victims": said of the carriers just named. */
export const ALL_OF_THEM =
  /^(?:All (?:two|three|four|five|six|of them)|Both|The (?:two|three|four|trio|pair))\b/;
/** "Lumen says the same": as the sentence before. */
export const LIKEWISE = /\b(?:the same|likewise|similarly|so (?:did|has|was|had)|as well|too)\b/i;
/** An earlier list of victims that somebody joins. */
export const EARLIER_LIST =
  /\b(?:(?:had|have|has|were|was) (?:all |both |also |already )?been named|named (?:before|earlier|previously|so far|last \w+)|(?:was|were) named (?:as )?(?:\w+ )?victims?|earlier victims?|previous(?:ly)? (?:named |known |disclosed |identified |breached |hacked |reported )?(?:victims?)?|known victims?|victims? (?:already )?named (?:so far|before|earlier)|join(?:s|ed|ing)? [^.;]{0,60}?\b(?:list|ranks|roster|club|group|number)\b|alongside earlier|in addition to|had (?:all |both |also |already |previously |earlier |each )*been (?:breached|hacked|hit|compromised|attacked|infiltrated|penetrated|targeted|affected|caught))\b/i;
/** Words that put a sentence into the past of the story. */
export const PAST =
  /\b(?:last (?:year|autumn|fall|spring|summer|winter|month|week(?=['’]s))|(?:a|two|three|four|five|six|several|few|some|\d+) (?:years|months|weeks) (?:ago|earlier|before)|years? (?:ago|earlier|before)|months? (?:ago|earlier|before)|only (?:days|weeks|months) ago|previous(?:ly)?|in the past|historic(?:al)?|once|a decade ago|at the time|back in|earlier (?:this|that|in)|former(?:ly)?|in (?:recent|past|earlier) (?:years|months|weeks)|already in|within (?:the (?:last|past) )?(?:a|one|two|three|four|five|six|twelve|\d+) (?:months?|years?)|in the (?:past|last) (?:year|months|two years)|in the (?:spring|summer|autumn|fall|winter)|(?:on|in) the (?:first|early|opening) (?:morning|days?|hours?|weeks?|months?|night) of|at the (?:start|beginning|outset) of|an? (?:earlier|older|previous|separate) (?:incident|breach|hack|attack|case|theft|leak))\b/i;
export const MONTHS =
  "January February March April May June July August September October November December".split(" ");

/** The one named is a neighbour of the victim and not a victim. */
export const NEIGHBOUR_BEFORE =
  /\b(?:rivals?|competitors?|parent(?: company| group| firm)?|owners?|owned by|belongs? to|part of|subsidiary of|unit of|arm of|controlled by|majority-owned by|bought by|acquired by|sold to|merge[rd]? with|ahead of|behind|(?:largest|biggest|second|third|number (?:two|three))[^.;]{0,40}\bafter|(?:larger|smaller|bigger) than|networks? (?:run|operated) by|like|such as|unlike|compared with|partners?|suppliers?|resells?|reseller of|roam(?:s|ing)? (?:on|onto) |(?:leav(?:e|es|ing)|left|switch(?:ed|es|ing)?|mov(?:e|ed|es|ing)|port(?:ed|s|ing)?|defect(?:ed|s|ing)?|flock(?:ed|s|ing)?|flee|fled|go(?:es|ing)?|jump(?:ed)?) (?:\w+ ){0,3}(?:for|to)|gain(?:s|ed)? by|formerly (?:at|of|with)|previously (?:at|with)|ex-|(?:rents?|leases?|buys?|bought|hires?) (?:\w+ ){0,3}from|works? for|serves|(?:customers|clients|users) (?:such as|include|including|like)|sells? to|used by|executive at|CSO at|CISO (?:at|of)|Officer at|worked (?:at|for)|bought (?:from)?|operated by)\s*,?\s*(?:the )?$/i;
export const NEIGHBOUR_AFTER =
  /^(?:,? (?:its|the (?:company|group|operator)['’]s) (?:parent|owner|rival|majority)|, (?:a|its|the) (?:[\w-]+ ){0,2}(?:rival|competitor|parent|owner|shareholder)|, which (?:owns|controls)|(?:,)? and other rivals)/i;
/** A unit of the one named is the victim. */
export const ITS_UNIT =
  /\bits (?:[A-Z][\w-]+ ){1,2}(?:unit|subsidiary|arm|affiliate|business|operations?)\b|\bits (?:unit|subsidiary|arm|business|operations?) in [A-Z]/;

/** The one named is cited for its research. */
export const SOURCE_AFTER =
  /^(?:['’]s?)?\s(?:[\w-]+\s){0,4}?(?:Data Breach Investigations Report|DBIR|(?:annual |latest )?reports? (?:found|puts?|says?|shows?|counts?)|threat (?:intelligence|research|intel)|researchers?|security (?:researchers|research|analysts|lab)|(?:study|survey|telemetry|index) )/i;
export const SOURCE_BEFORE =
  /\b(?:(?:researchers?|analysts?|experts?|threat hunters?|specialists?|research(?: team| arm| unit)?|labs?|stud(?:y|ies)|survey) (?:at|from|by|of|with)|(?:report|telemetry|data|figures|statistics) (?:by|from)|Labs(?: team)? (?:at|of))\s(?:the )?(?:\w+ (?:operator|carrier|telco|company) )?$/i;

/** Doubt about who did it. */
export const HEDGE =
  /\b(?:suspects?(?! (?:China|Russia|Iran|Korea|state))|suspect(?:ed|ing)(?! (?:to be )?(?:Chinese|Russian|Iranian|North|South|Indian|Pakistani|Belarusian|Turkish|state|nation|government|[\w-]+-(?:nexus|linked|aligned|backed|sponsored|based|speaking|affiliated)))|reportedly|is reported|(?:believed|thought)(?! to (?:be )?(?:based|operat\w+|work\w*|link\w+|affiliated|run|active|sponsored|backed|Chinese|Russian|Iranian|North|state|in|from))|believes?|thinks?(?= that)|likely|probabl[ey]|possibl[ey]|may (?:be|have)|might|could (?:be|have)|appear(?:s|ed)? to|seem(?:s|ed)? to|alleged(?:ly)?|purported(?:ly)?|(?:low|medium|moderate)(?:-to-\w+)? confidence|point(?:s|ed|ing)? (?:the finger )?(?:to|at|towards?)|trail|described as|is described|consistent with|(?:fairly|reasonably|almost) (?:sure|certain|confident)|(?:is|was|are|were) said to|rumou?rs?|hearsay|unconfirmed|unverified|hints? (?:at|of)|affiliated with|(?:was|is|were|are) not involved|denie[sd] (?:any )?(?:involvement|responsibility)|tentative(?:ly)?|a member of|signs? of|bears? the (?:marks?|hallmarks?|fingerprints?|signature)|fingerprints of|looks? like|resemblance to|would be an obvious|rumou?red|speculat\w+|match(?:es|ed)?|bears? (?:the )?hallmarks?|might be behind|apparent(?:ly)?)\b/i;
/** A claim that nothing supports. */
export const UNPROVEN =
  /\b(?:no (?:proof|evidence)|without (?:any )?(?:proof|evidence)|offered no|provided no|no data|exaggerat\w+|inflat(?:es?|ing)|fiction|unsubstantiated|unproven|could not be verified|empty claims?|opportunis\w+)\b/i;
/** Somebody says that it was this actor, or the actor itself does with proof. */
export const ATTRIBUTION =
  /\b(?:attribut\w+|ascrib\w+|assign(?:s|ed)|handiwork of|hand of|blam(?:e|es|ed|ing)|work of|carried out by|conducted by|orchestrated by|perpetrated by|(?:was|were|is|are) behind|the culprits?|responsible for|took (?:full |the )?(?:responsibility|credit)|claim(?:s|ed)? (?:responsibility|credit)|identified (?:as|the)|tied to|linked to|tracks?|tracked as|known as|called?|calls|dubbed|named|names|belong(?:s|ed) to|breached by|hacked by|hit by|by the (?:group|gang|crew)|indict\w+|charged|(?:leak|extortion|blackmail) (?:site|blog|portal)|(?:attack|intrusion|breach|hack|break-in|theft|campaign)s? by|in the name of|listed [^.;]{0,40}(?:leak|site|victim))\b/i;
/** The actor stands there for comparison or history. */
export const COMPARISON =
  /\b(?:resembl(?:e[sd]?|ing)|reminiscent|similar(?:ly|ities)? (?:to|with)?|compar(?:e[ds]?|ing|isons?)|comparable|unlike|just as|as with|credited to|are,? [^.]{0,40}separate|reported presence|showed last|other (?:[\w-]+ ){0,3}(?:groups?|specialists?|actors?|gangs?|crews?|clusters?)|such as|copycat|inspired by|in the (?:style|mould|footsteps) of|not (?:\w+ )?(?:linked|connected|related|tied)|no (?:\w+ )?(?:link|connection|ties?|overlaps?) (?:to|with|between)|(?:looked|searched|checked) for (?:overlap|links|ties)|found none|split (?:off )?from|lumped together|confused with|mistaken for|separate (?:actor|group|cluster)|different (?:actor|group|cluster)|nothing to do with|separate from|distinct from|keeps? (?:this|the) \w+ apart|(?:shared|used) (?:by|with|among) (?:several|many|other|multiple)|(?:has|have|had) (?:previously |earlier |also )?(?:tied|linked|connected|associated) (?:that|this|the|its?) (?:tool|malware|backdoor|family|implant|kit)|first (?:used|seen) (?:by|in)|also used by|previously used by|the likes of|ranks? (?:alongside|with)|successors?|rivals?|best known|every \w+ \w+ invites|invites? a comparison|earlier (?:victims?|campaigns?|attacks?|breach)|meanwhile)\b/i;
