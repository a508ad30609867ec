import type { Settled } from "./candidates.ts";
import { sentenceAt } from "./cut-segments.ts";

/** Between a name and another name for the same group, as the article says. */
const ALSO_KNOWN =
  /^["'”’]?\s*[,(–—-]?\s*\(?(?:(?:which|who)\s)?(?:(?:is|was|are)\s)?(?:also\s)?(?:(?:known|tracked|called|referred to|listed|labell?ed|named)\s(?:[\p{L}&.]+\s){0,4}?(?:as|by)|(?:which|whom|that) (?:others|[\p{L}&.]+(?:\s[\p{L}&.]+){0,3}) (?:calls?|tracks? (?:it )?as|names?|dubs?|knows? as)|called|aka|a\.k\.a\.?|alias(?:es)?|formerly|previously(?: known as)?)\s["'“‘]?$/iu;
/** A bracket opened right after a name lists its other names: "Sandworm (APT44, …)". */
const BRACKET =
  /^\s\((?:also\s|aka\s|a\.k\.a\.?\s|formerly\s|or\s|tracked as\s|also known as\s|also tracked as\s)?["'“‘]?$/i;
const NEXT_MEMBER = /^["'”’]?(?:,|\s(?:and|or)|,\s(?:and|or)|\s\/|\/)\s?["'“‘]?$/i;
/** Words by which a code of activity is said to be some group's. */
const BELONGS =
  /\b(?:belongs? to|is part of|a (?:sub-?group|cluster|branch) of|the work of|attribut\w+ to|ties? (?:it |this |them )?to|linked to|overlaps? with)\b/i;
/** "The crew is also tracked as …" */
const THE_GROUP_IS =
  /^(?:the|this)\s(?:[\p{L}-]+\s){0,2}(?:crew|group|gang|actor|cluster|hackers|adversary|team)\b[^.;]{0,40}\b(?:known|tracked|called|referred to)\s(?:[\p{L}&.]+\s){0,4}?as\s["'“‘]?$/iu;

/** Counts a name for the group that the article itself gives it to: in "Kimsuky, also tracked as APT43", APT43 is Kimsuky's, although the catalogue keeps the two apart. */
export function foldAliases(counted: readonly Settled[]): Settled[] {
  let leader: Settled | undefined;
  let before: Settled | undefined;
  return counted.map((one) => {
    if (one.name.kind !== "actor") return one;
    const owner =
      groupOfCode(one, counted) ?? (before === undefined ? undefined : ownerOf(one, before, leader));
    leader = owner;
    before = one;
    if (owner === undefined || owner.name.id === one.name.id) return one;
    const cue = `the article gives it as another name of ${owner.name.name}`;
    return { ...one, cue, name: { ...one.name, id: owner.name.id, name: owner.name.name } };
  });
}

/** The group that the sentence gives an uncatalogued code of activity to: "tracks it as UAC-0165 and is sure that it belongs to Sandworm". */
function groupOfCode(one: Settled, counted: readonly Settled[]): Settled | undefined {
  const { segment, start, literal } = one.candidate;
  if (one.name.alias !== literal || one.name.name !== literal || one.name.catalogued) return undefined;
  const sentence = sentenceAt(segment, start);
  if (!BELONGS.test(sentence.text)) return undefined;
  return counted.find(
    (other) =>
      other.name.kind === "actor" &&
      other.name.catalogued &&
      other.candidate.segment === segment &&
      other.candidate.start >= sentence.start &&
      other.candidate.start < sentence.end,
  );
}

/** The mention whose group this one names again, if the words between say so. */
function ownerOf(one: Settled, before: Settled, leader: Settled | undefined): Settled | undefined {
  const { segment, start } = one.candidate;
  const sentence = sentenceAt(segment, start);
  if (THE_GROUP_IS.test(segment.text.slice(sentence.start, start))) return leader ?? before;
  if (before.candidate.segment !== segment) return undefined;
  const gap = segment.text.slice(before.candidate.end, start);
  if (ALSO_KNOWN.test(gap) || BRACKET.test(gap)) return leader ?? before;
  if (leader !== undefined && NEXT_MEMBER.test(gap)) return leader;
  return undefined;
}
