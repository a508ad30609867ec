import { userInfo } from "node:os";
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
  const { stateDir } = readSettings(given);
  const { db, close } = openState(stateDir);
  try {
    const by = { by: userInfo().username, now: Date.now() };
    const result: Corrected =
      verb === "split"
        ? splitStory(db, first ?? "", by)
        : mergeStories(db, { from: first ?? "", into: second ?? "" }, by);
    if (result.kind === "refused") {
      console.error(`telwatch story: ${result.why}`);
      return 1;
    }
    const { from, to } = result;
    if (verb === "split")
      console.log(`${to.id} opened with "${to.title}"; ${from.id} keeps ${from.articles.length} articles`);
    else console.log(`${from.id} is now part of ${to.id}, which has ${to.articles.length} articles`);
    return 0;
  } finally {
    close();
  }
}
