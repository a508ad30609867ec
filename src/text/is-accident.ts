import type { Article } from "../domain.ts";

const CAUSE =
  /\b(?:accident(?:al|ally)?|excavator|digger|roadworks?|construction (?:crew|work)|storms?(?!-\d)|flood(?:s|ing|waters?)?\b(?! of )|earthquake|hurricane|cyclone|lightning|power (?:cut|failure|outage)|software (?:issue|fault|bug|upgrade|glitch|error)|configuration (?:error|change)|misconfigur\w+|human error|hardware (?:fault|failure)|(?:fib(?:re|er)|cable) cut|cut (?:fib(?:re|er)|cable)|(?:cuts?|cutting|dug|digs?|ploughed|plowed|tore|torn|snapped|severs?|severed|ruptured|gnawed)[^.]{0,40} (?:cables?|fib(?:re|er)s?|ducts?|trunks?)|(?:cables?|fib(?:re|er)s?|ducts?|trunks?)[^.]{0,30} (?:cut|dug|torn|snapped|ruptured|gnawed)|severed|(?:road|building|work) crews?|bulldozer|maintenance|anchors?|batter(?:y|ies)|fires?(?! (?:department|service|brigade|crew|chief))|blaze|smoke|overheat(?:ed|ing)|cooling|generators?|(?:software|firmware) (?:release|update|roll-?out)|(?:update|upgrade|release) (?:gone wrong|went wrong|that (?:failed|went))|(?:subsea|submarine|undersea) cable)\b/i;
/** "No storm had been forecast": told in order to rule it out. */
const RULED_OUT =
  /\b(?:no|not|nor|neither|without)\b(?: \p{L}+){0,2} (?:accident|storms?|flood\w*|earthquake|hurricane|lightning|power (?:cut|failure|outage)|maintenance|fires?|roadworks?|construction)\b/giu;
const ATTACK =
  /\b(?:(?:cyber-?)?attack(?:s|ed|ers?)?|hack(?:er|ers|ed|ing)?|targeted from outside|sabot\w+|vandal\w*|arson\w*|criminal (?:damage|mischief|inquiry|investigation)|deliberate(?:ly)?|intrusion|intruders?|ransomware|malware|ddos|threat actor)\b/i;
/** Doubt about the cause: what nobody rules out may have been an attack. */
const OPEN =
  /\bnot (?:be |yet been |been )?(?:ruled? out|exclud\w+)|\bcan ?not be (?:ruled out|excluded)|\bsuspect(?:s|ed)?\b[^.]{0,80}\b(?:outside|attack|hack\w*|sabotage)|\b(?:nobody|no one|not|nor)\b[^.]{0,40}\b(?:say why|know(?:s|n)? (?:why|the cause|what caused))|\bcause\b[^.]{0,20}\b(?:unknown|unclear|open)\b|\bno (?:information|word|details?)\b[^.]{0,20}\bcause\b/i;
const NOT_ATTACK =
  /\b(?:no|not|nothing|nobody|neither|nor|never|without|ruled? out|rules out|unrelated|non)\b[^.]{0,60}\b(?:cyber-?attack\w*|hack\w*|sabot\w+|vandal\w*|arson\w*|deliberate\w*|intrusion|attack\w*|theft|malicious)\b/i;
/** "Rumours about sabotage have no foundation": denied behind the word. */
const DENIED =
  /\b(?:cyber-?attack\w*|hack\w*|sabotage|intrusion|attack\w*)\b[^.]{0,60}\b(?:no (?:foundation|truth|basis|substance|evidence)|unfounded|baseless|groundless|untrue|nonsense|(?:was|were|been|is|are) (?:ruled out|excluded|false))\b/i;

/** An attack told of another time has not caused this outage. */
const EARLIER =
  /\b(?:days|weeks|months|years?) (?:after|ago|earlier|before)\b|\blast (?:week|month|year|spring|summer|autumn|winter)|\b(?:earlier|previous) (?:this|attack|hack\w*|intrusion)|\bin (?:19|20)\d\d\b/i;

/** Whether an outage has a stated cause that is nobody's attack; a suspected attack, or no cause given, is not an accident. */
export function isAccident(article: Article): boolean {
  const text = [article.title, article.summary, ...article.paragraphs].join("\n");
  if (!CAUSE.test(text.replace(RULED_OUT, "")) || OPEN.test(text)) return false;
  return text
    .split(/(?<=[.!?])\s|\n/)
    .every(
      (sentence) => !ATTACK.test(sentence) || [NOT_ATTACK, DENIED, EARLIER].some((one) => one.test(sentence)),
    );
}
