/** How many documents were read, and in how many of them each term stood; what makes a shared word telling. */
export interface TermWeights {
  readonly documents: number;
  readonly frequency: (term: string) => number;
}

const STOP = new Set(
  "a about above after again against all also although am amid among an and any are as at be became because been before being below between both but by can cannot could did do does doing down during each even ever every few for from further get gets had has have having he her here hers him his how however i if in into is it its itself just last like made make many may me might more most much must my near new no nor not now of off on once one only onto or other our out over own per same say says said she should since so some still such than that the their them then there these they this those though through to too under until up upon us very via was way we week were what when where which while who whom whose why will with within without would year yet you your first two three four five day days weeks month months years today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday according told reported report reports reportedly using used use uses including include includes several around post appeared".split(
    " ",
  ),
);

/** Folds case, accents and typographic marks so that two spellings of a word compare equal. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[‐‑‒–—]/g, "-")
    .toLowerCase();
}

/** The telling words of a text in order: folded, without stop words, plurals and common endings cut. */
export function termsOf(text: string): string[] {
  const out: string[] = [];
  for (const match of foldText(text).matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}&.'$-]*[\p{L}\p{N}$])?/gu)) {
    const word = match[0].replace(/'s$/, "").replace(/'/g, "");
    if (word.length < 2 || STOP.has(word)) continue;
    if (word.includes("-") && !/\d/.test(word))
      for (const part of word.split("-")) {
        if (part.length > 2 && !STOP.has(part)) out.push(stem(part));
      }
    else out.push(stem(word));
  }
  return out;
}

/** Cuts the commonest English endings; not a dictionary, only enough that "breaches" meets "breached". */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  const cut = word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(ss|sh|ch|x|z)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  if (cut.length > 6)
    return cut.replace(/(?:ing|ed|er|ers|or|ion|ions|ation)$/, "").replace(/([^aeiou])\1$/, "$1");
  return cut.length > 5 ? cut.replace(/(?:ed|ing)$/, "") : cut;
}

/** Weight of a term: high when few documents have it; with no documents read every term weighs the same. */
export function termWeight(term: string, weights: TermWeights): number {
  return Math.log((weights.documents + 2) / (weights.frequency(term) + 1)) + 0.1;
}

/** Cosine of two weighted term lists, 0 to 1. */
export function cosine(
  a: readonly (readonly [string, number])[],
  b: readonly (readonly [string, number])[],
  weights: TermWeights,
): number {
  const right = new Map<string, number>();
  let normB = 0;
  for (const [term, count] of b) {
    const value = (1 + Math.log(count)) * termWeight(term, weights);
    right.set(term, value);
    normB += value * value;
  }
  let normA = 0;
  let dot = 0;
  for (const [term, count] of a) {
    const value = (1 + Math.log(count)) * termWeight(term, weights);
    normA += value * value;
    const other = right.get(term);
    if (other !== undefined) dot += value * other;
  }
  return normA === 0 || normB === 0 ? 0 : dot / Math.sqrt(normA * normB);
}

/** Weights before anything has been read: every term counts the same. */
export const NO_WEIGHTS: TermWeights = { documents: 0, frequency: () => 0 };
