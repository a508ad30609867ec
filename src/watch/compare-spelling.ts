/** How a literal is spelled beside the catalogue's alias: exactly so, with other capitals, or in lower case ("other"). */
export type Spelling = "exact" | "capital" | "other";

/** Compares the letters only; hyphens, spaces, quotes and entities do not count. */
export function spelling(literal: string, alias: string): Spelling {
  const own = letters(literal);
  const listed = letters(alias);
  if (own === listed) return "exact";
  return /^[\p{Lu}\d]/u.test(own) ? "capital" : "other";
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
