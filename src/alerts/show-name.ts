import type { Story } from "../domain.ts";
import { foldText } from "../text/similarity.ts";

type Entity = Pick<Story["actors"][number], "name" | "matched">;

/** The name as a reader knows it: "Salt Typhoon", and "UNC2286 (Salt Typhoon)" where the articles have only another name for it. */
export function showName({ name, matched }: Entity): string {
  const [first] = matched;
  const [same] = matched.filter((literal) => literal.toLowerCase() === name.toLowerCase());
  const shouts = name.includes(" ") && same === same?.toUpperCase();
  if (same !== undefined && !matched.includes(name) && !shouts) return same;
  const known = first === undefined || matched.some((literal) => tells(literal, name));
  return known ? name : `${first} (${name})`;
}

/** Adds a note in brackets, joining those that a name brings itself: "Free (Iliad, reported)". */
export function showNoted(entity: Entity, note: string): string {
  const shown = showName(entity);
  return shown.endsWith(")") ? `${shown.slice(0, -1)}, ${note})` : `${shown} (${note})`;
}

/** Whether a spelling leads a reader to the name: either begins with the other, or it is the part in brackets. */
function tells(literal: string, name: string): boolean {
  const [one, two] = [bare(literal), bare(name)];
  const inside = /\(([^)]+)\)/.exec(name)?.[1];
  return one.startsWith(two) || two.startsWith(one) || (inside !== undefined && bare(inside) === one);
}

function bare(name: string): string {
  return foldText(name)
    .replace(/\([^)]*\)/g, "")
    .replace(/[^\p{L}\p{N}&]/gu, "");
}
