import type { Article } from "../../domain.ts";
import { splitSentences } from "../../text/sentences.ts";
import { tagWords } from "../../text/tag-words.ts";

/**
 * Says of a word whether it is no name but capital in an article only because sentences begin with it: "Restoring the line
 * took a day", "Nor did it say". A word that also stands capital inside a sentence is a name, one that also stands in
 * lower case is none; where the article shows neither, its part of speech decides. A single letter is no name.
 */
export function findMereOpeners(article: Article): (word: string) => boolean {
  const sentences = [article.summary, ...article.paragraphs].flatMap((text) =>
    splitSentences(text).map((one) => one.text.replace(/^[^\p{L}\p{N}]+/u, "")),
  );
  const inside = new Set(sentences.flatMap((text) => wordsOf(text).slice(1)));
  const known = new Map<string, boolean>();
  return (word) => {
    // The tagger cuts "4G" and "Unit 12B" between digit and letter.
    if (/^\p{L}$/u.test(word)) return true;
    if (!/^\p{Lu}[\p{L}’'-]*$/u.test(word)) return false;
    const before = known.get(word);
    if (before !== undefined) return before;
    const opener = isOpener(word, sentences, inside);
    known.set(word, opener);
    return opener;
  };
}

function isOpener(word: string, sentences: readonly string[], inside: ReadonlySet<string>): boolean {
  if (inside.has(word)) return false;
  if (inside.has(word.toLowerCase())) return true;
  const opened = sentences.find((text) => wordsOf(text)[0] === word);
  return opened !== undefined && tagWords(opened)[0]?.pos !== "PROPN";
}

function wordsOf(text: string): string[] {
  return (text.match(/\p{L}[\p{L}’'-]*/gu) ?? []).map((word) => word.replace(/[’']s?$/, ""));
}
