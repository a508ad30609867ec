import type { SpeakerIndex } from "../names/index-speakers.ts";
import { isCommonNoun, isTimeOrPlace, trimName } from "../names/name-pattern.ts";
import { findCrowd } from "./find-crowd.ts";
import { isSuffered } from "./is-suffered.ts";
import { companyMeant, type Memory, personOrName } from "./name-meant.ts";
import type { Clause, NounPhrase } from "./read-clauses.ts";
import { subjectAtEnd } from "./subject-at-end.ts";

/** Somebody who does something in a sentence, whatever the verb. */
export interface Acting {
  readonly speaker: string;
  readonly clause: Clause;
  /** How the subject names its body: by name, by a pronoun, by a noun, or left out as that of the clause before. */
  readonly by: "name" | "pronoun" | "noun" | "same";
}

const PEOPLE =
  /^(?:analyst|researcher|engineer|expert|official|spokesman|spokeswoman|spokesperson|executive|officer|hunter|team|unit|lab|arm|division|jury|court|prosecutor|detective|investigator|lawyer|employee|worker|specialist|boss|chief|director|minister|paper|newspaper|report|statement|notice|advisory|letter|analysis|blog|post|note|bulletin|director|head|manager|president|office|researchers|analysts)$/;

/** Words that open a clause about something else: "the list that it keeps", "when the firm looked". */
const UNDER =
  /^(?:which|who|whom|whose|what|that|where|when|why|how|if|whether|because|since|although|though|while|whereas|after|before|until|once|than|unless)$/;

/** Whether a clause could report what its subject says or does about the event: not in the passive, nor "it is". */
function tells({ passive, verb, subject, next }: Clause): boolean {
  return (
    !passive &&
    !isSuffered(verb, next) &&
    !(verb === "be" && /^(?:it|he|she|they)$/i.test(subject?.text ?? ""))
  );
}

/** Who acts in a sentence: the subject of each of its finite verbs that means a body or people; `open` is the sentence with its quotations blanked. */
export function findActing(
  open: string,
  clauses: readonly Clause[],
  index: SpeakerIndex,
  memory: Memory,
): Acting[] {
  const out: Acting[] = [];
  let last: string | undefined;
  for (const clause of clauses) {
    const { subject } = clause;
    if (UNDER.test(clause.behind)) continue;
    if (subject === undefined) {
      if (last !== undefined && /^(?:and|but|,|or|yet|then)$/.test(clause.behind) && tells(clause))
        out.push({ speaker: last, clause, by: "same" });
      continue;
    }
    const near = last === undefined ? memory : { ...memory, topic: last, about: memory.topic };
    const found = meant(subject, open, index, near);
    last = found?.speaker;
    if (found !== undefined && tells(clause)) out.push({ ...found, clause });
  }
  return out;
}

function meant(
  subject: NounPhrase,
  open: string,
  index: SpeakerIndex,
  memory: Memory,
): { readonly speaker: string; readonly by: Acting["by"] } | undefined {
  const end = subject.start + subject.text.length;
  const known = subjectAtEnd(open.slice(Math.max(0, end - 240), end), index, memory);
  const pronoun = /^(?:it|he|she|they)$/i.test(subject.text);
  if (known !== undefined && !isCommonNoun(known))
    return { speaker: known, by: pronoun ? "pronoun" : "name" };
  if (pronoun) return undefined;
  const name = trimName(subject.name ?? "");
  const own = subject.core.includes(name) || PEOPLE.test(subject.head);
  if (name !== "" && own && !isTimeOrPlace(name) && !isCommonNoun(name))
    return { speaker: personOrName(name, index), by: "name" };
  const crowd = findCrowd(subject.text, "end");
  if (crowd !== undefined) return { speaker: crowd, by: "noun" };
  if (/^(?:the|its|this) /i.test(subject.text)) {
    const definite = definiteMeant(subject.head, index, memory);
    if (definite !== undefined) return { speaker: definite, by: "noun" };
  }
  return PEOPLE.test(subject.head) ? { speaker: subject.core.toLowerCase(), by: "noun" } : undefined;
}

/** "The force", "the vendor": the body of that kind that was named last. */
function definiteMeant(head: string, index: SpeakerIndex, memory: Memory): string | undefined {
  if (/^(?:force|body|bureau|service|directorate|watchdog)$/.test(head)) return memory.office;
  if (/^(?:vendor|maker|supplier|researcher|analyst|author|team|lab)$/.test(head)) return memory.firm;
  if (/^(?:newspaper|paper|daily|magazine|broadcaster)$/.test(head)) return memory.press;
  return /^(?:subsidiary|parent|business|telco|giant|incumbent)$/.test(head)
    ? companyMeant(index, memory)
    : undefined;
}
