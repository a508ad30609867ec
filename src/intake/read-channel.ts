import type { PollHints } from "../domain-intake.ts";
import { readDate } from "./read-date.ts";
import {
  absoluteLink,
  boundedHtml,
  type FeedDocument,
  type FeedItem,
  plainSummary,
  plainTitle,
} from "./read-item.ts";
import { MAX_FRESH_MS } from "./read-wait.ts";

/** An element of the XML tree: attributes in $, text in _, children by canonical name. */
export interface Node {
  readonly $?: Readonly<Record<string, string>>;
  readonly _?: string;
  readonly [name: string]: unknown;
}
export interface Channel {
  readonly head: Node;
  readonly items: readonly Node[];
}

/** The elements under a name, each as a node; text alone becomes a node with text. */
export function nodesOf(value: unknown): Node[] {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.map((one: unknown) =>
    typeof one === "object" && one !== null ? (one as Node) : { _: String(one) },
  );
}

/** Reads the tree of an RSS, RDF or Atom document; one odd item never costs the others. */
export function readChannel(channel: Channel, root: "rss" | "rdf" | "feed", url: string): FeedDocument {
  const { head } = channel;
  const base = baseOf(head, baseOf({ $: (head.rootAttributes as Node["$"]) ?? {} }, url));
  const site = absoluteLink(linkOf(head), base);
  const explicit = base !== url || site === undefined || hostOf(site) === hostOf(url);
  const items = channel.items.map((item) => readItem(item, explicit ? base : site, root));
  const empty = items.length === 0;
  return {
    title: titleOf(head) || undefined,
    site,
    items,
    hints: hintsOf(head),
    reason: empty ? "empty" : undefined,
    detail: empty ? "the feed has no items" : undefined,
  };
}

function readItem(item: Node, outer: string, root: "rss" | "rdf" | "feed"): FeedItem {
  const base = baseOf(item, outer);
  const guidNode = nodesOf(item.guid)[0] ?? nodesOf(item.id)[0] ?? nodesOf(item["atom:id"])[0];
  const about = item.$?.["rdf:about"] ?? item.$?.about;
  const guid = textOf(guidNode).trim() || about?.trim() || undefined;
  const permalink = guidNode?.$?.ispermalink?.toLowerCase() !== "false" && isWeb(guid) ? guid : undefined;
  const link =
    absoluteLink(linkOf(item), base) ??
    absoluteLink(permalink, base) ??
    absoluteLink(isWeb(about) ? about : undefined, base) ??
    absoluteLink(enclosureOf(item), base);
  const teaser = first(item, [
    "description",
    "summary",
    "atom:summary",
    "dc:description",
    "itunes:summary",
    "abstract",
    "media:description",
  ]);
  const full = longest(item, [
    "content:encoded",
    "content",
    "atom:content",
    "xhtml:body",
    "body",
    "fullitem",
  ]);
  const teaserHtml = htmlOf(teaser, root);
  const fullHtml = htmlOf(full, root);
  return {
    title: titleOf(item),
    link,
    guid,
    date: dateOf(item),
    summary: plainSummary(teaserHtml || fullHtml),
    html: boundedHtml(fullHtml || teaserHtml),
  };
}

function titleOf(node: Node): string {
  const title = first(node, ["title", "atom:title", "dc:title", "media:title", "itunes:title"]);
  if (!title) return "";
  const type = title.$?.type?.toLowerCase();
  const literal = type === "text" || type === "text/plain";
  return plainTitle(textOf(title), literal);
}

