import { foldText } from "../../text/similarity.ts";
import type { SpeakerIndex } from "./index-speakers.ts";
import { isNewsroom } from "./newsrooms.ts";

/** In what capacity somebody speaks: the house that was hit, another carrier, a gang, an authority, a state that is accused, a paper, unnamed people, anybody else. */
export type SpeakerKind =
  | "affected"
  | "carrier"
  | "actor"
  | "official"
  | "abroad"
  | "press"
  | "crowd"
  | "third";

const OFFICIAL =
  /\b(?:ministry|minister|chancellor|president|regulator|watchdog|embassy|consulate|kremlin|parliament|congress|military|agency|agencies|police|polícia|authorit(?:y|ies)|officials?|government|commission(?:er)?|investigat\w+|joint team|inquiry|department|court|committee|council|centre|service|office|fbi|cisa|nsa|ncsc|sbu|cnil|fcc|sec|ico|acma|crtc|europol|rcmp|interpol|bsi|bka|justice|bureau|cert\S*|csa|anssi|kisa|beijing|moscow|washington)\b/i;
const LAWMAKERS =
  /\b(?:prosecutors?|indictment|lawmakers?|senators?|members? of parliament|mps?|sources?|unions?|executives?|lawyers?|members|employees?|workers?|analysts?|researchers?|experts?|specialists?)\b/i;
/** States that others accuse; they speak about themselves. */
const ABROAD =
  /\b(?:embassy|consulate|foreign ministry|ministry of foreign affairs|kremlin|beijing|moscow)\b/i;
const CROWD =
  /^unnamed\b|\b(?:sources?|people|insiders?|employees?|workers?|staff|analysts|experts|researchers|engineers|technicians|dealers|members|brokers|lawyers)$/i;
const CRIMINAL = /\b(?:extortionist|poster|seller|attackers?|hackers?|gang)\b/i;

/** Whether a name is an authority's. */
export function isOffice(name: string): boolean {
  return OFFICIAL.test(name) || /\bprosecutors?\b/i.test(name);
}

/** In what capacity a speaker speaks in a sentence. */
export function speakerKind(speaker: string, sentence: string, index: SpeakerIndex): SpeakerKind {
  if (index.actors.has(speaker) || index.handles.has(speaker) || CRIMINAL.test(speaker)) return "actor";
  if (speaker === index.main || index.victims.has(speaker)) return "affected";
  if (index.carriers.has(speaker)) return "carrier";
  if (isNewsroom(speaker)) return "press";
  if (ABROAD.test(speaker)) return "abroad";
  if (CROWD.test(speaker)) return "crowd";
  if (LAWMAKERS.test(speaker)) return "third";
  if (OFFICIAL.test(speaker) || index.offices.has(foldText(speaker))) return "official";
  return /\b(?:its|their|our) (?:own )?(?:\p{L}+ )?(?:networks?|systems?|customers?|clients?|servers?|services?|data|subscribers?)\b/iu.test(
    sentence,
  )
    ? "affected"
    : "third";
}
