import { OFFICE, OFFICE_WORDS } from "../hearing/subject-patterns.ts";
import { NAME } from "../names/name-pattern.ts";

/** What in a text speaks for somebody as origin of its report. */
export type Evidence =
  | "retold"
  | "cited"
  | "asked"
  | "work"
  | "found"
  | "acted"
  | "boasted"
  | "topic"
  | "titled"
  | "named"
  | "inverted"
  | "newsroom"
  | "document"
  | "anonymous"
  | "sworn"
  | "bragged"
  | "paper"
  | "printed"
  | "own";

const AUX =
  "(?:(?:has|have|had|also|first|later|then|now|since|itself|already|recently|this week|last week|in turn|on \\p{Lu}\\p{L}+day|in \\p{Lu}\\p{L}+) )*";
/** "The British security firm Darktrace": what may stand before a name. */
const LED =
  "(?:an? |the |its |their )?(?:\\p{Lu}\\p{Ll}+ (?=(?:\\p{Ll}[\\p{L}-]* ){0,3}(?:firm|company|outfit|vendor|group|agency|house|lab|newspaper|magazine|daily|broadcaster|site|blog|researchers?|analyst|expert|regulator|authority|ministry|police|operator|start-?up|specialist|provider|paper|service) \\p{Lu}))?(?:\\p{Ll}[\\p{L}-]* ){0,4}?";
/** What may stand between a name and its verb. */
const ASIDE = "(?:, [^,.;]{2,80},)?";
const WHICH = "(?:,? (?:which|who|that))?";
const FINDS =
  "looked (?:in|into|at|through)|saw|sees|found|finds|watched|watches|caught|spotted|discovered|uncovered|observed|tracked|tracks|follows|followed|reconstructed|analysed|analyzed|examined|examines|published|released|described|wrote (?:up|about)|wrote up|sets? (?:this |it )?out|documented|detailed|details|measured|counted|counts|recorded|revealed|disclosed|pinned|pins|attributed|attributes|named|identified|identifies|linked|links|traced|traces|recognised|recognized|noticed|opens its|calls|blames|puts|gave that|has seen|has watched|joined in|assigned|discerned|mapped|dissected|reverse-engineered|intercepted|detected|monitors|monitored|reported|reports|flagged|warned|warns";
const ACTS =
  "charged|arrested|fined|ordered|sanctioned|imposed|indicted|accused|accuses|entered|added|asked|asks|opened|launched|raided|seized|led away|detained|summoned|demanded|demands|requested|banned|adopted|voted|approved|blocked|issued|set|gave|wants|proposed|ruled|announced|notified|helped|called|pressed|published";
const BOASTS =
  "listed|lists|posted|posts|published|claimed|claims|threatened|threatens|offers|offered|advertises|advertised|took credit|takes credit|leaked|dumped|boasted|boasts|named|put";
const WORK =
  "[Rr]eports?|[Pp]apers?|[Rr]esearch|[Aa]nalys[ei]s|[Ss]tudy|[Aa]dvisory|[Bb]log(?: post)?|[Pp]ost|[Ww]rite-ups?|[Bb]ulletin|[Aa]ccount|[Ss]coop|[Ss]tory|[Ll]etter|[Nn]otice|[Ss]tatement|[Ff]iling|[Ff]igures|[Tt]elemetry|[Ww]arning|[Dd]isclosure|[Aa]nnouncement|[Aa]ssessment|[Ss]urvey|[Cc]omplaint|[Ii]ndictment|[Oo]rder|[Rr]uling|[Ii]nvestigation|[Aa]dvice|[Gg]uidance|[Mm]emo|[Cc]ircular|[Nn]ote|[Rr]eporting";
const STAFF =
  "researchers|analysts|engineers|division|unit|incident responders|investigators|experts|response team|threat (?:intelligence )?team|security team|lab|desk";
const SEEN =
  "(?:written up|described|documented|disclosed|spotted|discovered|detailed|uncovered|reported|published|printed|publicised|publicized|flagged|posted|released|obtained|tracked|first seen|found|analysed|analyzed|reviewed|compiled|collected|counted|identified|named)";

/** A form in which a text names somebody (group "it"). */
export interface Form {
  readonly what: Evidence;
  /** Cheap to look for and in every text that has the form: most sentences end here. */
  readonly cue: RegExp;
  readonly pattern: RegExp;
}