function htmlOf(node: Node | undefined, root: string): string {
  if (!node) return "";
  const text = textOf(node);
  const type = node.$?.type?.toLowerCase() ?? "";
  if (type.includes("/") && !/^text\/|html|xml|^application\/octet-stream$/.test(type)) return "";
  const plain =
    type === "text" ||
    type === "text/plain" ||
    (root === "feed" && type === "" && !/<\/?\w|&\w+;|&#/.test(text));
  return plain ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : text;
}

function linkOf(node: Node): string | undefined {
  const own = nodesOf(node.link);
  const links = [...own, ...nodesOf(node["atom:link"])];
  const original = textOf(nodesOf(node["feedburner:origlink"])[0]).trim();
  if (original !== "") return original;
  const byText = own.map((link) => textOf(link).trim()).find((text) => text !== "");
  const alternates = links.filter(
    (link) => link.$?.href && (link.$.rel ?? "alternate").toLowerCase() === "alternate",
  );
  const html = alternates.find((link) => /html/i.test(link.$?.type ?? "text/html")) ?? alternates[0];
  return byText ?? html?.$?.href ?? node.$?.href ?? textOf(nodesOf(node.url)[0]).trim();
}

function enclosureOf(item: Node): string | undefined {
  const enclosure = nodesOf(item.enclosure)[0]?.$?.url ?? nodesOf(item["media:content"])[0]?.$?.url;
  const linked = nodesOf(item.link).find((link) => link.$?.rel === "enclosure")?.$?.href;
  return enclosure ?? linked;
}

function dateOf(item: Node): number | undefined {
  const names = [
    "pubdate",
    "published",
    "atom:published",
    "issued",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
    "created",
    "date",
    "updated",
    "atom:updated",
    "modified",
    "dcterms:modified",
    "lastbuilddate",
  ];
  for (const name of names) {
    const at = readDate(textOf(nodesOf(item[name])[0]));
    if (at !== undefined) return at;
  }
  return undefined;
}

function hintsOf(head: Node): PollHints {
  const ttl = Number.parseFloat(textOf(nodesOf(head.ttl)[0]));
  const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
  const hours = nodesOf(nodesOf(head.skiphours)[0]?.hour).map(
    (hour) => Number.parseInt(textOf(hour), 10) % 24,
  );
  const skipDays = nodesOf(nodesOf(head.skipdays)[0]?.day).map((day) =>
    days.indexOf(textOf(day).trim().toLowerCase()),
  );
  return {
    waitMs: ttl > 0 ? Math.min(ttl * 60_000, MAX_FRESH_MS) : undefined,
    skipHours: hours.filter((hour) => hour >= 0),
    skipDays: skipDays.filter((day) => day >= 0),
  };
}

function first(node: Node, names: readonly string[]): Node | undefined {
  for (const name of names) {
    const found = nodesOf(node[name]).find((one) => textOf(one).trim() !== "");
    if (found) return found;
  }
  return undefined;
}

function longest(node: Node, names: readonly string[]): Node | undefined {
  const found = names.flatMap((name) => nodesOf(node[name]));
  return found.reduce<Node | undefined>(
    (best, one) => (textOf(one).length > textOf(best).length ? one : best),
    undefined,
  );
}

/** The text of an element with that of its children, which only odd feeds have here. */
function textOf(node: Node | undefined, depth = 0): string {
  if (!node || depth > 20) return "";
  const own = unpacked(typeof node._ === "string" ? node._ : "", node);
  const children = Object.keys(node).filter((name) => name !== "$" && name !== "_");
  if (children.length === 0) return own;
  return [own, ...children.flatMap((name) => nodesOf(node[name]).map((child) => textOf(child, depth + 1)))]
    .filter((text) => text.trim() !== "")
    .join(" ");
}

/** Atom allowed base64 for text, first by a mode, then by a binary type. */
function unpacked(text: string, node: Node): string {
  const packed = node.$?.mode === "base64" || node.$?.type === "application/octet-stream";
  return packed && /^[A-Za-z0-9+/=\s]*$/.test(text) ? Buffer.from(text, "base64").toString("utf8") : text;
}

function baseOf(node: Node, outer: string): string {
  return absoluteLink(node.$?.["xml:base"], outer) ?? outer;
}

function isWeb(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\//i.test(text);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}
