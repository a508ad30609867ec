import type { Config } from "../domain-config.ts";

/** What a configuration without mistakes still leaves undone, in the words shown: a sentence for each thing that is missing. */
export function sayGaps({ feeds, routes }: Pick<Config, "feeds" | "routes">): string[] {
  const out: string[] = [];
  if (feeds.length === 0) out.push("there is no feed, so nothing is polled; list at least one under feeds");
  if (routes.length === 0)
    out.push("there is no route, so nothing is posted; say under routes which channel gets what");
  return out.map((gap) => `${gap} (docs/configuration.md)`);
}
