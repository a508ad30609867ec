import type { Settled } from "../candidates.ts";
import { findProtagonists } from "../find-protagonists.ts";
import { BARRED } from "../role-cues.ts";
import type { RoleInput } from "../role-input.ts";

/** Later first mentions count as late, more companions as many. */
const LATE_PARAGRAPH = 8;
const MANY_OTHERS = 4;

/** How prominent an entity is in its article, what kind of event that tells, and who else is named. */
export function entityTraits(
  mentions: readonly Settled[],
  sentences: number,
  input: RoleInput,
): readonly (readonly [trait: string, strength: number])[] {
  const name = mentions[0]?.name;
  if (name === undefined) return [];
  const kin = input.counted.filter((one) => one.name.kind === name.kind);
  const times = new Map<string, number>();
  for (const one of kin) times.set(one.name.id, (times.get(one.name.id) ?? 0) + 1);
  const stands = (list: readonly Settled[], field: string): boolean =>
    list.some((one) => one.candidate.segment.field === field);
  const others = kin.filter((one) => one.name.id !== name.id);
  const flags: readonly (readonly [boolean, string])[] = [
    [stands(mentions, "title"), "in the headline"],
    [stands(mentions, "summary"), "in the teaser"],
    [times.size === 1, "the only one of its kind"],
    [kin[0]?.name.id === name.id, "named first"],
    [Math.max(...times.values()) === times.get(name.id), "named most"],
    [mentions.some((one) => one.name.research), "its researchers are named"],
    [stands(others, "title"), "another in the headline"],
    [
      input.segments.some((one) => one.field === "title" && BARRED.test(one.text)),
      "the headline shuts somebody out",
    ],
    [input.lookingBack !== undefined, "the article looks back"],
    [kin.length < input.counted.length, "the other kind is named too"],
    [name.kind === "carrier" && findProtagonists(input).has(name.id), "the report is about it"],
    [name.state, "a state's group"],
    [!name.catalogued, "in no catalogue"],
  ];
  return [
    ...flags.flatMap(([holds, trait]) => (holds ? [[trait, 1] as const] : [])),
    [`first named in ${firstPlace(mentions)}`, 1],
    [`${Math.min(MANY_OTHERS, times.size)} of its kind are named`, 1],
    [`the event is ${input.event.type}`, 1],
    ["named in many sentences", Math.log(sentences)],
    ["share of the mentions", mentions.length / kin.length],
  ];
}

function firstPlace(mentions: readonly Settled[]): string {
  const paragraphs = mentions.flatMap(({ candidate: { segment } }) =>
    segment.field === "text" ? [segment.paragraph] : [],
  );
  if (paragraphs.length === 0) return "no paragraph";
  const first = Math.min(...paragraphs);
  return first > LATE_PARAGRAPH ? "a late paragraph" : `paragraph ${first}`;
}
