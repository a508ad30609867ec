import type { EventType } from "../domain.ts";
import type { Settled } from "./candidates.ts";
import type { Segment } from "./cut-segments.ts";

export interface EventReading {
  readonly type: EventType;
  readonly why: string;
}

/** Words that tell the kind of an event, with their weight; the headline counts three times, the teaser twice. */
const SIGNS: readonly (readonly [EventType, RegExp, number])[] = [
  [
    "ransomware",
    /\b(?:ransomware|ransom (?:demand|note|payment)|encrypted (?:its |their |the )?(?:files|servers|systems)|double extortion)\b/gi,
    3,
  ],
  [
    "data-breach",
    /\b(?:data (?:breach|theft|leak)|breach(?:es)?|(?:personal|customer|user) (?:data|details|information|records)|stolen (?:data|records|files)|records (?:of|were)|leak(?:s|ed)?|exposed|exposes|stole|copied|IBANs?|identity details|SIM data)\b/gi,
    1.4,
  ],
  [
    "intrusion",
    /\b(?:hack(?:ed|ers?|ing)?|cyber-?attacks?|intrusions?|intruders?|espionage|spies|spy|cyberspies|backdoors?|malware|infiltrat\w+|compromis\w+|implants?|state-sponsored|web shells?|campaign|threat actor|APT|wiped|wiper|attackers?|trojan|RAT|phishing)\b/gi,
    1,
  ],
  [
    "outage",
    /\b(?:outages?|offline|lost (?:signal|service)|without (?:service|signal|a signal)|blackout|falls silent|disrupt\w+|knocked out|stopped working|restored|SOS mode|cable cut)\b/gi,
    1.5,
  ],
  [
    "vulnerability",
    /\b(?:CVE-\d{4}-\d+|vulnerabilit\w+|zero-days?|flaws?|patch(?:es|ed)?|security (?:update|hole|bug)s?|exploit(?:ed|s|able)?)\b/gi,
    1.2,
  ],
  [
    "arrest",
    /\b(?:arrest(?:ed|s)?|indict(?:ed|ment|s)?|charged|sentenced|jailed|extradit\w+|pleaded? guilty|convicted|detained|custody|prosecutors?)\b/gi,
    2,
  ],
  [
    "policy",
    /\b(?:regulators?|fine[sd]?|fined|senators?|lawmakers?|ministry|ministers?|legislation|bill|ban(?:s|ned)?|rules?|directive|sanction(?:s|ed)?|court|lawsuit|settlement|FCC|CNIL|Ofcom|commission)\b/gi,
    1,
  ],
  [
    "business",
    /\b(?:revenue|profit|earnings|merger|acqui(?:re[sd]?|sition)|shares rose|tariffs?|prices?|launch(?:es|ed)?|sponsor\w*|stake|deal|investors|quarter|5G network|rollout|partnership|dividend|subscribers added|raises? \$|funding|spectrum auction)\b/gi,
    1,
  ],
];
const LEAST = 2;

/** The kind of event an article tells, with the words that decided. */
export function classifyEvent(segments: readonly Segment[], _counted: readonly Settled[]): EventReading {
  let best: { type: EventType; score: number; words: string[] } = { type: "other", score: LEAST, words: [] };
  for (const [type, pattern, weight] of SIGNS) {
    let score = 0;
    const words: string[] = [];
    for (const segment of segments) {
      if (segment.furnitureFrom === 0) continue;
      const found = segment.text.slice(0, segment.furnitureFrom).match(pattern) ?? [];
      const place =
        segment.field === "title" ? 3 : segment.field === "summary" ? 2 : segment.paragraph <= 2 ? 1 : 0.3;
      score += found.length * weight * place;
      words.push(...found);
    }
    if (score > best.score)
      best = { type, score, words: [...new Set(words.map((word) => word.toLowerCase()))] };
  }
  return {
    type: best.type,
    why: best.words.length === 0 ? "no telling words" : best.words.slice(0, 5).join(", "),
  };
}
