/** One word of a proper name: capital first, or letters with digits and signs as brands have them. */
const NAME_WORD = "(?:\\p{Lu}[\\p{L}\\p{N}&$.’'-]*[\\p{L}\\p{N}$]|\\p{Lu})";
/** A proper name of one to ten words; small words may stand inside ("Department of Justice", "FBI and CISA"). */
export const NAME = `${NAME_WORD}(?:(?:\\s+(?:of|for|and|the|de|du|&)){0,2}\\s+${NAME_WORD}){0,9}`;

const ROLE_WORDS =
  "(?:chief (?:executive|operating officer|information security officer|technology officer|financial officer|analyst|researcher|scientist)|chief|ceo|boss|head|chair(?:man|woman|person)?|president|(?:senior )?vice[- ]president|director|minister|spokes(?:person|man|woman)|founder|researcher|analyst|engineer|official|commissioner|manager|lawyer|attorney)";
/** Offices that a person holds. */
export const ROLE = ROLE_WORDS;
/** Offices held in a company; a "health minister" holds none in a firm called Health. */
export const COMPANY_ROLE = ROLE_WORDS.replace("|minister", "");

const NOT_NAMES =
  /^(?:The|A|An|It|Its|He|She|They|We|I|You|This|That|These|Those|There|In|On|At|By|For|From|With|As|If|When|While|After|Before|Since|But|And|Or|So|Yet|Not|No|Nobody|Nothing|One|Two|Three|Some|Most|Many|Both|All|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|According|However|Meanwhile|Asked|Here|Now|Then|Still|What|Who|How|Why|Where|Which|Last|Its|His|Her|Their|Our|Your|Only|Even|Just|Also|Later|Earlier|Neither|Each|Several|Because|Although|Though|Unable|Chief|Customers|People|Whose|Having|Few|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Minister|Senator|Whether|Until|About|Among|Under|Over|Through|Between|Given|Considering|During|Despite|Without|Once|Everybody|Somebody|Anybody|Hardly|Perhaps|Apart|Like|Unlike|Instead|Thus|Indeed|Yes|Asked|To|Half|Much|Little|Other|Others|More|Fewer|Less|Every|Any|Such|Same|First|Second|Third|False|True|Nonsense|Wrong)$/;

/** Drops leading words that are only capital because a sentence begins there, and titles; empty if nothing is left. */
export function trimName(name: string): string {
  const words = name.split(/\s+/);
  while (words.length > 0 && NOT_NAMES.test(words[0] ?? "")) words.shift();
  while (words.length > 0 && /^(?:of|for|and|the|de|du|&|on)$/.test(words[0] ?? "")) words.shift();
  return words
    .join(" ")
    .replace(/[’']s?$/, "")
    .replace(/^(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov)\.?\s+/, "");
}

/** Whether a name is a day or a month. */
export function isTimeOrPlace(name: string): boolean {
  return /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
    name,
  );
}

/** A plain plural that is capital only because a sentence begins there. */
export function isCommonNoun(name: string): boolean {
  if (/-(?:nexus|linked|based|backed|born|owned|aligned|day)$/.test(name)) return true;
  return /^(?:Officials|Experts|Analysts|Unions|Investigators|Researchers|Prosecutors|Lawmakers|Senators|Authorities|Agencies|Sources|Users|Customers|Workers|Staff|Critics|Observers|Lawyers|Normal|First|Second|Third|Late|Early|Technical|Voice|Indian|Chinese|Russian|American|British|French|German|Dutch|Spanish|Italian|Austrian|Belgian|Swiss|Korean|Japanese|Canadian|Australian|Irish|Norwegian|Swedish|Danish|Finnish|Polish|Ukrainian|Israeli|Iranian|Turkish|Brazilian|Mexican|European|Asian|African|Bankers|Brokers|Officers|Detectives|Members|Managers|Insiders|Ministers|Federal|National|Operators|Sellers|Telecom|Private|Public|Western|Local|Several|Another|Intruders|Hackers|Attackers|Thieves|Criminals|Spies|Shops|Stores|Engineers|Technicians|Executives|Employees|Subscribers|Residents|Firefighters|Records|Services|Monitors|Management|Opponents|Emergency|Airport|Shares|Systems|Servers|Networks|Banks|Companies|Operators|Carriers|Rivals|Competitors|Defenders|Victims|Readers|Outlets|Stolen|Names|Passwords|Details|Data|Mobile|Phones)$/.test(
    name,
  );
}
