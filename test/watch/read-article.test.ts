import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../src/watch/compile-watchlist.ts";
import { findMentions } from "../../src/watch/find-mentions.ts";
import { articleOf } from "./articles.ts";
import { READING_CASES } from "./reading-cases.ts";

const everyone = compileWatchlist(loadCatalogue(), { actors: "all", carriers: "all", aliases: [] });
const DAY = "2025-06-15";

describe("findMentions reads", () => {
  it.each(READING_CASES.map((one) => [one.title, one] as const))("%s", (_, one) => {
    const article = { ...articleOf({ topic: "security", ...one }), publishedAt: Date.parse(one.date ?? DAY) };
    const found = findMentions(article, everyone);
    if (one.event !== undefined) expect(found.event.type, found.event.why).toBe(one.event);
    if (one.actors !== undefined) expect(rolesOf(found.actors)).toEqual(one.actors);
    if (one.carriers !== undefined) expect(rolesOf(found.carriers)).toEqual(one.carriers);
    expect(found.ties.map((tie) => `${tie.actor} ${tie.carrier}`)).toEqual(
      expect.arrayContaining([...(one.ties ?? [])]),
    );
  });
});

function rolesOf(entities: readonly { readonly id: string; readonly role: string }[]) {
  return Object.fromEntries(entities.map((entity) => [entity.id, entity.role]));
}
