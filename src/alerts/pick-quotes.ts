import type { Reading, Story } from "../domain.ts";
import type { Quote } from "../domain-delivery.ts";
import { splitSentences } from "../text/sentences.ts";
import { termsOf } from "../text/similarity.ts";
import { companyWord, type Told, victimsWord } from "./company-word.ts";

const MOST_QUOTES = 3;
/** A sentence that shares this much of the headline and brings no number or name of its own says it again. */
const REPEATS = 0.5;

/** The sentences shown with an alert: the summary sentence by sentence, without the headline and what it says already, and the victim's own denial or limit. */
export function pickQuotes(summary: readonly Quote[], read: Reading, story: Story): Quote[] {
  const word = victimsWord(story) ?? admissionOf(story, summary);
  const sentences = sentencesOf(summary, read.article.title);
  const own = word === undefined || sentences.some((one) => one.text === word.text) ? undefined : word;
  const telling = sentences.filter(
    (one) =>
      one.text === word?.text ||
      !(repeatsTitle(one.text, read) || (word !== undefined && saysAgain(one.text, word.text))),
  );
  const kept = telling.length > 0 ? telling : sentences.slice(0, 1);
  const room = MOST_QUOTES - (own === undefined ? 0 : 1);
  const least = kept.findLastIndex((one) => one.text !== word?.text);
  const fitting = kept.length > room ? kept.filter((_, at) => at !== least).slice(0, room) : kept;
  const quotes: Quote[] =
    own === undefined
      ? [...fitting]
      : [...fitting, { text: own.text, speaker: undefined, paragraph: own.paragraph }];
  return quotes.map((one) => ({ ...one, speaker: speakerOf(one, story) }));
}

/** A summary's sentences one by one, without the headline: the message has that above them. */
function sentencesOf(summary: readonly Quote[], headline: string): Quote[] {
  return summary
    .filter((one) => one.text !== headline)
    .flatMap((one) => splitSentences(one.text).map(({ text }) => ({ ...one, text })));
}

/** A victim's admission, where the summary carries no word of a victim at all. */
function admissionOf(story: Story, summary: readonly Quote[]): Told | undefined {
  const victims = story.carriers.filter((one) => one.role === "victim").map((one) => one.name);
  const heard = story.statements.some(
    (one) => victims.includes(one.speaker) && summary.some((quote) => quote.text.includes(one.text)),
  );
  const admitted = victims.map((name) => companyWord(story, name).admits);
  return heard ? undefined : admitted.find((one) => one !== undefined && one.paragraph > 0);
}

/** Whether most of what a sentence tells stands in another that is shown beside it; a figure of its own is always news. */
function saysAgain(text: string, other: string): boolean {
  const said = new Set(termsOf(other));
  const terms = [...new Set(termsOf(text))];
  if (terms.some((term) => /\d/.test(term) && !said.has(term))) return false;
  return terms.filter((term) => said.has(term)).length > terms.length / 2;
}

function repeatsTitle(text: string, { article, account }: Reading): boolean {
  const title = new Set(termsOf(article.title));
  const shared = [...new Set(termsOf(text))].filter((term) => title.has(term)).length;
  if (shared < 3 || shared < title.size * REPEATS || /\d|["“”]/.test(text)) return false;
  if ((account.details ?? []).some((one) => text.includes(one.literal))) return false;
  const names = text.slice(1).match(/(?<=\s)\p{Lu}[\p{L}&-]+/gu) ?? [];
  return names.every(
    (name) => article.title.includes(name) || /^(?:US|UK|EU|The)$/.test(name) || DAYS.test(name),
  );
}

const DAYS = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;
const OPENS = /^["“”„«‘]/;
const THE_COMPANY =
  "(?:(?<!\\b(?:at|of|in|from|inside|(?<!according )to|by|with|for) )the (?:\\p{L}+ ){0,3}?(?:company|operator|carrier|telco|provider|group|firm|gang|crew|agency|regulator|ministry|statement|filing)|(?:an?|the|its) (?:\\p{L}+ ){0,2}?spokes\\p{L}+)";
const ONE_OF_THEM = `(?:he|she|it|they|we|${THE_COMPANY})`;
const SAYS =
  "(?:sa(?:id|ys)|confirm(?:s|ed)|disclosed|added|adds|wr(?:ote|ites)|told|tells|stressed|stated|insist(?:s|ed)|maintain(?:s|ed)|repeat(?:s|ed)|announced|explained|reiterated|clarified|noted|claim(?:s|ed)|boast(?:s|ed)|took full responsibility)";
/** "the company, of Lyon, said", "said the statement", "according to the operator". */
const SAYS_ITSELF = new RegExp(
  `\\b${ONE_OF_THEM}(?:, [^,]{3,60},)?(?: \\p{L}+){0,2}? ${SAYS}\\b|\\b${SAYS} ${THE_COMPANY}\\b|\\baccording to ${THE_COMPANY}\\b`,
  "iu",
);
const POINTS_BACK = /^(?:It|He|She|They|We|The (?:company|operator|carrier|telco|provider|group|firm))\b/;

/** "T-Mobile US to Reuters", only where the sentence has a speaker whom it does not name itself: speech without its tag, or "it said". */
function speakerOf(quote: { readonly text: string }, story: Story): string | undefined {
  const said = story.statements.find((one) => one.text === quote.text && one.paragraph > 0);
  if (said === undefined || /^unnamed\b|^\p{Ll}/u.test(said.speaker)) return undefined;
  if (story.actors.some((one) => one.name === said.speaker && one.role === "background")) return undefined;
  const outside = outsideSpeech(quote.text);
  const speech = outside.replace(/[\s.,]/g, "") === "";
  if (speech) return withHearer(said);
  const names = [said.speaker, ...spellings(said.speaker, story)];
  if (names.some((name) => outside.includes(name))) return undefined;
  // Another name beside a saying verb is the speaker then, whoever the sentence was given to.
  if (NAMED_SPEAKER.test(outside) && !OPENS.test(quote.text)) return undefined;
  if (SAYS_ITSELF.test(outside)) return withHearer(said);
  const defends = said.stance === "limits" || said.stance === "denies";
  return defends && POINTS_BACK.test(quote.text) ? withHearer(said) : undefined;
}

const NAMED_SPEAKER =
  /(?<=[^.]\s|^)(?!(?:It|He|She|They|We)\b)\p{Lu}[\p{L}’'-]+(?:,? [^,]{0,40},)? (?:said|says|wrote|told|recorded|reported|added|claims|claimed|warned|stated)\b|according to (?:the )?\p{Lu}/u;

function spellings(speaker: string, story: Story): readonly string[] {
  return [...story.carriers, ...story.actors].find((one) => one.name === speaker)?.matched ?? [];
}

function withHearer(said: Told): string {
  return said.to === undefined || outsideSpeech(said.text).includes(said.to)
    ? said.speaker
    : `${said.speaker} to ${said.to}`;
}

/** What stands outside quotation marks; a mark that opens or closes alone has its speech on one side. */
function outsideSpeech(text: string): string {
  const rest = text.replace(/[“"„][^“”"]*["”]/g, " ").trim();
  return OPENS.test(rest) ? "" : rest.replace(/^[^“”"]*["”]/, "").trim();
}
