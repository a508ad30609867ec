/**
 * Classes of words by what they do in news, each matched against single lower-case words. They hold general vocabulary of
 * doubt, denial, comparison, naming, blame and so on; how much each class speaks for a role is measured, not set here.
 */
const CUE_CLASSES: readonly (readonly [name: string, words: RegExp])[] = [
  [
    "doubt",
    /^(?:reportedly|allegedly|alleged|purported(?:ly)?|supposed(?:ly)?|likely|probabl[ey]|possibl[ey]|possibility|perhaps|maybe|presum\w+|apparent(?:ly)?|suspect\w*|suspicions?|believ\w+|thinks?|thought|may|might|could|seem\w*|appears?|suggest\w*|hint\w*|points?|pointed|pointing|consistent|hallmarks?|fingerprints?|resembl\w+|rumou?r\w*|speculat\w+|guess\w*|bets?|theory|theories|candidates?|whether|unclear|unconfirmed|unverified|unproven|confidence|tentativ\w+|conceivabl[ey]|circumstantial|overlaps?|trail|finger|wonder\w*|question|plausible|opinion|view|doubt\w*|cannot|proof|evidence)$/,
  ],
  [
    "denial",
    /^(?:no|not|never|nor|neither|none|without|unlike|nothing|nobody|unrelated|rather|instead|hardly|\w{2,8}n't|den(?:y|ies|ied)|dismiss\w*|reject\w*|groundless)$/,
  ],
  [
    "comparison",
    /^(?:like|unlike|recall\w*|remember\w*|remind\w*|reminiscent|similar\w*|resembl\w+|echo\w*|other|others|another|differ\w*|distinct|separate\w*|compar\w+|confus\w+|mix|mistake\w*|once|earlier|previous\w*|former\w*|history|famous|notorious|offshoot|heirs?|successors?|predecessors?|rivals?|peers?|neighbours?|such|playbook|style|lookalikes?|copycats?|elsewhere|meanwhile)$/,
  ],
  [
    "naming",
    /^(?:known|call\w*|name[sd]?|dub\w*|track\w*|labell?\w*|alias\w*|aka|moniker|nicknam\w*|term\w*|goes|codename\w*|identif\w+|files?|filed|lists?|brand\w*|persona|handle|styles?|itself|themselves)$/,
  ],
  [
    "blame",
    /^(?:attribut\w+|ascrib\w+|assign(?:s|ed|ing)?|blam\w+|behind|handiwork|doing|hands?|responsib\w+|work|culprits?|perpetrat\w+|pin(?:s|ned)?|tie[sd]?|link\w*|belong\w*|accus\w+|indict\w*|charg\w+|confirm\w*|conclud\w+|author\w*|orchestrat\w+|conduct\w*|carried|sanction\w*|members?|credit|signature|convict\w*|arrest\w*)$/,
  ],
  [
    "claim",
    /^(?:claim\w*|boast\w*|brag\w*|post(?:s|ed)?|list(?:s|ed)?|offer\w*|auction\w*|sell\w*|sold|sale|demand\w*|ransom|deadline|countdown|leak|site|blog|telegram|forum|samples?|publish\w*|threat(?:en)?\w*|advertis\w+|wrote|says|said)$/,
  ],
  [
    "deed",
    /^(?:hit|struck|breach\w*|hack\w*|used?|uses|using|exploit\w*|stole\w*|steal\w*|deploy\w*|target\w*|enter\w*|infiltrat\w+|compromis\w+|broke|got|gained|install\w*|plant\w*|moved?|walked|took|copied|attack\w*|burrow\w*|sat|lurk\w*|spied|encrypt\w*|wip(?:ed?|ing)|log(?:ged|s)?|reach\w*|abus\w+|campaign|operators?|intru\w+)$/,
  ],
  [
    "harm",
    /^(?:breach\w*|hack\w*|(?:cyber-?)?attack\w*|intru\w+|stol\w+|steal\w*|thefts?|thie\w+|leak\w*|compromis\w+|expos\w+|malware|ransom\w*|outages?|unauthori[sz]ed|infiltrat\w+|incidents?|isolat\w+|wip(?:ed?|ing)|crippl\w+|raid\w*|penetrat\w+|break-ins?|blackout|extort\w*|victims?|backdoors?|lost|loss|struck|hit|affected|disrupt\w*|down|offline|fail\w*|fault\w*|copied|impact\w*|target\w*|burgl\w*|robb\w*|spied|spying|eavesdrop\w*)$/,
  ],
  [
    "own word",
    /^(?:said|says|told|confirm\w*|disclos\w+|admit\w*|acknowledg\w+|apologi[sz]\w*|notif\w+|warn\w*|announc\w+|insist\w*|maintain\w*|stress\w*|declin\w+|den(?:y|ies|ied)|spokes\w+|statement|reported|wrote|promis\w+|inform\w*|conced\w+|explain\w*|added|repeat\w*|investigat\w+|shut|restor\w+|reset|blocked|closed|refus\w+)$/,
  ],
  [
    "neighbour",
    /^(?:rivals?|competitors?|compet\w+|parents?|owners?|owned|owns|subsidiar\w+|unit|arm|sister|brands?|partners?|suppliers?|customers?|resell\w*|roam\w*|peers?|shares?|stake|merg\w+|bought|acquir\w+|market|largest|biggest|unaffected|also|including|include\w*|both|either|switch\w*|analysts?)$/,
  ],
  [
    "research",
    /^(?:researchers?|labs?|report|study|telemetry|survey|analysts?|threat|intelligence|team|observed|null-routed|tracked|found|sinkhol\w*|investigations|dbir|paper|published|measured|statistics|backbone)$/,
  ],
  [
    "earlier",
    /^(?:last|ago|earlier|previous\w*|before|former\w*|once|past|historic\w*|since|already|then|after|following|again|older|old|recent\w*|years?|months?|weeks?|decade|first|second|third|ninth|latest|joins?|joined|list|series|string|another|still|had)$/,
  ],
  [
    "trade",
    /^(?:revenue\w*|profit\w*|quarter\w*|sales|price\w*|tariff\w*|deal|shares|stock|merger|spectrum|5g|fibre|fiber|launch\w*|plan|plans|subscribers|invest\w*|sponsor\w*|contract|growth|margin|dividend)$/,
  ],
  [
    "law",
    /^(?:fin(?:e|es|ed)|court|judge|regulator\w*|commission\w*|ministry|minister|parliament|senat\w+|law|rules?|penalt\w+|settle\w*|settlement|sued|lawsuit|order\w*|inquiry|probe|prosecut\w+|police|sentenc\w+|guilty)$/,
  ],
];

/** Words looked up before; the vocabulary of news is small. */
const KNOWN = new Map<string, readonly string[]>();
const MOST_KNOWN = 20_000;

/** The classes that a word belongs to. */
export function classesOf(token: string): readonly string[] {
  const known = KNOWN.get(token);
  if (known !== undefined) return known;
  const classes = CUE_CLASSES.filter(([, words]) => words.test(token)).map(([name]) => name);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(token, classes);
  return classes;
}
