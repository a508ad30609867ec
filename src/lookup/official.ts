/** Public bodies that speak for a state or a sector: agencies, ministries, regulators, courts, police, in the forms newsrooms write. */
const OFFICIAL =
  /\b(?:FBI|CISA|NSA|NCSC|FCC|ENISA|Ofcom|ACMA|ASD|ACSC|BSI|ANSSI|CERT(?:-[A-Z]+)?|Europol|Interpol|SEC|DOJ|GCHQ|MI5|SBU|CCCS|CSIRT|Treasury|Pentagon|White House|Kremlin|Congress|Senate|Senators?|lawmakers|ministry|minister|department of|bureau of|agency|agencies|commission(?:er)?|regulators?|governments?|police|prosecutors?|court|authorit(?:y|ies)|officials?|attorney general|homeland security|security service)\b/i;

/** Officials whom nobody names speak for themselves: that is an anonymous source, not a statement. */
const UNNAMED =
  /\b(?:sources?|people familiar|(?:two|three|four|five|several|some|unnamed|senior) officials)\b/i;

/** Whether a speaker is a public body rather than a company, a newspaper, a researcher or an anonymous source. */
export function isOfficial(speaker: string): boolean {
  return OFFICIAL.test(speaker) && !UNNAMED.test(speaker);
}
