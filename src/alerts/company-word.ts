import type { Story } from "../domain.ts";

export type Told = Story["statements"][number];
/** What a carrier says of itself; each with the sentence it rests on. */
export interface CompanyWord {
  readonly admits: Told | undefined;
  readonly denies: Told | undefined;
  /** Denies something beside the event itself. */
  readonly disputes: Told | undefined;
  readonly limits: Told | undefined;
  readonly silent: Told | undefined;
}

const ATTACK =
  /\b(?:attack\w*|cyber-?attack\w*|breach\w*|intrusions?|intruders?|hack(?:ed|ers?|ing)?|break-in|bro(?:ke|ken) into|malware|stol(?:e|en)|theft|thieves|unauthori[sz]ed (?:access|party|person)|compromised|ransomware|incident(?! response)|bad actor|an outsider|(?:was|were|been) (?:copied|downloaded|taken|exposed|leaked|published|obtained)|(?:obtained|downloaded|copied) (?:\p{L}+ ){0,2}(?:data|records|details|information))\b/iu;
const SAYS =
  /\b(?:sa(?:y|ys|id)|t(?:ell|ells|old)|confirm\w*|disclos\w+|acknowledg\w+|admit\w*|conced\w+|announc\w+|wr(?:ites?|ote)|report(?:s|ed)|explain\w*|reveal\w*|describ\w+|agreed|letter|statement|filing)\b/i;
/** One sentence may confirm an attack and play it down. */
const OWNS_UP = /\b(?:confirm|admit|acknowledg|conced|disclos)\w*\b/i;
const ITSELF =
  /\b(?:company|operator|carrier|telco|provider|group|firm|it|its|he|she|they|we|our|spokes\p{L}+|chief|director|president|statement|filing)\b/iu;