/** A form around a name: what stands before it and behind it. */
function form(what: Evidence, cue: string, before: string, after = ""): Form {
  const pattern = new RegExp(`${before}(?<it>${NAME})${after}`, "gu");
  return { what, cue: new RegExp(`\\b(?:${cue})\\b`, "u"), pattern };
}

const VERB = `${ASIDE}${WHICH} ${AUX}`;
const FIRST =
  "(?:has |had |have |also )?(?:[^,.;]{0,40} and )?(?:(?:was )?first (?:reported|to report|published|revealed)|(?:reported|revealed|published)(?: \\p{L}+){0,2} first\\b|broke the (?:story|news))";
const CITING =
  "[Aa]ccording to|[Cc]iting|quoting|[Aa]s per|seen by|reviewed by|obtained by|shared with|told by|(?:[Cc]omes?|[Cc]ame) from";
const SAID = "said|says|added|adds|told|wrote|explained|argued|warned|stated|insisted";
const TITLES =
  "researcher|expert|analyst|blogger|reporter|journalist|minister|commissioner|senator|spokes\\p{Ll}+|chief|head|president|director";
const PRESS =
  "magazine|newspaper|broadcaster|daily|weekly|news (?:site|agency|website|outlet)|paper|blog|website|site|blogger";
const DATED = "(?:out (?:today )?|(?:dated|published|released) (?:on )?(?:\\p{Lu}\\p{L}+ )?)?";
const SCOOP = "scoop|story|report|reporting|account|investigation";
const ANY_STAFF = `${STAFF}|Researchers|Analysts|Engineers|Experts`;

/** The forms of all evidence that names somebody. */
export const FORMS: readonly Form[] = [
  form(
    "retold",
    "by",
    `\\b(?:first|originally|initially|earlier) (?:reported|revealed|disclosed|published|told) (?:\\p{L}+ ){0,3}?by ${LED}`,
  ),
  form("retold", "first|broke", "\\b", `(?: (?:magazine|newspaper))?${ASIDE}${WHICH} ${FIRST}`),
  form("retold", SCOOP, "\\b", `[’']s? (?:${SCOOP})\\b`),
  form("retold", "if", "\\bif (?:the )?", " is (?:right|correct|to be believed)"),
  form("asked", "speaking|interviews?", `\\b(?:speaking (?:with|to)|interviews? (?:with|to)) ${LED}`),
  form("cited", CITING, `\\b(?:${CITING}) ${LED}`),
  form("inverted", SAID, `[,”"] (?:${SAID}) ${LED}`),
  form(
    "titled",
    TITLES,
    `\\b(?:${TITLES}) `,
    "(?: has| had|,)? (?:\\p{Ll}+ ){0,2}?\\p{Ll}{2,}(?:ed|n|s|t)\\b",
  ),
  form("newsroom", PRESS, "", " (?:magazine|newspaper|daily|weekly|broadcaster|news agency)\\b"),
  form("newsroom", PRESS, `\\b(?:${PRESS}),? `),
  form("work", `${WORK}|${STAFF}`, "", `[’']s? (?:\\p{L}+ ){0,3}?(?:${WORK}|${STAFF})\\b`),
  form("work", WORK, `\\b(?:${WORK}) ${DATED}(?:by|from|of) ${LED}`),
  form("work", ANY_STAFF, `\\b(?:${ANY_STAFF}) (?:at|from|with|of) ${LED}`),
  form("work", SEEN, `\\b${SEEN} (?:\\p{Ll}+ ){0,3}?(?:on \\p{Lu}\\p{L}+ |in \\d{4} )?by ${LED}`),
  form("found", FINDS, "", `${VERB}(?:${FINDS})\\b`),
  form("acted", ACTS, "", `${VERB}(?:${ACTS})\\b`),
  form(
    "boasted",
    BOASTS,
    "",
    `(?: (?:gang|group|crew|ransomware(?: \\p{Ll}+)?|operation))?${ASIDE} ${AUX}(?:${BOASTS})\\b`,
  ),
  {
    what: "acted",
    cue: new RegExp(`\\b${OFFICE}\\b`, "u"),
    pattern: new RegExp(
      `\\b(?:[Tt]he|[Ii]ts|${NAME}[’']s?) (?<it>${OFFICE_WORDS}${OFFICE})${ASIDE} ${AUX}(?:${ACTS})\\b`,
      "gu",
    ),
  },
  {
    what: "named",
    cue: new RegExp(`\\b${OFFICE}\\b`, "u"),
    pattern: new RegExp(
      `(?:^|[,;“”"] ?|\\b(?:by|from|and|but|that|of|in) )(?:[Tt]he |[Aa]n? |${NAME}[’']s? )?(?<it>${OFFICE_WORDS}${OFFICE})\\b`,
      "gu",
    ),
  },
];

