import type { TrackingCode } from "./find-tracking-codes.ts";

const WORD = "[A-Z0-9][A-Za-z0-9$]*(?:[.-][A-Z0-9][A-Za-z0-9$]*)?";
const NAME = `(${WORD}(?: ${WORD}){0,2})`;
const TRADE =
  "(?:ransomware(?:-as-a-service)?|extortion|data[- ]extortion|hacking|hacker|hacktivist|cyber-?crime|cyber-?espionage|cybercriminal|espionage)";
const BAND = "(?:gang|group|crew|collective|outfit|syndicate)";
const PATTERNS: readonly RegExp[] = [
  new RegExp(`(?<![\\w$])${NAME} ${TRADE} ${BAND}\\b`, "g"),
  new RegExp(`\\b${TRADE} ${BAND},? (?:known as |called |named |dubbed )?["“'‘]?${NAME}(?![\\w$])`, "g"),
  new RegExp(
    `\\b(?:${BAND}|hackers),? (?:that |which |who )?(?:(?:is |are )?known as|call(?:s|ed|ing) (?:itself|themselves)|call(?:s|ed)(?: itself)?|named|dubbed) ["“'‘]?${NAME}(?![\\w$])`,
    "g",
  ),
];
const PEOPLE = "(?:hackers|hacktivists|crackers|extortionists|cyber-?criminals)";
/** "Hollow Kite, a Moroccan band", "the Ten Lamps, a league of hacktivists". */
const APPOSED = new RegExp(
  `(?<![\\w$])${NAME}, an? (?:[\\w-]+ ){0,2}?(?:gang|crew|band(?! (?:from|of (?!${PEOPLE})))|(?:group|league|alliance|team|trio|cell|collective|band) of (?:\\w+ )?${PEOPLE}|${TRADE} (?:group|team|unit|outfit|collective))\\b`,
  "g",
);
/** "Tin Goblin, as one vendor styles it"; programs of one word are styled so too. */
const STYLED = new RegExp(
  `(?<![\\w$])${NAME}(?:(?<=[\\w$] [\\w$]{1,30}), as (?:[\\w&.]+ ){1,3}(?:calls?|labels?|styles?|names?|tracks?|dubs?) (?:it|them)|, as (?:[\\w&.]+ ){1,3}(?:calls?|labels?|styles?|names?|tracks?|dubs?) the (?:gang|group|crew|actor|cluster|hackers))\\b`,
  "g",
);
/** Introduced in the words that vendors keep for groups they track: such a name needs no catalogue. */
const TRACKED = new RegExp(
  `\\b(?:threat (?:actor|group|cluster)|(?:hacking|cyber-?crime|(?:cyber-?)?espionage|APT|hacktivist) (?:gang|group|crew|collective|cluster)|intrusion set|activity cluster|adversary),? (?:that |which |it )?(?:(?:is |has been )?(?:known|tracked) as|(?:it )?(?:tracks|calls|dubs) (?:as )?|named|dubbed|called|codenamed) ?["“'‘]?${NAME}(?![\\w$])`,
  "g",
);
/** Capitalised words that do not begin or make a group's name. */
const NOT_A_NAME =
  /^(?:The|A|An|This|That|These|Those|Another|Other|New|One|Two|Three|Four|Some|Several|Many|Most|Both|Such|Each|Every|No|In|On|At|By|Of|For|From|With|And|But|Or|As|If|When|While|After|Before|Its|His|Her|Their|Our|Your|It|He|She|They|We|You|I|North|South|East|West|Middle|Eastern|Western|Asian|European|African|American|US|U\.S|UK|EU|Chinese|Russian|Iranian|Korean|Indian|Pakistani|Israeli|Ukrainian|Turkish|Vietnamese|Brazilian|Spanish|French|German|British|Dutch|Belarusian|Arabic|[A-Z][a-z]+(?:ese|ish|ian|ean)|Android|Windows|Linux|Telegram|Discord|Notorious|Infamous|Prolific|Famous|Major|State|Government|Alleged|Suspected|Pro|Former|Top|Big|Double|Data|Cyber|Ransomware|Extortion|Hacking|Criminal|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

/** Groups that the text itself introduces as such by trade and band: "the Black Basta ransomware gang", "a group calling itself HellCat". */
export function findIntroducedGroups(text: string): TrackingCode[] {
  const found: TrackingCode[] = [];
  for (const pattern of [...PATTERNS, APPOSED, STYLED, TRACKED])
    for (const match of text.matchAll(pattern)) {
      const whole = match[1] ?? "";
      const offset = match.index + match[0].indexOf(whole);
      const words = whole.split(" ");
      let skipped = 0;
      while (words[0] !== undefined && NOT_A_NAME.test(words[0])) skipped += (words.shift() ?? "").length + 1;
      const literal = words.join(" ");
      if (literal.length < 3 || !/[A-Za-z]{2}/.test(literal) || words.some((word) => NOT_A_NAME.test(word)))
        continue;
      const start = offset + skipped;
      found.push({
        start,
        end: start + literal.length,
        literal,
        id: slugOf(literal),
        ...(pattern === TRACKED ? { firm: true } : {}),
      });
    }
  return found;
}

/** A name as an id: lower case, hyphens between the words. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
