import { foldName } from "./nearest-names.ts";

/** Whether a speaker is this company: the speaker's name begins with one of its names. */
export function speaksFor(speaker: string, names: readonly string[]): boolean {
  const folded = foldName(speaker);
  return names.some((name) => foldName(name).length >= 2 && folded.startsWith(foldName(name)));
}
