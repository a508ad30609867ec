import { userInfo } from "node:os";
import type { Story } from "../domain.ts";
import { openState } from "../main.ts";
import { type Corrected, mergeStories, splitStory } from "../pipeline/correct-story.ts";
import { readArguments } from "./read-arguments.ts";
import { readSettings } from "./read-settings.ts";
import { UsageError } from "./usage-error.ts";

/** Corrects grouping by hand: takes an article out of its story, or puts one story into another. */
export async function storyCommand(args: readonly string[]): Promise<number> {
  const given = readArguments("story", args);
  const [verb, first, second, ...more] = given.words;
  const fits = verb === "split" ? first !== undefined && second === undefined : second !== undefined;
  if ((verb !== "split" && verb !== "merge") || !fits || more.length > 0)
    throw new UsageError("story expects: split ARTICLE (id or address), or merge FROM INTO (story ids)");
  const { config, stateDir } = readSettings(given);
  const { db, close } = openState(stateDir);
  try {
    const by = { by: userInfo().username, now: Date.now(), us: config.us };
    const result: Corrected =
      verb === "split"
        ? splitStory(db, first ?? "", by)
        : mergeStories(db, { from: storyId(first), into: storyId(second) }, by);
    if (result.kind === "refused") {
      console.error(`telwatch story: ${result.why}`);
      return 1;
    }
    const { from, to } = result;
    if (verb === "split")
      console.log(`${to.id} opened with "${to.title}"; ${from.id} keeps ${counted(from)}`);
    else console.log(`${from.id} is now part of ${to.id}, which has ${counted(to)}`);
    return 0;
  } finally {
    close();
  }
}

/** Ids are asked for in any case, as everywhere. */
function storyId(given: string | undefined): string {
  return (given ?? "").toUpperCase();
}

function counted({ articles }: Story): string {
  return articles.length === 1 ? "1 article" : `${articles.length} articles`;
}
