/** Feeds longer than this are cut: the newest entries stand first, and no newsroom publishes more between polls. */
export const MAX_ITEMS = 20_000;

export interface CleanXml {
  readonly kind: "xml";
  readonly root: "rss" | "rdf" | "feed";
  readonly text: string;
  /** Namespace prefix as written to the canonical one ("" for RSS and Atom's own elements). */
  readonly prefixes: ReadonlyMap<string, string>;
}
export interface NoXml {
  readonly kind: "html" | "json" | "empty" | "other";
  readonly detail: string;
  /** Where an HTML page says that its feed is, as written there. */
  readonly feedAt?: string;
}

const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/www\.w3\.org\/2005\/atom\/?$|^http:\/\/purl\.org\/atom\/|newformat#$/i, "atom"],
  [
    /purl\.org\/rss\/1\.0\/?$|netscape\.com\/rdf\/simple|backend\.userland\.com\/rss|purl\.org\/net\/rss/i,
    "",
  ],
  [/1999\/02\/22-rdf-syntax-ns#?$/i, "rdf"],
  [/purl\.org\/dc\/elements\/1/i, "dc"],
  [/purl\.org\/dc\/terms/i, "dcterms"],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, "content"],
  [/search\.yahoo\.com\/mrss/i, "media"],
  [/itunes\.com\/dtds\/podcast/i, "itunes"],
  [/rssnamespace\.org\/feedburner|feedburner\.com\/fb\/ns/i, "feedburner"],
];
/** Elements whose content is text, though some feeds put bare markup into it. */
const TEXT_TAGS = new Set(["title", "summary", "content", "description", "subtitle", "tagline", "encoded"]);
const BARE_AMPERSAND = /&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)/g;
const STRUCTURE =
  /<\/?(?:[\w.-]+:)?(?:item|entry|channel|link|guid|pubdate|title|description|summary|id|updated|published)[\s/>]/i;

/** Makes a feed's text readable for a lenient XML parser: finds its root behind junk, drops DTD and controls, closes what broke off, and wraps bare markup. Linear in the text. */
export function cleanXml(source: string): CleanXml | NoXml {
  const text = source.replace(/^[\uFEFF\s\0]+/, "");
  if (text === "") return { kind: "empty", detail: "the document is empty" };
  if (text[0] === "{" || (text[0] === "[" && !text.includes("<")))
    return { kind: "json", detail: "the document is JSON" };
  const found = findRoot(text);
  if (found.kind !== "root") return found;
  const body = text.slice(found.at).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  const raw = found.name;
  const local = raw.slice(raw.indexOf(":") + 1).toLowerCase();
  const closed = closeRoot(limitItems(body), raw);
  const root = local === "feed" ? "feed" : local === "rdf" ? "rdf" : "rss";
  const wrapped = local === "channel" ? `<rss version="2.0">${closed}</rss>` : closed;
  return { kind: "xml", root, text: wrapMarkup(escapeAmpersands(wrapped)), prefixes: prefixesOf(body, root) };
}

type Root = { readonly kind: "root"; readonly at: number; readonly name: string };

function findRoot(text: string): Root | NoXml {
  // Looked up once: searching for an end that never comes, mark by mark, would be quadratic.
  const [lastPi, lastComment] = [text.lastIndexOf("?>"), text.lastIndexOf("-->")];
  let at = 0;
  let html = false;
  let first = "";
  for (;;) {
    const open = text.indexOf("<", at);
    if (open < 0) break;
    if (text.startsWith("<?", open)) at = open > lastPi ? open + 1 : after(text, "?>", open);
    else if (text.startsWith("<!--", open)) at = open > lastComment ? open + 1 : after(text, "-->", open);
    else if (/^<!doctype/i.test(text.slice(open, open + 9))) {
      html ||= /^<!doctype\s+html/i.test(text.slice(open, open + 30));
      at = endOfDoctype(text, open);
    } else {
      const name = /^<([A-Za-z_][\w.-]*(?::[\w.-]+)?)[\s/>]/.exec(text.slice(open, open + 80))?.[1];
      const local = name?.slice(name.indexOf(":") + 1).toLowerCase() ?? "";
      if (name !== undefined && /^(?:rss|feed|rdf|channel)$/.test(local))
        return { kind: "root", at: open, name };
      if (/^(?:html|body|head)$/.test(local) && first !== "opml") html = true;
      if (html) break;
      first ||= local;
      at = open + 1;
    }
  }
  if (html) return describeHtml(text);
  return { kind: "other", detail: describeOther(first) };
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? from + 1 : at + mark.length;
}

function endOfDoctype(text: string, from: number): number {
  const close = text.indexOf(">", from);
  const subset = text.indexOf("[", from);
  if (subset < 0 || (close >= 0 && close < subset)) return close < 0 ? text.length : close + 1;
  const end = /\]\s*>/g;
  end.lastIndex = subset;
  return end.exec(text) ? end.lastIndex : text.length;
}

