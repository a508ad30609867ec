import type { Article, Findings } from "../../domain.ts";
import { foldText } from "../../text/similarity.ts";
import { shortenAgencies } from "./agencies.ts";
import { findOffices } from "./find-offices.ts";
import { COMPANY_ROLE, isCommonNoun, NAME, trimName } from "./name-pattern.ts";
import { isNewsroom } from "./newsrooms.ts";

/** Who may speak in an article: its main organisation, its people with the organisation they speak for, short forms. */
export interface SpeakerIndex {
  /** The watched victim the article is about, or the organisation its first sentences quote. */
  readonly main: string | undefined;
  /** Where no carrier is meant: the organisation that speaks most. */
  readonly firm: string | undefined;
  /** Whether the main organisation is the victim or stands in the headline; else "the company" may be another. */
  readonly sure: boolean;
  /** Person or surname, folded, to the organisation they speak for. */
  readonly people: ReadonlyMap<string, string>;
  /** Watched spellings and short forms, folded, to the name shown. */
  readonly names: ReadonlyMap<string, string>;
  readonly actors: ReadonlySet<string>;
  /** Actors to whom the article gives the event. */
  readonly claimants: ReadonlySet<string>;
  /** Nicknames under which somebody sells or posts. */
  readonly handles: ReadonlySet<string>;
  readonly carriers: ReadonlySet<string>;
  /** Carriers that are hit now. */
  readonly victims: ReadonlySet<string>;
  /** Names, folded, that the article introduces as an authority's. */
  readonly offices: ReadonlySet<string>;
}

/** Reads the cast of an article. */
export function indexSpeakers(article: Article, findings: Findings): SpeakerIndex {
  const names = new Map<string, string>();
  for (const entity of [...findings.carriers, ...findings.actors])
    for (const spelling of [entity.name, ...entity.matched]) names.set(foldText(spelling), entity.name);
  const firm = firmOf(article, findings);
  const main = mainOrganisation(article, findings, firm);
  // The full stop keeps a name from running on into the next paragraph.
  const text = [article.title, ...article.paragraphs].join(".\n");
  const index = {
    main,
    firm,
    sure: findings.carriers.some(
      (one) =>
        one.name === main &&
        (one.role === "victim" || one.matched.some((name) => article.title.includes(name))),
    ),
    offices: findOffices(text),
    people: new Map<string, string>(),
    names,
    actors: new Set(findings.actors.map((one) => one.name)),
    claimants: new Set(findings.actors.filter((one) => one.role !== "background").map((one) => one.name)),
    handles: handlesIn([article.title, article.summary, ...article.paragraphs].join("\n")),
    carriers: new Set(findings.carriers.map((one) => one.name)),
    victims: new Set(findings.carriers.filter((one) => one.role === "victim").map((one) => one.name)),
  };
  for (const known of [...index.carriers, ...index.actors]) index.handles.delete(known);
  for (const [pattern, person, organisation] of [
    ...PEOPLE_PATTERNS,
    [ITS, "who", "org"] as const,
    ...ITS_OWN,
  ]) {
    for (const match of text.matchAll(pattern)) {
      const name = trimName(match.groups?.[person] ?? "");
      const from = trimName(match.groups?.[organisation] ?? "");
      if (name === "" || (!name.includes(" ") && pattern !== SURNAME)) continue;
      const own =
        from === "" ||
        /^(?:IT|PR|HR|Health|Interior|Finance|Defence|Defense|Justice|Foreign|Prime|Its)$/.test(from);
      const speaksFor = own ? main : nameOf(index, from);
      if (speaksFor !== undefined && foldText(speaksFor) !== foldText(name))
        addPerson(index.people, name, speaksFor);
    }
  }
  const acronyms = new Set(text.match(/\b\p{Lu}{3,6}\b/gu) ?? []);
  for (const match of text.matchAll(new RegExp(NAME, "gu"))) {
    const words = match[0].split(" ").filter((word) => /^\p{Lu}/u.test(word));
    const initials = words.map((word) => word[0]).join("");
    if (words.length >= 3 && acronyms.has(initials)) names.set(foldText(match[0]), initials);
  }
  for (const match of text.matchAll(ACRONYM)) {
    const short = match.groups?.short ?? "";
    const bracket = match.groups?.open === " (";
    const whole = trimName(match.groups?.long ?? "");
    const long =
      spelledOut(match.groups?.long ?? "", short) ?? (bracket && whole.includes(" ") ? whole : undefined);
    if (long !== undefined && !names.has(foldText(short))) names.set(foldText(long), short);
  }
  return index;
}

