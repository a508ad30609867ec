import { foldName } from "./nearest-names.ts";

/** What may follow a company's name when somebody speaks for it; anything else is another company ("T-Mobile Polska"). */
const FOR_IT =
  /^(?:['’]s?)?[\s,]*(?:an? |the |its )?(?:spokes\w+|chief\b|ceo\b|cto\b|ciso\b|executives?\b|managers?\b|management\b|press office|company\b|representatives?\b|lawyers?\b|engineers?\b|statement\b)/i;

/** Whether a speaker is this company or somebody speaking for it; names are the company's own. */
export function speaksFor(speaker: string, names: readonly string[]): boolean {
  const folded = foldName(speaker);
  return names.some((name) => {
    if (foldName(name) === folded && folded !== "") return true;
    return speaker.toLowerCase().startsWith(name.toLowerCase()) && FOR_IT.test(speaker.slice(name.length));
  });
}
