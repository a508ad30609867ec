import type { Stance, Story } from "../domain.ts";
import { foldName } from "./nearest-names.ts";
import { isOfficial } from "./official.ts";

/** Whether a speaker is this company: its own name or one of its names stands in the speaker. */
export function speaksFor(speaker: string, names: readonly string[]): boolean {
  const folded = foldName(speaker);
  return names.some((name) => foldName(name).length >= 2 && folded.startsWith(foldName(name)));
}

const COMPANY_SAYS: Readonly<Record<Stance, string>> = {
  confirms: "confirms it",
  denies: "denies it",
  limits: "limits it",
  claims: "has spoken",
  "no-comment": "gives no comment",
};

/** How a story stands in a few words: who confirms, who denies, else that it is reported only. */
export function storyStatus(story: Story): string {
  const parts: string[] = [];
  for (const carrier of story.carriers.filter(({ role }) => role === "victim")) {
    const words = story.statements.filter(({ speaker }) =>
      speaksFor(speaker, [carrier.name, ...carrier.matched]),
    );
    const last = words.at(-1);
    // A limit or a denial outlives a later neutral line: it weighs as much as a confirmation.
    const telling = words.findLast(({ stance }) => stance === "denies" || stance === "limits") ?? last;
    if (telling) parts.push(`${carrier.name} ${COMPANY_SAYS[telling.stance]}`);
  }
  const officials = story.statements.filter(
    ({ speaker, stance }) => isOfficial(speaker) && stance === "confirms",
  );
  if (officials.length > 0) {
    const named = officials.some(({ text }) =>
      story.carriers.some(
        (carrier) => carrier.role === "victim" && carrier.matched.some((name) => text.includes(name)),
      ),
    );
    parts.push(
      `${officials.at(-1)?.speaker} ${named ? "confirm it" : "confirm the campaign, naming no victim"}`,
    );
  }
  return parts.length === 0 ? "reported" : parts.join(" · ");
}
