import type { Article, Feed } from "../domain.ts";
import type { Fetcher } from "../domain-intake.ts";
import type { Answer } from "../domain-lookup.ts";
import { fetchArticle } from "../intake/fetch-article.ts";
import { traceAnswer } from "../lookup/answer-why.ts";
import { cutText, row, section } from "../lookup/say.ts";
import { activeMutes } from "../store/mutes.ts";
import { canonicalUrl } from "../text/canonical-url.ts";
import type { AnswerParts } from "./answer-command.ts";
import { tryArticle } from "./record-article.ts";

/** A person waits for this answer; the poller may hold the host for longer. */
const MAX_WAIT_MS = 5_000;

/** Fetches an article now and says what would be done with it; posts and keeps nothing. */
export async function testAddress(url: string, parts: AnswerParts): Promise<Answer> {
  const { db, config, now } = parts;
  const fetcher = parts.fetcher();
  const article = await fetchAddress(url, fetcher, now).finally(() => fetcher.close());
  if (article.paragraphs.length === 0)
    return {
      kind: "test",
      ok: false,
      title: cutText(url, 140),
      bottomLine: `No article text could be read${article.textNote === undefined ? "" : ` (${article.textNote})`}.`,
      sections: [],
      buttons: [],
      footer: "Posted and kept nothing.",
    };
  const judgement = tryArticle(db, article, {
    config,
    watchlist: parts.kept.watchlist,
    weights: undefined,
    mutes: activeMutes(db, now),
    now,
  });
  const trace = traceAnswer("test", {
    ...judgement.read,
    decision: judgement.decision,
    storyId: judgement.story?.id,
  });
  const routes = judgement.routes.map(({ channel, deliver }) => `${channel} (${deliver})`).join(", ");
  return {
    ...trace,
    bottomLine: `Would be ${trace.bottomLine}`,
    sections: [
      ...section("Would go to", [
        row(judgement.rating.severity, `${routes || "no channel"} · rule ${judgement.rating.rule}`),
      ]),
      ...trace.sections,
      ...section("Grouping", [row(undefined, judgement.assignment.why)]),
    ],
    buttons: [],
    footer: `${trace.footer} · posted and kept nothing`,
  };
}

/** The article behind an address, as the poller would read it. */
export async function fetchAddress(url: string, fetcher: Fetcher, now: number): Promise<Article> {
  const host = new URL(url).host;
  const feed: Feed = {
    id: host,
    name: host.replace(/^www\./, ""),
    url: `https://${host}/`,
    topic: "security",
    everyMs: 0,
  };
  const entry = {
    id: `${host}|${canonicalUrl(url)}`,
    feedId: host,
    guid: undefined,
    url,
    title: "",
    summary: "",
    html: undefined,
    publishedAt: undefined,
  };
  return fetchArticle(entry, feed, fetcher, now, { maxWaitMs: MAX_WAIT_MS });
}
