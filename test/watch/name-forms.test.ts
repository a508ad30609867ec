import { describe, expect, it } from "vitest";
import type { Alias, CarrierName } from "../../src/domain-catalogue.ts";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";
import { compileWatchlist } from "../../src/watch/compile-watchlist.ts";
import { findMentions } from "../../src/watch/find-mentions.ts";
import { articleOf } from "./articles.ts";

const catalogue = loadCatalogue();
const everyone = compileWatchlist(catalogue, { actors: "all", carriers: "all", aliases: [] });
/** Each form is tried with every so-many-th name, each starting elsewhere: all of them take a minute. */
const STEP = 15;

interface Form {
  readonly title?: string;
  readonly text: string;
}
function found({ title = "Hackers at work", text }: Form, kind: "actors" | "carriers"): string[] {
  const article = articleOf({ title, paragraphs: [text, "The end.", "More to come."], topic: "security" });
  return findMentions(article, everyone)[kind].map((one) => one.id);
}
function sample<T>(list: readonly T[], from: number): T[] {
  return list.filter((_, at) => at % STEP === from % STEP);
}

const aliases = catalogue.actors.flatMap((actor) => actor.aliases.map((alias) => ({ actor, alias })));
/** Short forms that are written in capitals also as parties, agencies and firms. */
const isShortForm = ({ name, ambiguity }: Alias): boolean =>
  ambiguity?.level === "high" && /^\p{Lu}{3}$/u.test(name);

describe("a group's name", () => {
  const forms: Readonly<Record<string, (name: string) => Form>> = {
    "before the noun group": (name) => ({ text: `The ${name} hacking group broke into a mobile operator.` }),
    "before the noun hackers": (name) => ({ text: `The ${name} hackers broke into a telecom operator.` }),
    "in the possessive": (name) => ({ text: `${name}'s hackers took call records of an operator.` }),
    "in quotes": (name) => ({ text: `It was “${name}” hackers who took call records of an operator.` }),
    "in brackets": (name) => ({ text: `A hacking group (${name}) took call records of a telecom operator.` }),
    "in a list": (name) => ({ text: `Salt Typhoon, ${name} and Volt Typhoon broke into telecom operators.` }),
    "as who is blamed": (name) => ({ text: `The ministry blames ${name} for the attack on the operator.` }),
    "as who it is attributed to": (name) => ({
      text: `A vendor attributed the hack of an operator to ${name}.`,
    }),
    "as who claims": (name) => ({ text: `${name} claims to have stolen 200 GB of data from the operator.` }),
    "as who did it": (name) => ({
      text: `${name} has stolen call records from an operator, researchers said.`,
    }),
    "in a headline in capitals": (name) => ({
      title: `${name} HACKERS BREAK INTO OPERATOR`.toUpperCase(),
      text: "It was hacked.",
    }),
    "with hyphens for spaces": (name) => ({
      text: `The ${name.replace(/ /g, "-")} hackers broke into an operator.`,
    }),
    "in one word": (name) => ({ text: `The ${name.replace(/[ -]/g, "")} hackers broke into an operator.` }),
  };
  it.each(Object.keys(forms).map((form, at) => [form, at] as const))("is found %s", (form, at) => {
    const missed = sample(aliases, at).filter(({ actor, alias }) => {
      const ids = found(forms[form]?.(alias.name) ?? { text: "" }, "actors");
      return (
        !isShortForm(alias) && !ids.includes(actor.id) && !alias.sharedWith.some((id) => ids.includes(id))
      );
    });
    // Of some 190: nicknames and a country need more than that, and a few names lie within another entry's.
    expect(missed.length, missed.map(({ alias }) => alias.name).join(", ")).toBeLessThanOrEqual(2);
  });

  it("is found for the entry whose main name it is", () => {
    const strays = sample(catalogue.actors, 0).filter(({ id, name, aliases: [main] }) => {
      const ids = found({ text: `The ${name} hacking group broke into a mobile operator.` }, "actors");
      return !ids.includes(id) && !main?.sharedWith.some((other) => ids.includes(other));
    });
    expect(strays.map((actor) => actor.id)).toEqual([]);
  });

  it("is no group where nothing is about attacks", () => {
    const common = aliases.filter(({ alias }) => alias.ambiguity?.level === "high");
    const wrong = sample(common, 2).filter(({ alias }) => {
      const form = { title: "The garden in spring", text: `We liked ${alias.name} best, by the river.` };
      return found(form, "actors").length > 0;
    });
    expect(wrong.map(({ alias }) => alias.name)).toEqual([]);
  });
});

