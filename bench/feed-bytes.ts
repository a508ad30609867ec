const ENTRIES = 25;

/** An invented feed of 25 entries with half a page of HTML each; version 2 has two new ones on top. */
export function feedBytes(feed: number, version: number, base = "https://news.example"): Buffer {
  const from = version === 2 ? -2 : 0;
  const items = Array.from({ length: ENTRIES }, (_, index) => item(feed, index + from, base));
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed ${feed}</title>${items.join("")}</channel></rss>`,
  );
}

function item(feed: number, index: number, base: string): string {
  const words = `Paragraph about networks &amp; <b>towers</b>, number ${index}, with a <a href="https://a.example/${index}">link</a>. `;
  const html = `<p>${words.repeat(6)}</p>`.repeat(8);
  return `<item><title>Report ${index} of feed ${feed} &amp; more</title><link>${base}/page/${feed}/${index}?utm_source=rss</link><guid isPermaLink="false">${feed}-${index}</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><description>A teaser of some words.</description><content:encoded><![CDATA[${html}]]></content:encoded></item>`;
}
