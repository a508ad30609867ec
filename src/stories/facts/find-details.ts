import type { Article, Detail, DetailKind, Findings, HistoryRow } from "../../domain.ts";
import { foldText } from "../../text/similarity.ts";
import { bodySentences } from "../body-text.ts";

/** What intruders touch in a phone company, several wordings to one key. */
const ASSETS: readonly (readonly [key: string, pattern: RegExp])[] = [
  ["wiretap", /\b(?:wiretap(?:ping)?(?: systems?)?|lawful[- ]intercept(?:ion)?(?: systems?)?)/giu],
  [
    "law-enforcement-requests",
    /\b(?:law[- ]enforcement requests?|court[- ]ordered (?:requests?|surveillance))/giu,
  ],
  [
    "call-records",
    /\b(?:(?:customer )?call(?:[- ]detail)? (?:records?|logs?|data)|call and text (?:records|logs)|phone records|call metadata)/giu,
  ],
  ["messages", /\b(?:text messages|sms messages|private communications|voicemails?)/giu],
  [
    "sim",
    /\b(?:U?SIM (?:data|information|keys?)|IMSIs?|authentication keys?|subscriber identit(?:y|ies)|eSIMs?)/gu,
  ],
  [
    "bank",
    /\b(?:IBANs?|bank account (?:numbers?|details)|bank details|payment (?:card )?(?:data|details)|card numbers?)/gu,
  ],
  ["passwords", /\b(?:passwords?|credentials|password hashes)/giu],
  [
    "identity-documents",
    /\b(?:passports?(?: numbers?)?|driv(?:ing|er[’']?s) licen[cs]es?|identity documents?|social security numbers?|Medicare numbers?|resident registration numbers?)/giu,
  ],
  [
    "personal-data",
    /\b(?:personal (?:data|information|details)|customer (?:data|information)|contact details)/giu,
  ],
  ["location", /\b(?:location data|cell[- ]site (?:data|locations?)|geolocation)/giu],
  ["source-code", /\bsource code\b/giu],
  ["core", /\b(?:core network|packet core|network core|virtual (?:servers|machines))/giu],
  [
    "signalling",
    /\b(?:SS7|Diameter|GTP|GRX|GPRS (?:roaming )?exchange|roaming exchange|signalling (?:network|system)s?)\b/gu,
  ],
  ["routers", /\b(?:home |edge |core )?routers\b/giu],
  ["backups", /\bbackups?\b/giu],
  ["email", /\b(?:e-?mail (?:accounts?|boxes|inboxes|addresses))/giu],
  ["cve", /\bCVE-\d{4}-\d{4,7}\b/giu],
];
const REACH =
  /\b(?:(?:other |several )?(?:US |U\.S\. |national )?and international (?:tele\p{L}+|telcos?|carriers?|operators?|providers?)(?: (?:firms|companies|providers|operators))?|\d+ countries|dozens of countries)/giu;
const SINCE =
  /\b(?:active |inside |in the (?:network|system)s? |underway |going on )?since (?:at least )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d\d(?: at the latest)?/gu;
const DURATION =
  /\b(?:for (?:about |almost |nearly |over |more than |at least )?|over |nearly |more than |less than |lasted )(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|\d+)(?: and a half)? )?(?:hours|days|weeks|months|years|hour|day|week|month|year)(?: or (?:longer|more))?/giu;
const DWELL =
  /\b(?:access|inside|undetected|unfold\w*|maintain\w*|stayed|remain\w*|infiltrat\w*|unseen|spent|dwell\w*|persist\w*|without detection|in (?:the|its) (?:network|systems?))\b/iu;

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const DAY = new RegExp(
  `\\b(?:(?<day>\\d{1,2}) (?<month>${MONTHS})|(?<first>${MONTHS}) (?<second>\\d{1,2})(?!\\d))(?:,? (?<year>(?:19|20)\\d\\d))?`,
  "gu",
);
/** What happens on a day that a reader of the event wants to know. */
const HAPPENED =
  /\b(?:began|begun|started|entered|broke in|broken into|got in|gained|accessed|copied|stole\w*|taken|leaked|published|posted|encrypted|noticed|discovered|detected|spotted|found|learned|alerted|closed|contained|restored|shut|informed|told|notified|reported|expired?s?|deadline|arrested|attack\w*|breach\w*|intrusion|outage|hack\w*)\b/iu;

/** The telling details of an article, each key once per carrier that its sentence names; what only its history tells is left out. */
export function findDetails(article: Article, findings: Findings, history: readonly HistoryRow[]): Detail[] {
  const out: Detail[] = [];
  for (const { text, paragraph } of bodySentences(article, findings)) {
    const about = carrierIn(text, findings);
    const past = history.filter((row) => text.includes(row.text)).map((row) => row.text);
    const add = (kind: DetailKind, key: string, literal: string): void => {
      if (past.some((clause) => clause.includes(literal.trim()))) return;
      if (!out.some((one) => one.key === key && (kind !== "duration" || one.about === about)))
        out.push({ kind, key, literal: literal.trim(), about, paragraph });
    };
    for (const [key, pattern] of ASSETS)
      for (const match of text.matchAll(pattern))
        add("asset", key === "cve" ? match[0].toUpperCase() : key, match[0]);
    for (const match of text.matchAll(REACH))
      add("reach", `reach ${foldText(match[0]).replace(/\W+/g, " ")}`, match[0]);
    for (const match of text.matchAll(SINCE))
      add("since", foldText(match[0]).replace(/^.*since (?:at least )?/, "since "), match[0]);
    if (HAPPENED.test(text))
      for (const match of text.matchAll(DAY)) add("date", dayKey(match, article.publishedAt), match[0]);
    if (DWELL.test(text))
      for (const match of text.matchAll(DURATION))
        add("duration", foldText(match[0]).replace(/^(?:for|over) /, ""), match[0]);
  }
  return out;
}

function carrierIn(text: string, findings: Findings): string | undefined {
  return findings.carriers.find(
    (one) => one.role !== "source" && one.matched.some((name) => text.includes(name)),
  )?.name;
}

/** A day as "03-02", with its year where that is another than the article's. */
function dayKey(match: RegExpMatchArray, publishedAt: number): string {
  const { day, month, first, second, year } = match.groups ?? {};
  const index = MONTHS.split("|").indexOf(month ?? first ?? "") + 1;
  const key = `day ${String(index).padStart(2, "0")}-${(day ?? second ?? "").padStart(2, "0")}`;
  const other = year !== undefined && year !== String(new Date(publishedAt).getUTCFullYear());
  return other ? `${key} ${year}` : key;
}
