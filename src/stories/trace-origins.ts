import type { Article, Findings, Statement } from "../domain.ts";
import { ownsUp } from "../text/owns-up.ts";
import { foldText } from "../text/similarity.ts";
import { bodySentences } from "./body-text.ts";
import { indexSpeakers, nameOf, type SpeakerIndex } from "./index-speakers.ts";
import { NAME, trimName } from "./name-pattern.ts";
import { isNewsroom, withArticle } from "./newsrooms.ts";

const MOST_ORIGINS = 5;
const SCOOPS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:first|originally|initially|earlier)? ?reported (?:\\p{L}+ ){0,3}?by (?:the )?(?<it>${NAME})`,
    "gu",
  ),
  new RegExp(
    `\\b(?<it>${NAME}),? (?:which|that|who)? ?(?:first reported|broke the (?:story|news)|was first to report)`,
    "gu",
  ),
  new RegExp(
    `\\b(?:report|account|story|article|investigation)s? (?:by|in|from|published by|published in) (?:the )?(?<it>${NAME})`,
    "gu",
  ),
  new RegExp(
    `\\b(?:according to|citing|seen by|reviewed by|obtained by|shared with|speaking (?:with|to)|interviews? (?:with|to)|told by) (?:an? |the )?(?<it>${NAME})`,
    "gu",
  ),
  new RegExp(`\\b(?<it>${NAME}) (?:reported|report published|has learned|reports)\\b`, "gu"),
  new RegExp(`\\bcome? from (?:an? |the )?(?<it>${NAME})`, "gu"),
];
const INTERVIEW = /\binterviews?\b/i;
const WRITTEN_UP = new RegExp(
  `\\b(?:written up|described|documented|disclosed|spotted|discovered|detailed|uncovered|reported|published|printed|publicised|publicized|flagged|posted|released|obtained|tracked|first seen) (?:\\p{Ll}+ ){0,3}?(?:on \\p{Lu}\\p{L}+ |in \\d{4} )?by (?:\\p{Ll}+ ){0,4}?(?<it>${NAME})`,
  "gu",
);
const FILING = new RegExp(
  `\\bfilings? (?:with|to) (?:the )?(?:stock market regulator,? )?(?:the )?(?<it>${NAME})`,
  "u",
);
const REPORT_BY = new RegExp(
  `\\b(?:[Rr]eport|[Ss]tudy|[Aa]nalysis|[Rr]esearch|[Pp]aper|[Ss]urvey) (?:out (?:today )?)?(?:by|from) (?:the )?(?<it>${NAME})`,
  "gu",
);
const RESEARCH = new RegExp(
  `(?<it>${NAME})[’']s? (?:own |latest |most recent |new |annual |\\p{Lu}\\p{L}+ ){0,4}(?:report|paper|research|analysis|study|advisory|blog|write-up|incident responders|researchers|response team|threat (?:intelligence )?team|Report)\\b`,
  "gu",
);
/** The agency whose text a paper prints: in the dateline, as the source, or in the credit. */
const AGENCY: readonly RegExp[] = [
  new RegExp(`^\\p{Lu}[\\p{L} .,’'-]{2,40} \\((?<it>${NAME})\\) ?[-–—]`, "u"),
  new RegExp(`^Source: (?<it>${NAME})`, "u"),
  new RegExp(`\\b(?:[Ww]ith|[Aa]dditional) reporting by (?:the )?(?<it>${NAME})`, "u"),
];
/** What a newsroom has seen or been told itself. */
const OWN_WORK =
  /\b(?:(?:seen|reviewed|obtained|verified|examined) by|told|spoken to by|shared with|spoke to|speaking to) (?:this (?:newspaper|magazine|site|publication|outlet)|us)\b|\b(?:confirmed|said) to us\b|\bwe (?:got hold of|obtained|have seen|have obtained|have reviewed)\b/iu;
/** Voices that comment but on whom no report rests. */
const BYSTANDER =
  /^(?:analysts?|few|many|most|some|experts?|customers?|people|users?|residents?|firefighters?|observers?|critics|others|everyone|nobody|lawyers?|readers?|consumer groups?|shops?|it)$/i;
const INSTITUTION =
  /\b(?:ministry|minister|regulator|watchdog|agency|agencies|police|prosecutors?|authorit|officials?|government|commission|team|inquiry|department|court|committee|service|senators?|lawmakers?|sources?|executives?|extortionist|poster|seller|investigators?)\b/i;

