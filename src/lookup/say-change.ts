import type { Answer, AnswerButton, AnswerSection, QueryKind } from "../domain-lookup.ts";

/** The answer to a change that was made, or refused for a reason; what happened in one line. */
export function sayChange(
  kind: QueryKind,
  ok: boolean,
  title: string,
  more: {
    readonly line: string;
    readonly sections?: readonly AnswerSection[];
    readonly buttons?: readonly AnswerButton[];
  },
): Answer {
  return {
    kind,
    ok,
    title,
    bottomLine: more.line,
    sections: more.sections ?? [],
    buttons: more.buttons ?? [],
    footer: ok ? "" : "Changed nothing.",
  };
}
