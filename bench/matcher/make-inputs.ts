import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalogue } from "../../src/watch/catalogue/load-catalogue.ts";

const ROOT = join(import.meta.dirname, "../..");
const COLOURS =
  "amber azure bronze cobalt copper coral crimson ebony emerald golden indigo ivory jade lilac obsidian onyx pearl purple quartz ruby russet sable saffron sapphire scarlet silver slate teal topaz violet".split(
    " ",
  );
const BEASTS =
  "badger bison cobra condor coyote crane dingo falcon ferret gecko heron hornet ibex jackal kestrel lemur lynx magpie marlin marten moth narwhal ocelot osprey otter python raven serpent stoat viper walrus weasel wolverine".split(
    " ",
  );
const SENTENCES = 28;
const WORDS = 18;

/** Names as they are and as a much larger catalogue would have them: the bundled ones first, then codes and two-word names. */
export function makeNames(count: number): string[] {
  const catalogue = loadCatalogue();
  const real = [
    ...catalogue.actors.flatMap((actor) => actor.aliases.map((alias) => alias.name)),
    ...catalogue.carriers.flatMap((carrier) => carrier.names.map((name) => name.name)),
  ].filter((name) => /^[\x20-\x7e]{4,}$/.test(name) && /[A-Z]/.test(name) && /[a-z].*[A-Z ]|\d/.test(name));
  const names = new Set(shuffled(real, 11).slice(0, count));
  const next = numbers(5);
  while (names.size < count) {
    const [colour, beast] = [pick(COLOURS, next), pick(BEASTS, next)].map(capital);
    const kind = next(3);
    if (kind === 0) names.add(`UNC${1000 + next(90_000)}`);
    else if (kind === 1) names.add(`${colour} ${beast} ${next(1000)}`);
    else names.add(`${colour}${beast}${capital(pick(COLOURS, next))}`);
  }
  return [...names];
}

/** Articles of about 3 KB over the words of this project's own texts, each with a few names in varying spelling; the same on every run. */
export function makeArticles(count: number): string[] {
  const words = vocabulary();
  // Names of the smallest set, so that every size has the same to find.
  const names = makeNames(500);
  const next = numbers(3);
  return Array.from({ length: count }, () =>
    Array.from({ length: SENTENCES }, () => {
      const sentence = Array.from({ length: WORDS }, () => pick(words, next));
      if (next(6) === 0) sentence[next(WORDS)] = respelled(pick(names, next), next(4));
      return `${capital(sentence.join(" "))}.`;
    }).join(" "),
  );
}

function respelled(name: string, how: number): string {
  if (how === 0) return name.toUpperCase();
  if (how === 1) return name.replace(/ /g, "-");
  if (how === 2) return `${name}'s`;
  return name;
}

function vocabulary(): string[] {
  const files = ["README.md", ...readdirSync(join(ROOT, "docs")).map((file) => `docs/${file}`)];
  const text = files
    .filter((file) => file.endsWith(".md"))
    .map((file) => readFileSync(join(ROOT, file), "utf8"));
  return text.join(" ").match(/\b[A-Za-z]{2,14}\b/g) ?? [];
}

function pick<T>(list: readonly T[], next: (size: number) => number): T {
  return list[next(list.length)] as T;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const next = numbers(seed);
  const out = [...list];
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = next(at + 1);
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}

function numbers(seed: number): (size: number) => number {
  let state = seed;
  return (size) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * size);
  };
}
