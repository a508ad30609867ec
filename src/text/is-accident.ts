import type { Article } from "../domain.ts";

const CAUSE =
  /\b(?:accident(?:al|ally)?|excavator|digger|roadworks?|construction (?:crew|work)|storm|flood|earthquake|hurricane|cyclone|lightning|power (?:cut|failure|outage)|software (?:issue|fault|bug|upgrade|glitch|error)|configuration (?:error|change)|misconfigur\w+|human error|hardware (?:fault|failure)|(?:fib(?:re|er)|cable) cut|cut (?:fib(?:re|er)|cable)|severed|maintenance)\b/i;
const ATTACK =
  /\b(?:(?:cyber-?)?attack(?:s|ed|ers?)?|hack(?:er|ers|ed|ing)?|targeted from outside|sabotage|intrusion|intruders?|ransomware|malware|ddos|threat actor)\b/i;
/** Doubt about the cause: what nobody rules out may have been an attack. */
const OPEN =
  /\bnot (?:be |yet been |been )?(?:ruled? out|exclud\w+)|\bcan ?not be (?:ruled out|excluded)|\bsuspect(?:s|ed)?\b[^.]{0,80}\b(?:outside|attack|hack\w*|sabotage)/i;
const NOT_ATTACK =
  /\b(?:no|not|nothing|without|ruled? out|rules out|unrelated|non)\b[^.]{0,60}\b(?:cyber-?attack|hack\w*|sabotage|intrusion|attack|theft|malicious)\b/i;

/** Whether an outage has a stated cause that is nobody's attack; a suspected attack, or no cause given, is not an accident. */
export function isAccident(article: Article): boolean {
  const text = [article.title, article.summary, ...article.paragraphs].join("\n");
  if (!CAUSE.test(text) || OPEN.test(text)) return false;
  return text
    .split(/(?<=[.!?])\s|\n/)
    .every((sentence) => !ATTACK.test(sentence) || NOT_ATTACK.test(sentence));
}
