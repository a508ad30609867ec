import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

/** A word of a text with its part of speech in the Universal tags ("VERB", "PROPN") and its ground form; offsets are UTF-16 units. */
export interface TaggedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly pos: string;
  readonly lemma: string;
}

const nlp = winkNLP(model, ["pos"]);

/** The words and signs of a text in order, tagged by wink-nlp's model of English (about 95 % of tags right by its makers' figures). */
export function tagWords(text: string): TaggedWord[] {
  const tokens = nlp.readDoc(text.replace(/’/g, "'")).tokens();
  const { its } = nlp;
  const values = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as string[];
  // Its type asks for a third argument that the library gives by itself.
  const lemmas = tokens.out(its.lemma as unknown as typeof its.value) as string[];
  const gaps = tokens.out(its.precedingSpaces) as string[];
  let at = 0;
  return values.map((value, i) => {
    const start = at + (gaps[i]?.length ?? 0);
    at = start + value.length;
    return { text: value, start, end: at, pos: tags[i] ?? "X", lemma: lemmas[i] ?? value };
  });
}
