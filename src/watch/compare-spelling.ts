/** How a literal is spelled beside the catalogue's alias: exactly so, with other capitals, or in lower case ("other"). */
export type Spelling = "exact" | "capital" | "other";

/** Compares the letters only; hyphens, spaces, quotes and entities do not count. */
export function spelling(literal: string, alias: string): Spelling {
  const own = letters(literal);
  const listed = letters(alias);
  if (own === listed) return "exact";
  if (lowersWord(literal, alias)) return "other";
  return /^[\p{Lu}\d]/u.test(own) ? "capital" : "other";
}

/** Whether a literal has accents where the alias has plain letters: "Cablevisión" is not Cablevision. */
export function addsAccent(literal: string, alias: string): boolean {
  return /\p{M}/u.test(literal.normalize("NFD")) && !/\p{M}/u.test(alias.normalize("NFD"));
}

/** Whether a later word that the alias capitalises is in lower case after a capital: "British telecom". */
function lowersWord(literal: string, alias: string): boolean {
  const words = literal.split(/\s+/);
  const listed = alias.split(/\s+/);
  if (words.length < 2 || words.length !== listed.length || !/^\p{Lu}/u.test(literal)) return false;
  return words.some((word, at) => at > 0 && /^\p{Ll}/u.test(word) && /^\p{Lu}/u.test(listed[at] ?? ""));
}

/** Whether a literal reads as ordinary words: letters only, the first one in lower case. */
export function isOrdinaryLower(literal: string): boolean {
  return /^\p{Ll}[\p{L}\s-]*$/u.test(literal);
}

function letters(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/&(?:amp|#38|#038);/gi, "&")
    .replace(/[^\p{L}\p{N}&$+]/gu, "");
}
