import type { News, Reading, Story } from "../domain.ts";
import type { Message } from "../domain-delivery.ts";
import { victimsWord } from "./story-status.ts";
import { count, footerOf } from "./write-alert.ts";

export interface ReplyInput {
  readonly before: Story;
  readonly story: Story;
  readonly read: Reading;
  readonly news: News;
}
type Line = News["added"][number];

/** A later report of the same event: only what is new and what differs; the victim's word is never left out. */
export function writeReply(input: ReplyInput): Message {
  const { story, before, read } = input;
  const outlets = new Set(story.articles.map((one) => one.outlet)).size;
  const origins = story.origins.length;
  const still = origins === before.origins.length ? "still " : "";
  const rests = origins === 0 ? "no origin named" : `${still}${count(origins, "origin")}`;
  const headline = `+ ${read.article.outlet} · same event · now ${count(outlets, "outlet")}, ${rests}`;
  return {
    kind: "reply",
    text: `${headline}: ${read.article.title}`,
    headline,
    severity: undefined,
    storyId: story.id,
    lines: replyLines(input),
    quotes: [],
    outlets: [{ label: read.article.outlet, url: read.article.url }],
    footer: footerOf(story),
    buttons: false,
  };
}

function replyLines({ before, story, read, news }: ReplyInput): Line[] {
  const said = news.added.filter((one) => isStatement(one));
  const plain = news.added.filter((one) => !isStatement(one) && one.label !== "History");
  const history = news.added.filter((one) => one.label === "History");
  const lines = [
    ...said.map((one) => ({ label: one.label, text: quoted(one.text) })),
    ...together(plain),
    ...together(news.differs),
    ...history,
  ];
  if (news.missing.length > 0) lines.push({ label: "Not here", text: news.missing.join(" · ") });
  const word = victimsWord(story);
  const shown = word === undefined || lines.some((one) => one.text.includes(word.text));
  if (!shown && word !== undefined) {
    const where = word.articleId === read.article.id ? "" : `, ${word.outlet}`;
    const verb = word.stance === "denies" ? "denies" : "limits it";
    lines.push({
      label: `${word.speaker} ${before.statements.some((one) => one.text === word.text) ? "still " : ""}${verb}${where}`,
      text: quoted(word.text),
    });
  }
  return lines;
}

/** Statement lines are labelled with speaker and stance; the plain labels are these. */
function isStatement(line: Line): boolean {
  return !["New", "Names", "Numbers", "History", "Differs"].includes(line.label);
}

/** One line for each label, in order of first appearance. */
function together(lines: readonly Line[]): Line[] {
  const out = new Map<string, string[]>();
  for (const { label, text } of lines) out.set(label, [...(out.get(label) ?? []), text]);
  return [...out].map(([label, texts]) => ({ label, text: texts.join(" · ") }));
}

function quoted(text: string): string {
  return /^[“"]/.test(text) ? text : `“${text}”`;
}
