import type { Stance } from "../domain.ts";

export type SpeakerKind = "affected" | "actor" | "official" | "third";

const NO_COMMENT =
  /\b(?:declin(?:e|ed|es)|refus(?:e|ed|es)) (?:to|an?|any)\b|\b(?:not|never) (?:immediately |yet |want to |wish to |publicly )?(?:comment\w*|say|said|answer\w*|respond\w*|reply|replied|discuss\w*|disclos\w+|address\w*|elaborat\w+|explain\w*|specif\w+|nam(?:e|ed)|return(?:ed)? (?:calls?|messages|e-?mails|requests)|give|given|provide[d]?|share[d]?|reveal\w*|elicit\w*|confirm(?:ed)? this|to (?:answer|comment|say|discuss)|want to add)\b|\bno (?:immediate |further |public )?(?:comment|details|particulars|response|answer|explanation)\b|\bcould not be reached\b|\bkept? (?:mum|silent|quiet)\b|\b(?:yet to|neither) (?:comment|confirm)/i;
const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|contradict(?:s|ed)|disput(?:es|ed)|disagrees|refut(?:es|ed)|dismiss(?:es|ed)|rubbish(?:es|ed)|trash(?:es|ed)|oppos(?:e|es|ed) (?:all|any))\b|\b(?:untrue|fake|fabricated|false|invented|baseless|groundless|unfounded|mistaken?|misinformation|disinformation)\b|\bnothing to do with\b|\b(?:no|any) (?:connection|link)\b|\bseparate case\b|\brul(?:es|ed|ing) out\b|\b(?:was|were|is|are|been) not (?:been )?(?:itself )?(?:compromised|breached|hacked|attacked)\b|\bnot (?:been )?(?:compromised|breached|hacked)\b|\bnot (?:the result of )?an? (?:hack|attack|breach|cyber\S*|leak)\b|\b(?:no|seen no|found no) (?:trace|evidence|sign|indication)s? of (?:a |any |an )?(?:compromise|breach|intrusion|attack|hack)|\b(?:seen|saw|found|detected) no (?:attacks?|indicators?|intrusions?|compromise)|\bfound nothing\b|\bworking normally\b|\bno (?:flaw|hack|breach|intrusion|cyberattack|ransom)\b|\bnot paid\b|\bwithout paying\b|\bnot (?:itself )?involved\b/i;
const LIMITS =
  /\bno (?:evidence|signs?|indications?|trace|reason|proof|confirmed|such|misuse|abuse|fraud|customers?|clients?|passwords?|bank|payment|card|data|personal|sensitive|content|impact|attribution|leak|loss|service|information|critical|need|known|view|suggestion)\b|\bknows? of no\b|\bneither\b|\bnor\b|\bnone\b|\bno(?:thing| one)\b|\bnobody\b|\bno longer\b|\bstopped short\b|\b(?:stopped|contained|blocked|detected|shut) (?:the \p{L}+ )?(?:early|quickly|rapidly)\b|\blimited to\b|\bin any significant way\b|\bunaffected\b|\bunlikely\b|\b(?:low|moderate) confidence\b|\bresembl\w+\b|\bnot (?:\p{L}+ ){0,3}?(?:taken|touched|stolen|affected|included|includ\w+|believ\w+|thought|think|part|impacted|involve\w*|lost|aware|accessed|exposed|surfaced|leak\w*|obtained|established|determined|disturbed|disrupted|publicly|blame|name|say|at risk|contain|affect|notice\w*|seen|put|stored|found|reached|used|misused|sold)\b|\bdid not (?:leak|affect|include|involve|contain)\b|\b(?:remain|are|is|were|was|stay\w*) (?:safe|secure|intact|operational|stable)\b|\btoo (?:early|soon)\b|\b(?:though|but) not\b|\b(?:is|are|was|were) not[,;.]|\bwithout (?:consequences?|impact)\b/iu;
/** Words that play something down only when the company itself says them. */
const OWN_LIMITS =
  /\b(?:contained|only|minor|basic|alone|removed|up and running|limited (?:number|amount|set))\b/i;
const CLAIM_WORDS =
  /\b(?:claim(?:s|ed)?|boast(?:s|ed)?|alleg(?:es|ed)|accus(?:es|ed)|blam(?:es|ed)|attribut(?:es|ed)|believ(?:es|ed)|thinks?|suspect\w*|regards|could|likely|argues?|argued|responsible|stands? behind|culprit|cover for|unit of|linked to|tied to|tracks?|unacceptable|negligen\w+)\b/i;
const FINDS_NO_NAME = /\b(?:name|named|blame|blamed|attribut\w+|identif\w+)\b/i;

/** The stance a sentence takes, by its words and by who speaks: companies confirm, deny or limit; outsiders claim. */
export function judgeStance(sentence: string, kind: SpeakerKind): Stance {
  const text = sentence.replace(/\b(?:can|won)[’']t\b|\bcannot\b/g, "not").replace(/n[’']t\b/g, " not");
  if (kind === "actor") return DENIES.test(text) ? "denies" : "claims";
  if (NO_COMMENT.test(text)) return kind === "third" && FINDS_NO_NAME.test(text) ? "limits" : "no-comment";
  if (DENIES.test(text)) return "denies";
  if (LIMITS.test(text) || (kind === "affected" && OWN_LIMITS.test(text))) return "limits";
  if (kind === "third") return "claims";
  if (kind === "official" && CLAIM_WORDS.test(sentence)) return "claims";
  return "confirms";
}
