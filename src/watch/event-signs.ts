import type { EventType } from "../domain.ts";

/** Words that tell the kind of an event; what each is worth in headline, teaser, lead and body is measured (weigh/event-weights.json). */
export interface EventSign {
  readonly type: EventType;
  readonly words: RegExp;
}

const DATA =
  "(?:data|details|information|records?|logs?|accounts?|files?|databases?|identit(?:y|ies)|credentials|IBANs?|numbers?|passports?|metadata|archives?|addresses|emails?|names|documents|messages|identifiers|profiles|passwords|usernames|customers|subscribers|users|people)";
/** Verbs of loss that stand after what was lost. */
const LOST =
  "(?:stolen|taken|leak\\w*|expos\\w+|copied|dumped|lost|compromised|accessed|downloaded|swiped|exfiltrated|siphon\\w*|harvested|breached|circulating|for sale|obtained|scraped|published|posted online|in the wild|missing|at risk)";
/** Verbs of loss that stand before it. */
const LOSE =
  "(?:stole|stolen|steal\\w*|leak\\w*|expos\\w+|copied|copying|dump\\w*|thefts? of|loss of|lost|compromis\\w+|accessed|access to|download\\w*|swip\\w+|exfiltrat\\w+|siphon\\w*|harvest\\w*|grab\\w+|obtain\\w+|got hold of|(?:walked|made) off with|took|plunder\\w*|scrap(?:ed|ing)|spill\\w*|gone missing)";

