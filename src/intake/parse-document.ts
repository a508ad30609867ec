import RssParser from "rss-parser";
import { type CleanXml, cleanXml } from "./clean-xml.ts";
import { decodeText } from "./decode-text.ts";
import { type Channel, type Node, nodesOf, readChannel } from "./read-channel.ts";
import { absoluteLink, type FeedDocument, noFeed } from "./read-item.ts";
import { readJsonFeed } from "./read-json-feed.ts";

/** What rss-parser builds on; its own types leave the methods out. */
interface Overridable {
  parseString(xml: string): Promise<unknown>;
  buildAtomFeed(tree: Node): unknown;
  buildRSS0_9(tree: Node): unknown;
  buildRSS1(tree: Node): unknown;
  buildRSS2(tree: Node): unknown;
}
const Base = RssParser as unknown as new (options: object) => Overridable;

/**
 * rss-parser's detection of formats and its XML tree, with our reading of items: its own loses a whole feed for
 * one bad date, gives objects as titles, and computes snippets with a quadratic pattern that freezes the process.
 */
class TolerantParser extends Base {
  override buildAtomFeed(tree: Node): Channel {
    const feed = nodesOf(tree.feed)[0] ?? {};
    return { head: feed, items: [...nodesOf(feed.entry), ...nodesOf(feed.item)] };
  }
  override buildRSS0_9(tree: Node): Channel {
    return collect(nodesOf(tree.rss)[0] ?? {});
  }
  override buildRSS1(tree: Node): Channel {
    return collect(nodesOf(tree["rdf:RDF"])[0] ?? {});
  }
  override buildRSS2(tree: Node): Channel {
    return collect(nodesOf(tree.rss)[0] ?? {});
  }
}

function collect(root: Node): Channel {
  const channels = nodesOf(root.channel);
  const items = [...channels, root].flatMap((node) => [...nodesOf(node.item), ...nodesOf(node.entry)]);
  return { head: { ...channels[0], rootAttributes: root.$ }, items };
}

/** Reads the bytes of any feed format. Broken input gives what could be read, or the reason from the closed list; never throws. */
export async function parseDocument(
  bytes: Uint8Array,
  contentType: string,
  url: string,
): Promise<FeedDocument> {
  const text = decodeText(bytes, contentType);
  const clean = cleanXml(text);
  if (clean.kind === "json") return readJsonFeed(text, url);
  if (clean.kind === "empty") return noFeed("empty", clean.detail);
  if (clean.kind === "html") {
    const { feedAt } = clean;
    const at = feedAt === undefined ? "" : ` ${absoluteLink(feedAt, url) ?? feedAt}`;
    return noFeed("html-page", `${clean.detail}${at}`);
  }
  if (clean.kind !== "xml") return noFeed("not-a-feed", clean.detail);
  try {
    // One parser for one document: a used one waits for ever on some inputs.
    const channel = (await new TolerantParser(optionsFor(clean)).parseString(clean.text)) as Channel;
    return readChannel(channel, clean.root, url);
  } catch (error) {
    // An element without content is read as an empty string, which rss-parser takes for no feed at all.
    if (/^<[^>]*>\s*(?:<\/[^>]*>\s*)*$/.test(clean.text))
      return readChannel({ head: {}, items: [] }, clean.root, url);
    const message = error instanceof Error ? error.message : String(error);
    return noFeed("not-a-feed", `the XML cannot be read: ${message.split("\n")[0] ?? ""}`);
  }
}

function optionsFor(clean: CleanXml): object {
  const lower = (name: string): string => name.toLowerCase();
  const tag = (name: string): string => {
    const colon = name.indexOf(":");
    const prefix = lower(name.slice(0, Math.max(0, colon)));
    const local = lower(name.slice(colon + 1));
    if (local === "rdf") return "rdf:RDF";
    const known = clean.prefixes.get(prefix) ?? prefix;
    const own = known === "" || (known === "atom" && clean.root === "feed") || local === "rss";
    return own ? local : `${known}:${local}`;
  };
  return {
    defaultRSS: 2,
    xml2js: { strict: false, tagNameProcessors: [tag], attrNameProcessors: [lower] },
  };
}