/** "Moe, Northcell's security chief": a surname alone is enough here. */
const SURNAME = new RegExp(
  `(?<who>${NAME}), (?<org>${NAME})[’']s? (?:[\\p{Ll}-]+ ){0,3}${COMPANY_ROLE}`,
  "gu",
);
const PEOPLE_PATTERNS: readonly (readonly [RegExp, string, string])[] = [
  [
    new RegExp(
      `(?<who>${NAME}), (?:the |a |an |its )?(?:[\\p{Ll}-]+ ){0,3}${COMPANY_ROLE}[\\p{Ll} -]{0,30} (?:of|at|for|with) (?:the )?(?<org>${NAME})`,
      "gu",
    ),
    "who",
    "org",
  ],
  [
    new RegExp(`(?<org>${NAME})[’']s? (?:[\\p{Ll}-]+ ){0,3}${COMPANY_ROLE},? (?<who>${NAME})`, "gu"),
    "who",
    "org",
  ],
  [new RegExp(`(?<org>${NAME}) (?:[\\p{Ll}-]+ ){0,2}${COMPANY_ROLE},? (?<who>${NAME})`, "gu"), "who", "org"],
  [
    new RegExp(
      `(?<org>${NAME})[’']s (?:[\\p{Ll}-]+ ){0,2}${COMPANY_ROLE} (?![^.]*\\b\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+ (?:said|told))[^.]{0,200}\\.+\\s+(?<who>${NAME}) `,
      "gu",
    ),
    "who",
    "org",
  ],
  [new RegExp(`\\b[Tt]he ${COMPANY_ROLE} of (?<org>${NAME}), (?<who>${NAME})`, "gu"), "who", "org"],
  [
    new RegExp(
      `(?<who>${NAME}), (?:who|which) (?:heads|leads|runs|headed|led) (?:the )?(?<org>${NAME})[’']s`,
      "gu",
    ),
    "who",
    "org",
  ],
  [
    new RegExp(`(?<who>${NAME}), who (?:heads|leads|runs|chairs) (?:the )?(?<org>${NAME})`, "gu"),
    "who",
    "org",
  ],
  [
    new RegExp(
      `(?<who>${NAME}), (?:who (?:heads|leads|runs|chairs) the (?:firm|company|operator|carrier|group)|the (?:company|operator|carrier|group|firm)[’']s (?:[\\p{Ll}-]+ ){0,3}${COMPANY_ROLE}|who (?:became|took over as|was named) (?:its )?chief executive)`,
      "gu",
    ),
    "who",
    "none",
  ],
  [SURNAME, "who", "org"],
  [
    new RegExp(
      `(?<who>${NAME}), (?:the|its) (?:chief (?:\\p{Ll}+ ){1,3}officer|chief executive|(?:managing|network|technical|communications|security) director|head of \\p{Ll}+(?: \\p{Ll}+)?)(?=,)`,
      "gu",
    ),
    "who",
    "none",
  ],
  [
    new RegExp(
      `(?:^|[.,] |\\n|[“"])(?:[Ii]ts |[Tt]he (?:company|operator|carrier|firm)[’']s )?[Cc]hief executive,? (?<who>${NAME})`,
      "gu",
    ),
    "who",
    "none",
  ],
];
/** "Its analyst Ida Moe" and "Ida Moe, its analyst": of whom the paragraph begins with. */
const FIELD = "(?: of \\p{Ll}+(?: \\p{Ll}+)?)?";
const ITS_OWN = [
  `(?:^|\\n)(?<org>${NAME})[^\\n]{0,300}?\\. Its (?:[\\p{Ll}-]+ ){0,3}?${COMPANY_ROLE}${FIELD},? (?<who>${NAME})`,
  `(?:^|\\n)(?<org>${NAME})[^\\n]{0,300}?\\. (?<who>${NAME}), its (?:[\\p{Ll}-]+ ){0,3}?${COMPANY_ROLE}`,
].map((source) => [new RegExp(source, "gu"), "who", "org"] as const);
const ITS = new RegExp(
  `(?<org>${NAME})[^.]{0,140}?\\bits (?:[\\p{Ll}-]+ ){0,3}${COMPANY_ROLE}${FIELD},? (?<who>${NAME})`,
  "gu",
);

