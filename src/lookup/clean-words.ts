/** Links, channels and people as Slack writes them into a command's text. */
const SLACK_LINK = /<(https?:\/\/[^<>|\s]+|mailto:[^<>|\s]+)(?:\|([^<>]*))?>/g;
const SLACK_CHANNEL = /<#([A-Z0-9]+)(?:\|([^<>]*))?>/g;
const SLACK_PERSON = /<@([A-Z0-9]+)(?:\|([^<>]*))?>/g;
const SLACK_SPECIAL = /<![^<>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};
/** Control, zero-width, bidi and soft-hyphen characters: none belongs to a question. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Gives a question's words as plain text: Slack markup, entities, smart quotes, code marks and defanged links undone. */
export function cleanWords(text: string): string {
  const plain = text
    .replace(SLACK_LINK, " $1 ")
    .replace(SLACK_CHANNEL, (_, id: string, name: string | undefined) => ` ${name || id} `)
    .replace(SLACK_PERSON, (_, id: string, name: string | undefined) => ` ${name || id} `)
    .replace(SLACK_SPECIAL, " ")
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\t\n\r]/g, " ")
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′`´]/g, (mark) => (mark === "`" || mark === "´" ? " " : "'"))
    .replace(/[‐‑‒–—―−]/g, "-");
  return plain.split(/\s+/).filter(Boolean).map(refang).map(unmark).filter(Boolean).join(" ");
}

/** Gives the words of a cleaned question; what stands in double quotes is one word, an odd quote is dropped. */
export function splitWords(text: string): string[] {
  const balanced = (text.match(/"/g)?.length ?? 0) % 2 === 0 ? text : text.replaceAll('"', " ");
  return [...balanced.matchAll(/([a-z]+[:=])?"([^"]*)"|(\S+)/g)]
    .map(([, key, quoted, bare]) => (quoted === undefined ? (bare ?? "") : `${key ?? ""}${quoted.trim()}`))
    .filter((word) => word !== "");
}

/** Takes off the punctuation that ends a sentence, and quotes or brackets around the whole; "Lapsus$" and "T-Mobile" stay whole. */
export function trimPunctuation(words: string): string {
  let trimmed = words.trim();
  for (;;) {
    const next = trimmed
      .replace(/[.,;:!?…]+$/u, "")
      .replace(/^'(.*)'$/, "$1")
      .replace(/^\((.*)\)$/, "$1")
      .trim();
    if (next === trimmed) return trimmed;
    trimmed = next;
  }
}

/** Undoes the marks that keep a link from being pressed: hxxp, [.], (dot), [:]. */
function refang(word: string): string {
  const linkish =
    /^(?:hxxps?|h\*\*ps?|https?|fxp)\b/i.test(word) ||
    /\[(?:\.|dot|:|:\/\/|\/)\]|\(\.\)|\{\.\}|\(dot\)/i.test(word);
  if (!linkish) return word;
  return word
    .replace(/^h(?:xx|\*\*)p(s?)/i, "http$1")
    .replace(/\[(\.|:|:\/\/|\/)\]/g, "$1")
    .replace(/\(\.\)|\{\.\}|[[({]dot[\])}]/gi, ".");
}

/** Takes emphasis marks off a word's ends, where both ends bear them. */
function unmark(word: string): string {
  return word.replace(/^([*_~])(\S.*?)\1$/, "$2");
}
