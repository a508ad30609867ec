import type { Answer, EntityFacts, QueryKind } from "../domain-lookup.ts";
import type { FoundEntity } from "./find-entity.ts";
import { cutText, row, section } from "./say.ts";

/** The answer for a name that nothing or several things bear: choices as buttons, never a guess. */
export function unknownName(
  kind: QueryKind,
  typed: string,
  found: Exclude<FoundEntity, { kind: "one" }>,
  ask: (name: string) => string,
): Answer {
  const shown = cutText(typed, 60);
  if (found.kind === "many")
    return {
      kind,
      ok: false,
      title: `Which "${shown}"?`,
      bottomLine: "Several names fit; choose one.",
      sections: section(
        "Choices",
        found.entities.map((one) => row(one.name, describe(one))),
      ),
      buttons: found.entities.map((one) => ({ label: labelOf(one), ask: ask(`${one.kind}:${one.id}`) })),
      footer: "",
    };
  return {
    kind,
    ok: false,
    title: `I do not know "${shown}"`,
    bottomLine:
      found.nearest.length === 0
        ? "Nothing in the catalogue is spelled nearly like it."
        : `Nearest names: ${found.nearest.join(", ")}.`,
    sections: [],
    buttons: [
      ...found.nearest.map((name) => ({ label: name, ask: ask(name) })),
      ...(typed.length <= 120 ? [{ label: "Search the archive", ask: `search ${typed}` }] : []),
    ],
    footer: "",
  };
}

function labelOf(one: EntityFacts): string {
  return `${one.name} (${[one.kind, one.country].filter((part) => part !== undefined).join(", ")})`;
}

/** Legal entity and country, or kind and first names: enough to tell two bearers of a name apart. */
export function describe(entity: EntityFacts): string {
  const parts = [entity.kind, entity.legal, entity.country].filter((part) => part !== undefined);
  return parts.join(" · ");
}
