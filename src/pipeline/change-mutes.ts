import type { Mute } from "../domain.ts";
import type { Answer, KeptMute, Query } from "../domain-lookup.ts";
import { findStory } from "../lookup/answer-story.ts";
import { findEntity } from "../lookup/find-entity.ts";
import { foldName } from "../lookup/nearest-names.ts";
import { readTarget } from "../lookup/parse-query.ts";
import { cutText, row, sayCount, sayTitle, section } from "../lookup/say.ts";
import { sayChange } from "../lookup/say-change.ts";
import { sayMute } from "../lookup/standing.ts";
import { unknownName } from "../lookup/unknown-name.ts";
import { listOutlets } from "../store/find-articles.ts";
import { activeMutes, removeMute, saveMute } from "../store/mutes.ts";
import type { ChangeContext } from "./answer-command.ts";

type Target = Pick<Mute, "kind" | "target"> & { readonly name: string };
const MAX_BECAUSE = 200;

/** Mutes a name, a story or a source; what cannot be told apart is asked back, what nothing knows changes nothing. */
export function addMute(query: Extract<Query, { kind: "mute" }>, context: ChangeContext): Answer {
  const target = findTarget(query, context);
  if ("bottomLine" in target) return target;
  const mute: KeptMute = {
    ...target,
    until: query.until,
    by: context.asker.name,
    at: context.now,
    because: query.because === undefined ? undefined : cutText(query.because, MAX_BECAUSE),
  };
  saveMute(context.db, mute);
  return sayChange("mute", true, `Muted ${mute.name} (${mute.kind})`, {
    line: `No messages about it ${sayMute(mute)}.`,
    buttons: [{ label: "Unmute", ask: `unmute ${askedAs(mute)}` }],
  });
}

/** Ends mutes; says which there are when none fits. */
export function removeMutes(query: Extract<Query, { kind: "unmute" }>, context: ChangeContext): Answer {
  const { db, now } = context;
  const mutes = activeMutes(db, now);
  const story = readTarget(query.target);
  const bare = foldName(query.target.replace(/^(?:source|actor|carrier|story):/i, ""));
  const found = findEntity(query.target, ["actor", "carrier"], context.directory);
  const going = mutes.filter(
    (mute) =>
      mute.target === story ||
      foldName(mute.target) === bare ||
      foldName(mute.name) === bare ||
      (found.kind === "one" && mute.kind === "entity" && mute.target === found.entity.id),
  );
  if (going.length === 0)
    return sayChange("unmute", false, `No mute on "${cutText(query.target, 60)}"`, {
      line: `${sayCount(mutes.length, "mute")} in force.`,
      sections: section(
        "Muted",
        mutes.slice(0, 10).map((mute) => row(mute.name, sayMute(mute))),
      ),
    });
  for (const mute of going) removeMute(db, mute.kind, mute.target);
  return sayChange("unmute", true, `Unmuted ${going.map(({ name }) => name).join(", ")}`, {
    line: `Was muted ${going.map(sayMute).join("; ")}.`,
  });
}

function findTarget(query: Extract<Query, { kind: "mute" }>, context: ChangeContext): Target | Answer {
  const story = readTarget(query.target);
  if (story !== undefined) return storyTarget(story, context);
  const typed = /^(source|actor|carrier):(.+)$/i.exec(query.target);
  const kind = typed?.[1]?.toLowerCase();
  const name = typed?.[2] ?? query.target;
  const source = kind === undefined || kind === "source" ? sourceTarget(name, context) : undefined;
  if (kind === "source")
    return (
      source ??
      sayChange("mute", false, `No source "${cutText(name, 60)}"`, {
        line: "Neither feeds.yaml nor the archive has it.",
      })
    );
  const kinds = kind === "actor" || kind === "carrier" ? ([kind] as const) : (["actor", "carrier"] as const);
  const found = findEntity(name, kinds, context.directory);
  if (found.kind !== "one")
    return (
      source ??
      unknownName(
        "mute",
        query.target,
        found,
        (one) => `mute ${one} ${daysOf(query, context.now)}d${reasonOf(query)}`,
      )
    );
  const { entity } = found;
  if (source === undefined) return { kind: "entity", target: entity.id, name: entity.name };
  const again = (asked: string) => `mute ${asked} ${daysOf(query, context.now)}d${reasonOf(query)}`;
  return sayChange("mute", false, `Which "${cutText(name, 60)}"?`, {
    line: "It is a name and a source.",
    buttons: [
      { label: `${entity.kind} ${entity.name}`, ask: again(`${entity.kind}:${entity.id}`) },
      { label: `source ${source.name}`, ask: again(`source:${source.name}`) },
    ],
  });
}

function storyTarget(target: string, context: ChangeContext): Target | Answer {
  const story = findStory(target, context.archive);
  if (story !== undefined)
    return { kind: "story", target: story.id, name: `${story.id} ${cutText(sayTitle(story.title), 80)}` };
  return sayChange("mute", false, `No story for ${cutText(target, 120)}`, {
    line: "The archive has no such story.",
  });
}

/** A feed by id or name, or an outlet of the archive, by its whole name. */
function sourceTarget(name: string, context: ChangeContext): Target | undefined {
  const wanted = foldName(name);
  const feed = context.config.feeds.find(
    (one) => foldName(one.name) === wanted || foldName(one.id) === wanted,
  );
  if (feed !== undefined) return { kind: "source", target: feed.id, name: feed.name };
  const outlet = listOutlets(context.db).find((one) => foldName(one) === wanted);
  return outlet === undefined ? undefined : { kind: "source", target: outlet, name: outlet };
}

function daysOf(query: Extract<Query, { kind: "mute" }>, now: number): number {
  return Math.max(1, Math.round((query.until - now) / 86_400_000));
}

function reasonOf(query: Extract<Query, { kind: "mute" }>): string {
  return query.because === undefined ? "" : ` because ${cutText(query.because, MAX_BECAUSE)}`;
}

function askedAs(mute: Target): string {
  return mute.kind === "source" ? `source:${mute.target}` : mute.target;
}
