/** What is used of linkedom's elements; its own types do not agree with the DOM library's. */
export interface PageElement {
  readonly localName: string;
  readonly textContent: string | null;
  readonly innerHTML: string;
  readonly parentElement: PageElement | null;
  readonly childNodes: ArrayLike<PageNode>;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => ArrayLike<PageElement>;
  readonly remove: () => void;
}
type PageNode = PageElement & { readonly nodeType: number };

export interface MeasuredPage {
  /** Characters of text in all. */
  readonly length: number;
  /** Characters of text in each element. */
  readonly lengths: ReadonlyMap<PageElement, number>;
  /** The element with the most running text in itself and its children, the headline, and all that stands around them. */
  readonly keeps: ReadonlySet<PageElement>;
}

const TEXT = 3;
const SILENT = new Set(["script", "style", "template", "svg", "noscript", "iframe"]);
/** Text in a link is no running text: lists of headlines are made of links. */
const INLINE = new Set([
  "b",
  "i",
  "em",
  "strong",
  "span",
  "font",
  "u",
  "mark",
  "q",
  "cite",
  "abbr",
  "sub",
  "sup",
]);

/** Measures where a page's text stands, in one pass from the leaves up; elements that `isBeside` knows are never the main one. */
export function measurePage(body: PageElement, isBeside: (element: PageElement) => boolean): MeasuredPage {
  const lengths = new Map<PageElement, number>();
  const running = new Map<PageElement, number>();
  let [main, most] = [body, 0];
  // Document order read backwards: children come before their parents.
  for (const element of [body, ...Array.from(body.querySelectorAll("*"))].reverse()) {
    if (SILENT.has(element.localName)) continue;
    let [all, own, beneath] = [0, 0, 0];
    for (const child of Array.from(element.childNodes)) {
      const length =
        child.nodeType === TEXT ? (child.textContent ?? "").trim().length : (lengths.get(child) ?? 0);
      all += length;
      if (child.nodeType === TEXT || INLINE.has(child.localName)) own += length;
      else beneath += running.get(child) ?? 0;
    }
    lengths.set(element, all);
    running.set(element, own);
    if (own + beneath > most && !isBeside(element)) [main, most] = [element, own + beneath];
  }
  const marked = Array.from(body.querySelectorAll("h1, [itemprop=articleBody]"));
  return { length: lengths.get(body) ?? 0, lengths, keeps: withAncestors([main, ...marked]) };
}

function withAncestors(elements: readonly PageElement[]): Set<PageElement> {
  const out = new Set<PageElement>();
  for (const element of elements)
    for (let at: PageElement | null = element; at !== null && !out.has(at); at = at.parentElement)
      out.add(at);
  return out;
}