function describeHtml(text: string): NoXml {
  const head = text.slice(0, 200_000);
  for (const [tag] of head.matchAll(/<link\b[^>]{0,1000}>/gi)) {
    if (!/type\s*=\s*["']?application\/(?:rss|atom|feed)\+?(?:xml|json)/i.test(tag)) continue;
    const href = /href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
    const url = href?.[1] ?? href?.[2] ?? href?.[3];
    if (url) return { kind: "html", detail: "this is an HTML page; it links to a feed at", feedAt: url };
  }
  return { kind: "html", detail: "this is an HTML page, not a feed" };
}

function describeOther(root: string): string {
  if (root === "urlset" || root === "sitemapindex") return "this is a sitemap, not a feed";
  if (root === "opml") return "this is an OPML list of feeds, not a feed";
  if (root === "") return "this is plain text, not a feed";
  return `its first element is <${root}>, which no feed format begins with`;
}

function limitItems(text: string): string {
  const items = /<(?:[\w.-]+:)?(?:item|entry)[\s>]/gi;
  for (let count = 0; ; count += 1) {
    const match = items.exec(text);
    if (!match) return text;
    if (count === MAX_ITEMS) return text.slice(0, match.index);
  }
}

/** Cuts what follows the root, and where the text breaks off closes what is open. */
function closeRoot(text: string, root: string): string {
  const close = new RegExp(`</${root.replace(/[.]/g, "\\.")}\\s*>`, "gi");
  let end = close.exec(text);
  for (let at = 0; ; ) {
    const cdata = text.indexOf("<![CDATA[", at);
    // A match inside CDATA is text; what stands before the next CDATA is the end.
    while (end && end.index < at) end = close.exec(text);
    if (end && (cdata < 0 || end.index < cdata)) return text.slice(0, end.index + end[0].length);
    if (cdata < 0) break;
    const closed = text.indexOf("]]>", cdata);
    if (closed < 0) return `${text}]]></${root}>`;
    at = closed + 3;
  }
  if (text.lastIndexOf("<!--") > text.lastIndexOf("-->")) return `${text}--></${root}>`;
  return `${text.slice(0, text.lastIndexOf(">") + 1)}</${root}>`;
}

function prefixesOf(text: string, root: "rss" | "rdf" | "feed"): Map<string, string> {
  const prefixes = new Map<string, string>();
  for (const [, prefix, , uri] of text.matchAll(/\sxmlns:([\w.-]{1,60})\s*=\s*(["'])([^"'<>]{1,300})\2/g)) {
    if (prefix === undefined || uri === undefined || prefixes.size > 50) continue;
    const known = NAMESPACES.find(([pattern]) => pattern.test(uri));
    if (!known) continue;
    prefixes.set(prefix.toLowerCase(), known[1] === "atom" && root === "feed" ? "" : known[1]);
  }
  return prefixes;
}

/** A bare "&" would swallow what follows it, the end of its element included. */
function escapeAmpersands(text: string): string {
  const out: string[] = [];
  for (let at = 0; at < text.length; ) {
    const cdata = text.indexOf("<![CDATA[", at);
    const end = cdata < 0 ? text.length : cdata;
    out.push(text.slice(at, end).replace(BARE_AMPERSAND, "&amp;"));
    if (cdata < 0) break;
    const close = text.indexOf("]]>", cdata);
    at = close < 0 ? text.length : close + 3;
    out.push(text.slice(cdata, at));
  }
  return out.join("");
}

/** Turns markup that stands bare in a text element into CDATA, so that its order and its words survive. */
function wrapMarkup(text: string): string {
  const open = /<((?:[\w.-]+:)?([A-Za-z]+))((?:\s[^<>]*)?)>/g;
  const unclosed = new Set<string>();
  const out: string[] = [];
  let copied = 0;
  for (let match = open.exec(text); match; match = open.exec(text)) {
    const [whole, name = "", local = "", attributes = ""] = match;
    if (!TEXT_TAGS.has(local.toLowerCase()) || attributes.endsWith("/") || unclosed.has(name)) continue;
    const start = match.index + whole.length;
    const end = text.indexOf(`</${name}`, start);
    if (end < 0) {
      unclosed.add(name);
      continue;
    }
    const inner = text.slice(start, end);
    const bare = inner.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
    const xhtml = /\btype\s*=\s*["'](?:xhtml|application\/xhtml\+xml)["']/i.test(attributes);
    if (inner.includes("<![CDATA[") && !bare.includes("<")) {
      open.lastIndex = end;
      continue;
    }
    if (!/<[A-Za-z/]/.test(bare) || (!xhtml && STRUCTURE.test(bare))) continue;
    const html = inner.replaceAll("<![CDATA[", "").replaceAll("]]>", "");
    const plain = attributes.replace(/\btype\s*=\s*(["']).*?\1/i, "");
    out.push(text.slice(copied, match.index), `<${name}${plain} type="html"><![CDATA[${html}]]>`);
    copied = end;
    open.lastIndex = end;
  }
  out.push(text.slice(copied));
  return out.join("");
}
