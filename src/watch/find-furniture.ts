/** Whole paragraphs that belong to the page and not to the article. */
const FURNITURE: readonly RegExp[] = [
  /^(?:previously|earlier|also|elsewhere|more) (?:on|in|from) (?:this|our|the) (?:blog|site|series|page)\b/i,
  /^(?:read|see|learn|find out|watch|listen|view|load|show|click)\s+(?:more|also|next|now|here|on|full (?:story|article))\b.{0,200}$/i,
  /^(?:related|more on this|more from|see also|also read|further reading|recommended|you (?:may|might) (?:also )?(?:like|be interested in)|what to read next|keep reading|most (?:read|popular)|trending|top stories|latest (?:news|stories)|in case you missed it|don['’]t miss|editors?['’]?s? picks?|popular now|up next|next article|previous article)\b\s*(?:[:|–—-]|story\s*:|stories|articles|posts|content|news|reading|$)/i,
  /^(?:share|tweet|pin|email|print|bookmark|save|copy link|forward)\b(?:[\s,:|/·•]*(?:this|on|via|the|article|story|page|post|link|by|to|with|x|twitter|facebook|linkedin|whatsapp|reddit|email|e-mail|telegram|mastodon|bluesky|pocket|print|copy|share|tweet|pin|save|pinterest|hacker news|flipboard))*[\s:|.…]*$/i,
  /^(?:sign up|subscribe|sign in|log in|register|join (?:us|our|the|over|more than|\d[\d,.]*))\b.{0,160}\b(?:newsletter|inbox|updates?|briefing|mailing list|alerts?|account|comment|channel|community|podcast|subscribers|read(?:ing)?|free)\b/i,
  /^(?:[^.!?]{0,60}[.!?] )?[^.!?]{0,100}\b(?:our|free|daily|weekly)\s+(?:[\w&]+\s+){0,3}newsletters?\b.{0,80}$/i,
  // Newsletters report too: one is offered where readers are told what to do.
  /^(?=.{0,200}\b(?:sign up|subscribe\w*|inbox|delivered|join|get|receive|follow|every (?:week|day|morning|month|\w+day))\b)[^.!?]{0,100}\b(?:the|a)\s+(?:[\w&]+\s+){0,3}newsletter\b.{0,80}$/i,
  /^(?:subscribe to|unsubscribe|get|receive)\b(?: the| our)?.{0,60}(?:\b(?:weekly|daily|briefing|bulletin|digest) (?:every|each|in your|by e-?mail|for)\b.{0,80}|^unsubscribe.{0,40})$/i,
  /^(?:subscribe to|unsubscribe\b|support us\b|enjoying\b.{0,60}\?|forward this\b|leave a (?:comment|reply)|join the (?:discussion|conversation|debate)|contact the (?:desk|author|editor)|download (?:the|our) (?:app|report|white ?paper|pdf)|by continuing to (?:use|browse)|this is (?:a|an) (?:premium|subscriber)\b).{0,160}$/i,
  /^follow\s+(?:us|@|the author|\w+ on)\b.{0,160}$/i,
  /^(?:advertisements?|sponsored(?: content)?|promoted|paid (?:content|post)|ad)(?:[\s.:|]*|\s(?:by|from)\b.{0,80})$/i,
  /^(?:this (?:story|article|post|report) (?:is|has been|was|will be) (?:being |also )?(?:updated|developing|corrected|first published|originally published)|this (?:story|article|post|report) (?:first|originally) appeared|(?:corrections?|editor['’]?s note|disclosure|disclaimer)\s*:|updated? (?:on|at)\b|last updated|published(?: on)?:)/i,
  /\b(?:we|this (?:site|website|page)) uses? cookies\b|\bcookie (?:policy|settings|preferences)\b|\baccept (?:all )?cookies\b|\bprivacy policy\b.{0,120}$/i,
  /^the post\b.{3,300}\b(?:appeared first on|first appeared on)\b/i,
  /^[([]?(?:image|photo|picture|photograph|illustration|source|credits?|featured image)(?: credits?| by| courtesy)?\s*[:©=]/i,
  // The line under a picture, with its credit: "A shop of the operator in Oslo. Photo: Jane Roe".
  /^.{3,260}(?:[.,;:!?)\]–—|-]|\bfile)\s*[([]?(?:image|photo|picture|photograph|illustration)(?: credits?| by| courtesy(?: of)?)?\s*[:©=/]\s*\S.{0,60}$/i,
  /^.{3,260}[.,;:!?)(\]–—|-]\s*(?:\S{1,20}(?: \S{1,20})?(?: via |\/))?(?:Getty Images|Shutterstock|iStock(?:photo)?|Adobe Stock|Alamy(?: Stock Photo)?|Unsplash|REUTERS\/[\w .-]{3,40}|AP Photo(?:\/[\w .-]{3,40})?)(?:\/[\w .-]{2,30})*\)?$/,
  /\bby (?:signing up|subscribing|registering|submitting|providing your e-?mail)\b.{0,60}\b(?:you|agree|accept|consent)\b/i,
  /^(?:get|have|receive|want)\b.{0,120}\b(?:in|to|into) your (?:inbox|mailbox|e-?mail)\b/i,
  /^\(?(?:photograph|photo|image|additional reporting|with reporting|reporting|editing) (?:by|from) [A-Z].{0,120}$/i,
  /^(?:explainer|video|watch|listen|podcast|gallery|webinar|quiz|live ?blog)\s*:\s.{0,120}$/i,
  /^home\s*[>»›/|].{0,160}$/i,
  /^(?:[\w&.’' -]{2,40}\s\([A-Z.:]{1,12}\)\s*[+−-]?\d[\d.,]*\s?%?[\s,;|]*)+$/,
  /^(?:[Aa]bout the [Aa]uthors?\b|[Ww]ritten by|[Aa]uthor:|[Bb]y [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:, .{0,60})?$)/,
  /^\S.{0,80}\bis (?:a|an|the) (?:[\w-]+ ){0,4}(?:reporter|journalist|editor|correspondent|freelance(?:r)?|contributor|staff writer)\b/i,
  /^(?:tags?|topics?|categories|filed under|keywords)\s*:/i,
  /^(?:©|copyright\s*(?:©|\(c\)|\d{4})|all rights reserved)/i,
  /^(?:got|have|do you have)\b.{0,40}\b(?:tip|story to share)\b/i,
  /^\d*\s*(?:comments?|shares?|views?|min(?:ute)?s? read)\b.{0,20}$/i,
  /^(?:found this article interesting\?|like this (?:article|story)\?|enjoyed this)/i,
];
/** Furniture within a teaser or at the end of a paragraph. */
const TAILS: readonly RegExp[] = [
  /\bThe post\b(?:(?!\bThe post\b)[^\n]){3,300}?\b(?:appeared first on|first appeared on)\b[^\n]{0,80}$/i,
  /(?:^|[.!?…"”)]\s)(?:Read more|Read also|See also|Also read|Related)\s*:[^\n]{0,300}$/i,
  /\[(?:\.\.\.|…|&#8230;)\]\s*$/,
  /\b(?:Continue reading|Read (?:the )?(?:more|full (?:story|article)))\b[^.\n]{0,80}$/i,
];
/** Who wrote it, at the foot of the page: "Jane Roe covers telecoms for this paper." */
const AUTHOR =
  /^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2} (?:covers|writes (?:about|on|for)|reports on)\b.{0,140}$/;
/** A line at the end that is no sentence and no longer than this is the page's. */
const SHORT = 160;
/** What a site sets before a line of a list: "◆ Related news: …", ">> Read more". */
const LIST_MARK = /^[\s*>»›→▶►▷◆◇■□●•·☞✔✓➤➡\ufe0f|–—-]+/u;
/** Longer than any line of page furniture that we have seen. */
const LONGEST = 400;

/** Whether a paragraph is page furniture: share lines, teasers of other articles, newsletters, cookies, author boxes. */
export function isFurniture(paragraph: string): boolean {
  const line = paragraph.replace(LIST_MARK, "").trim();
  if (line === "" || line.length > LONGEST) return false;
  return FURNITURE.some((pattern) => pattern.test(line));
}

/** Where a text's furniture tail starts, or its length where it has none. */
export function furnitureTail(text: string): number {
  const tail = text.slice(-LONGEST);
  const starts = TAILS.map((pattern) => pattern.exec(tail)?.index).filter((index) => index !== undefined);
  return starts.length === 0 ? text.length : text.length - tail.length + Math.min(...starts);
}

/** A short label before a colon and a headline after it, or headlines in a row: "Also today: …", "A | B | C". */
function isLabelled(line: string): boolean {
  if (line === "" || line.length > LONGEST || isSentence(line)) return false;
  if (/\s[|·•]\s/.test(line)) return true;
  const label = /^(\p{Lu}[^.:!?“"]{1,32}):\s+\S/u.exec(line)?.[1];
  if (label === undefined || label.split(/\s+/).length > 4 || /\d/.test(label)) return false;
  // Names in a row belong to the report: "Hit so far: Telia, Elisa and DNA".
  return /(?:^|\s)(?!(?:and|or|of|the)\b)\p{Ll}{2,}/u.test(line.slice(label.length + 1));
}

function isSentence(line: string): boolean {
  return /[.!?…]["'”’)\]]*$/.test(line);
}

/** Where the lines after the last full sentence begin: what stands there is the page's and not the article's. */
function trailingFrom(paragraphs: readonly string[]): number {
  let at = paragraphs.length;
  while (at > 1) {
    const line = (paragraphs[at - 1] ?? "").trim();
    const own = line === "" || isFurniture(line) || isLabelled(line) || AUTHOR.test(line);
    if (!own && (isSentence(line) || line.length > SHORT)) break;
    at -= 1;
  }
  return at;
}

/** Numbers, from 1, of the paragraphs that are page furniture; a heading such as "Related articles" takes the short lines after it along. */
export function findFurniture(paragraphs: readonly string[]): number[] {
  const out: number[] = [];
  const trailing = trailingFrom(paragraphs);
  let inBox = false;
  paragraphs.forEach((paragraph, index) => {
    const line = paragraph.trim();
    const own = isFurniture(line);
    const isHeading =
      /^(?:related|recommended|more from|most (?:read|popular)|trending|latest|you (?:may|might)|read (?:more|next)|see also|top stories|further reading)\b[^.]{0,40}:?$/i.test(
        line,
      );
    if (isHeading && line.length < 45) inBox = true;
    else if (inBox && (line.length > 140 || /[.!?]["”]?$/.test(line))) inBox = false;
    if (own || inBox || isHeading || index >= trailing || (index > 0 && isLabelled(line)))
      out.push(index + 1);
  });
  return out;
}
