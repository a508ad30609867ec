import type { Answer, Query, Verb } from "../domain-lookup.ts";
import { VERBS } from "../domain-lookup.ts";
import { row, section } from "./say.ts";
import { VERB_GUIDES } from "./verbs.ts";

/** The verbs, or more about one of them; says what was wrong with the question where something was. */
export function answerHelp(query: Extract<Query, { kind: "help" }>, command: string): Answer {
  const ok = query.problem === undefined;
  const nearest = query.nearest === undefined ? "" : ` Did you mean ${query.nearest}?`;
  const shared = {
    kind: "help",
    ok,
    buttons: query.words === undefined ? [] : [{ label: "Search the archive", ask: `search ${query.words}` }],
    footer: "Changed nothing.",
  } as const;
  if (query.verb !== undefined) {
    const guide = VERB_GUIDES[query.verb];
    return {
      ...shared,
      title: `${command} ${query.verb}`,
      bottomLine: query.problem ?? `Gives ${guide.gives}.`,
      sections: section("How to ask", [
        row(guide.usage, guide.gives),
        ...guide.examples.map((example) => row("For example", `${command} ${example}`)),
      ]),
      footer: ok ? "" : shared.footer,
    };
  }
  return {
    ...shared,
    title: `${command} help`,
    bottomLine: ok ? "Ask about actors, carriers and stories." : `${query.problem}${nearest}`,
    sections: section("What you can ask", VERBS.map(verbRow)),
    footer: ok ? "Names need no quotes; case, spaces and hyphens do not matter." : shared.footer,
  };
}

function verbRow(verb: Verb) {
  const guide = VERB_GUIDES[verb];
  return row(guide.usage, guide.gives);
}
