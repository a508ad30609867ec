import type { Findings } from "../../domain.ts";
import { foldText, stem } from "../../text/similarity.ts";
import type { Heard } from "../hearing/heard.ts";
import { ACT_SHARE } from "../thresholds.ts";
import { passageWords } from "./passage-words.ts";

/** Everybody heard in an article, with what the traits need of the rest of it. */
export interface Hearing {
  readonly heard: readonly Heard[];
  readonly findings: Findings;
  /** The headline, folded. */
  readonly title: string;
  /** The organisation that the article is about. */
  readonly main: string | undefined;
}

const SPOKEN = /^(?:said|quoted|silent)$/;
/** Characters from which on a passage is of middle length, and long. */
const [MIDDLE, LONG] = [80, 180];
/** A verb that begins within so many characters is the sentence's first. */
const NEAR_START = 60;

/** What in one passage speaks for a stance: its words, how its speaker is heard, the verb, the place. */
function passageTraits(one: Heard, hearing: Hearing): string[] {
  const { how, kind, passage, speaker, clause } = one;
  const out = [...passageWords(passage, kind), `how ${how}`, `how ${how} ${kind}`];
  if (clause !== undefined) {
    const verb = stem(clause.verb);
    out.push(`verb ${verb}`, `verb ${verb} ${kind}`, `verb ${verb} ${clause.next}`, `next ${clause.next}`);
    out.push(`behind ${clause.behind}`, `rest ${Math.min(3, clause.rest)}`, `by ${one.by ?? "word"}`);
    out.push(`head ${stem(clause.subject?.head ?? "")}`, `first ${clause.start < NEAR_START}`);
    if (clause.passive) out.push("passive");
    if (clause.negated) out.push("negated");
    if (clause.modal) out.push("modal");
    if (clause.rest <= 3 && clause.behind === ",") out.push("comment");
  }
  if (one.verb !== undefined) {
    const verb = stem(one.verb.split(" ").at(-1) ?? "");
    out.push(`says ${verb}`, `says ${verb} ${kind}`, `says ${one.verb}`);
  }
  if (/[“"]/.test(one.text)) out.push("quote", `quote ${how}`);
  if (/^[“"]/.test(one.text)) out.push(`quote first ${how}`);
  if (/\bif\b|\bwould\b/.test(passage)) out.push(`hypothetical ${kind}`);
  const { length } = passage;
  out.push(`length ${length < MIDDLE ? "short" : length < LONG ? "middle" : "long"}`);
  const spoken = spokenBy(speaker, hearing);
  out.push(`spoke ${spoken}`, `how ${how} spoke ${spoken}`, `event ${hearing.findings.event.type}`);
  out.push(`event ${hearing.findings.event.type} ${kind}`, `paragraph ${placeOf(one, hearing)}`);
  for (const role of rolesOf(speaker, hearing)) out.push(role, `how ${how} ${role}`);
  const others = hearing.heard.filter(
    (other) => other.how === "said" && other.text === one.text && other.speaker !== speaker,
  ).length;
  out.push(`others ${Math.min(2, others)} ${how === "said"}`);
  if (hearing.heard.find((other) => other.speaker === speaker) === one) out.push("first of speaker");
  return out;
}

/** A passage with its traits. */
export interface Traced {
  readonly heard: Heard;
  readonly traits: readonly string[];
}

/** The passages of each speaker with their traits, in the order in which the speakers are first heard. */
export function tracePassages(hearing: Hearing): Traced[][] {
  const bySpeaker = new Map<string, Traced[]>();
  for (const heard of hearing.heard) {
    const own = bySpeaker.get(heard.speaker) ?? [];
    own.push({ heard, traits: [...new Set(passageTraits(heard, hearing))] });
    bySpeaker.set(heard.speaker, own);
  }
  return [...bySpeaker.values()];
}

/** What in all of a speaker's passages together speaks for each stance; the strength of each trait is 0 to about 3. */
export function speakerTraits(traced: readonly Traced[], hearing: Hearing): Map<string, number> {
  const sums = new Map<string, number>();
  let whole = 0;
  const passages = traced.map(({ heard }) => heard);
  for (const { heard, traits } of traced) {
    const share = heard.how === "acts" ? ACT_SHARE : 1;
    whole += share;
    for (const trait of traits) sums.set(trait, (sums.get(trait) ?? 0) + share);
  }
  const out = new Map([...sums].map(([trait, sum]) => [trait, sum / Math.sqrt(whole)]));
  const [first] = passages;
  if (first === undefined) return out;
  const spoken = passages.filter((one) => SPOKEN.test(one.how)).length;
  const add = (trait: string): Map<string, number> => out.set(`all ${trait}`, 1);
  add(`passages ${Math.min(4, passages.length)}`);
  add(`spoken ${Math.min(4, spoken)}`);
  add(`spoken ${Math.min(3, spoken)} ${first.kind}`);
  add(`acts ${Math.min(4, passages.length - spoken)}`);
  add(`kind ${first.kind}`);
  for (const trait of [...rolesOf(first.speaker, hearing), `event ${hearing.findings.event.type}`]) {
    add(trait);
    add(`${trait} spoken ${Math.min(2, spoken)}`);
  }
  return out;
}

/** How often somebody speaks in their own words: 0, 1 or 2 for more. */
function spokenBy(speaker: string, { heard }: Hearing): number {
  const own = heard.filter((one) => one.speaker === speaker && SPOKEN.test(one.how));
  return Math.min(2, own.length);
}

function placeOf({ paragraph }: Heard, { heard }: Hearing): string {
  if (paragraph < 2) return String(paragraph);
  return paragraph === Math.max(...heard.map((one) => one.paragraph)) ? "last" : "middle";
}

/** What somebody is in the article. */
function rolesOf(speaker: string, { findings, title, main }: Hearing): string[] {
  const actor = findings.actors.find((one) => one.name === speaker);
  const carrier = findings.carriers.find((one) => one.name === speaker);
  return [
    ...(title.includes(foldText(speaker)) ? ["in headline"] : []),
    ...(speaker === main ? ["main"] : []),
    ...(/^\p{Lu}/u.test(speaker) ? ["named"] : []),
    ...(actor === undefined ? [] : [`actor ${actor.role}`]),
    ...(carrier === undefined ? [] : [`carrier ${carrier.role}`]),
  ];
}
