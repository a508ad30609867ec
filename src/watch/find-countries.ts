/** Countries as English texts name them, for telling an operator from its namesake elsewhere. */
const COUNTRIES: readonly (readonly [code: string, words: RegExp])[] = [
  [
    "US",
    /\b(?:United States|U\.S\.|US|USA|America(?:n|ns)?|Washington|Wisconsin|Texas|California|New York)\b/,
  ],
  ["GB", /\b(?:United Kingdom|UK|U\.K\.|Britain|British|London|England|Scotland)\b/],
  ["IL", /\bIsrael(?:i|is)?\b|\bTel Aviv\b/],
  ["ZA", /\bSouth Africa(?:n|ns|'s)?\b|\bJohannesburg\b/],
  ["ID", /\bIndonesia(?:n|ns)?\b|\bJakarta\b/],
  ["AU", /\bAustralia(?:n|ns)?\b|\bSydney\b/],
  ["NZ", /\bNew Zealand\b/],
  ["DE", /\bGerman(?:y|s)?\b|\bBerlin\b/],
  ["CZ", /\bCzech\b|\bPrague\b/],
  ["AT", /\bAustria(?:n|ns)?\b|\bVienna\b/],
  ["PL", /\bPol(?:and|ish)\b|\bWarsaw\b/],
  ["CH", /\bSwitzerland\b|\bSwiss\b/],
  ["RU", /\bRussia(?:n|ns)?\b|\bMoscow\b/],
  ["IN", /\bIndia(?:n|ns)?\b|\bMumbai\b|\bDelhi\b/],
  ["IT", /\bItal(?:y|ian|ians)\b|\bRome\b|\bMilan\b/],
  ["BR", /\bBrazil(?:ian|ians)?\b/],
  ["RS", /\bSerbia(?:n|ns)?\b|\bBelgrade\b/],
  ["KE", /\bKenya(?:n|ns)?\b/],
  ["AO", /\bAngola(?:n|ns)?\b/],
  ["NL", /\b(?:Netherlands|Dutch|Amsterdam)\b/],
  ["FR", /\b(?:France|French|Paris)\b/],
  ["ES", /\b(?:Spain|Spanish|Madrid)\b/],
];

/** ISO 3166 codes of the countries that a text names; only those where operators share names. */
export function findCountries(text: string): ReadonlySet<string> {
  return new Set(COUNTRIES.flatMap(([code, words]) => (words.test(text) ? [code] : [])));
}
