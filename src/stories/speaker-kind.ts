import { foldText } from "../text/similarity.ts";
import type { SpeakerIndex } from "./index-speakers.ts";
import type { SpeakerKind } from "./judge-stance.ts";

const OFFICIAL =
  /\b(?:ministry|minister|chancellor|president|regulator|watchdog|embassy|consulate|kremlin|parliament|congress|military|agency|agencies|police|polícia|authorit(?:y|ies)|officials?|government|commission(?:er)?|investigat\w+|joint team|inquiry|department|court|committee|council|centre|service|office|fbi|cisa|nsa|ncsc|sbu|cnil|fcc|sec|ico|acma|crtc|europol|rcmp|interpol|bsi|bka|justice|bureau|cert\S*|csa|anssi|kisa|beijing|moscow|washington)\b/i;
const LAWMAKERS =
  /\b(?:prosecutors?|indictment|lawmakers?|senators?|members? of parliament|mps?|sources?|unions?|executives?|lawyers?|members|employees?|workers?|analysts?|researchers?|experts?|specialists?)\b/i;
const CRIMINAL = /\b(?:extortionist|poster|seller|attackers?|hackers?|gang)\b/i;

/** Whether a name is an authority's. */
export function isOffice(name: string): boolean {
  return OFFICIAL.test(name) || /\bprosecutors?\b/i.test(name);
}

/** In what capacity somebody speaks: about their own house, as a criminal, as an authority, or from outside. */
export function speakerKind(speaker: string, sentence: string, index: SpeakerIndex): SpeakerKind {
  if (index.actors.has(speaker) || index.handles.has(speaker) || CRIMINAL.test(speaker)) return "actor";
  if (index.carriers.has(speaker) || speaker === index.main) return "affected";
  if (LAWMAKERS.test(speaker)) return "third";
  if (OFFICIAL.test(speaker) || index.offices.has(foldText(speaker))) return "official";
  return /\b(?:its|their|our) (?:own )?(?:\p{L}+ )?(?:networks?|systems?|customers?|clients?|servers?|services?|data|subscribers?)\b/iu.test(
    sentence,
  )
    ? "affected"
    : "third";
}
