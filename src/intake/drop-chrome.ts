import { asksToPay } from "./find-wall.ts";
import { type MeasuredPage, measurePage, type PageElement } from "./measure-page.ts";

/** Elements and roles that hold no article's text. */
const BESIDE_BY_KIND =
  "nav, aside, footer, dialog, form, button, [role=navigation], [role=complementary], [role=contentinfo], [role=dialog], [role=alertdialog], [role=search], [role=menu], [role=toolbar]";
/** What sites call the boxes that stand beside an article, in whole words between hyphens. */
const BESIDE_BY_NAME = between(
  "related|recommend(?:ed|ations?)|read-?(?:next|more|also)|also-?(?:read|like)|see-also|you-(?:may|might)-(?:also-)?like",
  "more-(?:from|on|stories|news|articles)|most-?(?:read|popular|viewed)|popular(?:-(?:posts|news|stories))?|trending|up-next|latest-(?:news|posts|stories)",
  "share|share-?(?:bar|this|daddy|buttons|links|tools)|sharedaddy|sharing|social|social-?(?:bar|links|share|sharing|icons|buttons|media-links|follow)",
  "newsletters?|sign-?up|subscribe|cookies?|consent|gdpr|promos?|promotion|ads?|advert(?:s|isements?|ising)?|sponsored|outbrain|taboola",
  "comments?|comment-?list|disqus|respond|replies|reply-(?:area|list)",
  "author-?(?:bio|box|info|card)|about-(?:the-)?author|bio|tags|tag-?(?:list|cloud)",
  "bread-?crumbs?|side-?bar|site-(?:footer|header|nav)|(?:main|top|primary|sticky)-(?:menu|nav)|nav-?bar|pagination",
);
/** Longer than the article at times. */
const OF_ANY_SIZE = between("comments?|comment-?list|disqus|respond|replies|cookies?|consent|gdpr");
/** Says what a layout has or lacks, or what an article is filed under: "has-sidebar", "tag-social". */
const ABOUT_LAYOUT = /^(?:has|no|is|with|without|hide|show|category|format|type|tag(?!-?(?:list|cloud)))-/;
const BOX_HEADING =
  /^(?:related(?: (?:articles?|stories|posts?|news|content|reading|topics))?|recommended(?: (?:for you|reading|stories|articles))?|(?:read|see) (?:next|more|also)|also read|more (?:from|on|stories|news|like this)\b.{0,40}|you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular|viewed)|popular (?:posts|stories|news|now)|trending(?: now| stories)?|top stories|latest (?:news|stories|posts|articles)|up next|editors?['’]?s? picks?|what to read next|keep reading|further reading|don['’]t miss|about the authors?|leave a (?:comment|reply)|comments?|\d{1,5} (?:comments?|replies|responses))\s*[:.…»>]*$/i;
const MAX_HEADING = 60;
/** Elements around a heading that hold nothing else. */
const MAX_WRAPS = 5;
/** Of an attribute: no site needs more. */
const MAX_NAMES = 1_000;
/** Of the page's text: a box beside an article is smaller than the article. */
const MAX_SHARE = 0.4;

/** Takes out of a page what stands beside its article: menus, share bars, boxes of other articles, sign-ups, author boxes, comments. Whatever holds the headline or most of the running text stays, whatever it is called. */
export function dropChrome(body: PageElement): void {
  const page = measurePage(body, (element) => namesOf(element).some((name) => OF_ANY_SIZE.test(name)));
  for (const box of listOf(body, BESIDE_BY_KIND)) drop(box, page, false);
  for (const box of listOf(body, "[class], [id], [aria-label], [data-testid]")) {
    const names = namesOf(box).filter((name) => BESIDE_BY_NAME.test(name));
    if (names.length > 0)
      drop(
        box,
        page,
        names.some((name) => OF_ANY_SIZE.test(name)),
      );
  }
  for (const [element, length] of page.lengths)
    if (length > 0 && length <= MAX_HEADING && !page.keeps.has(element) && BOX_HEADING.test(textOf(element)))
      drop(boxUnder(element, page), page, /comment|repl|response/i.test(textOf(element)));
}

function drop(box: PageElement | undefined, page: MeasuredPage, anySize: boolean): void {
  if (box === undefined || page.keeps.has(box)) return;
  if (!anySize && (page.lengths.get(box) ?? 0) > page.length * MAX_SHARE) return;
  // Without it nobody could tell that the rest of the article is missing.
  if (!asksToPay(textOf(box))) box.remove();
}

/** The box that a heading opens: the first element around it that holds more than the heading, with the heading first. */
function boxUnder(heading: PageElement, page: MeasuredPage): PageElement | undefined {
  const length = page.lengths.get(heading);
  let box = heading.parentElement;
  for (let up = 0; up < MAX_WRAPS && box !== null && page.lengths.get(box) === length; up += 1)
    box = box.parentElement;
  return box !== null && !page.keeps.has(box) && textOf(box).startsWith(textOf(heading)) ? box : undefined;
}

function namesOf(element: PageElement): string[] {
  const given = ["class", "id", "data-testid"].flatMap((name) =>
    (element.getAttribute(name) ?? "").slice(0, MAX_NAMES).split(/\s+/),
  );
  return [...given, element.getAttribute("aria-label") ?? ""]
    .filter((name) => name !== "" && name.length <= MAX_HEADING)
    .map((name) =>
      name
        .replace(/([a-z])([A-Z])/g, "$1-$2")
        .toLowerCase()
        .replace(/[\s_]+/g, "-"),
    )
    .filter((name) => !ABOUT_LAYOUT.test(name));
}

function textOf(element: PageElement): string {
  return (element.textContent ?? "").trim();
}

function listOf(body: PageElement, selector: string): PageElement[] {
  return Array.from(body.querySelectorAll(selector));
}

function between(...words: readonly string[]): RegExp {
  return new RegExp(`(?:^|-)(?:${words.join("|")})(?:$|-)`);
}