/** Organisations that own up to something themselves: they speak about their own house. */
const OWNS_UP = new RegExp(
  `(?<it>${NAME}) (?:has |have )?(?:admitted|admits|admit|confirmed|confirms|disclosed|discloses|acknowledged|acknowledges|suffered|suffers|has told (?:\\p{L}+ ){0,3}(?:customers|shoppers|users|patients|clients|investors))\\b`,
  "gu",
);

const OWNED =
  /\b(?:admits?|confirms?|loses?|lost|says|discloses?|reports?|suffers?|hit|breach\w*|leaks?|attacked|hacked|tells|warns)\b/;

function mainOrganisation(
  article: Article,
  findings: Findings,
  firm: string | undefined,
): string | undefined {
  const title = foldText(article.title);
  const place = (one: { readonly matched: readonly string[] }): number =>
    Math.min(...one.matched.map((name) => title.indexOf(foldText(name))).map((at) => (at < 0 ? 1e6 : at)));
  const now = findings.carriers.filter((one) => one.role === "victim" || one.role === "mentioned");
  const victims = now.filter((one) => one.role === "victim");
  const inTitle = (list: typeof now): string | undefined =>
    [...list].sort((a, b) => place(a) - place(b)).find((one) => place(one) < 1e6)?.name;
  const most = [...victims].sort((a, b) => b.mentions.length - a.mentions.length)[0]?.name;
  const titled = inTitle(victims) ?? inTitle(now);
  // An unwatched company that the headline names and that speaks comes before a carrier further down.
  if (titled === undefined && firm !== undefined && OWNED.test(article.title) && article.title.includes(firm))
    return firm;
  const watched = titled ?? most;
  if (watched !== undefined) return watched;
  const counts = new Map<string, number>();
  for (const match of [article.title, ...article.paragraphs].join("\n").matchAll(OWNS_UP)) {
    const name = trimName(match.groups?.it ?? "");
    if (name !== "" && article.title.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? now[0]?.name;
}

const SPEAKS = new RegExp(
  `(?<it>${NAME})(?:, [^,.]{3,80},)? (?:has |have )?(?:said|says|say|states|stated|found|reports|reported|writes|wrote|told|believes|calls|tracks|published|disclosed|confirmed)\\b|(?:[Aa]ccording to|,[”"]? (?:said|says)) (?:the )?(?<it2>${NAME})|(?<it3>${NAME})[’']s? (?:researchers|analysts|report|paper|post|blog|engineers|team)\\b`,
  "gu",
);

/** The organisation that speaks most, where it is named at least twice. */
function firmOf(article: Article, findings: Findings): string | undefined {
  const text = [article.title, ...article.paragraphs].join(".\n");
  const watched = new Set(findings.actors.flatMap((one) => [one.name, ...one.matched]).map(foldText));
  const counts = new Map<string, number>();
  for (const match of text.matchAll(SPEAKS)) {
    const { it, it2, it3 } = match.groups ?? {};
    const name = trimName(it ?? it2 ?? it3 ?? "");
    if (name === "" || isNewsroom(name) || isCommonNoun(name) || watched.has(foldText(name))) continue;
    counts.set(name, (counts.get(name) ?? 0) + text.split(name).length - 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= 2 ? most[0] : undefined;
}

/** "the country's security service, the SBU" and "Korea Internet & Security Agency, KISA" or "(CISA)". */
const ACRONYM = new RegExp(
  `(?<long>(?:\\p{Ll}+ (?:security service|regulator|watchdog|agency|police|authority))|${NAME})(?<open>,| \\() ?(?:the )?(?<short>\\p{Lu}{2,6}(?:-\\p{L}{1,4})?)\\b`,
  "gu",
);

/** "The seller, Rex", "use the handles Dot and Mira": plain names, where the words leave no doubt that they are nicknames. */
const CALLED =
  /\b(?:handles?|nicknames?|alias(?:es)?|pseudonyms?|(?:goes|went|going|go) by(?: the name(?: of)?)?|calling (?:him|her|it|them)sel(?:f|ves)|calls (?:him|her|it)self|[Cc]laimant:|(?:seller|hacker|poster|intruder|leaker|user) (?:named|called|nicknamed|known as)) [“"‘']?(?<names>\p{Lu}[\p{L}\d_-]{2,19}(?:(?:, and |, | and )\p{Lu}[\p{L}\d_-]{2,19}){0,5})(?![\p{L}\d])(?! \p{Lu})/gu;
/** Nicknames as forums have them: introduced as alias, user, seller or hacker, and not spelled like a person's name. */
function handlesIn(text: string): Set<string> {
  const out = new Set<string>();
  for (const match of text.matchAll(CALLED))
    for (const name of (match.groups?.names ?? "").split(/, and |, | and /))
      if (name.length > 2 && trimName(name) === name && !isCommonNoun(name)) out.add(name);
  const pattern =
    /\b(?:alias|handle|nickname|user(?:name)?|seller|vendor|hacker|poster|by one|called|calls (?:him|her|it)self|calling (?:him|her|it)self|goes by|known as|styling himself)(?:,| of| named| called| name)? [“"‘']?(?<handle>[\p{L}\d_-]{4,20})[”"’']?/giu;
  for (const match of text.matchAll(pattern)) {
    const handle = match.groups?.handle ?? "";
    if (
      /\p{Ll}\p{Lu}|\d|_/u.test(handle) ||
      (/^\p{Ll}/u.test(handle) && new RegExp(`[“"‘']${handle}[”"’']|, ${handle},`, "u").test(text))
    )
      out.add(handle);
  }
  return out;
}

function addPerson(people: Map<string, string>, name: string, organisation: string): void {
  people.set(foldText(name), organisation);
  const surname = name.split(" ").at(-1) ?? name;
  if (surname.length > 2) people.set(foldText(surname), organisation);
  const first = name.split(" ")[0] ?? name;
  if (!people.has(foldText(first)) && first.length > 2) people.set(foldText(first), organisation);
}

/** The words at the end of a long name whose initials make the short form; lower-case offices need none. */
function spelledOut(long: string, short: string): string | undefined {
  if (/^\p{Ll}/u.test(long)) return long;
  const words = long.split(" ");
  for (let from = 0; from < words.length; from += 1) {
    const rest = words.slice(from);
    const initials = rest
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .join("");
    if (initials === short && /^\p{Lu}/u.test(rest[0] ?? "")) return rest.join(" ");
  }
  return undefined;
}

const RESEARCH_ARM = /\b(?:labs?|research|threat intelligence)\b/i;

/** The name to show for one that stands in the text: the watched name, the known short form, or as printed. */
export function nameOf(index: Pick<SpeakerIndex, "names">, printed: string): string {
  const folded = foldText(printed).replace(/^the /, "");
  const known = index.names.get(folded);
  // A research arm speaks about others, not for the house that owns it.
  if (known !== undefined && RESEARCH_ARM.test(folded) && !RESEARCH_ARM.test(known))
    return printed.replace(/^[Tt]he /, "");
  if (known !== undefined) return known;
  let short = shortenAgencies(printed);
  for (const [spelling, name] of index.names) {
    const at = foldText(short).indexOf(spelling);
    if (at >= 0 && /^\p{Lu}{2,6}$/u.test(name) && spelling.includes(" "))
      short = `${short.slice(0, at).replace(/(?:the )?US $/, "")}${name}${short.slice(at + spelling.length)}`;
    else if (folded.endsWith(` ${spelling}`) || folded.startsWith(`${spelling} `)) {
      if (!folded.includes(" and ")) return name;
    }
  }
  return short;
}
