import type { Article, Findings } from "../../domain.ts";
import { bare } from "../names/bare-name.ts";
import type { SpeakerIndex } from "../names/index-speakers.ts";
import { isNewsroom } from "../names/newsrooms.ts";
import { isOffice } from "../names/speaker-kind.ts";

const CROWD =
  /^unnamed |\b(?:sources?|employees?|workers?|staff|insiders?|dealers?|officials|executives|people|whistle-?blower|tipster|analysts?|experts?|researchers?|engineers?|members|lawyers?)$/i;
const CRIMINAL =
  /\b(?:hackers?|sellers?|extortionists?|posters?|intruders?|attackers?|forum user|whistle-?blower|insider)$/i;
const PAPER =
  /\b(?:papers?|documents?|filings?|records?|memo|note|page|post|e-?mails?|advisory|statement|report|circular|indictment|letter|complaint)$/i;

/** What sort of body a name is, in one word and where that tells more a second ("carrier victim", "office named"). */
export function voiceSort(name: string, article: Article, findings: Findings, index: SpeakerIndex): string {
  if (bare(name) === bare(article.outlet)) return "outlet";
  const carrier = findings.carriers.find((one) => one.name === name);
  if (carrier !== undefined) return `carrier ${carrier.role}`;
  const actor = findings.actors.find((one) => one.name === name);
  if (actor !== undefined) return `actor ${actor.role}`;
  if (index.handles.has(name)) return "handle";
  if (CRIMINAL.test(name)) return "criminal";
  if (CROWD.test(name)) return "crowd";
  if (PAPER.test(name)) return "paper";
  if (isNewsroom(name)) return "press";
  const lower = /^\p{Ll}/u.test(name);
  if (isOffice(name) || index.offices.has(bare(name))) return lower ? "office" : "office named";
  if (lower) return "lower";
  return name === index.main ? "main" : "name";
}
