import type { PollReason } from "../domain-config.ts";

const ADVICE: Readonly<Record<PollReason, string>> = {
  dns: "The host's name was not found: check its spelling, and whether this machine resolves other names.",
  "refused-address":
    "The host has a private or local address, which is not asked. If it is yours, add the host to network.allowHosts.",
  connect: "Nothing answers at that host and port: check both, and whether a firewall lets us out.",
  timeout: "The server took too long. It is asked again, less and less often; nothing to do unless it lasts.",
  tls: "The server's certificate does not hold: check the host name, or tell the publisher.",
  "http-status":
    "The server refused: 401 and 403 mean that it wants a login or blocks programs, 404 that the feed has moved. Look for its present address on the outlet's site.",
  gone: "The publisher has withdrawn this feed for good: remove it, or give its new address.",
  "rate-limited": "The host asked us to wait, and we do. Raise `every` for its feeds if it lasts.",
  "too-large": "The document is too large for a feed: look for a shorter one of the same outlet.",
  "too-many-redirects":
    "The address leads in a circle: open it in a browser and give the address it ends at.",
  "bad-url": "Only http:// and https:// addresses are asked: correct the address.",
  "html-page": "This is a web page: give the address of its feed instead.",
  empty: "The document has no entries yet: nothing to do unless it lasts.",
  "not-a-feed": "No RSS, Atom, RDF or JSON feed was found here: check the address in a browser.",
  "parse-timeout": "The document took too long to read, as hostile ones do: check what the address serves.",
  network: "The connection broke off. It is tried again; nothing to do unless it lasts.",
};

/** What to do about a reason for which a feed gave nothing: one sentence or two. */
export function advise(reason: PollReason): string {
  return ADVICE[reason];
}
