import type { Feed } from "../domain.ts";
import type { FeedState } from "../domain-config.ts";
import type { Answer, AnswerRow, Archive } from "../domain-lookup.ts";
import { cutText, row, sayCount, sayMinute, saySpan, section } from "./say.ts";

type FeedNow = { readonly feed: Feed; readonly state: FeedState | undefined };
const MAX_FEEDS = 60;

/** The health of each feed, ailing ones first. */
export function answerFeeds(feeds: readonly FeedNow[], now: number): Answer {
  const ailing = feeds.filter(isAiling);
  const well = feeds.filter((one) => !isAiling(one));
  return {
    kind: "feeds",
    ok: true,
    title: "Feeds",
    bottomLine: `${sayCount(feeds.length, "feed")}, ${ailing.length} failing, ${feeds.filter(({ state }) => state?.lastPolledAt === undefined).length} not polled yet.`,
    sections: [
      ...section(
        "Failing",
        ailing.slice(0, MAX_FEEDS).map((one) => feedRow(one, now)),
      ),
      ...section(
        "Well",
        well.slice(0, MAX_FEEDS - Math.min(MAX_FEEDS, ailing.length)).map((one) => feedRow(one, now)),
      ),
    ],
    buttons: [],
    footer: "",
  };
}

/** Archive, outbox and feeds in one look. */
export function answerStatus(archive: Archive, now: number): Answer {
  const state = archive.state();
  const feeds = archive.feeds();
  const ailing = feeds.filter(isAiling);
  const oldest =
    state.oldestPendingAt === undefined ? "" : `, the oldest for ${saySpan(now - state.oldestPendingAt)}`;
  const backlog = state.pending + state.unknown;
  return {
    kind: "status",
    ok: true,
    title: "Status",
    bottomLine: `${sayCount(ailing.length, "feed")} of ${feeds.length} failing; ${backlog} messages waiting${oldest}; ${state.dead} given up.`,
    sections: section("Now", [
      row(
        "Archive",
        `${sayCount(state.articles, "article")}, ${sayCount(state.stories, "story", "stories")}${state.lastArticleAt === undefined ? "" : `, newest ${sayMinute(state.lastArticleAt)}`}`,
      ),
      row("Outbox", `${state.pending} pending, ${state.unknown} unclear, ${state.dead} given up${oldest}`),
      row(
        "Feeds",
        ailing.length === 0
          ? "all well"
          : ailing
              .slice(0, 8)
              .map(({ feed }) => feed.name)
              .join(", "),
      ),
      row("Watches", sayCount(archive.watches().length, "watch", "watches")),
      row("Mutes", sayCount(archive.mutes().filter(({ until }) => until > now).length, "mute")),
    ]),
    buttons: [
      { label: "Feeds", ask: "feeds" },
      { label: "Watches", ask: "watch list" },
      { label: "Mutes", ask: "mute list" },
    ],
    footer: sayMinute(now),
  };
}

function isAiling({ state }: FeedNow): boolean {
  return state !== undefined && state.failures > 0;
}

function feedRow({ feed, state }: FeedNow, now: number): AnswerRow {
  if (state?.lastPolledAt === undefined) return row(feed.name, "not polled yet");
  const ok = state.lastOkAt === undefined ? "never well" : `well ${saySpan(now - state.lastOkAt)} ago`;
  if (state.failures === 0)
    return row(
      feed.name,
      `${ok}${state.lastNewAt === undefined ? "" : ` · last new entry ${saySpan(now - state.lastNewAt)} ago`}`,
    );
  const detail = state.lastDetail === undefined ? "" : ` (${cutText(state.lastDetail, 100)})`;
  return row(
    feed.name,
    `${state.lastReason ?? "failed"}${detail} · ${sayCount(state.failures, "failure")} in a row · ${ok}`,
  );
}