/** A filing, named by the authority that keeps it. */
export const FILING = new RegExp(
  `\\bfilings? (?:with|to) (?:the )?(?:stock market regulator,? )?(?:the )?(?<it>(?:(?:\\p{Ll}+ ){1,3}of )?${NAME})`,
  "u",
);
/** The agency whose text a paper prints: in the dateline, as the source, or in the credit. */
export const AGENCY: readonly RegExp[] = [
  new RegExp(`^\\p{Lu}[\\p{L} .,’'-]{2,40} \\((?<it>${NAME})\\) ?[-–—]`, "u"),
  new RegExp(`^Source: (?<it>${NAME})`, "u"),
  new RegExp(`\\b(?:[Ww]ith|[Aa]dditional) reporting by (?:the )?(?<it>${NAME})`, "u"),
];
/** What a newsroom has seen or been told itself. */
export const OWN_WORK =
  /\b(?:(?:seen|reviewed|obtained|verified|examined) by|told|spoken to by|shared with|spoke to|speaking to) (?:this (?:newspaper|magazine|site|publication|outlet|blog)|us)\b|\b(?:confirmed|said) to us\b|\bwe (?:got hold of|obtained|have seen|have obtained|have reviewed)\b/iu;
const PEOPLE =
  "employees?|workers?|staff|officials?|executives?|engineers?|technicians?|sources?|people|persons?|insiders?|participants?|researchers?|managers?|dealers?|officers?|contractors?|consultants?";
const SOME = `(?:\\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Ff]ormer|[Uu]nnamed|[Uu]nidentified|[Aa]nonymous) (?:[\\p{L}-]+ ){0,3}?|^|[“”"] )(?<it>${PEOPLE})\\b`;
/** People without a name who tell something. */
const ANONYMOUS = new RegExp(
  `${SOME}[^.;]{0,120}?\\b(?:said|says?|told|describe[ds]?|recall(?:ed)?)\\b`,
  "iu",
);
/** Those of them whose namelessness the text explains. */
const SWORN = new RegExp(
  `(?:${SOME}|\\b(?<who>${PEOPLE})\\b)[^.;]{0,120}?\\b(?:familiar with|close to|briefed (?:on|by)|with knowledge|who attended|not (?:(?:wish|want) )?to be (?:named|identified)|anonym(?:ity|ously))\\b`,
  "iu",
);
const VILLAIN =
  "\\b(?:[Tt]he|[Aa]n?) (?:anonymous |alleged |self-described |same |unknown )?(?<it>hackers?|sellers?|extortionists?|posters?|intruders?|attackers?|whistle-?blower|insider|tipster|forum user)(?: (?:himself|herself|themselves))?";
/** Criminals and tipsters without a name who say something. */
const BRAGGED = new RegExp(
  `${VILLAIN},? (?:who )?(?:also |has |had |have )?(?:says?|said|claim\\w*|conced\\w+|boast\\w*|insist\\w*|maintain\\w*|told|wrote|writes|posted|offer\\w*|asked|asks|believes?|tipped|threaten\\w*|warned|was back|promis\\w+)\\b`,
  "u",
);
/** Papers that a report quotes where it names no author. */
export const DOCUMENT =
  /\b(?<it>joint (?:advisory|statement|report)|(?:leaked|internal|confidential) (?:\p{Ll}+ ){0,3}?(?:memo|report|circular|documents?|e-?mails?)|circular|forum post|ransom (?:note|page)|court (?:papers|documents|filings?|records))\b/iu;
/** The forms in which people without a name appear, who may be named in group "who" too. */
export const UNNAMED: readonly Form[] = [
  { what: "anonymous", cue: /\b(?:said|says?|told|describe[ds]?|recall(?:ed)?)\b/, pattern: ANONYMOUS },
  {
    what: "sworn",
    cue: /\b(?:familiar|close to|briefed|knowledge|attended|named|identified|anonym(?:ity|ously))\b/,
    pattern: SWORN,
  },
  {
    what: "bragged",
    cue: /hacker|seller|extortion|poster|intruder|attacker|whistle|insider|tipster|forum user/,
    pattern: BRAGGED,
  },
];