const NOT =
  /\b(?:no|not|never|neither|nor|none|without|den(?:y|ies|ied)|until|unless|if|whether)\b|n[’']t\b/i;
const OF_OTHERS =
  /\b(?:claim(?:s|ed)?|alleg\w+|boast\w*|rumou?r\w*|possible|aware of|investigat\w+|look(?:s|ed|ing) into|monitor\w*|examin\w*)\b/i;
/** What happened before: "three days after the group disclosed an intrusion". */
const EARLIER_CLAUSE =
  /,? \b(?:a|an|one|two|three|four|five|six|seven|\d+|some|several) (?:hours?|days?|weeks?|months?|years?) (?:after|before|since)\b.*$/i;
const DENIES_IT =
  /\b(?:denie[sd]|deny|reject(?:s|ed)|dismiss(?:es|ed)|rubbish(?:es|ed)|trash(?:es|ed)|refut(?:es|ed))\b|\bun(?:true|founded)\b|\b(?:no|not|never)(?: [\p{L}’'-]+){0,6} (?:breach\w*|compromis\w*|hack\w*|attack\w*|intrusion)\b/iu;
const DENIED_THEN = /\bhad denied\b|\bat (?:that|the) time\b/i;
const OF_ATTACK = /\b(?:breach\w*|compromis\w*|hack\w*|attack\w*|intrusions?|gained access|opened)\b/i;

/** What a carrier itself says of the event: admits, denies, limits it or keeps silent. Only explicit words count; being aware, looking into it or quoting a claim admits nothing. */
export function companyWord(story: Story, carrier: string): CompanyWord {
  const names = story.carriers.find((one) => one.name === carrier)?.matched ?? [];
  const spellings = [carrier, ...names];
  const words = story.statements.filter((one) => isOwn(one, carrier, spellings));
  const denials = words.filter(
    (one) => one.stance === "denies" && one.paragraph > 0 && !DENIED_THEN.test(one.text),
  );
  const limits = words.filter(
    (one) => one.stance === "limits" && one.paragraph > 0 && OF_IMPACT.test(one.text),
  );
  const admits = words.findLast((one) => isAdmission(one, spellings));
  const denies = denials.findLast(
    (one) =>
      one !== admits && DENIES_IT.test(one.text) && OF_ATTACK.test(one.text) && !DENIED_THEN.test(one.text),
  );
  return {
    admits,
    denies,
    disputes: denials.findLast((one) => one !== denies && one !== admits && DISPUTES.test(one.text)),
    limits:
      limits.findLast((one) => PLAYS_DOWN.test(one.text)) ??
      limits.at(-1) ??
      words.findLast((one) => one.stance === "confirms" && one.paragraph > 0 && DENIES_IT.test(one.text)),
    silent: words.findLast((one) => one.stance === "no-comment"),
  };
}

/** That it "would not pay" or "does not negotiate" disputes nothing. */
const DISPUTES =
  /\b(?:den(?:y|ies|ied)|reject|dismiss|rubbish|trash|refut|contradict|disput|disagree|fake|false|wrong|mistaken|fabricat|untrue|unfounded|groundless|baseless)\w*|\b(?:no|not|never)(?: [\p{L}’'-]+){0,6} (?:breach\w*|compromis\w*|hack\w*|attack\w*|intrusion|outage|leak\w*|abuse\w*|stolen|link|connection)\b/iu;

const OF_IMPACT =
  /\b(?:data|customers?|subscribers?|clients?|information|records?|systems?|networks?|services?|impact\w*|affect\w*|unaffected|evidence|indication|passwords?|payment|accounts?|contained|stopped|operations?|misuse|abuse\w*|exfiltrated|leak\w*|malware|incident|attack)\b/i;
const PLAYS_DOWN =
  /\bno (?:evidence|indication|sign|trace|impact|customer|data)|\bnot (?:\p{L}+ ){0,3}?(?:affected|impacted|touched|taken|stolen|compromised|exposed)|\bunaffected\b|\b(?:safe|secure)\b/iu;

const OF_A_THIRD =
  /\b(?:suppliers?|vendors?|lawyers?|(?:shipping|security|cybersecurity|insurance|research|software) (?:company|firm|group)|(?:until|unless) the (?:company|operator|carrier))\b/i;
const RUNS = "(?:who (?:runs|heads|leads)|(?:chief executive|CEO|president|managing director) of) (?:the )?";

/** Whether a sentence that was given to a carrier is its own word: not one of a supplier's, and also one of a named person who runs it. */
export function isOwn(
  one: Pick<Told, "speaker" | "text">,
  carrier: string,
  spellings: readonly string[],
): boolean {
  const { speaker, text } = one;
  if (speaker === carrier) return !OF_A_THIRD.test(text) || spellings.some((name) => text.includes(name));
  const [lead] = new RegExp(RUNS, "u").exec(text) ?? [];
  return (
    lead !== undefined &&
    text.includes(speaker) &&
    spellings.some((name) => text.slice(text.indexOf(lead) + lead.length).startsWith(name))
  );
}

function isAdmission(one: Told, names: readonly string[]): boolean {
  if (one.stance === "no-comment" || (one.stance === "limits" && !OWNS_UP.test(one.text))) return false;
  const text = one.text.replace(EARLIER_CLAUSE, "");
  const named = names.some((name) => text.includes(name));
  if (one.paragraph === 0 && !named) return false;
  if (one.stance === "denies" && DENIES_IT.test(text)) return false;
  return (
    ATTACK.test(text) &&
    SAYS.test(text) &&
    (named || ITSELF.test(text)) &&
    !NOT.test(text) &&
    !OF_OTHERS.test(text)
  );
}

/** "confirmed by the company", "denied by the company", "claimed by GANG" where nobody else says so, or "reported". */
export function standingOf(story: Story, carrier: string): string {
  const word = companyWord(story, carrier);
  if (word.admits !== undefined) return "confirmed by the company";
  if (word.denies !== undefined) return "denied by the company";
  const gangs = claimants(story);
  return gangs.length > 0 && story.event !== "arrest" && claimOnly(story, carrier)
    ? `claimed by ${gangs.join(" and ")}`
    : "reported";
}

const CLAIMS =
  /\b(?:claim(?:s|ed)|boast(?:s|ed)|took (?:\p{L}+ )?(?:credit|responsibility)|(?:says?|said|wrote|announced)(?: \p{L}+){0,3} (?:that )?(?:it|they|he) (?:holds?|has|have|had|copied|stole|took|struck)|listed|threaten(?:s|ed)|leak site)\b/iu;

/** Actors who themselves claim the event; that a report speaks of them, or names them after another, is no claim of theirs. */
export function claimants(story: Story): string[] {
  const cast = story.actors.map(({ name, matched }) => ({ name, spellings: [name, ...matched] }));
  const firstIn = (text: string): string | undefined =>
    cast
      .map(({ name, spellings }) => ({
        name,
        at: Math.min(...spellings.map((one) => text.indexOf(one)).filter((at) => at >= 0)),
      }))
      .filter((one) => Number.isFinite(one.at))
      .sort((one, two) => one.at - two.at)[0]?.name;
  return story.actors
    .filter((actor) => actor.role !== "background")
    .map((actor) => actor.name)
    .filter((name) =>
      story.statements.some(
        (one) =>
          one.speaker === name &&
          one.stance === "claims" &&
          CLAIMS.test(one.text) &&
          (firstIn(one.text) ?? name) === name,
      ),
    );
}

/** Nobody but the gang says so: no sources, no authority; the headline or the tie itself speaks of a claim. */
function claimOnly(story: Story, carrier: string): boolean {
  const id = story.carriers.find((one) => one.name === carrier)?.id;
  const others = story.statements.some(
    (one) =>
      /\bsources?\b|\bfamiliar\b|\bofficials?\b/i.test(one.speaker) ||
      (one.stance === "confirms" && one.speaker !== carrier && ATTACK.test(one.text)),
  );
  const tied = story.ties.some((tie) => tie.carrier === id && SPEAKS_OF_CLAIM.test(tie.sentence));
  return !others && (tied || SPEAKS_OF_CLAIM.test(story.title));
}

const SPEAKS_OF_CLAIM =
  /\b(?:claim\w*|boast\w*|leak site|wall of shame|lists?|listed|vote|says? (?:it|they) (?:has|have|holds?|hacked|breached))\b/i;

/** Whether a tie rests on what the gang itself says. */
export function isOwnClaim(sentence: string): boolean {
  return SPEAKS_OF_CLAIM.test(sentence);
}

/** The strongest denial or limit that a victim voiced, newest first; undefined where none did. */
export function victimsWord(story: Story): Told | undefined {
  const words = story.carriers
    .filter((one) => one.role === "victim")
    .map((one) => companyWord(story, one.name));
  const found = (pick: (word: CompanyWord) => Told | undefined): Told | undefined =>
    words.map(pick).find((one) => one !== undefined);
  return found((word) => word.denies) ?? found((word) => word.limits) ?? found((word) => word.disputes);
}
