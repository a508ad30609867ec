/** Words too small to tell a reader anything, however much they weigh. */
const SMALL =
  /^“(?:[^”]{1,3}|[^\p{L}§][^”]*|§\w+|with|that|this|from|have|been|were|their|which|when|more|into|also|than|some|what)”/u;

/** What sentences say on an actor's case is shown by one of them. */
const OF_SENTENCES =
  /^(?:one (?:that|right)|(?:on the whole |with no other named, )?sentences |headline or teaser |those right|of another actor sentences|more than of others they)/;

/** A trait in words for a reader, undefined for one that only the sum understands. */
export function sayTrait(trait: string): string | undefined {
  if (
    SMALL.test(trait) ||
    OF_SENTENCES.test(trait) ||
    trait.startsWith("named in many") ||
    trait.startsWith("share of")
  )
    return undefined;
  return trait
    .replace(/ sign \d+ in (headline|teaser|lead|body)$/, " words in the $1")
    .replace(/^read as [\w-]+: (?=\p{L})/u, "")
    .replace(
      /^(doubt|denial|comparison|naming|blame|claim|deed|harm|own word|neighbour|research|earlier|trade|law) (in|before|after)\b/,
      "words of $1 $2",
    );
}
