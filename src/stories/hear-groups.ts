import type { Article, Findings, Statement } from "../domain.ts";
import { foldText } from "../text/similarity.ts";
import { bodySentences } from "./body-text.ts";

/** What gangs and sellers do in public: that is their claim, whatever it is worth. */
const SHOWS =
  "(?:offers?|offered|offering|advertis\\w+|sells?|sold|selling|claim\\w*|boast\\w*|brag\\w*|posts?|posted|publish\\w*|wrote|leaks?|leaked|lists?|listed|promis\\w+|threaten\\w*|demand\\w*|auction\\w*|dump\\w*|adds?|added|puts? (?:[\\p{L}\\p{N}’' -]{2,40} )?(?:up|on (?:its|the|their|offer))|took credit|signs?|asks?)";
/** The group does it: its name, at most a clause about it and a few small words, then the verb. */
const BY_ITSELF = new RegExp(
  `^(?:[’']s \\p{Ll}+ (?:page|site|blog|channel))?(?:, [^,]{3,90},)?(?: (?!(?:and|they|he|she|it|was|were|been)\\b)\\p{Ll}{2,12}){0,3} ${SHOWS}\\b`,
  "u",
);
/** It is done by the group: "the entry, by the crew Akira", "posted by a seller called …". */
const BY_IT =
  /\b(?:entry|listing|post|offer|claim|message|signed|posted|published|listed|offered|put up|leaked|claimed),? (?:\p{Ll}+ ){0,3}?by (?:\p{Ll}+ ){0,5}$/u;

/** The claims of groups to which no saying verb gives a word: the first sentence in which one shows or offers what it says it has. */
export function hearGroups(article: Article, findings: Findings, heard: readonly Statement[]): Statement[] {
  const silent = findings.actors.filter(
    (one) =>
      one.role !== "background" && !heard.some((said) => foldText(said.speaker) === foldText(one.name)),
  );
  const sentences = silent.length === 0 ? [] : bodySentences(article, findings);
  return silent.flatMap(({ name, matched }): Statement[] => {
    const found = sentences.find(({ text }) => matched.some((spelling) => shows(text, spelling)));
    return found === undefined
      ? []
      : [{ speaker: name, stance: "claims", text: found.text, paragraph: found.paragraph }];
  });
}

function shows(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0) return false;
  return (
    BY_ITSELF.test(text.slice(at + name.length, at + name.length + 220)) || BY_IT.test(text.slice(0, at))
  );
}