const brands = catalogue.carriers.flatMap((carrier) =>
  carrier.names.filter((one) => !one.research).map((name) => ({ carrier, name })),
);
/** A brand in lower case is any word but where operators are listed or introduced; so is the shortest with a hyphen. */
const isWordLike = ({ name }: CarrierName): boolean => /^(?:\p{Ll}+|T-HT)$/u.test(name);
/** Operators whose names are also gangs'. */
const GANGS_TOO = ["Play", "Nova"];
/** What also counts things: "Three has told its …" stays in doubt. */
const NUMBERS = ["Three", "Drei"];

describe("an operator's name", () => {
  const forms: Readonly<Record<string, (name: string) => Form>> = {
    "after the noun": (name) => ({ text: `Hackers broke into the mobile operator ${name}.` }),
    "before the noun": (name) => ({ text: `${name}, a mobile operator, lost call records to hackers.` }),
    "before its customers": (name) => ({ text: `Call records of ${name} customers were stolen by hackers.` }),
    "in the possessive": (name) => ({ text: `Hackers broke into ${name}'s network and took call records.` }),
    "in a list": (name) => ({ text: `Verizon, ${name} and Telstra lost call records to hackers.` }),
    "as the place of a breach": (name) => ({
      title: `Data breach at ${name}: operator warns subscribers`,
      text: "It was hacked.",
    }),
    "as who speaks": (name) => ({
      text: `${name} has told its subscribers that hackers stole call records from its network.`,
    }),
  };
  it.each(Object.keys(forms).map((form, at) => [form, at] as const))("is found %s", (form, at) => {
    const missed = sample(brands, at).filter(({ carrier, name }) => {
      if (isWordLike(name) || GANGS_TOO.includes(name.name) || NUMBERS.includes(name.name)) return false;
      const ids = found(forms[form]?.(name.name) ?? { text: "" }, "carriers");
      const holders = brands.filter((one) => one.name.name === name.name).map((one) => one.carrier.id);
      return ![carrier.id, ...holders].some((id) => ids.includes(id));
    });
    expect(missed.map(({ name }) => name.name)).toEqual([]);
  });

  it.each([
    [
      "A rival of Zain, Ooredoo, lost its masts to hackers; stc and Zain did not.",
      ["ooredoo", "stc", "zain"],
    ],
    ["The competitor du lost call records to hackers, Etisalat said.", ["du", "etisalat"]],
    ["Hackers took files of Orange Maroc from a printer.", ["orange"]],
    ["LG Uplus lost records to hackers. Several firms booked an engineer of KT.", ["kt", "lgu"]],
    ["Telefonica was hacked by four who use the handles DNA, Grep and Rey.", ["telefonica"]],
  ])("reads %j", (text, expected) => {
    const ids = found({ text }, "carriers");
    for (const id of expected) expect(ids.some((one) => one.startsWith(id))).toBe(true);
    expect(ids).toHaveLength(expected.length);
  });

  it("is no operator where nothing is about telecoms", () => {
    const common = brands.filter(({ name }) => name.ambiguity?.level === "high");
    const wrong = common.filter(({ name }) => {
      const form = { title: "Hackers in the garden", text: `We liked ${name.name} best, by the river.` };
      return found(form, "carriers").length > 0;
    });
    expect(wrong.map(({ name }) => name.name)).toEqual([]);
  });
});