export const EVENT_SIGNS: readonly EventSign[] = [
  // Data of people, and verbs of its loss within reach of each other.
  {
    type: "data-breach",
    words: /\bdata (?:breach|theft|leak|loss|dump|heist|exposure)(?:es|s)?\b/i,
  },
  { type: "data-breach", words: new RegExp(`\\b${DATA}\\b[^.;]{0,60}\\b${LOST}\\b`, "i") },
  {
    type: "data-breach",
    words: new RegExp(`\\b${LOSE}\\b(?!\\s(?:days?|time|place|part))[^.;,]{0,50}\\b${DATA}\\b`, "i"),
  },
  {
    type: "data-breach",
    words:
      /\b(?:customers?|subscribers?|users?|personal|clients?|call|phone|bank|SIM|USIM|identity|account|passengers?|patients?)['’]? (?:and [\w-]+ )?(?:data|details|information|records?|logs?|accounts?|numbers?|documents?|identifiers)\b/i,
  },
  {
    type: "data-breach",
    words:
      /\b(?:(?:hacker|hacking|crime|cybercrime|underground|criminal|leak) forums?|dark ?web|forum user|(?:up|offered|put|goes?) (?:for|on) sale|BreachForums|RaidForums|selling (?:access|data|records)|data dump)\b/i,
  },
  {
    type: "data-breach",
    words: /\b(?:breach(?:es|ed)?|leak(?:s|ed)?|thieves|thefts?|stolen|extortionist)\b/i,
  },
  {
    type: "data-breach",
    words:
      /\b(?:swap(?:ping)? (?:their |its )?SIMs?|(?:free|replacement|new) SIMs?|privacy (?:regulator|watchdog|commission)|credit (?:file|monitoring|bureaus?)|\d[\d.,]* (?:million|thousand) (?:accounts|records|individuals))\b/i,
  },
  // Somebody inside: espionage, malware, sabotage.
  {
    type: "intrusion",
    words:
      /\b(?:espionage|cyber-?spies|spies|spying|state-sponsored|nation-state|(?:China|Russia|Iran|Korea)-(?:linked|nexus|aligned|backed)|backdoors?|implants?|rootkits?|web shells?|wip(?:ed?|er|ing)(?:-out)?|sabotage|infiltrat\w+|intrusion (?:set|report)|toolkits?|wiretaps?|lateral movement|spear-?phishing|APT)\b/i,
  },
  {
    type: "intrusion",
    words:
      /\b(?:hack(?:ed|ers?|ing|s)?|cyber-?attacks?|intru(?:sions?|ders?)|attackers?|malware|trojans?|RATs?|break-ins?|attack(?:s|ed)?|act of terror|crippl\w+|fake base stations?|illegal base stations?|broken into|break-in|broke into|broken into|penetrat\w+|compromis\w+|threat (?:actors?|groups?)|hijack\w*|campaign|botnets?|phishing|DDoS|infostealers?)\b/i,
  },
  {
    type: "intrusion",
    words:
      /\b(?:inside|within) (?:\w+ ){0,3}(?:networks?|systems?|operators?|carriers?|telcos?|utility|servers?)\b/i,
  },
  {
    type: "intrusion",
    words: /\b(?:for|spent|unseen|undetected|unnoticed) (?:\w+ ){0,3}(?:days|weeks|months|years)\b/i,
  },
  // Service gone.
  {
    type: "outage",
    words:
      /\b(?:outages?|blackout|offline|SOS mode|(?:falls?|fell|went|gone|goes|going) (?:silent|dark|down)|los(?:t|e|es|ing) (?:\w+ ){0,2}(?:signal|service|coverage|connection)|without (?:\w+ ){0,2}(?:signal|service|coverage|internet|calls|phones?|web)|technical (?:issue|problem|fault)|(?:can|could) neither (?:place|make|call)|(?:broken|damaged|severed) (?:\w+ ){0,2}(?:links?|cables?)|cable (?:break|fault|damage)|cables?\b[^.;]{0,40}\b(?:damaged|cut|severed|broken)|cut off for|network (?:failure|collapse|fault|crash)|(?:knocked|knocks) out|stopped working|network (?:fails?|failed|down|problems?)|(?:is |are |was |were )?down (?:across|for|in|since|nationwide|again)|no signal|cannot (?:call|phone|connect)|unable to (?:call|make|use|phone|connect)|off the air|(?:undersea |submarine |subsea |internet )?cables? (?:cuts?|damage|breaks?|were (?:cut|severed))|cut (?:\w+ )?cables?|slow (?:internet|speeds)|(?:\d+-hour|hours-long|nationwide|major|massive|widespread|day-long|prolonged) (?:disruption|failure|interruption)|service (?:disruption|interruption|was restored))\b/i,
  },
  {
    type: "outage",
    words:
      /\b(?:restor(?:ed|es|ing)|disrupt\w*|(?:fibre|fiber|cable|power) cut|sever(?:s|ed)|software (?:issue|fault|update)|triple zero|emergency calls|credits? after)\b/i,
  },
  // Files encrypted for money.
  { type: "ransomware", words: /\bransomware\b/i },
  {
    type: "ransomware",
    words:
      /\b(?:servers?|systems?|files?|machines?|data) (?:\w+ ){0,4}(?:were|was|been|are) encrypted\b|\bencrypt(?:ed|ing|s) (?:\w+ ){0,3}(?:servers?|systems?|files?|machines?|data|computers?)\b|\bransom (?:demand|note|payment)s?\b|\ba ransom\b|\bdouble extortion\b/i,
  },
  // A hole in a product.
  { type: "vulnerability", words: /\bCVE-\d{4}-\d{3,}\b|\bCVSS\b/i },
  {
    type: "vulnerability",
    words:
      /\b(?:vulnerabilit(?:y|ies)|zero-days?|security (?:flaws?|holes?|bugs?|updates?)|(?:critical|severe|unpatched|high-severity|authentication|command injection|bypass) (?:flaws?|bugs?|holes?|vulnerabilit\w+)|remote code execution|patch(?:es|ed)? (?:for|a|an|two|three|critical)|bugs? (?:in|let|allow|that)\w*|Patch Tuesday|weakness(?:es)? (?:in|that|of)|loopholes?|security gaps?|(?:holes?|gaps?) (?:in|still|that|lets?)|lets? (?:an? |any)?(?:attackers?|one|body|hackers|spies|strangers|criminals)|could (?:have )?(?:let|allow|taken|be (?:abused|used) to)|allow(?:s|ed)? (?:anyone|attackers?|hackers)|proof[- ]of[- ]concept|SS7|Diameter protocol|hard-coded|default passwords?|maximum severity|gave away)\b/i,
  },
  {
    type: "vulnerability",
    words: /\b(?:flaws?|patch(?:es|ed|ing)?|exploit(?:ed|s|able|ation)?|firmware)\b/i,
  },
  // The law against persons.
  {
    type: "arrest",
    words:
      /\b(?:arrest(?:ed|s)?|indict(?:ed|ment|ments|s)|(?:is|are|was|were|been) charged(?! (?:to|a|an|for|extra|more|[$€£\d]))|charged (?:with|over|in connection|after)|charges against|unsealed charges|charges? (?:two|three|four|\w+ men|suspect)|sentenced|jailed|jail (?:term|time)|extradit\w+|plead(?:s|ed)? guilty|convicted|found guilty|jury|detained|in custody|police raid\w*|behind bars|suspects? (?:held|nabbed))\b/i,
  },
  {
    type: "arrest",
    words: /\b(?:prosecutors?|accused|alleged member|defendant|custody|unsealed|courtroom)\b/i,
  },
  // Rules, fines, orders, questions from authorities.
  {
    type: "policy",
    words:
      /\b(?:(?:is|was|are|were|been|be) fined|fines? (?!of up)(?:\w+ ){0,3}(?:€|£|\$|over|million)|imposed? (?:\w+ ){0,3}fines?|penalt(?:y|ies) of|sanction(?:s|ed)\b|bans?\b|banned|class action|lawsuit|sues|sued|settle(?:s|d|ment) (?:of|with|over|for)|rul(?:es|ed) that|orders? (?:operators?|carriers?|telcos?)|(?:new|draft|proposed) (?:rules?|law|bill|legislation|regulations?|directive)|executive order|repeal\w*|votes? to)\b/i,
  },
  {
    type: "policy",
    words:
      /\b(?:senators?|congress\w*|MPs|parliament|ministry|regulators?|watchdog|commission(?:ers?)?|FCC|FTC|Ofcom|CNIL|DOJ|government|White House|attorneys? general|lawmakers)\b[^.;]{0,40}\b(?:press(?:es)?|demand(?:s|ed)?|want(?:s)?|rul(?:es|ed)|find(?:s)?|found|accus(?:es|ed)|order(?:s|ed)?|propos(?:es|ed)|approv(?:es|ed)|adopt(?:s|ed)?|writ(?:e|es|ten)|urg(?:es|ed)|fin(?:es|ed)|ban(?:s|ned)|quer(?:y|ies)|prob(?:es|ing)|investigat(?:es|ing)|sa(?:ys|id) (?:\w+ ){0,3}broke)\b/i,
  },
  {
    type: "policy",
    words:
      /\b(?:senators?|ministry|law(?:makers?)?|legislation|at fault|negligent|broke its duty|penalty|letters?|inquiry|subcommittee|hearing|directive|compliance)\b/i,
  },
  // Trade.
  {
    type: "business",
    words:
      /\b(?:revenues?|profits?|earnings|quarter(?:ly)? (?:results|figures)|beats? (?:forecasts?|expectations)|mergers?|merge[sd]?|acqui(?:res?|red|ring|sitions?)|takeovers?|buyout|joint venture|price (?:rise|increase)s?|rais(?:e|es|ing) (?:\w+ ){0,2}prices|sponsor\w*|IPO|dividends?|stake in|invest(?:s|ed|ment|ors)|funding round|raises \$|postpaid|churn|guidance|new chief executive|appoints?|partnership|contract (?:win|with|worth)|roll(?:s|ed)? ?-?out|switch(?:es|ed) on|launch(?:es|ed)? (?:[\w-]+ ){0,4}(?:[56]G|services?|networks?|plans?|tariffs?|satellites?|offers?|broadband|eSIM|app)|5G (?:race|launch|network|coverage|auction)|spectrum auction|share (?:open )?(?:radio|mobile|network|towers?|sites?)|tariffs?|network sharing|naming rights|job cuts|layoffs|takeover bids?|(?:joint )?(?:offer|bid) (?:for|would)|to buy|agree(?:s|d)? (?:\w+ ){0,3}to (?:buy|sell)|(?:close|switch off|shut down|retire)s? (?:\w+ ){0,3}[23]G|coverage|scam (?:texts|calls))\b/i,
  },
  {
    type: "business",
    words:
      /\b(?:shares|bundle|households|market|rivals?|competition authority|deal|analysts|customers gain|subscribers gain|fibre|faster|plans?|bn|rupees|euros more|handset sales|free cash flow)\b/i,
  },
];

/** Further signs that do not stand for one kind alone: they tell apart kinds that share their words. */
export const EVENT_PATTERNS: readonly (readonly [name: string, words: RegExp])[] = [
  [
    "systems encrypted",
    /\b(?:servers?|systems?|machines?|computers?|files?) (?:at |of |in |on )?(?:[\w-]+ ){0,3}(?:were|was|been) encrypted\b|\bencrypted (?:[\w-]+ ){0,2}(?:servers|systems|machines|computers|files)\b|\bencryptors?\b|\bfile-encrypting\b/i,
  ],
  [
    "a hole in a product",
    /\b(?:weakness(?:es)?|loopholes?|holes?|SS7|Simjacker|lets? (?:attackers|anyone|anybody|hackers|spies|strangers)|patch(?:es)?|flaws?|bugs?|vulnerabilit\w+|zero-days?|CVE-\d{4}-\d+|security holes?)\b/i,
  ],
  [
    "somebody took something",
    /\b(?:hackers?|hacked|stole|stolen|thieves|theft|breach\w*|attack\w*|leaked)\b/i,
  ],
  [
    "somebody was inside a named hole",
    /\b(?:breach(?:ed|es)|stole|stolen|hacked|entered|broke into|infiltrat\w+)\b/i,
  ],
  ["a ransomware gang", /\bransomware (?:crew|gang|group|operation|outfit)\b/i],
  ["a leak site", /\b(?:leak|blackmail|extortion|data-leak|shaming) (?:site|blog|portal|page)\b/i],
  ["a demand", /\bransom\b|\bransomware\b|\bextort\w+/i],
  [
    "somebody before the law",
    /\b(?:admits? (?:to )?(?:hacking|selling|stealing|breaking|taking|running|extorting)|court hands|(?:years|months) (?:in (?:prison|jail)|behind bars)|prison|nabbed|pick(?:s|ed)? up|rounded up|suspects? (?:held|detained|caught)|detain(?:s|ed)?|held over|(?:goes|put|face[sd]?) (?:on )?trial|manhunt|arrest(?:s|ed)?|indict(?:s|ed|ment)|charged (?:with|over|in|after|for)|sentenced|jailed|extradited|pleads? guilty|convicted|found guilty|in custody)\b/i,
  ],
  [
    "ransomware that struck",
    /\bransomware (?:attack|incident|infection|strike|hit)|\b(?:hit|struck|crippled|infected|attacked) (?:by|with) (?:\w+ )?ransomware|\bransomware (?:hits?|struck|strikes|cripples|attacks)\b|\bdeploy(?:ed|s|ing) (?:\w+ )?ransomware\b/i,
  ],
  [
    "an attack",
    /\b(?:hackers?|hacked|cyber-?attacks?|intruders?|attackers?|(?:an|under|cyber) attack|cyber[- ]incident|wip(?:ed|er)|DDoS|malware)\b/i,
  ],
  [
    "a flood",
    /\b(?:DDoS|denial[- ]of[- ]service|flood(?:ed|s|ing)? (?:of|with)|malformed (?:traffic|packets)|to disturb, not to steal|nobody broke in|no outsider had entered)\b/i,
  ],
  [
    "somebody inside",
    /\b(?:intruders?|malware|wip(?:ed|er)|broke in(?:to)?|broken into|entered|foothold|backdoors?|stolen|infect\w+|worm)\b/i,
  ],
  [
    "code that does damage",
    /\b(?:malware|trojan|botnet|worm|wiper|destructive (?:payload|code|attack)|cyber-?attack|bricked)\b/i,
  ],
  [
    "spying or sabotage",
    /\b(?:espionage|cyber-?spies|spies|spying|spy|(?:Chinese|Russian|Iranian|(?:North )?Korean)[ -](?:state |government |military )?(?:linked |backed )?(?:hackers?|groups?|APTs?|actors?|spies)|state-sponsored|nation-state|(?:China|Russia|Iran|Korea)-(?:linked|nexus|aligned|backed)|backdoors?|implants?|rootkits?|web shells?|wip(?:ed?|er|ing)|wiretaps?|intelligence (?:agency|service|unit)|GRU|toolkit)\b/i,
  ],
  [
    "an authority acts",
    /\b(?:slap(?:s|ped)?|impos(?:es|ed)|hit(?:s)? with|hand(?:s|ed)|lev(?:ies|ied)|face[sd]?|escapes?|appeals?|pays?)\b[^.]{0,40}\b(?:penalty|penalties|fines?|sanctions?)\b|\b(?:record|hefty|million|billion) (?:\S+ ){0,3}(?:fine|penalty)\b|\b(?:Act|Bill|Directive|Regulation|law)\b[^.]{0,40}\b(?:takes? effect|in force|passed|passes|adopted|obliges|requires|demands|fines)\b|\b(?:must|have to|has to|told to|ordered to|required to|forced to) (?:\S+ ){0,2}(?:report|disclose|remove|replace|secure|register|explain|pay|compensate)\b|\b(?:inquiry|probe|investigation) (?:into|opened|launched)\b|^(?:\S+ ){0,2}(?:regulators?|watchdog|ministry|minister|parliament|senators?|commission|FCC|FTC|Ofcom|CNIL|CRTC|ICO|ACMA|government|court)\b (?:\S+ ){0,1}?(?:gives?|tells?|told|asks?|wants?|summons?|launches|opens|investigates|probes|orders?|fines?|rules?|finds?)\b|\b(?:to pay|agrees? to pay|pays?|must pay) [€£$][\d.,]+ ?(?:million|billion|m|bn|k)?\b[^.]{0,24}\b(?:over|settle|fine|settlement|for)\b|\b(?:senators?|congress|parliament|ministry|regulators?|watchdog|commission|FCC|FTC|Ofcom|CNIL|ICO|government|White House|attorneys? general|court|judge|tribunal|France|Italy|Korea|EU)\b[^.;:]{0,30}\b(?:press(?:es)?|demands?|rul(?:es|ed)|accus(?:es|ed)|order(?:s|ed)?|propos(?:es|ed)|approv(?:es|ed)|adopt(?:s|ed)?|fin(?:es|ed)|ban(?:s|ned)|sues|sued|writ(?:es|e) to|quer(?:y|ies)|sanctions?|votes?)\b|\b(?:fined|sued) (?:\S+ ){0,4}(?:over|for|after|by)\b|\bfinds? (?:the )?(?:operator|carrier|telco|company|\w+) (?:at fault|negligent|broke|breached)\b|\b(?:settles|settlement|class action)\b/i,
  ],
];
