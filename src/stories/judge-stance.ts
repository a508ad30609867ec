import type { Stance } from "../domain.ts";

export type SpeakerKind = "affected" | "actor" | "official" | "third";

const NO_COMMENT =
  /\b(?:declin(?:ed|es)|refus(?:ed|es)) to (?:say|comment|discuss|name|confirm|answer|give|elaborate|specify|identify)\b|\b(?:did|does|do|would|will|has|have|had) not (?:immediately |yet |want to |wish to )?(?:comment|commented|respond|responded|reply|replied|say|said|explain|explained|disclose|disclosed|confirmed this|confirm|discuss|name|named|specify|specified|share|shared)\b|\bno comment\b|\bcould not be reached\b/i;
const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|contradict(?:s|ed)|disput(?:es|ed)|disagrees|refut(?:es|ed)|dismiss(?:es|ed))\b|\b(?:untrue|fake|fabricated|false|invented|baseless|mistake to|misinformation)\b|\bnothing to do with\b|\bno (?:connection|link)\b|\brul(?:es|ed) out\b|\b(?:was|were|is|are|been) not (?:been )?(?:itself )?(?:compromised|breached|hacked|attacked)\b|\bnot (?:been )?(?:compromised|breached|hacked)\b|\bno (?:trace|evidence|sign) of (?:a |any )?(?:compromise|breach|intrusion|attack|hack)\b|\bno flaw\b|\b(?:has|have|had) not paid\b|\bno (?:leak|breach)\b/i;
const LIMITS =
  /\bno (?:evidence|signs?|indication|trace|reason|proof|confirmed|such|misuse|abuse|fraud|customer|passwords?|bank|payment|card|data|personal|sensitive|content|impact|attribution)\b|\bknows? of no\b|\bneither\b|\bnor\b|\bnone\b|\bno(?:thing| one)\b|\bstopped short\b|\bonly (?:a )?(?:small|limited|few)\b|\blimited to\b|\bin any significant way\b|\bnot (?:\p{L}+ ){0,3}?(?:taken|touched|stolen|affected|included|includ\w+|believ\w+|thought|think|part|impacted|involved|lost|aware|accessed|exposed|surfaced|leak\w*|compromised|obtained|established|disturbed|publicly|blame|name|say|at risk|contain|involve|affect|notice\w*|be (?:used|misused))\b|\bdid not (?:leak|affect|include|involve|contain)\b|\b(?:remain|are|is|were|was) (?:safe|secure|intact|unaffected)\b|\btoo early\b|\b(?:though|but) not\b|\b(?:is|are|was|were) not[,;.]/iu;
const CLAIM_WORDS =
  /\b(?:claim(?:s|ed)?|boast(?:s|ed)?|alleg(?:es|ed)|accus(?:es|ed)|blam(?:es|ed)|attribut(?:es|ed)|believ(?:es|ed)|thinks?|suspects?|regards|could|argues?|argued|responsible|stands? behind|culprit|cover for|unit of|linked to|tied to|tracks?)\b/i;

/** The stance a sentence takes, by its words and by who speaks: companies confirm, deny or limit; outsiders claim. */
export function judgeStance(sentence: string, kind: SpeakerKind): Stance {
  if (kind === "actor") return "claims";
  if (NO_COMMENT.test(sentence)) return kind === "third" ? "limits" : "no-comment";
  if (DENIES.test(sentence)) return "denies";
  if (LIMITS.test(sentence)) return "limits";
  if (kind === "third") return "claims";
  if (kind === "official" && CLAIM_WORDS.test(sentence)) return "claims";
  return "confirms";
}
