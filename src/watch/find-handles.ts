import { slugOf } from "./find-introduced-groups.ts";
import type { TrackingCode } from "./find-tracking-codes.ts";

const MARK =
  "(?:handle|nickname|nick|alias|moniker|pseudonym|nom de guerre|user ?name|screen name|persona|name)";
const SELF = "(?:itself|himself|herself|themselves|themself)";
/** Who may hide behind a handle. */
const WHO =
  "(?:accounts?|users?|sellers?|hackers?|persons?|people|someone|somebody|individuals?|actors?|posters?|intruders?|vendors?|brokers?|personas?|attackers?|criminals?|thie(?:f|ves)|extortionists?|leakers?|teenagers?|groups?|gangs?|crews?|collectives?|outfits?|band|trio|duo|suspect|man|woman|they|he|she)";
/** What is also known by a name, without being anybody. */
const THINGS =
  "\\b(?:holes?|flaws?|bugs?|vulnerabilit(?:y|ies)|malware|tools?|programs?|techniques?|campaigns?|operations?|places?|compan(?:y|ies)|firms?|chains?|exploits?|scripts?|backdoors?|implants?|loaders?|kits?|frameworks?|botnets?|files?)\\b";
/** How a text says what somebody in the dark goes by. */
const GOES_BY = `(?:(?:goes?|going|went) by(?: the ${MARK}(?: of)?)?|(?:calls?|calling|called|styl(?:es?|ed|ing)) ${SELF}|(?:us(?:es?|ed|ing)|under|with|behind) (?:the|a) (?:online |forum |hacker )?${MARK}(?: of)?|sign(?:s|ed|ing) (?:off )?as|post(?:s|ed|ing) as|(?:better |also )?known (?:only |online |there )?(?:as|by the ${MARK}(?: of)?))`;
/** Characters around a handle in which the trade is told. */
const NEAR = 100;
const HANDLE = "[\"“'‘]?([A-Za-z0-9][\\w$.-]{1,28}[\\w$])[\"”'’]?";
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `\\b${WHO}\\b(?:(?!${THINGS})[^.;:!?]){0,60}?\\b${GOES_BY},? ${HANDLE}(?:,? (?:and|or) ${HANDLE})?`,
    "g",
  ),
  new RegExp(
    `\\b(?:the|whose) (?:online |forum |hacker )?(?:handle|nickname|alias|moniker|pseudonym|user ?name|screen name)(?: of)? ${HANDLE}(?:,? (?:and|or) ${HANDLE})?`,
    "g",
  ),
];
/** "A user called VoidMaestro": said of people too, so the name must look like no person's. */
const CALLED = new RegExp(
  `\\b(?:(?:forum|Telegram|X|Twitter) (?:accounts?|members?)|users?|sellers?|posters?|personas?|leakers?|extortionists?|hackers?) (?:called|named|dubbed|nicknamed|styled|by the name of) ${HANDLE}`,
  "g",
);
/** Anybody may call himself something, thieves who sell nothing too: people count only where the sentence tells of such trade. */
const ANYBODY = /^(?:persons?|people|someone|somebody|individuals?|man|woman|he|she|they|thie(?:f|ves))\b/i;
const TRADE =
  /\b(?:forum|thread|sale|s[eo]ll(?:s|ing)?|sold|sellers?|offer\w*|post(?:s|ed|ing)?|dump\w*|leak\w*|claim\w*|taunt\w*|making fun|mock\w*|ransom|extort\w*|wants?|demand\w*|Telegram)\b/i;
const NICKNAME = /\p{Ll}\p{Lu}|\d|_|^["“'‘]|\$/u;
/** A handle is written as a name: with a capital, a digit, or in quotes. */
const NAMELIKE = /^(?=.*(?:\p{Lu}|\d\p{L}|\p{L}\d))/u;
const ORDINARY =
  /^(?:The|A|An|This|That|It|He|She|They|I|We|Mr|Ms|Mrs|Dr|Operation|Project|X|Twitter|Telegram|Russian|Chinese|[A-Z][a-z]+(?:ese|ish|ian|ean)|\d+)$/;

/** The handles under which a text says that somebody acts: "an account that goes by the name of Gravel". */
export function findHandles(text: string): TrackingCode[] {
  return [...PATTERNS, CALLED].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      if (pattern === CALLED && !NICKNAME.test(match[0].slice(match[0].lastIndexOf(" ") + 1))) return [];
      const around = text.slice(Math.max(0, match.index - NEAR), match.index + match[0].length + NEAR);
      if (ANYBODY.test(match[0]) && !TRADE.test(around)) return [];
      const names = [match[1], match[2]].filter((name) => name !== undefined);
      return names.flatMap((literal) => {
        const start = match.index + match[0].lastIndexOf(literal);
        const rest = text.slice(start + literal.length);
        // "calls himself John Smith": a full name is no handle.
        if (!NAMELIKE.test(literal) || ORDINARY.test(literal) || /^ \p{Lu}\p{Ll}/u.test(rest)) return [];
        return [{ start, end: start + literal.length, literal, id: slugOf(literal) }];
      });
    }),
  );
}
