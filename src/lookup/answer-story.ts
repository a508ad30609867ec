import type { Story } from "../domain.ts";
import type { Answer, AnswerRow, Archive } from "../domain-lookup.ts";
import { cutText, quote, row, sayDay, sayMinute, sayTitle, section } from "./say.ts";
import { saySpread } from "./story-line.ts";

/** What is known of one story: parties, status, statements, outlets and origins, how it grew, where its thread is. */
export function answerStory(query: { readonly target: string }, archive: Archive): Answer {
  const story = findStory(query.target, archive);
  if (story === undefined) return noStory(query.target, archive);
  return {
    kind: "story",
    ok: true,
    title: `${story.id} ${sayTitle(story.title)}`,
    bottomLine: `${sayDay(story.updatedAt)}: ${story.event}, ${story.severity}; ${archive.statusOf(story)}; ${saySpread(story)}.`,
    sections: [
      ...section("Known", knownRows(story)),
      ...section("Statements", statementRows(story)),
      ...section(
        "Figures",
        story.figures.slice(0, 6).map((figure) => row(figure.literal, quote(figure.sentence, 240))),
      ),
      ...section("How it grew", growth(story)),
      ...section(
        "Related",
        story.related.slice(0, 5).map((id) => row(id, sayTitle(archive.story(id)?.title ?? ""))),
      ),
      ...section(
        "Told in",
        archive
          .threadOf(story.id)
          .map(({ channel, url }) =>
            row(
              channel,
              url === undefined ? "one thread" : "",
              url === undefined ? [] : [{ label: "thread", url }],
            ),
          ),
      ),
    ],
    buttons: [
      { label: "Why", ask: `why ${story.id}` },
      { label: "Mute 7 d", ask: `mute ${story.id} 7d` },
    ],
    footer: `first seen ${sayMinute(story.openedAt)} · ${story.alerted ? "alerted" : "not alerted"}`,
  };
}

/** The story by id or by the link of one of its articles, followed to where it was merged. */
export function findStory(target: string, archive: Archive): Story | undefined {
  const id = target.startsWith("S-") ? target : archive.articleByUrl(target)?.storyId;
  let story = id === undefined ? undefined : archive.story(id);
  for (let steps = 0; story?.mergedInto !== undefined && steps < 20; steps += 1)
    story = archive.story(story.mergedInto) ?? story;
  return story;
}

function noStory(target: string, archive: Archive): Answer {
  const alone = target.startsWith("S-") ? undefined : archive.articleByUrl(target);
  const recent = archive.openStories({ since: 0, limit: 3 });
  return {
    kind: "story",
    ok: false,
    title: `No story for ${cutText(target, 120)}`,
    bottomLine:
      alone === undefined
        ? "Neither a story nor an article of the archive has it."
        : `The article is in the archive but in no story (${alone.decision.kind}: ${alone.decision.reason}).`,
    sections: section(
      "Latest stories",
      recent.map((story) => row(story.id, sayTitle(story.title))),
    ),
    buttons: [
      ...(alone === undefined ? [] : [{ label: "Why", ask: `why ${target}` }]),
      ...recent.map((story) => ({ label: story.id, ask: `story ${story.id}` })),
    ],
    footer: "",
  };
}

function knownRows(story: Story): AnswerRow[] {
  const carriers = story.carriers.map(({ name, role }) => `${name} (${role})`);
  const actors = story.actors.map(({ name, role }) => `${name} (${role})`);
  const ties = story.ties.map((tie) => {
    const actor = story.actors.find(({ id }) => id === tie.actor)?.name ?? tie.actor;
    const carrier = story.carriers.find(({ id }) => id === tie.carrier)?.name ?? tie.carrier;
    return `${actor} – ${carrier}${tie.hedge === undefined ? "" : ` (“${tie.hedge}”)`}, ${tie.outlet}`;
  });
  return [
    ...(carriers.length === 0 ? [] : [row("Carriers", carriers.join(", "))]),
    ...(actors.length === 0 ? [] : [row("Actors", actors.join(", "))]),
    ...(ties.length === 0 ? [] : [row("Tied by", [...new Set(ties)].slice(0, 8).join("; "))]),
    ...(story.origins.length === 0 ? [] : [row("Rests on", story.origins.slice(0, 8).join(", "))]),
  ];
}

function statementRows(story: Story): AnswerRow[] {
  const seen = new Set<string>();
  return story.statements
    .filter(({ text }) => {
      const key = text.toLowerCase().replace(/\W+/g, "").slice(0, 80);
      return !seen.has(key) && seen.add(key).size > 0;
    })
    .slice(0, 8)
    .map(({ speaker, stance, text, outlet }) =>
      row(`${speaker} ${stance}`, `${quote(text, 320)} (${outlet})`),
    );
}

function growth(story: Story): AnswerRow[] {
  return [...story.articles]
    .sort((a, b) => a.publishedAt - b.publishedAt)
    .slice(0, 12)
    .map((article) =>
      row(sayMinute(article.publishedAt), cutText(sayTitle(article.title), 160), [
        { label: article.outlet, url: article.url },
      ]),
    );
}