/** On whom the report rests: the newsroom whose scoop it retells, else those who assert its facts themselves, the main voice first. */
export function traceOrigins(
  article: Article,
  findings: Findings,
  statements: readonly Statement[],
): string[] {
  const index = indexSpeakers(article, findings);
  const sentences = [{ text: article.title }, ...bodySentences(article, findings)].map((one) => one.text);
  const scoops = newsroomsIn(sentences, article.outlet);
  const admits = statements.some(
    (one) => one.speaker === index.main && one.stance === "confirms" && ownsUp(one.text),
  );
  const interviews = sentences.some((text) => INTERVIEW.test(text) && isNewsroom(text));
  if (scoops.length > 0 && !interviews)
    return admits && index.main !== undefined ? [...scoops, index.main] : scoops;
  const voices = rankVoices(statements, index);
  const told = statements.flatMap((one) =>
    one.to !== undefined && isNewsroom(one.to) ? [withArticle(one.to)] : [],
  );
  const papers = [...filingsIn(sentences), ...ownWorkIn(sentences, article.outlet)];
  const agencies = agenciesIn([article.summary, ...article.paragraphs], article.outlet);
  const found = merge([
    ...agencies,
    ...voices,
    ...researchIn(sentences, index),
    ...scoops,
    ...papers,
    ...told,
  ])
    .filter((name) => papers.includes(name) || foldText(name) !== foldText(article.outlet))
    .slice(0, MOST_ORIGINS);
  if (findings.event.type === "business" && index.main !== undefined) return merge([index.main, ...found]);
  const announces = index.main !== undefined && foldText(article.title).startsWith(foldText(index.main));
  if (found.length > 0) return found;
  return announces && index.main !== undefined ? [index.main] : [article.outlet];
}

function newsroomsIn(sentences: readonly string[], outlet: string): string[] {
  const out: string[] = [];
  for (const text of sentences)
    for (const pattern of SCOOPS)
      for (const match of text.matchAll(pattern)) {
        const name = withArticle(trimName(match.groups?.it ?? ""));
        if (name !== "" && isNewsroom(name) && foldText(name) !== foldText(outlet)) out.push(name);
      }
  return merge(out);
}

function rankVoices(statements: readonly Statement[], index: SpeakerIndex): string[] {
  const points = new Map<string, number>();
  for (const one of statements) {
    if (!isOrigin(one.speaker, index)) continue;
    const worth =
      one.speaker === index.main ? 3 : one.stance === "no-comment" ? 0.4 : one.stance === "denies" ? 0.8 : 1;
    points.set(one.speaker, (points.get(one.speaker) ?? 0) + worth);
  }
  return [...points].sort((a, b) => b[1] - a[1]).map(([speaker]) => speaker);
}

function isOrigin(speaker: string, index: SpeakerIndex): boolean {
  if (BYSTANDER.test(speaker) || isNewsroom(speaker)) return false;
  if (index.carriers.has(speaker) || index.actors.has(speaker) || speaker === index.main) return true;
  if (index.handles.has(speaker)) return true;
  return (
    INSTITUTION.test(speaker) ||
    /^unnamed (?:employees?|workers?|insiders?|dealers?|traders?|researchers?)$/.test(speaker) ||
    /\p{Lu}/u.test(speaker)
  );
}

function researchIn(sentences: readonly string[], index: SpeakerIndex): string[] {
  const out: string[] = [];
  for (const text of sentences)
    for (const match of [
      ...text.matchAll(RESEARCH),
      ...text.matchAll(WRITTEN_UP),
      ...text.matchAll(REPORT_BY),
    ]) {
      const name = trimName(match.groups?.it ?? "");
      if (name !== "") out.push(nameOf(index, name));
    }
  return out;
}

/** The agencies whose text the paper prints; the paper's own initials in the dateline are none. */
function agenciesIn(paragraphs: readonly string[], outlet: string): string[] {
  const initials = outlet
    .split(/\s+/)
    .map((word) => word[0]?.toUpperCase() ?? "")
    .join("");
  return paragraphs.flatMap((text) =>
    AGENCY.flatMap((pattern) => {
      const name = withArticle(
        trimName(pattern.exec(text.slice(0, 400))?.groups?.it ?? "").replace(/ in$/, ""),
      );
      const own = /^\p{Lu}{2,4}$/u.test(name) && initials[0] === name[0];
      return name === "" || own ? [] : [name];
    }),
  );
}

/** The outlet itself, where it says that it saw papers or spoke with people; a no-comment is no such work. */
function ownWorkIn(sentences: readonly string[], outlet: string): string[] {
  const names = outlet.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/^The /, "(?:The |the )?");
  const byName = new RegExp(
    `\\b(?:seen|reviewed|obtained|verified) by ${names}|\\btold ${names}(?!\\p{L})`,
    "u",
  );
  const own = sentences.some(
    (text) => (OWN_WORK.test(text) || byName.test(text)) && !/declin|refus|comment/.test(text),
  );
  return own ? [outlet] : [];
}

/** A filing that the report leans on, named by the authority that keeps it. */
function filingsIn(sentences: readonly string[]): string[] {
  const text = sentences.join(" ");
  const keeper = trimName(FILING.exec(text)?.groups?.it ?? "");
  if (keeper !== "") return [`${/Securities and Exchange/.test(keeper) ? "SEC" : keeper} filing`];
  return /\b8-K\b|\bSEC filing\b/.test(text) ? ["SEC filing"] : [];
}

/** Each once, folded; a longer spelling of a name that is there already adds nothing. */
function merge(names: readonly string[]): string[] {
  const out: string[] = [];
  for (const name of names) {
    const folded = bare(name);
    if (!out.some((known) => bare(known) === folded)) out.push(name);
  }
  return out;
}

function bare(name: string): string {
  return foldText(name).replace(/^the /, "");
}
