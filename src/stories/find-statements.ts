import type { Article, Findings, Statement } from "../domain.ts";
import { type Heard, hearSpeakers } from "./hear-speakers.ts";
import { judgeStances } from "./judge-stance.ts";

/** Who says what, with the stance and the sentence as printed; a sentence that confirms and limits stands twice. */
export function findStatements(article: Article, findings: Findings): Statement[] {
  return hearSpeakers(article, findings).flatMap((one) => statementsOf(one));
}

function statementsOf(one: Heard): Statement[] {
  const stances = one.silent ? (["no-comment"] as const) : judgeStances(one.passage, one.kind);
  return stances.map((stance) => {
    const base = { speaker: one.speaker, stance, text: one.text, paragraph: one.paragraph };
    return one.to === undefined ? base : { ...base, to: one.to };
  });
}
