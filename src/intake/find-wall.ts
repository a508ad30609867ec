import type { ReadPage } from "../domain-intake.ts";

/** What tells a wall: the text that a reader gets, the address that answered, and what the page says of itself. */
export interface WallSigns {
  readonly text: string;
  readonly title: string;
  readonly url: string;
  /** False where structured data says that the article is not free. */
  readonly free: boolean | undefined;
  /** The "article:content_tier" and the like, in lower case. */
  readonly tier: string;
}

/** A page with more text than this is the article, whatever else stands on it. */
const LONG_TEXT = 3_000;
/** A page with less text than this says hardly anything but its wall. */
const SHORT_TEXT = 1_500;

const CONSENT =
  /we value your privacy|your privacy (?:choices|matters|is important)|before you continue|accept all(?: cookies)?|reject all|manage (?:cookies|preferences|options|consent)|consent (?:to|choices|preferences)|cookie (?:settings|policy|preferences|consent)|(?:we|our|and) (?:and )?our (?:\d+ )?partners|legitimate interest|store and\/or access information|uses? cookies|personali[sz]ed (?:ads|advertising)|datenschutz|zustimmen|cookies akzeptieren|einwilligung|accepter (?:et|tous|les)|vos données|aceptar (?:todo|cookies|y)|accetta|zgadzam/gi;
const PAYWALL =
  /subscribe (?:now |today )?to (?:continue|read|keep reading|unlock|access)|subscri(?:ption|be) (?:is )?required|(?:for|to) (?:our )?subscribers(?: only)?|subscribers[- ]only|only (?:available )?(?:for|to) subscribers|to (?:continue|keep) reading|continue reading (?:with|by|this article)|already (?:a |have a )?(?:subscri\w+|member)|unlock (?:this|the full|full)|you(?:'|’)ve (?:reached|read) your|free articles? (?:left|remaining|this month)|premium (?:content|article)|become a (?:member|subscriber)|start your (?:free )?trial|register (?:for free )?to (?:continue|read)|nur für abonnenten|jetzt abonnieren|réservé aux abonnés|solo para suscriptores/gi;
const ROBOT_CHECK =
  /just a moment|checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|enable javascript and cookies|attention required|unusual traffic|complete the (?:security check|captcha)|press (?:and|&) hold|access (?:to this page has been )?denied|request (?:was )?blocked|ddos protection by|performing security verification|pardon our interruption/i;
const WALLED_PATH =
  /\/(?:log-?in|sign-?in|sign-?up|register|subscribe|subscription|paywall|account\/auth|sso)\b/i;

/** Names what stands between the reader and the article, or undefined where the text is the article. Never trusts one word alone on a page with much text. */
export function findWall(signs: WallSigns): ReadPage["wall"] {
  const { text, title, url } = signs;
  const parsed = URL.parse(url);
  const host = parsed?.hostname ?? "";
  const path = parsed?.pathname ?? "";
  if (
    /^(?:consent|cookie|privacy|guce|cmp)\./i.test(host) ||
    /\/(?:consent|privacy-?gate|cookie-?wall)\b/i.test(path)
  )
    return "consent";
  if (ROBOT_CHECK.test(title) || (text.length < SHORT_TEXT && ROBOT_CHECK.test(text))) return "robot check";
  if (text.length < SHORT_TEXT && WALLED_PATH.test(path)) return "login";
  const consent = distinct(text, CONSENT);
  if (consent >= 2 && text.length < consent * 700) return "consent";
  const paid = distinct(text, PAYWALL);
  const locked = signs.free === false || /^(?:locked|paid|premium|subscriber|metered)$/.test(signs.tier);
  if (text.length < LONG_TEXT && (locked || paid >= 2 || (paid === 1 && text.length < SHORT_TEXT)))
    return "paywall";
  return undefined;
}

/** Whether a text asks to pay or to register for the rest of the article. */
export function asksToPay(text: string): boolean {
  return distinct(text, PAYWALL) > 0;
}

function distinct(text: string, pattern: RegExp): number {
  return new Set(Array.from(text.slice(0, 50_000).matchAll(pattern), ([found]) => found.toLowerCase())).size;
}
