import { foldText } from "../../text/similarity.ts";
import { NAME, trimName } from "./name-pattern.ts";

const KIND =
  "(?:regulator|watchdog|cyber (?:agency|centre|center)|security (?:agency|service)|protection (?:agency|authority|board|office)|safety board|authority|ministry|commission|ombudsman|tribunal|response team|police force|coast guard)";
const INTRODUCED: readonly RegExp[] = [
  new RegExp(`\\b${KIND},? (?<it>${NAME})`, "gu"),
  new RegExp(`(?<it>${NAME}), (?:the|an?|its|${NAME}[’']s?) (?:[\\p{L}-]+ ){0,3}?${KIND}\\b`, "gu"),
];

/** The names, folded, that a text introduces as an authority's ("the regulator Nkom", "Osiptel, the regulator"). */
export function findOffices(text: string): ReadonlySet<string> {
  const out = new Set<string>();
  for (const pattern of INTRODUCED)
    for (const match of text.matchAll(pattern)) {
      const name = trimName(match.groups?.it ?? "");
      if (name !== "") out.add(foldText(name));
    }
  return out;
}
