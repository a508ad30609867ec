import type { Stance } from "../../domain.ts";
import type { SpeakerKind } from "../names/speaker-kind.ts";
import { ruledStance } from "./stance-rules.ts";

/** A carrier that is not the one in question and says that it has nothing to do with it. Right in 19 of 26 labelled statements. */
const UNHURT =
  /\b(?:networks?|systems?|services?|platforms?|customers?|lines|traffic)\b[^.;]{0,50}\b(?:fine|in order|normal\w*|unaffected|not (?:been )?(?:affected|hit|concerned|touched)|intact|safe|secure|running|working|different)\b|\bnot (?:themselves |itself |been )?(?:affected|hit|concerned|involved|the (?:organi[sz]ation|company|operator|one))\b|\bunaffected\b|\b(?:see|seen|saw|sees|find|found|finds|detected|reported|turned up|observed) (?:no|nothing|none)\b|\bno (?:sign|trace|evidence|indication)s? of\b|\b(?:failed|fended off|repelled)\b/i;
/** Who only believes, or lays something at another's door, confirms nothing. */
const BELIEVES =
  /\b(?:believ(?:es?|ed)|thinks?|thought|suspects?|suspected|reckons?|argue[sd]?|alleg(?:es?|ed)|claim(?:s|ed)|accus(?:es?|ed)|blam(?:es?|ed)|attribut(?:es?|ed))\b/i;

/** What words and speaker settle without weighing: a gang and a paper claim, a house that is silent or denies outright says so. Right in nine of ten labelled statements of seven sets. */
export function certainStance(passage: string, kind: SpeakerKind): Stance | undefined {
  if (kind === "actor" || kind === "press") return "claims";
  const ruled = ruledStance(passage, kind);
  if (ruled === "no-comment" && kind !== "third" && kind !== "crowd") return ruled;
  if (ruled === "denies" && kind !== "official") return ruled;
  if (ruled === "limits" && (kind === "affected" || kind === "carrier")) return ruled;
  if (kind === "carrier" && UNHURT.test(passage)) return "denies";
  const outside = kind === "third" || kind === "crowd" || kind === "official";
  return outside && ruled === "claims" && BELIEVES.test(passage) ? ruled : undefined;
}

const NEGATES =
  /\b(?:no|not|never|none|nor|neither|nothing|nobody|nowhere|without|cannot|hardly|only|rather than|un[a-z]{4,})\b|n[’']t\b/i;

/** Whether a passage has a word that denies, limits or keeps silent. */
export function opposes(passage: string, kind: SpeakerKind): boolean {
  const ruled = ruledStance(passage, kind);
  return NEGATES.test(passage) || (ruled !== "confirms" && ruled !== "claims");
}
