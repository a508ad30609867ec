/** Query parameters that tell where a click came from and never what is shown. */
const TRACKING =
  /^(?:utm_\w+|at_\w+|mtm_\w+|pk_\w+|piwik_\w+|hsa_\w+|ns_\w+|stm_\w+|wt[._]\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|igshid|igsh|yclid|ysclid|mc_[ce]id|mkt_tok|_hsenc|_hsmi|__hs\w+|oly_\w+|vero_\w+|ncid|cmpid|cmp|ocid|xtor|spm|s_cid|sr_share|smid|soc_\w+|sh_kit|trk|trkcampaign|ito|guccounter|guce_\w+|feedtype|feedname|partner|rss|rssfeed|from_rss|amp|amp_\w+|output[-_]?type|_ga|_gl|campaign_?id|cvid|echobox|tracking_?id|taid|linkid|wprov|share(?:d|_id)?|syn-\w+)$/i;
/** Parameters that may name the page elsewhere: dropped only with a value that is plainly a source. */
const SOURCE = /^(?:ref|ref_?src|source|src|from|via|medium|referrer|feed|cid|origin)$/i;
const SOURCE_VALUE =
  /^(?:rss|atom|feed|xml|feedburner|twitter|x|facebook|linkedin|reddit|mastodon|bluesky|telegram|email|newsletter|social|share|home(?:page)?|google|flipboard|apple_news)(?:[-_.:].*)?$/i;

/**
 * The one spelling of a page's address that stands for its identity: https, lower-case host without "www.",
 * no tracking parameters, AMP marks, fragment, default page or trailing slash; parameters in order.
 * What is no http(s) URL is given back trimmed.
 */
export function canonicalUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url.trim());
  } catch {
    return url.trim();
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return url.trim();
  const port = parsed.port === "" || parsed.port === "443" || parsed.port === "80" ? "" : `:${parsed.port}`;
  return `https://${plainHost(parsed.hostname)}${port}${plainPath(parsed.pathname)}${plainQuery(parsed.searchParams)}`;
}

/** The URL as it may be shown and kept: without credentials and without tracking parameters; fragment kept. */
export function withoutTracking(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url.trim());
  } catch {
    return url.trim();
  }
  parsed.username = "";
  parsed.password = "";
  const names = [...parsed.searchParams.keys()];
  for (const name of names) {
    if (isTracking(name, parsed.searchParams.get(name) ?? "")) parsed.searchParams.delete(name);
  }
  return parsed.href;
}

/** The URL without user name and password, otherwise as it is: safe to keep and to compare. */
export function withoutPassword(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, "$1");
}

function plainHost(hostname: string): string {
  return hostname.replace(/\.$/, "").replace(/^(?:www\d?|amp)\.(?=[^.]+\.)/, "");
}

function plainPath(pathname: string): string {
  return pathname
    .replace(/\/{2,}/g, "/")
    .replace(/\/amp(?:\.html)?\/?$/i, "/")
    .replace(/\.amp(?=\.html?$)|\.amp$/i, "")
    .replace(/\/index\.(?:html?|php)$/i, "/")
    .replace(/\/$/, "");
}

function plainQuery(params: URLSearchParams): string {
  const kept = [...params].filter(([name, value]) => !isTracking(name, value));
  if (kept.length === 0) return "";
  kept.sort(([a, av], [b, bv]) => (a === b ? compare(av, bv) : compare(a, b)));
  return `?${new URLSearchParams(kept).toString()}`;
}

function isTracking(name: string, value: string): boolean {
  return TRACKING.test(name) || (SOURCE.test(name) && SOURCE_VALUE.test(value));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
