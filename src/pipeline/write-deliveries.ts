import { digestTime } from "../alerts/digest-time.ts";
import { hasTelecomCue } from "../alerts/has-telecom-cue.ts";
import { rateSeverity } from "../alerts/rate-severity.ts";
import { summarise } from "../alerts/summarise.ts";
import { writeAlert } from "../alerts/write-alert.ts";
import { writeReply } from "../alerts/write-reply.ts";
import type { Reading, Story } from "../domain.ts";
import type { Delivery, Message } from "../domain-delivery.ts";
import type { JudgeContext, Judgement } from "./judge-article.ts";

/** What was decided about an article, with its story before and after. */
export type Judged = Omit<Judgement, "deliveries" | "digests" | "story"> & {
  readonly before: Story | undefined;
  readonly story: Story;
};

/** The messages that a decision means: alerts, replies, and the first message brought up to date. */
export function writeDeliveries(judged: Judged, context: JudgeContext): Delivery[] {
  const { decision, story, before, read, news } = judged;
  const joins = before?.alerted === true;
  const isNew = !before?.articles.some((member) => member.id === read.article.id);
  if (decision.kind === "skip" && !(joins && isNew && decision.reason === "nothing-new")) return [];
  const common = { storyId: story.id, createdAt: context.now, dueAt: context.now };
  const parents = before === undefined ? [] : context.alertsOf(story.id);
  // A channel whose route only this article fits has not heard of the story: it gets the alert, not a reply.
  const unaware = judged.routes.filter(
    (route) => route.deliver === "now" && parents.every((parent) => parent.channel !== route.channel),
  );
  const alert = writeAlert({ ...judged, us: context.config.us });
  const alerts =
    decision.kind === "skip" || decision.kind === "digest"
      ? []
      : unaware.map(
          ({ channel }): Delivery => ({
            ...common,
            key: `alert:${story.id}:${channel}`,
            channel,
            op: "post",
            parentKey: undefined,
            message: alert,
          }),
        );
  if (!joins || before === undefined) return alerts;
  const reply = (message: Message): Delivery[] =>
    parents.map((parent) => ({
      ...common,
      key: `reply:${story.id}:${parent.channel}:${read.article.id}`,
      channel: parent.channel,
      op: "post",
      parentKey: parent.key,
      message,
    }));
  const replies =
    decision.kind === "reply" && news !== undefined ? reply(writeReply({ before, story, read, news })) : [];
  return [...replies, ...updates(judged, parents, context), ...alerts];
}

/** The first message again with what the story knows now: outlets, origins, ties, standing. It rings nobody's phone. */
function updates(
  { story, read }: Judged,
  parents: ReturnType<JudgeContext["alertsOf"]>,
  context: JudgeContext,
): Delivery[] {
  const opening = openingOf(story, read, context);
  if (opening === undefined || parents.length === 0) return [];
  const { config, now } = context;
  const message = writeAlert({
    story,
    read: opening,
    rating: rateSeverity(opening.findings, config, hasTelecomCue(opening.article)),
    summary: summarise(opening.article, opening.findings, opening.account),
    us: config.us,
  });
  return parents.map((parent) => ({
    key: `update:${story.id}:${parent.channel}:${read.article.id}:${read.article.fetchedAt}`,
    channel: parent.channel,
    op: "update",
    parentKey: parent.key,
    storyId: story.id,
    message,
    createdAt: now,
    dueAt: now,
  }));
}

/** The reading of the first article of the story that names somebody watched: its alert was written from it. */
function openingOf(story: Story, read: Reading, context: JudgeContext): Reading | undefined {
  for (const member of story.articles) {
    const reading = member.id === read.article.id ? read : context.readingOf(member.id);
    if (reading !== undefined && reading.findings.actors.length + reading.findings.carriers.length > 0)
      return reading;
  }
  return undefined;
}

/** The digests that a story goes into, with the hour of each. */
export function digestsFor(
  judged: Judged,
  context: JudgeContext,
): { readonly channel: string; readonly dueAt: number }[] {
  if (judged.decision.kind !== "alert" && judged.decision.kind !== "digest") return [];
  return judged.routes
    .filter((route) => route.deliver === "digest")
    .map((route) => ({
      channel: route.channel,
      dueAt: digestTime(route.at ?? "08:00", context.config.timezone, context.now),
    }));
}
